"""The OpenAPI description: what may be refused is said for every path."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from voicebot.api.problem import MEDIA_TYPE, Problem

_WHY = {
    400: "読めない内容",
    401: "トークンがないか、正しくない",
    403: "このトークンではできない",
    404: "役所、手続き、窓口、予約がない",
    409: "埋まっている、受け付けていない、期限が過ぎている",
    410: "押さえた枠がもうない",
    413: "長すぎる",
    422: "値が正しくない、Idempotency-Key が別の求めに使われている",
    503: "データベースが使えない",
}

Responses = dict[int | str, dict[str, Any]]


def problems(*statuses: int) -> Responses:
    """The refusals of a path besides those every path has."""
    schema = {"$ref": "#/components/schemas/Problem"}
    every = (401, 413, 422, 503)
    return {
        status: {"description": _WHY[status], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in sorted({*every, *statuses})
    }


def describe(app: FastAPI) -> None:
    """Makes the application serve a description that knows problems."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            made = get_openapi(
                title=app.title, version=app.version, description=app.description, routes=app.routes,
                servers=app.servers,
            )  # fmt: skip
            schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            made.setdefault("components", {}).setdefault("schemas", {})["Problem"] = schema
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
