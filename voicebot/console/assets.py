"""Style sheets, scripts and pictures: files of the package below `static/`."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"
_FOREVER = "public, max-age=31536000, immutable"


@cache
def address(name: str) -> str:
    """Where a file is, with a mark of its content, so that a browser may keep it. Raises FileNotFoundError."""
    mark = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={mark}"


class _Marked(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        kept = b"v=" in scope["query_string"] and response.status_code == 200
        response.headers["Cache-Control"] = _FOREVER if kept else "no-cache"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


mount = Mount("/static", GZipMiddleware(_Marked(directory=FOLDER)))
"""Compressed, unlike the pages: who can make a page repeat what they wish, and sees its length, would find out its form's secret."""
