"""Refusals as problem details (RFC 9457)."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse

MEDIA_TYPE = "application/problem+json"
PREFIX = "urn:voicebot:"
"""Of a problem's `type`; what follows is listed in docs/api.md."""


class Problem(BaseModel):
    """Why a request was refused."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    """The same for all problems of a type. Japanese."""

    status: int = Field(ge=400, le=599)
    detail: str
    """What was wrong this time and what to do. Japanese; names no person."""


class Refusal(Exception):
    """Ends a request with a problem."""

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(kind)
        self.status = status
        self.kind = kind
        self.headers = headers
        self.body = {"type": PREFIX + kind, "title": title, "status": status, "detail": detail, **more}

    def response(self) -> JSONResponse:
        return JSONResponse(self.body, self.status, self.headers, MEDIA_TYPE)
