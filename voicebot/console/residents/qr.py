"""A QR code in the page itself."""

import segno
from markupsafe import Markup


def svg(text: str) -> Markup:
    """Black on white with its quiet zone, so that it is read from a dark screen as well; error correction Q: from a crumpled
    print, too. As wide as the style sheet says."""
    code = segno.make(text, error="q", boost_error=False, micro=False)
    drawn = code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None)
    return Markup(drawn)
