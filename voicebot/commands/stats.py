"""The `stats` command: how long callers wait, from the records of calls."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from voicebot.archive import folder
from voicebot.archive.turn_figures import Figures, figures, took
from voicebot.columns import aligned
from voicebot.settings import Settings

_NAMES = {
    "end_of_turn": "発話の終わりの判断",
    "recognition": "音声認識",
    "understanding": "理解と応対の判断",
    "calendar": "予約表の返事",
    "first_audio": "発話の終わりから声が出るまで",
}


def run(args: argparse.Namespace) -> int:
    """Of all the calls below `var/calls`, or of those of some days."""
    calls = [call for call in folder.all_of(Settings().calls) if _wanted(call, args)]
    turns = [one for call in calls for one in took(call)]
    found = figures(turns)
    if args.json:
        parts = {name: asdict(part) for name, part in found.items()}
        print(json.dumps({"calls": len(calls), "turns": len(turns), **parts}))
        return 0
    print(f"通話 {len(calls)}件、発話 {len(turns)}件")
    rows = [("", "件数", "中央値", "95%")]
    rows += [_row(_NAMES[name], part) for name, part in found.items()]
    print("\n".join(aligned(rows)))
    return 0


def _wanted(call: Path, args: argparse.Namespace) -> bool:
    day = call.parent.name
    after = args.first is None or day >= args.first.isoformat()
    return after and (args.last is None or day <= args.last.isoformat())


def _row(name: str, part: Figures) -> tuple[str, str, str, str]:
    return name, str(part.count), _seconds(part.median_ms), _seconds(part.p95_ms)


def _seconds(ms: int | None) -> str:
    return "－" if ms is None else f"{ms / 1_000:.3f}秒"
