"""Parts of a file, as a player asks for them when it jumps: HTTP range requests with one range of bytes (RFC 9110, 14)."""

import re

from starlette.responses import Response

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


def ranged(whole: bytes, media_type: str, asked: str) -> Response:
    """The whole, or the part; `asked`: the Range header, empty where there is none. What is no range of bytes, or several,
    is answered with the whole; one that lies behind the end with 416."""
    headers = {"Accept-Ranges": "bytes"}
    found = _RANGE.fullmatch(asked.strip())
    if (
        found is None
        or found[1] == found[2] == ""
        or (found[1] and found[2] and int(found[2]) < int(found[1]))
    ):
        return Response(whole, media_type=media_type, headers=headers)
    size = len(whole)
    first = int(found[1]) if found[1] else max(0, size - int(found[2]))
    last = min(int(found[2]), size - 1) if found[1] and found[2] else size - 1
    if first > last:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return Response(whole[first : last + 1], 206, media_type=media_type, headers=headers)
