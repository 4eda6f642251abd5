"""What a browser sent in a form."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.datastructures import ImmutableMultiDict, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from voicebot.console.refusal import BAD, TOO_LONG, Refusal

MOST_CONTENT = 240 * 1024
"""Bytes of what somebody sends, as it is told."""

MOST_BYTES = MOST_CONTENT + 16 * 1024
"""With what goes around it."""

MOST_FIELDS = 2_000

Form = ImmutableMultiDict[str, str]
"""`form.get("name", "")`, `form.getlist("day")`."""


@dataclass(frozen=True)
class File:
    """One that was sent with a form."""

    name: str
    """As the browser says; no path of ours."""
    content: bytes


@dataclass(frozen=True)
class Sent:
    fields: Form
    files: Mapping[str, File] = field(default_factory=dict)


async def read(request: Request) -> Sent:
    """A form's fields, urlencoded or, with files, as `multipart/form-data`; lines end in `\\n`. Raises Refusal."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Refusal(TOO_LONG, "too_long", most=MOST_CONTENT // 1024)
    try:
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            pairs, files = await _parts(request, bytes(body))
        else:
            decoded = body.decode()
            pairs = parse_qsl(decoded, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
            files = {}
    except (ValueError, LookupError, MultiPartException):
        raise Refusal(BAD, "unreadable") from None
    if any("\0" in text for pair in pairs for text in pair):
        raise Refusal(BAD, "unreadable")
    fields = ImmutableMultiDict([(key, value.replace("\r\n", "\n")) for key, value in pairs])
    return Sent(fields, files)


async def _parts(request: Request, body: bytes) -> tuple[list[tuple[str, str]], dict[str, File]]:
    """Raises MultiPartException, LookupError where the parts have no boundary."""

    async def whole() -> AsyncGenerator[bytes]:
        yield body
        yield b""

    parser = MultiPartParser(
        request.headers, whole(), max_files=1, max_fields=MOST_FIELDS, max_part_size=MOST_BYTES
    )
    sent = await parser.parse()
    files = {key: value for key, value in sent.multi_items() if isinstance(value, UploadFile)}
    try:
        read = {key: File(file.filename or "", await file.read()) for key, file in files.items()}
    finally:
        await sent.close()
    return [(key, value) for key, value in sent.multi_items() if isinstance(value, str)], read
