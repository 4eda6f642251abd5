"""What the bench has spoken: booking sentences whose date, time and procedure are known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from nlu.lexicon import Lexicon
from nlu.question import Expect
from recordings_fixtures import load_all

NOW = datetime.fromisoformat("2026-11-24T10:00+09:00")
"""When all of them are said, a Tuesday."""

SEED = 2_026
COUNTS = {"date": 150, "time": 90, "procedure": 130, "day and time": 90, "all at once": 80}

_WEEKDAYS = "月火水木金"
_FILLERS = ("",) * 6 + (
    "えーと、", "あのー、", "そうですね、", "すみません、", "えっと、", "はい、", "あ、", "じゃあ、", "うーん、", "あの、すみません、",
    "ええと、それでは、", "そうですねえ、", "もしもし、", "できれば、",
)  # fmt: skip
_ENDINGS = (
    "でお願いします", "がいいです", "にお願いします", "です", "でお願いできますか", "がいいんですけど", "で予約したいんですが", "でお願いいたします",
    "は空いていますか", "に伺いたいのですが", "で頼みます", "にしてください", "", "を希望します", "でよろしくお願いします", "なら行けます", "が助かります",
    "でいかがでしょうか", "でよかです", "がよかとですけど", "にするっちゃ", "で取ってください",
)  # fmt: skip
_WISHES = (
    "の予約をお願いします", "をしたいんですが", "の手続きです", "を取りたいんですが", "", "の件です", "についてなんですけど", "の手続きをお願いできますか",
    "のことでお電話しました", "の予約を取りたいのですが", "ばお願いしたかとですけど", "で予約したいです", "をお願いいたします", "の窓口を予約したいんですが",
    "に行かなくてはいけなくて", "なんですが、よろしいでしょうか",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """One utterance and what it must be understood as; a slot that is not said is None or empty."""

    id: str
    kind: str
    parts: tuple[str, ...]
    """Its text in pieces between which people stop to think; 「…」 is a pause."""

    expect: Expect
    procedures: tuple[str, ...] = ()
    """Ids of which one must come first."""

    day: date | None = None
    start: time | None = None

    @property
    def text(self) -> str:
        """As written."""
        return "".join(self.parts)


def sentences(lexicon: Lexicon, seed: int = SEED) -> Iterator[Sentence]:
    """COUNTS of each kind, the kinds mixed, none twice and none from the recorded calls; always the same."""
    rng = Random(seed)
    taken = {turn.say for call in load_all() for turn in call.turns}
    wanted = [kind for kind, count in COUNTS.items() for _ in range(count)]
    rng.shuffle(wanted)
    for number, kind in enumerate(wanted):
        made = _sentence(f"{number:03}", kind, lexicon, rng)
        while made.text in taken:
            made = _sentence(f"{number:03}", kind, lexicon, rng)
        taken.add(made.text)
        yield made


def hesitant(sentence: Sentence) -> Sentence:
    """The same as somebody slow says it: pauses, and fillers in half of them, before and between the parts."""
    rng = Random(sentence.id)
    parts = [rng.choice(("えーと…", "あのー…", "そうですねえ…", "えー…", "うーん…"))]
    said = [part for part in sentence.parts if part]
    for part in said[:-1]:
        pause = "…" + rng.choice(("", "", "えー、", "あのー、", "えーと、"))
        parts += [part, pause if rng.random() < 0.6 and "…" not in part else ""]
    return replace(sentence, id=f"{sentence.id}-slow", parts=(*parts, said[-1]))


def _sentence(name: str, kind: str, lexicon: Lexicon, rng: Random) -> Sentence:
    filler = rng.choice(_FILLERS)
    said_day, day = _day(rng)
    said_time, start = _time(rng)
    word, ids = _procedure(lexicon, rng)
    ending = rng.choice(_ENDINGS)
    match kind:
        case "date":
            return Sentence(name, kind, (filler, said_day, ending), Expect.DATE, day=day)
        case "time":
            return Sentence(name, kind, (filler, said_time, ending), Expect.TIME, start=start)
        case "procedure":
            return Sentence(name, kind, (filler, word, rng.choice(_WISHES)), Expect.PROCEDURE, ids)
        case "day and time":
            return Sentence(
                name, kind, (filler, f"{said_day}の", said_time, ending), Expect.DATE, day=day, start=start
            )
        case _:
            joint = rng.choice(("を", "を、", "の予約を", "で、"))
            parts = (filler, word + joint, f"{said_day}の", said_time, ending)
            return Sentence(name, kind, parts, Expect.ANY, ids, day, start)


def _procedure(lexicon: Lexicon, rng: Random) -> tuple[str, tuple[str, ...]]:
    """A name or nickname that is a noun, and whose it is."""
    entry = rng.choice(lexicon.entries)
    nouns = [entry.name, *(a for a in entry.aliases if a.text[-1] < "ぁ" or a.text[-1] > "ん")]
    said = rng.choice(nouns)
    owners = [e.id for e in lexicon.entries if said.text in (e.name.text, *(a.text for a in e.aliases))]
    return said.text, tuple(owners)


def _day(rng: Random) -> tuple[str, date]:
    today = NOW.date()
    day = today + timedelta(days=rng.randint(2, 55))
    weekday = rng.randrange(5)
    monday = today - timedelta(days=today.weekday())
    week, weeks = rng.choice((("来週の", 1), ("来週", 1), ("再来週の", 2), ("再来週の", 2)))
    this_month, next_month = rng.randint(25, 30), rng.randint(1, 28)
    coming = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    near, ahead = rng.choice(
        (("明日", 1), ("アシタ", 1), ("アサッテ", 2), ("シアサッテ", 3), ("一週間後", 7))
    )
    month = f"{day.month}月"
    return rng.choice(
        (
            (f"{month}{day.day}日", day),
            (f"{month}{day.day}日", day),
            (f"{month}の{day.day}日", day),
            (f"{month}の…{day.day}日", day),
            (f"{month}{day.day}日の{'月火水木金土日'[day.weekday()]}曜日", day),
            (f"{this_month}日", today.replace(day=this_month)),
            (f"来月の{next_month}日", today.replace(day=next_month) + relativedelta(months=1)),
            (week + _WEEKDAYS[weekday] + "曜日", monday + timedelta(weeks=weeks, days=weekday)),
            (week + _WEEKDAYS[weekday] + "曜", monday + timedelta(weeks=weeks, days=weekday)),
            (_WEEKDAYS[weekday] + "曜日", coming),
            (near, today + timedelta(days=ahead)),
        )
    )


def _time(rng: Random) -> tuple[str, time]:
    hour = rng.choice((9, 10, 11, 13, 14, 15, 16))
    minute = rng.choice((0, 0, 0, 30, 30, 15, 45))
    clock = hour if hour < 12 else hour - 12
    half = "午前" if hour < 12 else "午後"
    past = {0: ("", "", "ごろ"), 30: ("半", "半", "30分"), 15: ("15分",), 45: ("45分",)}[minute]
    said = rng.choice(
        (f"{half}{clock}時", f"{half}{clock}時", f"{half}の{clock}時", f"{clock}時", f"{hour}時")
    )
    return said + rng.choice(past), time(hour, minute)
