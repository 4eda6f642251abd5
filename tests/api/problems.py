"""What a refusal must look like."""

from typing import Any

from httpx2 import Response


def problem(response: Response, status: int, kind: str) -> dict[str, Any]:
    """The body of a refusal that is one by RFC 9457."""
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    body: dict[str, Any] = response.json()
    assert (body["type"], body["status"]) == (f"urn:voicebot:{kind}", status)
    assert body["title"]
    assert body["detail"].endswith("。")
    return body
