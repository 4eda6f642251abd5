"""Which recorded calls are meant."""

import re
from dataclasses import dataclass
from pathlib import Path

from voicebot.archive import folder

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(eq=False)
class NoSuchCall(Exception):
    """One Japanese sentence with the remedy."""

    message: str

    def __str__(self) -> str:
        return self.message


def find(calls: Path, wish: str) -> list[Path]:
    """The folders of the calls meant: a CallSid, DAY/SID, the path of a folder, or a DAY (2026-11-24) with all of its calls.

    `calls` is the folder of all records. Raises NoSuchCall.
    """
    if _DAY.fullmatch(wish):
        found = [path for path in folder.all_of(calls) if path.parent.name == wish]
        if not found:
            raise NoSuchCall(
                f"{wish} の通話の記録は {calls} にありません。日付と VOICEBOT_VAR を確かめてください。"
            )
        return found
    day, _, sid = wish.rpartition("/")
    if (day and (at := folder.at(calls, day, sid))) or (at := _folder(Path(wish))):
        return [at]
    found = [path for path in folder.all_of(calls) if path.name == wish]
    if len(found) > 1:
        days = "、".join(f"{path.parent.name}/{path.name}" for path in found)
        raise NoSuchCall(f"通話「{wish}」は {len(found)} 日にあります。{days} のどれかを書いてください。")
    if not found:
        raise NoSuchCall(
            f"通話「{wish}」の記録は {calls} にありません。CallSid、日付/CallSid、フォルダーの場所、日付のどれかを書いてください。"
        )
    return found


def _folder(path: Path) -> Path | None:
    return path.resolve() if (path / "events.jsonl").is_file() else None
