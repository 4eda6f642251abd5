"""What the parts of an office are called on a page, and how their values are written there."""

from collections.abc import Mapping, Sequence
from typing import Any

from calendar_backend.life_event import TRANSLATIONS, LifeEvent
from calendar_backend.office import Counter, OfficeFile, Procedure
from calendar_backend.office_diff import Difference
from voicebot.console.words import Words
from voicebot.details import offers_in_one_line

_LISTS = ("counters", "procedures", "guide")


def place(words: Words, office: OfficeFile, path: Sequence[str | int]) -> str:
    """Where in the office something is: 「窓口「住民異動窓口」の開いている時間」."""
    section, *rest = path or ("office",)
    own = _named(words, str(section))
    if section in _LISTS and rest:
        one = words(f"settings.one.{section}", name=_part(office, str(section), rest[0]))
        field = next((str(step) for step in rest[1:] if isinstance(step, str)), "")
        return words("settings.of", one=one, field=_named(words, field)) if field else one
    if section == "rules" and rest:
        return _named(words, str(rest[0]))
    return own


def _part(office: OfficeFile, section: str, which: str | int) -> str:
    parts: tuple[Counter | Procedure | LifeEvent, ...] = getattr(office, section)
    if isinstance(which, int):
        return parts[which].name if which < len(parts) else str(which + 1)
    return next((part.name for part in parts if part.id == which), which)


def _named(words: Words, field: str) -> str:
    key = f"settings.fields.{field}"
    return words(key) if key in words else field


def value(words: Words, office: OfficeFile, field: str, given: Any) -> str:
    """A value of a field in one line."""
    if given in (None, "", [], {}):
        return words("settings.none")
    if field == "procedure":
        return _part(office, "procedures", given)
    if field in ("counters", "also_at", "counter") and not _grouped(given):
        ids = [given] if isinstance(given, str) else given
        return words("shell.comma").join(_part(office, "counters", one) for one in ids)
    if isinstance(given, bool):
        return words("settings.yes" if given else "settings.no")
    if field == "asks":
        return offers_in_one_line(given)
    if isinstance(given, Mapping):
        return _group(words, office, given)
    if isinstance(given, list):
        between = words("shell.comma") if all(isinstance(one, str) for one in given) else " ／ "
        return between.join(value(words, office, field, one) for one in given)
    return str(given)


def _grouped(given: Any) -> bool:
    return isinstance(given, Mapping) or (
        isinstance(given, list) and bool(given) and isinstance(given[0], Mapping)
    )


def _group(words: Words, office: OfficeFile, given: Mapping[str, Any]) -> str:
    """月火水木金 8:30–17:15（2027-04-01 から）; 台風（たいふう）; for a whole counter or procedure its name."""
    if "id" in given and "name" in given:
        return str(given["name"])
    if "procedure" in given or "elsewhere" in given:
        return _step(words, office, given)
    text = " ".join(str(given[key]) for key in ("date", "days") if given.get(key))
    if "open" in given:
        text += f" {given['open']}–{given['close']}"
    if "capacity" in given:
        text += " " + words("settings.people", count=given["capacity"])
    wording = given.get("text") or given.get("name")
    if wording:
        text += f" {wording}（{given['reading']}）"
    if more := [str(given[language]) for language in TRANSLATIONS if given.get(language)]:
        text += f" {' / '.join(more)}"
    if given.get("choices"):
        text += f" [{value(words, office, 'choices', given['choices'])}]"
    if given.get("counters"):
        text += f" {value(words, office, 'counters', given['counters'])}"
    if "from" in given or "to" in given:
        text += " " + words("settings.from_to", first=given.get("from", ""), last=given.get("to", "")).strip()
    return text.strip()


def _step(words: Words, office: OfficeFile, given: Mapping[str, Any]) -> str:
    """国民健康保険 family=kokuho; 転校の手続き（てんこうの てつづき） 新しい小・中学校（…） family=pupil."""
    parts = [
        value(words, office, name, given[name])
        for name in ("procedure", "elsewhere", "where")
        if given.get(name)
    ]
    parts += [" ".join(given.get("when", ()))]
    return " ".join([*parts, *([_named(words, "later")] if given.get("later") else [])]).strip()


def told(
    words: Words, before: OfficeFile, after: OfficeFile, found: Sequence[Difference]
) -> list[tuple[str, str, str]]:
    """What, before, after; for a page."""
    lines = []
    for one in found:
        field = one.path[-1] if len(one.path) != 2 or one.path[0] == "rules" else one.path[0]
        order = len(one.path) == 1 and one.path[0] in _LISTS
        name = place(
            words,
            after if one.after is not None else before,
            one.path if one.path[0] not in ("closed", "open_days") else one.path[:1],
        )
        shown = [
            _ordered(office, one.path[0], given) if order else given
            for office, given in ((before, one.before), (after, one.after))
        ]
        if order:
            name = words("settings.order", name=name)
        lines.append((name, value(words, before, field, shown[0]), value(words, after, field, shown[1])))
    return lines


def _ordered(office: OfficeFile, section: str, ids: Sequence[str]) -> list[str]:
    return [_part(office, section, one) for one in ids]
