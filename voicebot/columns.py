"""Rows in aligned columns, for people at a terminal."""

import unicodedata
from collections.abc import Sequence


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """A line a row, two spaces between columns. All rows have as many cells."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(padded(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def padded(cell: str, columns: int) -> str:
    """Spaces behind it up to a width."""
    return cell + " " * (columns - width(cell))


def width(cell: str) -> int:
    """Columns on a terminal: Japanese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in cell)
