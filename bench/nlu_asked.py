"""Names, numbers, wards and counts of people asked for by voice: what is understood of them through an engine.

They are spoken by Open JTalk's voice "mei", sounds of which the phoneme listener was trained on, so its figures flatter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

import numpy as np

import nlu
from calendar_backend.office_file import DEMO_OFFICES, load_office
from nlu.hinting import hints_for
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Meaning
from nlu.question import Expect, Question
from nlu.reading import hiragana
from nlu.voting import SURE
from prompts.sentence import Sentence
from voicebot.clock import TOKYO
from voicebot.speech import closed, mulaw
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.recognizer import Recognizer
from voicebot.speech.resampler import Doubler

RATE = 6.5
"""mora/s of a caller who takes care."""

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
SILENCE = np.zeros(2_400, np.int16)

_NAMES = "サトウ タナカ ワタナベ ヤマモト コバヤシ マツモト イノウエ キムラ ハヤシ シミズ コガ マツフジ オガタ クワノ オオクボ ハセガワ"
_NUMBERS = "4719 0382 7158 9046 2603 5591 1177 8240 09012345678 0935823331 08077741234 0936718181"
_DIGITS = ("ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュウ")
_COUNTS = (
    ("ひとりです", 1),
    ("ふたりです", 2),
    ("さんにんです", 3),
    ("よにんです", 4),
    ("にめいです", 2),
    ("わたしだけです", 1),
)
_ENDINGS = ("です", "ともうします", "")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what is said to it in kana, and what is right."""

    question: Question
    said: str
    right: frozenset[str]


@dataclass
class Understood:
    total: int = 0
    right: int = 0
    sure: int = 0
    sure_right: int = 0
    wrong: list[str] = field(default_factory=list)


def kinds() -> dict[str, list[Asked]]:
    """What is asked, by the kind of question."""
    return {
        "names": list(_names()),
        "numbers": list(_numbers()),
        "wards": list(_wards()),
        "counts of people": list(_counts()),
    }


def _names() -> Iterator[Asked]:
    for n, name in enumerate(_NAMES.split()):
        yield Asked(Question(Expect.NAME), name + _ENDINGS[n % len(_ENDINGS)], frozenset({name}))


def _numbers() -> Iterator[Asked]:
    for number in _NUMBERS.split():
        groups = (number[:-8], number[-8:-4], number[-4:])
        said = "の、".join("".join(_DIGITS[int(digit)] for digit in group) for group in groups if group)
        yield Asked(Question(Expect.DIGITS), said + "です", frozenset({number}))


def _wards() -> Iterator[Asked]:
    wards = _offices()
    question = Question(Expect.OFFICE, offices=wards)
    for ward in wards:
        name = ward.name.reading.partition("くやくしょ")[0]
        yield Asked(question, name + "くです", frozenset({ward.id}))
        yield Asked(question, name, frozenset({ward.id}))
    for shared in ("こくら", "やはた"):
        both = frozenset(ward.id for ward in wards if ward.name.reading.startswith(shared))
        yield Asked(question, shared + "です", both)


@cache
def _offices() -> tuple[Entry, ...]:
    """The wards of the demo city."""
    loaded = [load_office(path) for path in DEMO_OFFICES]
    return tuple(Entry(office.id, Term(office.name, office.reading)) for office in loaded)


def _counts() -> Iterator[Asked]:
    for said, count in _COUNTS:
        yield Asked(Question(Expect.PEOPLE), said, frozenset({str(count)}))


def understood(engine: Recognizer, lexicon: Lexicon, asked: list[Asked]) -> Understood:
    """Each spoken over a telephone line, heard with the hints of its question."""
    found = Understood()
    for one in asked:
        sentence = Sentence("asked", one.said, one.said, hiragana(one.said), False)
        pcm = mulaw.decode(OpenJTalkVoice().speak(sentence, RATE))
        listening = engine.listen(hints := hints_for(one.question, NOW, lexicon))
        listening.feed(Doubler().feed(np.concatenate([SILENCE, pcm, SILENCE])))
        heard = closed.hear(listening, hints)
        words = heard[0].text if heard else ""
        meaning = nlu.interpret(heard, one.question, NOW, lexicon)
        best, score = _best(meaning)
        good = best == one.right
        found.total += 1
        found.right += good
        found.sure += score >= SURE
        found.sure_right += good and score >= SURE
        if not good:
            found.wrong.append(f"{one.said} -> {', '.join(sorted(best)) or words}")
    return found


def _best(meaning: Meaning) -> tuple[frozenset[str], float]:
    """What is understood, with all that is as near, and its score."""
    people = (meaning.people,) if meaning.people else ()
    ranked = meaning.names or meaning.digits or meaning.offices or people
    if not ranked:
        return frozenset(), 0.0
    best = ranked[0].score
    return frozenset(str(s.value) for s in ranked if best - s.score < 0.05), best
