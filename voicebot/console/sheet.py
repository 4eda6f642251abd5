"""Tables for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from starlette.responses import Response

from voicebot.export.cell import harmless, one_line


def download(name: str, rows: Iterable[Sequence[str]]) -> Response:
    """CSV with CRLF (RFC 4180), as UTF-8 with the byte order mark by which Excel knows it; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows([harmless(one_line(cell)) for cell in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(
        text.getvalue().encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers
    )
