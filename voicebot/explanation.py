"""A hypothesis followed from its writing and sounds to days and times, for people: words, rules, and what the sentence does with each."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from nlu import when
from nlu.chart import At, Item, Rule, Symbol
from nlu.discourse.spans import Talk
from nlu.found import Day
from nlu.hypothesis import Hypothesis
from nlu.lattice import Edge, Lattice
from nlu.meaning import DateSpan, Scored, TimeSpan
from nlu.prepared import Prepared, prepare
from nlu.reading import Reading, Token, read
from nlu.rules.clock import Time
from voicebot.columns import aligned

Row = tuple[str, ...]


def followed(hypothesis: Hypothesis, at: At) -> list[str]:
    """Blocks of lines: the text and its reading; the words, the rules and the discourse of the writing, and of the sounds
    where the engine told them."""
    part = prepare(hypothesis.text, hypothesis.reading)
    blocks = [
        "\n".join(_heading(part)),
        *_blocks("written", when.talk_in_text(part.smooth, at), sounded=False),
    ]
    if part.sounded:
        exact = when.talk_in_sounds(part.kana, at)
        near = when.talk_in_sounds(part.kana, at, misheard=True)
        blocks += _blocks("heard", exact, sounded=True)
        if [span.value for span in near.spans] != [span.value for span in exact.spans]:
            blocks += _blocks("heard, if one sound was misheard", near, sounded=True)
    return blocks


def _heading(part: Prepared) -> list[str]:
    rows: list[Row] = [("text", part.text)]
    if part.smooth != part.text:
        rows.append(("without fillers", part.smooth))
    rows.append(("heard as" if part.sounded else "read as", part.kana))
    return aligned(rows)


def _blocks(how: str, talk: Talk, *, sounded: bool) -> Iterator[str]:
    made = {id(span.made): span.made for span in talk.spans}
    titled = {
        "words": aligned(list(_lattice(talk.lattice, sounded))),
        "rules": [line for item in made.values() for line in _tree(item, talk.lattice.text)],
        "discourse": aligned(list(_discourse(talk))),
    }
    for title, lines in titled.items():
        if lines:
            yield "\n".join([f"{title}, as {how}", *("  " + line for line in lines)])


def _lattice(lattice: Lattice, sounded: bool) -> Iterator[Row]:
    """A row for each word, drawn below its place in the text; where that is sounds itself, it has none beside it."""
    text = lattice.text
    sounds = _Sounds(text, read(text))
    found: dict[tuple[int, int, str], list[Edge]] = {}
    for edge in (edge for edges in lattice.starting for edge in edges):
        exact, near = ("as heard", "misheard") if sounded else ("by writing", "by sound")
        found.setdefault((edge.start, edge.end, near if edge.cost else exact), []).append(edge)
    yield text, "place", *(() if sounded else ("sounds",)), "found", "kind and value"
    for (start, end, how), edges in sorted(found.items(), key=lambda one: one[0]):
        kinds = sorted({f"{edge.word.kind} {shown(edge.word.value)}".strip() for edge in edges})
        drawn = _blank(text[:start]) + text[start:end]
        said = () if sounded else (sounds.of(start, end),)
        yield drawn, f"{start}-{end}", *said, how, ", ".join(kinds)


def _blank(text: str) -> str:
    """As wide as the text."""
    return "".join(" " if c.isascii() else "　" for c in text)


class _Sounds:
    """What a piece of a text sounds like, and where in the whole reading that is."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._pieces: list[Token] = []
        for n, token in enumerate(reading.tokens):
            last = self._pieces[-1] if self._pieces else Token(0, 0, "")
            if token.start >= 0:
                self._pieces.append(token)
                continue
            # Where a numeral stands is told by the words around it.
            after = next((t.start for t in reading.tokens[n:] if t.start >= 0), len(text))
            if n and reading.tokens[n - 1].start < 0:
                self._pieces[-1] = Token(last.start, after, last.kana + token.kana)
            else:
                self._pieces.append(Token(last.end, after, token.kana))

    def of(self, start: int, end: int) -> str:
        """`あさって 0-4`; empty where the analyser cuts the text otherwise."""
        inside = [n for n, piece in enumerate(self._pieces) if start <= piece.start and piece.end <= end]
        if not inside or self._pieces[inside[0]].start != start or self._pieces[inside[-1]].end != end:
            return ""
        kana = "".join(self._pieces[n].kana for n in inside)
        begin = sum(len(piece.kana) for piece in self._pieces[: inside[0]])
        return f"{kana} {begin}-{begin + len(kana)}" if kana else ""


def _tree(item: Item, text: str, lead: str = "", below: str = "") -> Iterator[str]:
    """A line for each rule, its parts under it."""
    value = shown(item.value)
    said = f"{lead}{item.kind} {text[item.start : item.end]}" + (f" = {value}" if value else "")
    yield f"{said}   {_rule(item.source)}" if isinstance(item.source, Rule) else said
    for n, part in enumerate(item.parts, 1):
        last = n == len(item.parts)
        yield from _tree(part, text, below + ("└ " if last else "├ "), below + ("  " if last else "│ "))


def _rule(rule: Rule) -> str:
    """`[clock.half_past: Clock ← Hour HalfHour]`."""
    module = rule.make.__module__.rpartition(".")[2]
    return f"[{module}.{rule.make.__name__}: {rule.left} ← {' '.join(map(_symbol, rule.right))}]"


def _symbol(symbol: Symbol) -> str:
    return ("!" if symbol.tight else "=" if symbol.touching else "") + symbol.kind


def _discourse(talk: Talk) -> Iterator[Row]:
    """Days, times and the words that change what those are for, in their order."""
    text = talk.lattice.text
    spans = [(s.start, s.end, s.kind, text[s.start : s.end], str(s.role), shown(s.value)) for s in talk.spans]
    marks = [(m.start, m.end, m.kind, text[m.start : m.end], "", "") for m in talk.marks]
    for start, end, *cells in sorted(spans + marks):
        yield (f"{start}-{end}", *cells)


def shown(value: Any) -> str:
    """A value of a word or an item in a few characters; empty for None."""
    match value:
        case None:
            return ""
        case Day() | Time():
            return ", ".join(map(shown, value.values)) or "no such day or time"
        case Scored():
            return f"{shown(value.value)} ({value.score:.2f})"
        case DateSpan() | TimeSpan():
            about = "about " if isinstance(value, TimeSpan) and value.about else ""
            ends = (value.first,) if value.single else (value.first, value.last)
            return about + " to ".join(str(end).removesuffix(":00") for end in ends)
        case tuple():
            return " ".join(map(shown, value))
    if is_dataclass(value):
        told = [(f.name, getattr(value, f.name)) for f in fields(value)]
        plain = {f.name: f.default for f in fields(value) if f.default is not MISSING}
        return " ".join(f"{name}={shown(one)}" for name, one in told if plain.get(name, MISSING) != one)
    return str(value)
