"""Times of day in a text: clock times, parts of the day, ranges, 「2時間後」."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta

from nlu import corrections
from nlu.clock_times import CLOCK, clock_values
from nlu.day_parts import PARTS, part
from nlu.found import Found
from nlu.meaning import Scored, TimeSpan

_ABOUT = r"(?:の?(?:ごろ|ころ|頃|くらい|ぐらい))?"
_AROUND = re.compile(r"の?(?:ごろ|ころ|頃|くらい|ぐらい|前後|あたり|辺り|近く|付近)")
_FROM = re.compile(
    _ABOUT
    + r"(?:から(?:閉庁|閉まる|しまる|終わり|最後)(?:の?時間)?まで|以降|以後|過ぎ|すぎ|より後|から後|からあと|より遅|を?回っ|を過ぎ)"
)
_UNTIL = re.compile(_ABOUT + r"(?:までに?|以前|より前|より早|前まで)")
_SHORTLY_BEFORE = re.compile(r"の?(?:ちょっと|少し|すこし|ちょい)?前(?!後)")
_SHORTLY_AFTER = re.compile(r"の?を?(?:ちょっと|少し|すこし|ちょい)(?:過ぎ|すぎ|後|あと|回)")
_TO = re.compile(_ABOUT + r"[、]?(?:から|~|〜|-)[、]?")
_LATER = re.compile(
    r"(?P<h>\d{1,2})時間(?:(?P<half>半)|(?P<m>\d{1,2})分)?(?:ほど|くらい|ぐらい)?(?:後|のち|あと|したら|(?:経|た)ったら)|(?P<min>\d{1,3})分(?:ほど|くらい|ぐらい)?(?:後|のち|あと|したら|(?:経|た)ったら)"
)
_SOME = re.compile(r"(?<!\d)(?P<a>\d{1,2})[、,](?P<b>\d{1,2}時)")
"""「3、4時ごろ」."""

_NOW = re.compile(r"(?<=の)今(?:ごろ|頃|くらい|ぐらい)の?(?:時間)?")
_WHOLE_HOUR = re.compile("[台代]")
_GOES_ON = re.compile(
    r"[、。のにはでがもかまなごいをとへよだ希お]|から|くらい|ぐらい|あた|空|早|遅|予|以|じゃ|や|$"
)
_OR = re.compile(_ABOUT + r"[、]?(?:か|とか|と|や|または|もしくは|それか|あるいは)?[、]?")
_INSIDE = re.compile(r"(?:の|で|なら|に|は|、|だと|だったら)*")

HALF_HEARD = 0.5
"""「午前」 with something behind it that is no Japanese: a clock time was lost there."""

SHORTLY = 30
"""Minutes of ちょっと前, 少し過ぎ."""


def find_times(text: str, now: datetime, opens: time, closes: time) -> list[Found[TimeSpan]]:
    """Every time that still stands. `text`: normalized, Arabic digits. No values: impossible (25時)."""
    found: list[Found[TimeSpan]] = []
    for item in sorted(_candidates(text, now, opens, closes), key=lambda f: (f.start, f.start - f.end)):
        if found and item.start < found[-1].end:
            continue
        if found and _TO.fullmatch(text, found[-1].end, item.start) and _single(found[-1]) and _single(item):
            found[-1] = _ranged(found[-1], item, text)
        elif found and _from_part_to(found[-1], item, text):
            found[-1] = _stretched(found[-1], item, text)
        else:
            found.append(_same_half(found[-1], item, text, opens, closes) if found else item)
    bounded = [_bounded(item, text, opens, closes) for item in found]
    return corrections.standing(text, _between(_inside(bounded, text), text))


def _single(item: Found[TimeSpan]) -> bool:
    return bool(item.values) and item.values[0].value.single


def _candidates(text: str, now: datetime, opens: time, closes: time) -> Iterable[Found[TimeSpan]]:
    for m in CLOCK.finditer(text):
        rule = "clock" if m["p"] or m["q"] else "bare_clock"
        yield Found(m.start(), m.end(), clock_values(m, opens, closes), m[0].strip(), rule)
    for m in _SOME.finditer(text):
        both = [CLOCK.fullmatch(said) for said in (m["a"] + "時", m["b"])]
        first, last = (clock_values(c, opens, closes) if c else () for c in both)
        if first and last and first[0].value.first < last[0].value.first:
            some = TimeSpan(first[0].value.first, last[0].value.first, about=True)
            yield Found(m.start(), m.end(), (Scored(some, 0.85),), m[0], "range")
    for m in _LATER.finditer(text):
        minutes = int(m["h"] or 0) * 60 + (30 if m["half"] else 0) + int(m["m"] or m["min"] or 0)
        at = (now + timedelta(minutes=minutes)).time().replace(second=0, microsecond=0)
        yield Found(m.start(), m.end(), (Scored(TimeSpan(at, at), 0.95),), m[0], "later")
    for m in _NOW.finditer(text):
        at = now.time().replace(second=0, microsecond=0)
        yield Found(m.start(), m.end(), (Scored(TimeSpan(at, at, about=True), 0.8),), m[0], "later")
    for m in PARTS.finditer(text):
        span = part(m, opens, closes)
        if not _GOES_ON.match(text, m.end()):
            span = Scored(span.value, HALF_HEARD)
        yield Found(m.start(), m.end(), (span,), m[0], "part")


def _from_part_to(a: Found[TimeSpan], b: Found[TimeSpan], text: str) -> bool:
    """「朝から昼まで」, 「お昼から3時まで」. 「昼から、2時に」 is no range: 昼から is the afternoon."""
    if not (a.values and b.values) or "part" not in (a.rule, b.rule):
        return False
    until = b.text.endswith(("まで", "までに")) or text.startswith("まで", b.end)
    lunch = a.text.endswith("から") and a.end == b.start
    return until and (lunch or _TO.fullmatch(text, a.end, b.start) is not None)


def _stretched(a: Found[TimeSpan], b: Found[TimeSpan], text: str) -> Found[TimeSpan]:
    first = a.values[0]
    ends = [v.value.last for v in b.values if v.value.last > first.value.first]
    span = TimeSpan(first.value.first, ends[0] if ends else b.values[0].value.last)
    return Found(a.start, b.end, (Scored(span, min(first.score, 0.85)),), text[a.start : b.end], "range")


def _ranged(a: Found[TimeSpan], b: Found[TimeSpan], text: str) -> Found[TimeSpan]:
    """The end is the first possible one after the start: 「午後1時半から3時10分」 ends at 15:10."""
    first = a.values[0]
    ends = [v.value.first for v in b.values]
    last = min((e for e in ends if e > first.value.first), default=min(ends))
    span = TimeSpan(first.value.first, last)
    return Found(a.start, b.end, (Scored(span, first.score),), text[a.start : b.end], "range")


def _same_half(
    before: Found[TimeSpan], item: Found[TimeSpan], text: str, opens: time, closes: time
) -> Found[TimeSpan]:
    """「午後2時か3時」: 3時 is in the afternoon too, if the office is open then."""
    if before.rule != "clock" or item.rule != "bare_clock" or not before.values:
        return item
    linked = _OR.fullmatch(text, before.end, item.start) or corrections.CORRECTS.search(
        text, before.end, item.start
    )
    same = tuple(
        v
        for v in item.values
        if (v.value.first.hour >= 12) == (before.values[0].value.first.hour >= 12)
        and opens <= v.value.first <= closes
    )
    return replace(item, values=same) if linked and same else item


def _inside(found: list[Found[TimeSpan]], text: str) -> list[Found[TimeSpan]]:
    """「午前中の10時以降」: the clock time within the part of the day."""
    out: list[Found[TimeSpan]] = []
    for item in found:
        before = out[-1] if out else None
        if (
            before
            and before.rule == "part"
            and item.rule in ("bare_clock", "range")
            and before.values
            and _INSIDE.fullmatch(text, before.end, item.start)
        ):
            whole = before.values[0].value
            if whole.single:
                whole = TimeSpan(time(max(0, whole.first.hour - 1)), time(whole.first.hour + 3))
            both = tuple(Scored(b, max(v.score, 0.9)) for v in item.values if (b := _both(v.value, whole)))
            if both:
                out[-1] = replace(item, values=both, start=before.start)
                continue
        out.append(item)
    return out


def _between(found: list[Found[TimeSpan]], text: str) -> list[Found[TimeSpan]]:
    """「10時以降12時まで」 is one range."""
    out: list[Found[TimeSpan]] = []
    for item in found:
        before = out[-1] if out else None
        if (
            before
            and before.values
            and item.values
            and _INSIDE.fullmatch(text, before.end, item.start)
            and _FROM.search(before.text)
            and _UNTIL.search(item.text)
        ):
            first = before.values[0].value.first
            ends = [v.value.last for v in item.values if v.value.last > first]
            if ends:
                span = Scored(TimeSpan(first, min(ends)), before.values[0].score)
                out[-1] = replace(item, start=before.start, values=(span,), rule="range")
                continue
        out.append(item)
    return out


def _both(a: TimeSpan, b: TimeSpan) -> TimeSpan | None:
    first, last = max(a.first, b.first), min(a.last, b.last)
    return TimeSpan(first, last, a.about) if first <= last else None


def _bounded(item: Found[TimeSpan], text: str, opens: time, closes: time) -> Found[TimeSpan]:
    if not item.values or item.rule == "range":
        return item
    for pattern, bound in (
        (_WHOLE_HOUR, _hour),
        (_SHORTLY_AFTER, _after),
        (_FROM, _from),
        (_UNTIL, _until),
        (_SHORTLY_BEFORE, _before),
        (_AROUND, _about),
    ):
        if m := pattern.match(text, item.end):
            kept = item.values
            if bound is _until:
                kept = tuple(v for v in kept if v.value.last > opens) or kept
            values = tuple(Scored(bound(v.value, opens, closes), v.score) for v in kept)
            return Found(item.start, m.end(), values, item.text + m[0], item.rule)
    return item


def _from(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    return TimeSpan(span.first, closes if closes > span.first else time(23, 59))


def _until(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    return TimeSpan(opens if opens < span.last else time(0), span.last)


def _before(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    minutes = max(0, span.first.hour * 60 + span.first.minute - SHORTLY)
    return TimeSpan(time(minutes // 60, minutes % 60), span.first, about=True)


def _after(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    minutes = min(24 * 60 - 1, span.first.hour * 60 + span.first.minute + SHORTLY)
    return TimeSpan(span.first, time(minutes // 60, minutes % 60), about=True)


def _hour(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    return TimeSpan(span.first.replace(minute=0), span.first.replace(minute=59))


def _about(span: TimeSpan, opens: time, closes: time) -> TimeSpan:
    return TimeSpan(span.first, span.last, about=True)
