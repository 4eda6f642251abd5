"""A replay as plain text: what was recorded on the left, what happens today on the right."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from voicebot.replay.recording import NoRecording
from voicebot.replay.replay import CannotReplay
from voicebot.replay.result import Ending, Result, Turn
from voicebot.replay.side import Row, Side

NARROWEST = 60
THEN, NOW = "記録", "今"

NAMES = {
    "event": "できごと",
    "heard": "聞き取り",
    "keys": "ボタン",
    "understood": "理解",
    "said": "案内",
    "actions": "動作",
    "slots": "わかったこと",
    "phase": "段階",
}

SOURCES = {"events": "できごとから", "audio": "音声から"}

NOTES = {
    "unread": "記録の{about}行が読めません。読めた行だけで再生しました",
    "unfinished": "通話の終わりが記録にありません",
    "removed": "マイナンバーらしい番号を消した所は比べていません",
    "answered_anew": "記録に答えのない問い合わせ（{about}）は、仮の予約表で答えました",
    "broken": "今のプログラムでは先に進めない所がありました",
    "streams": "電話は{about}回つながっています。切れずに続いたものとして再生しました",
    "person_called": "係員につなぐボタンは、音声からの再生では押されません",
    "cut_short": "話したことのうち{about}で通話が終わりました",
}

REASONS = {
    "nothing": "できごとの記録（events.jsonl）がないか、1行も読めません",
    "no_beginning": "通話の始まりの記録が読めません",
    "no_audio": "音声（caller.wav と agent.wav）がないか、読めません",
}

REFUSALS = {
    "name": "「{about}」は名前にできません。英小文字で始まる3〜40文字の英小文字、数字、_ にしてください",
    "taken": "「{about}」はもうあります。別の名前にしてください",
    "no_repository": "このプログラムは recordings_fixtures のフォルダーなしで入れてあります。リポジトリのある機械で行ってください",
    "my_number": "マイナンバーらしい番号のあった通話は、録音にしません",
    "streams": "途中で切れてつながり直した通話は、録音にできません",
    "person_called": "職員が係員につないだ通話は、録音にできません",
    "not_whole": "記録が終わりまでそろっていません",
    "identifying": "予約番号で探した通話は、録音にできません（番号が毎回変わるためです）",
    "leftover": "お名前や番号が、取り除けない所に残っています。録音にしません",
    "several_offices": "いくつもの役所を受ける電話の通話は、録音にできません",
    "no_office": "役所「{about}」のデータがもうありません",
    "silent": "話した所がありません",
}


def refused(error: NoRecording) -> str:
    return REFUSALS[error.why].format(about=error.about) + "。"


def reason(error: CannotReplay) -> str:
    return f"{error.call}: 再生できません。{REASONS[error.why]}。"


def text(result: Result, width: int) -> str:
    """Only what differs; `width` in columns of the terminal, in which a kanji takes two."""
    width = max(width, NARROWEST)
    same = "違いはありません" if result.same else f"違いがあります（{len(result.different)}か所）"
    lines = [f"{result.call}  {SOURCES[result.source]}再生: {same}"]
    lines += [f"  ※ {NOTES[kind].format(about=about)}。" for kind, about in result.notes]
    if not result.same:
        ends = (_ending(result.then), _ending(result.now))
        lines += ["", *columns(THEN, NOW, width), *columns("-" * 8, "-" * 8, width)]
        lines += [line for a, b in zip_longest(*ends, fillvalue="") for line in columns(a, b, width)]
        lines += [
            line for n, turn in enumerate(result.turns, 1) if turn.differs for line in _turn(n, turn, width)
        ]
    return "\n".join(lines)


def _ending(ending: Ending) -> list[str]:
    rows = [_row(row) for row in ending.rows] or ["予約表: 変わらない"]
    return [f"結果: {ending.outcome or '記録なし'}", *rows]


def _row(row: Row) -> str:
    parts = [row.done, "+".join(row.procedures or ()), row.start or "", row.phone or "", row.name or ""]
    people = [f"{row.people}人"] if row.people and row.people > 1 else []
    return "予約表: " + " ".join([*filter(None, parts), *people])


def _turn(number: int, turn: Turn, width: int) -> Iterator[str]:
    yield ""
    yield f"[{number}] " + "、".join(NAMES.get(name, "片方だけにあります") for name in turn.differs)
    for name in NAMES:
        then, now = (_value(side, name) for side in (turn.then, turn.now))
        if then or now:
            mark = "≠" if name in turn.differs or "turn" in turn.differs else " "
            yield from columns(f"{mark}{NAMES[name]}: {then}", f"{mark}{NAMES[name]}: {now}", width)


def _value(side: Side | None, name: str) -> str:
    if side is None:
        return ""
    match name:
        case "heard":
            return " / ".join(f"{text} {score:.2f}" for text, score in side.heard)
        case "understood":
            return _pairs(side.understood)
        case "slots":
            return "（記録なし）" if side.slots is None else _pairs(side.slots)
        case "phase":
            return side.phase or "（記録なし）"
        case "said":
            return "".join(side.said)
        case "actions":
            return "、".join(side.actions)
    return str(getattr(side, name) or "")


def _pairs(known: dict[str, str]) -> str:
    return "、".join(f"{name}={value}" for name, value in known.items())


def columns(left: str, right: str, width: int) -> list[str]:
    """Two texts side by side, each broken into lines of half the width."""
    half = (width - 3) // 2
    rows = zip_longest(_broken(left, half), _broken(right, half), fillvalue="")
    return [f"{a}{' ' * (half - wide(a))} | {b}".rstrip() for a, b in rows]


def wide(text: str) -> int:
    """Columns that a text takes."""
    return sum(_columns(c) for c in text)


def _columns(c: str) -> int:
    if unicodedata.combining(c) or unicodedata.category(c) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WFA" else 1


def _broken(text: str, width: int) -> Iterable[str]:
    """At any character, as Japanese is; what would move the cursor is left out."""
    line = ""
    for c in "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf")):
        if wide(line) + _columns(c) > width:
            yield line
            line = ""
        line += c
    yield line
