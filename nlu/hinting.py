"""What a question allows, as words a recognizer can look for: most likely first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, lru_cache

from nlu import details, hint_words, kana_numbers, offices
from nlu.clock import local
from nlu.grammar import Grammar, digits, digits_grammar, grammar, names_grammar
from nlu.hints import Candidate, Hints
from nlu.lexicon import Entry, Lexicon
from nlu.meaning import Order
from nlu.question import Choice, Effect, Expect, Question
from nlu.reading import hiragana
from nlu.surnames import surnames
from nlu.vocabulary.forms import listened

HORIZON = timedelta(days=60)
"""As far ahead as days are offered to the recognizer."""

MAX_CANDIDATES = 310
MAX_NAMES = 250

_WORKDAYS = 5
_RELATIVE = "RelativeDay RelativeWeek WeeksLater MonthEnd RelativeMonth DaysLater NextDay Weekend DayWish"

_DOES = {None: (), Effect.CANCEL: hint_words.CANCELS, Effect.CHANGE: hint_words.CHANGES}
"""By what a yes does."""


def hints_for(question: Question, now: datetime, lexicon: Lexicon) -> Hints:
    """What the answer to `question` may be. Days reach from tomorrow to HORIZON; times follow the opening hours."""
    question = replace(question, known=())
    return _hints(question, local(now).replace(hour=0, minute=0, second=0, microsecond=0), lexicon)


@lru_cache(maxsize=256)
def _hints(question: Question, midnight: datetime, lexicon: Lexicon) -> Hints:
    candidates = _unique(_allowed(question, midnight, lexicon), MAX_CANDIDATES)
    closed = question.expect is Expect.ANSWER and not (question.further or question.answers)
    return Hints(candidates, question.expect, _grammar(question.expect, lexicon), closed)


def _allowed(question: Question, midnight: datetime, lexicon: Lexicon) -> list[Sequence[Candidate]]:
    """Most likely first."""
    answers, commands = _pairs(hint_words.ANSWERS), _pairs(hint_words.COMMANDS)
    match question.expect:
        case Expect.ANSWER if question.answers:
            return [_numbered(question.answers), _called(question.answers), answers, commands]
        case Expect.ANSWER:
            existing = [_pairs(hint_words.EXISTING)] if question.existing else []
            further = [_pairs(hint_words.FURTHER), procedures(lexicon, ())] if question.further else []
            return [answers[:2], *existing, *further, _pairs(_DOES[question.effect]), answers, commands]
        case Expect.DATE:
            return [dates(midnight), commands, answers[:2]]
        case Expect.TIME:
            return [times(lexicon), commands, answers[:2]]
        case Expect.PROCEDURE:
            several = [_pairs(hint_words.BOTH)] if question.procedures else []
            return [*several, procedures(lexicon, question.procedures), commands, answers[:2]]
        case Expect.CHOICE:
            places = [*_words("Ordinal Place"), *_pairs(hint_words.POSITIONS)]
            return [_places(question.choices), places, answers, commands, times(lexicon)]
        case Expect.NAME:
            return [_surnames(), _pairs(hint_words.UNKNOWN), commands]
        case Expect.DIGITS:
            return [_pairs(hint_words.UNKNOWN), answers[:2], commands, _digits()]
        case Expect.OFFICE:
            return [_offices(question.offices), commands, answers[:2], procedures(lexicon, ())]
        case Expect.PEOPLE:
            return [_pairs(hint_words.PEOPLE), commands, answers[:2]]
        case Expect.DETAIL:
            return [_details(question.details), answers, commands]
        case Expect.ANY:
            wishes = [_pairs(hint_words.REQUESTS), commands, _pairs(hint_words.TOPICS)]
            return [procedures(lexicon, ()), *wishes, dates(midnight)]


def _grammar(expect: Expect, lexicon: Lexicon) -> Grammar:
    """Days and times are no part of a name or a number."""
    match expect:
        case Expect.NAME:
            return names_grammar()
        case Expect.DIGITS:
            return digits_grammar()
        case _:
            return grammar(lexicon)


def _surnames() -> list[Candidate]:
    return [Candidate(name, hiragana(name)) for name in list(surnames())[:MAX_NAMES]]


def _offices(known: tuple[Entry, ...]) -> list[Candidate]:
    """Their names, and what is left of them without 区役所, alone and together."""
    out = [Candidate(term.text, term.reading) for office in known for term in (office.name, *office.aliases)]
    return out + [Candidate(text, kana) for text, kana in offices.short_names(known)]


def _details(named: tuple[str, ...]) -> list[Candidate]:
    """What may be offered of them."""
    entries = [entry for name in named if name in details.WORDS for entry in details.WORDS[name].values]
    return [Candidate(term.text, term.reading) for entry in entries for term in (entry.name, *entry.aliases)]


def _numbered(entries: tuple[Entry, ...]) -> list[Candidate]:
    """1番, 2番."""
    return [Candidate(f"{n}番", kana_numbers.number(n)[0] + "ばん") for n in range(1, len(entries) + 1)]


def _called(entries: tuple[Entry, ...]) -> list[Candidate]:
    terms = [term for one in entries for term in (one.name, *one.answered_by)]
    return [Candidate(term.text, term.reading.replace(" ", "")) for term in terms]


def _pairs(words: tuple[tuple[str, str], ...]) -> list[Candidate]:
    return [Candidate(text, reading) for text, reading in words]


def _digits() -> list[Candidate]:
    return [Candidate(word.written, word.form) for word in digits()] + _pairs(hint_words.MOBILE)


@lru_cache(maxsize=16)
def _words(kinds: str) -> tuple[Candidate, ...]:
    """Words of the vocabulary, by kind: each writing with its first reading, then with its others."""
    of_kinds = [word for kind in kinds.split() for word in listened() if word.kind == kind]
    usual: dict[str, Candidate] = {}
    others = []
    for word in of_kinds:
        candidate = Candidate(word.written, word.form)
        if usual.setdefault(word.written, candidate) is not candidate:
            others.append(candidate)
    return (*usual.values(), *others)


def _whichever(kind: str) -> list[Candidate]:
    """「いつでもいいです」"""
    fine = Candidate("いいです", "いいです")
    found = [word for word in listened() if word.kind == kind and word.value is Order.ANY]
    return [_together(Candidate(word.written, word.form), "", fine) for word in found]


@cache
def _weekdays() -> tuple[list[Candidate], list[Candidate]]:
    """月曜日 to 日曜日, and 月曜 to 日曜."""
    every = _words("Weekday")
    return [c for c in every if c.text.endswith("日")], [c for c in every if not c.text.endswith("日")]


def _half(hour: int) -> Candidate:
    """午前 or 午後."""
    half = "am" if hour < 12 else "pm"
    return next(Candidate(w.written, w.form) for w in listened() if w.kind == "Half" and w.value == half)


def _together(first: Candidate, link: str, second: Candidate) -> Candidate:
    return Candidate(first.text + link + second.text, first.reading + link + second.reading)


def _unique(groups: Iterable[Sequence[Candidate]], limit: int) -> tuple[Candidate, ...]:
    return tuple(dict.fromkeys(candidate for group in groups for candidate in group))[:limit]


@lru_cache(maxsize=64)
def procedures(lexicon: Lexicon, only: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Names, what tells those asked about from each other, and nicknames; the ones asked about first."""
    entries = sorted(lexicon.entries, key=lambda entry: entry.id not in only)
    named = [Candidate(entry.name.text, entry.name.reading) for entry in entries]
    asked = [
        Candidate(term.text, term.reading)
        for entry in entries
        if entry.id in only
        for term in entry.answered_by
    ]
    aliases = [Candidate(term.text, term.reading) for entry in entries for term in entry.aliases]
    return (*named, *asked, *aliases)


