"""The day sheet as a page to be printed on A4."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from itertools import groupby

from voicebot.export.day_sheet import Line, in_words

STYLE = """
@page { size: A4 portrait; margin: 12mm }
body { font-family: "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; font-size: 10.5pt; color: #000 }
h1 { font-size: 15pt; margin: 0 }
p { margin: 1mm 0 5mm }
section { margin-bottom: 8mm }
h2 { font-size: 12pt; margin: 0 0 1mm; break-after: avoid }
table { width: 100%; border-collapse: collapse }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 0.3mm solid #444; padding: 1.2mm 1.5mm; text-align: left; vertical-align: top }
th { background: #eee; font-weight: 600 }
td.time, td.number, td.people { white-space: nowrap; font-variant-numeric: tabular-nums }
td.phone { white-space: nowrap }
td.came { width: 9mm; text-align: center }
"""
_HEADS = ("時刻", "手続き", "番号", "お名前", "電話", "人数", "状態", "来庁")


def page(office_name: str, day: date, rows: Sequence[Line], now: datetime) -> str:
    """A whole HTML page without scripts and without anything from elsewhere."""
    title = f"{escape(office_name)}　{in_words(day)}の予約"
    sections = "".join(
        _section(name, list(part)) for name, part in groupby(rows, key=lambda row: row.counter)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{len(rows)}件　{in_words(now.date())} {now:%H:%M} 現在　個人情報につき取り扱い注意</p>\n"
        f"{sections or '<p>予約はありません。</p>'}\n</body>\n</html>\n"
    )


def _section(counter: str, rows: Sequence[Line]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    body = "\n".join(map(_row, rows))
    caption = f"{escape(counter)}（{len(rows)}件）"
    return f"<section>\n<h2>{caption}</h2>\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</section>\n"


def _row(row: Line) -> str:
    cells = (
        ("time", f"{row.start:%H:%M}〜{row.end:%H:%M}"),
        ("", f"{row.procedure}（{row.details}）" if row.details else row.procedure),
        ("number", row.number),
        ("", row.name),
        ("phone", row.phone),
        ("people", f"{row.people}人"),
        ("", f"{row.state}　休み（{row.shut}）" if row.shut else row.state),
        ("came", "□"),
    )
    return "<tr>" + "".join(f'<td class="{kind}">{escape(text)}</td>' for kind, text in cells) + "</tr>"
