"""The application that answers below /api."""

import re

from fastapi import FastAPI
from starlette.routing import Mount

from voicebot.api import availability, bookings, closures, handlers, holds, offices
from voicebot.api.body_limit import BodyLimit
from voicebot.api.context import Context
from voicebot.api.described import describe
from voicebot.api.turns import Turns

_DESCRIPTION = """役所の窓口予約を、電話と同じ予定表から取るための API です。
時刻は RFC 3339 で、時差を付けて送ってください（2026-12-04T10:00:00+09:00）。
断るときは RFC 9457 の problem details を返します。"""


def make_api(context: Context) -> FastAPI:
    """Serves its description at /openapi.json, to whoever asks; everything else to clients with a token."""
    api = FastAPI(
        title="voicebot",
        version="1",
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
    )
    api.state.context = context
    api.add_middleware(Turns)
    api.add_middleware(BodyLimit)
    handlers.install(api)
    for part in (offices, availability, holds, bookings, closures):
        api.include_router(part.router)
    describe(api)
    return api


def mounted(context: Context) -> Mount:
    """The application at /api. Also for addresses with a line break, which `Mount` alone does not match."""
    mount = Mount("/api", app=make_api(context))
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount
