"""What a question allows, as words a recognizer can look for: most likely first."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from nlu import details, hint_words, kana_numbers, offices
from nlu.clock import local
from nlu.grammar import Grammar, digits_grammar, grammar, names_grammar
from nlu.hints import Candidate, Hints
from nlu.lexicon import Entry, Lexicon
from nlu.question import Choice, Expect, Question
from nlu.reading import hiragana
from nlu.surnames import surnames

HORIZON = timedelta(days=60)
"""As far ahead as days are offered to the recognizer."""

MAX_CANDIDATES = 300
MAX_NAMES = 250

_WEEKDAYS = ("げつようび", "かようび", "すいようび", "もくようび", "きんようび", "どようび", "にちようび")
_DAYS = "月火水木金土日"
_WEEKS = (("来週の", "らいしゅうの"), ("再来週の", "さらいしゅうの"), ("今週の", "こんしゅうの"))


def hints_for(question: Question, now: datetime, lexicon: Lexicon) -> Hints:
    """What the answer to `question` may be. Days reach from tomorrow to HORIZON; times follow the opening hours."""
    return _hints(question, local(now).replace(hour=0, minute=0, second=0, microsecond=0), lexicon)


@lru_cache(maxsize=256)
def _hints(question: Question, midnight: datetime, lexicon: Lexicon) -> Hints:
    answers, commands = _pairs(hint_words.ANSWERS), _pairs(hint_words.COMMANDS)
    by_kind: dict[Expect, list[Sequence[Candidate]]] = {
        Expect.ANSWER: [
            answers[:2],
            *([_pairs(hint_words.EXISTING)] if question.existing else []),
            answers,
            commands,
        ],
        Expect.DATE: [dates(midnight), commands, answers[:2]],
        Expect.TIME: [times(lexicon), commands, answers[:2]],
        Expect.PROCEDURE: [
            *([_pairs(hint_words.BOTH)] if question.procedures else []),
            procedures(lexicon, question.procedures),
            commands,
            answers[:2],
        ],
        Expect.CHOICE: [
            _places(question.choices),
            _pairs(hint_words.POSITIONS),
            answers,
            commands,
            times(lexicon),
        ],
        Expect.NAME: [_surnames(), _pairs(hint_words.UNKNOWN), commands],
        Expect.DIGITS: [_pairs(hint_words.UNKNOWN), answers[:2], commands, _pairs(hint_words.DIGITS)],
        Expect.OFFICE: [_offices(question.offices), commands, answers[:2], procedures(lexicon, ())],
        Expect.PEOPLE: [_pairs(hint_words.PEOPLE), commands, answers[:2]],
        Expect.DETAIL: [_details(question.details), answers, commands],
        Expect.ANY: [
            procedures(lexicon, ()),
            _pairs(hint_words.REQUESTS),
            commands,
            _pairs(hint_words.TOPICS),
            dates(midnight),
        ],
    }
    candidates = _unique(by_kind[question.expect], MAX_CANDIDATES)
    closed = question.expect is Expect.ANSWER
    return Hints(candidates, question.expect, _grammar(question.expect, lexicon), closed)


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


def _pairs(words: tuple[tuple[str, str], ...]) -> list[Candidate]:
    return [Candidate(text, reading) for text, reading in words]


def _unique(groups: Iterable[Sequence[Candidate]], limit: int) -> tuple[Candidate, ...]:
    return tuple(dict.fromkeys(candidate for group in groups for candidate in group))[:limit]


def procedures(lexicon: Lexicon, only: tuple[str, ...]) -> list[Candidate]:
    """Names and nicknames; the ones asked about first."""
    entries = sorted(lexicon.entries, key=lambda entry: entry.id not in only)
    named = [Candidate(entry.name.text, entry.name.reading) for entry in entries]
    return named + [Candidate(term.text, term.reading) for entry in entries for term in entry.aliases]


@lru_cache(maxsize=8)
def dates(midnight: datetime) -> tuple[Candidate, ...]:
    """Days as they are spoken: 明日, 火曜日, 来週の火曜日, 12月4日, 4日, 12月の4日."""
    out = _pairs(hint_words.RELATIVE)
    out += [Candidate(f"{_DAYS[n]}曜日", _WEEKDAYS[n]) for n in range(7)]
    for text, reading in _WEEKS:
        out += [Candidate(f"{text}{_DAYS[n]}曜日", reading + _WEEKDAYS[n]) for n in range(5)]
    out += [Candidate(f"{_DAYS[n]}曜", _WEEKDAYS[n][:-1]) for n in range(7)]
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


def times(lexicon: Lexicon) -> list[Candidate]:
    """Times within the opening hours, on the hour and half hour, with and without 午前 and 午後."""
    out: list[Candidate] = []
    for hour in range(lexicon.opens.hour, lexicon.closes.hour + 1):
        half_of_day, said = ("午前", "ごぜん") if hour < 12 else ("午後", "ごご")
        clock = hour if hour <= 12 else hour - 12
        for reading in kana_numbers.hours(clock)[:2]:
            for half, sound in (("", ""), ("半", "はん")):
                out += [
                    Candidate(f"{half_of_day}{clock}時{half}", said + reading + sound),
                    Candidate(f"{clock}時{half}", reading + sound),
                ]
        if hour > 12:
            out += [Candidate(f"{hour}時", kana_numbers.hours(hour)[0])]
        out += [
            Candidate(f"{clock}時{m}分", kana_numbers.hours(clock)[0] + kana_numbers.minutes(m)[0])
            for m in (15, 45)
        ]
    return _pairs(hint_words.PARTS) + out


def _places(choices: tuple[Choice, ...]) -> list[Candidate]:
    """The offered places by their time and their day."""
    out = []
    for choice in choices:
        hour, minute = choice.start.hour, choice.start.minute
        clock = hour if hour <= 12 else hour - 12
        text = f"{clock}時" + (f"{minute}分" if minute else "")
        reading = kana_numbers.hours(clock)[0] + (kana_numbers.minutes(minute)[0] if minute else "")
        prefix, said = ("午前", "ごぜん") if hour < 12 else ("午後", "ごご")
        day = choice.day
        out += [Candidate(prefix + text, said + reading), Candidate(text, reading)]
        out += [
            Candidate(
                f"{day.month}月{day.day}日", kana_numbers.months(day.month)[0] + kana_numbers.days(day.day)[0]
            ),
            Candidate(f"{_DAYS[day.weekday()]}曜日", _WEEKDAYS[day.weekday()]),
        ]
    return out
