"""One sentence: how it is said now and how it would be, what is wrong with it, and its history."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from calendar_backend.errors import Collision
from prompts.catalogue import Wording, load
from prompts.keys import KEYS, samples
from prompts.problems import FIELDS, NORMAL_RATE, problems
from prompts.rendering import fill
from voicebot import own_sentences
from voicebot.console import audit
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import form, page
from voicebot.console.pages.sentences.listing import LIST
from voicebot.console.refusal import BAD, NOT_FOUND, STALE, Refusal
from voicebot.console.roles import Role
from voicebot.console.sentence_checks import complaints
from voicebot.console.sentence_sound import as_wav
from voicebot.database import reading, writing
from voicebot.own_sentences import Change
from voicebot.speech.recognizer import EngineMissing


@dataclass(frozen=True, slots=True)
class Place:
    """Which sentence a page is about."""

    key: str
    number: int
    """From 0."""

    @property
    def file(self) -> Wording:
        return load()[self.key][self.number]

    @property
    def address(self) -> str:
        return f"{LIST}/{self.key}/{self.number + 1}"

    @property
    def target(self) -> str:
        """For the audit log."""
        return f"sentence:{self.key}/{self.number + 1}"


def shown(ask: Ask) -> View:
    return _view(ask, _place(ask))


def tried(ask: Ask) -> View:
    """How it would be, before it is saved; or what is wrong with it."""
    place, typed = _place(ask), _typed(ask)
    wrong = complaints(ask.words, place.key, typed)
    return _view(ask, place, typed, wrong, 422 if wrong else 200)


def saved(ask: Ask) -> View | Go:
    """Raises Refusal where somebody else was first."""
    place, typed = _place(ask), _typed(ask)
    if wrong := complaints(ask.words, place.key, typed):
        return _view(ask, place, typed, wrong, 422)
    _change(ask, place, None if _same(typed, place.file) else typed)
    return Go(place.address, "sentence_saved")


def taken_back(ask: Ask) -> Go:
    """Raises Refusal where somebody else was first."""
    place = _place(ask)
    _change(ask, place, None)
    return Go(place.address, "sentence_back")


def heard(ask: Ask) -> Response:
    """WAV of the sentence as it is said now, or as it stands in the address. Raises Refusal."""
    place = _place(ask)
    asked = {name: ask.query(name) for name in FIELDS}
    with reading(ask.engine) as connection:
        now = _now(place, own_sentences.history(connection, place.key, place.number))
    wording = (
        Wording(**{name: _clean(text) for name, text in asked.items()}, line=0)
        if any(asked.values())
        else now
    )
    if problems(place.key, wording):
        raise Refusal(BAD, "unreadable")
    try:
        sound = as_wav(
            ask.service.parts.synthesizer, fill(place.key, wording, samples()), ask.service.parts.rate
        )
    except EngineMissing as error:
        raise Refusal(503, "no_voice", why=error) from None
    return Response(sound, media_type="audio/wav")


def _change(ask: Ask, place: Place, wording: Wording | None) -> None:
    seen = ask.form.get("seen", "")
    if not (seen.isascii() and seen.isdigit() and len(seen) < 10):
        raise Refusal(STALE, "changed_meanwhile")
    try:
        with writing(ask.engine) as connection:
            before = _now(place, own_sentences.history(connection, place.key, place.number))
            after = wording or place.file
            if _same(before, after):
                return
            own_sentences.change(connection, place.key, place.number, wording, int(seen), ask.now, ask.name)
            audit.record(
                connection,
                ask.now,
                ask.name,
                "sentence.change",
                place.target,
                _fields(before),
                _fields(after),
            )
    except (own_sentences.Changed, Collision):
        raise Refusal(STALE, "changed_meanwhile") from None


def _view(
    ask: Ask,
    place: Place,
    typed: Wording | None = None,
    wrong: dict[str, str] | None = None,
    status: int = 200,
) -> View:
    with reading(ask.engine) as connection:
        changes = own_sentences.history(connection, place.key, place.number)
    now = _now(place, changes)
    given = samples()
    values: dict[str, Any] = {
        "place": place,
        "of": len(load()[place.key]),
        "now_said": now,
        "typed": typed or now,
        "good": typed is not None and not wrong,
        "wrong": wrong or {},
        "own": bool(changes) and changes[0].wording is not None,
        "seen": changes[0].id if changes else 0,
        "changes": changes,
        "values": {name: given[name].text for name in KEYS[place.key]},
        "example": lambda wording: fill(place.key, wording, given).text,
        "seconds": lambda wording: f"{fill(place.key, wording, given).morae / NORMAL_RATE:.1f}",
    }
    return View("sentences/one.html", values, status)


def _place(ask: Ask) -> Place:
    """Raises Refusal."""
    key, number = ask.param("key"), ask.param("number")
    wordings = load().get(key, ())
    if not (number.isascii() and number.isdigit() and len(number) < 4 and 1 <= int(number) <= len(wordings)):
        raise Refusal(NOT_FOUND, "not_found")
    return Place(key, int(number) - 1)


def _now(place: Place, changes: Sequence[Change]) -> Wording:
    return (changes[0].wording if changes else None) or place.file


def _typed(ask: Ask) -> Wording:
    return Wording(**{name: _clean(ask.form.get(name, "")) for name in FIELDS}, line=0)


def _clean(text: str) -> str:
    """One line, without what is not seen."""
    return "".join(c for c in text if not unicodedata.category(c).startswith("C")).strip()


def _same(one: Wording, other: Wording) -> bool:
    return _fields(one) == _fields(other)


def _fields(wording: Wording) -> dict[str, str]:
    return {name: getattr(wording, name) for name in FIELDS}


ONE = f"{LIST}/{{key}}/{{number}}"
routes = [
    page(ONE, shown, needs=Role.CLERK),
    page(f"{ONE}/hear", heard, needs=Role.CLERK),
    form(f"{ONE}/try", tried, needs=Role.ADMINISTRATOR),
    form(f"{ONE}/save", saved, needs=Role.ADMINISTRATOR),
    form(f"{ONE}/back", taken_back, needs=Role.ADMINISTRATOR),
]
