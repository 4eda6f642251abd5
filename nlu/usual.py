"""A text with its numbers and spoken words of days and times in their usual writing: 「らいしゅうのにばんめ」 is 来週の2番目."""

from nlu import lattice

_REWRITTEN = frozenset(
    {"Month", "DayNumber", "Weekday", "RelativeDay", "RelativeWeek", "RelativeMonth", "Hour", "Minute", "Ordinal", "Place", "First", "Half", "Part", "Soonest"}
)  # fmt: skip


def usual(text: str) -> str:
    """`text`: normalized. The longest words first come, where a word may begin."""
    words = lattice.of_text(text)
    out, place, after, hour = "", 0, True, False
    while place < len(text):
        kinds = _REWRITTEN | {"HalfHour"} if hour else _REWRITTEN
        found = [e for e in words.starting[place] if e.word.kind in kinds and (e.free or after)]
        longest = max(found, key=lambda edge: edge.end, default=None)
        after = longest is not None
        hour = longest is not None and longest.word.kind == "Hour"
        if longest is None or len(longest.word.form) < 2:
            out, place = out + text[place], place + 1
        else:
            out, place = out + longest.word.usual, longest.end
    return out