@lru_cache(maxsize=8)
def dates(midnight: datetime) -> tuple[Candidate, ...]:
    """Days as they are spoken: 明日, 火曜日, 来週の火曜日, 12月4日, 4日, 12月の4日."""
    out = [*_words(_RELATIVE), *_whichever("DayWish")]
    weekdays, short = _weekdays()
    out += weekdays
    for week in _words("RelativeWeek"):
        out += [_together(week, "の", weekday) for weekday in weekdays[:_WORKDAYS]]
    out += short
    spoken_days = [midnight.date() + timedelta(days=n) for n in range(1, HORIZON.days + 1)]
    for day in spoken_days:
        month = kana_numbers.months(day.month)[0]
        out += [Candidate(f"{day.month}月{day.day}日", month + kana_numbers.days(day.day)[0])]
    for n in sorted({day.day for day in spoken_days}):
        out += [Candidate(f"{n}日", reading) for reading in kana_numbers.days_as_said(n)[:2]]
    for day in spoken_days:
        month = kana_numbers.months(day.month)[0]
        out += [Candidate(f"{day.month}月の{day.day}日", f"{month}の{kana_numbers.days(day.day)[0]}")]
    return tuple(out)


@lru_cache(maxsize=16)
def times(lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Times within the opening hours, on the hour and half hour, with and without 午前 and 午後."""
    out: list[Candidate] = []
    for hour in range(lexicon.opens.hour, lexicon.closes.hour + 1):
        half_of_day = _half(hour)
        clock = hour if hour <= 12 else hour - 12
        for reading in kana_numbers.hours(clock)[:2]:
            for half, sound in (("", ""), ("半", "はん")):
                out += [
                    Candidate(f"{half_of_day.text}{clock}時{half}", half_of_day.reading + reading + sound),
                    Candidate(f"{clock}時{half}", reading + sound),
                ]
        if hour > 12:
            out += [Candidate(f"{hour}時", kana_numbers.hours(hour)[0])]
        out += [
            Candidate(f"{clock}時{m}分", kana_numbers.hours(clock)[0] + kana_numbers.minutes(m)[0])
            for m in (15, 45)
        ]
    return (*_words("Part Noon Half TimeWish"), *_whichever("TimeWish"), *out)


def _places(choices: tuple[Choice, ...]) -> list[Candidate]:
    """The offered places by their time and their day."""
    out = []
    for choice in choices:
        hour, minute = choice.start.hour, choice.start.minute
        clock = hour if hour <= 12 else hour - 12
        text = f"{clock}時" + (f"{minute}分" if minute else "")
        reading = kana_numbers.hours(clock)[0] + (kana_numbers.minutes(minute)[0] if minute else "")
        day, at = choice.day, Candidate(text, reading)
        out += [_together(_half(hour), "", at), at]
        out += [
            Candidate(
                f"{day.month}月{day.day}日", kana_numbers.months(day.month)[0] + kana_numbers.days(day.day)[0]
            ),
            _weekdays()[0][day.weekday()],
        ]
    return out
