"""Every refusal leaves as a problem; none of them repeats what was sent, which may name a person."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from calendar_backend import CalendarError, DatabaseUnusable
from calendar_backend.errors import Collision
from voicebot.api.problem import Refusal
from voicebot.api.refusals import refused

log = logging.getLogger(__name__)

_BODIES = ("BookPlace", "BookHold")
"""Pydantic names the body that it tried; the client knows no such part."""

_BY_STATUS = {
    400: ("malformed", "送られた内容が読めません", "UTF-8 の JSON で送ってください。"),
    404: ("not-found", "その番地はありません", "GET /api/openapi.json にある番地を使ってください。"),
    405: (
        "method-not-allowed",
        "その方法では使えません",
        "GET /api/openapi.json にある方法を使ってください。",
    ),
}


def install(app: FastAPI) -> None:
    """Sets the handlers of the application."""
    app.add_exception_handler(Refusal, _refusal)
    app.add_exception_handler(CalendarError, _calendar)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _broken)


async def _refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return error.response()


async def _calendar(request: Request, error: Exception) -> Response:
    assert isinstance(error, CalendarError)
    if isinstance(error, DatabaseUnusable):
        # A constraint's own words may hold the values that it refused.
        log.error("%s", "a constraint of the database" if isinstance(error, Collision) else error)
    return refused(error).response()


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    detail = "errors にある所を直してください。"
    found = [_told(e) for e in error.errors()]
    return Refusal(422, "invalid", "値が正しくありません", detail, errors=found).response()


def _told(error: dict[str, Any]) -> dict[str, str]:
    """Where it is, as a JSON Pointer into the body or the name of a parameter, and what is wrong there."""
    where, *steps = error["loc"]
    if where == "body":
        steps = [step for step in steps if step not in _BODIES and error["type"] != "json_invalid"]
        at = {
            "pointer": "#" + "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)
        }
    else:
        at = {"parameter": str(steps[0]) if steps else str(where)}
    return {**at, "detail": str(error["msg"])}


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = _BY_STATUS.get(
        error.status_code, ("refused", "この求めは受けられません", "送る内容を確かめてください。")
    )
    return Refusal(error.status_code, *told, headers=error.headers).response()


async def _broken(request: Request, error: Exception) -> Response:
    detail = "しばらくしてから、もう一度試してください。続くときは管理者に知らせてください。"
    return Refusal(500, "internal", "内部の誤りです", detail).response()
