"""What callers say around a booking, as words of kinds and which kind may follow which."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from nlu import kana_numbers
from nlu.lexicon import Lexicon
from nlu.reading import hiragana
from nlu.surnames import surnames


class Kind(StrEnum):
    """The kinds of words. A run of DIGIT is a number said digit by digit."""

    FILLER = "filler"
    MONTH = "month"
    DAY = "day"
    WHOLE_DAY = "whole day"
    WEEK = "week"
    WEEKDAY = "weekday"
    OF = "of"
    HALF = "half of the day"
    HOUR = "hour"
    MINUTE = "minute"
    WHOLE_TIME = "whole time"
    ABOUT = "about"
    PROCEDURE = "procedure"
    ANSWER = "answer"
    DIGIT = "digit"
    PARTICLE = "particle"
    ENDING = "ending"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written and, in hiragana, as it sounds: は the particle is わ."""

    text: str
    reading: str
    kind: Kind

    @property
    def tells(self) -> bool:
        """Whether it says something about the booking."""
        return self.kind not in _AROUND


_AROUND = frozenset({Kind.FILLER, Kind.OF, Kind.ABOUT, Kind.PARTICLE, Kind.ENDING, Kind.DIGIT})


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words, and the successions of kinds. Anything may be said before, between and after them."""

    words: tuple[Word, ...] = ()
    follows: frozenset[tuple[Kind, Kind]] = field(default=frozenset())
    """(first, second): `second` may follow directly."""


NO_GRAMMAR = Grammar()

_K = Kind
_ENDS_DAY = (_K.DAY, _K.WHOLE_DAY, _K.WEEKDAY, _K.WEEK, _K.MONTH)
_ENDS_TIME = (_K.HOUR, _K.MINUTE, _K.WHOLE_TIME, _K.ABOUT, _K.HALF)
_ENDS = (*_ENDS_DAY, *_ENDS_TIME, _K.PROCEDURE)
_BEGINS = (_K.MONTH, _K.DAY, _K.WHOLE_DAY, _K.WEEK, _K.WEEKDAY, _K.HALF, _K.HOUR, _K.WHOLE_TIME, _K.PROCEDURE)
FOLLOWS = frozenset(
    {
        *((_K.FILLER, kind) for kind in Kind),
        *((kind, _K.FILLER) for kind in Kind),
        *((_K.ENDING, kind) for kind in (*_BEGINS, _K.ANSWER)),
        *((_K.PARTICLE, kind) for kind in (*_BEGINS, _K.ANSWER, _K.ENDING, _K.MINUTE)),
        *((kind, following) for kind in _ENDS for following in (_K.OF, _K.PARTICLE, _K.ENDING)),
        *((_K.OF, kind) for kind in (*_BEGINS, _K.MINUTE)),
        *((_K.ANSWER, kind) for kind in (*_BEGINS, _K.ENDING, _K.ANSWER, _K.PARTICLE)),
        *((kind, following) for kind in _ENDS_DAY for following in (_K.HALF, _K.HOUR, _K.WHOLE_TIME)),
        (_K.MONTH, _K.DAY), (_K.WEEK, _K.WEEKDAY), (_K.WEEK, _K.DAY), (_K.DAY, _K.WEEKDAY), (_K.HALF, _K.HOUR),
        (_K.HOUR, _K.MINUTE), (_K.HOUR, _K.ABOUT), (_K.MINUTE, _K.ABOUT), (_K.WHOLE_TIME, _K.ABOUT), (_K.HALF, _K.ABOUT),
        (_K.DAY, _K.ABOUT), (_K.WEEKDAY, _K.ABOUT), (_K.DIGIT, _K.DIGIT), (_K.DIGIT, _K.ENDING), (_K.DIGIT, _K.OF), (_K.OF, _K.DIGIT),
        (_K.NAME, _K.ENDING), (_K.NAME, _K.OF), (_K.ANSWER, _K.NAME), (_K.PARTICLE, _K.NAME), (_K.PARTICLE, _K.PARTICLE), (_K.ENDING, _K.PARTICLE), (_K.ENDING, _K.ENDING),
    }
)  # fmt: skip

_NAME_ENDINGS = (
    ("です", "です"), ("と申します", "ともうします"), ("といいます", "といいます"), ("でございます", "でございます"), ("ですけど", "ですけど"), ("ですが", "ですが"), ("と申しますが", "ともうしますが"),
)  # fmt: skip

# A word is written before the readings that it has, は=わ; without =, it is read as it is written.
_SAID: dict[Kind, str] = {
    Kind.FILLER: """えーと えっと えー あの あのー あ うーん うーんと ええと んー そうですね そうですねえ=そうですねー すみません じゃあ それじゃあ
        では=でわ もしもし まあ そのー できれば それでは=それでわ""",
    Kind.MONTH: "来月=らいげつ 再来月=さらいげつ 今月=こんげつ",
    Kind.WHOLE_DAY: """明日=あした,あす,みょうにち 明後日=あさって,みょうごにち しあさって 今日=きょう,ほんじつ 翌日=よくじつ 次の日=つぎのひ
        一週間後=いっしゅうかんご 二週間後=にしゅうかんご 三日後=みっかご 月末=げつまつ 週末=しゅうまつ 平日=へいじつ
        一番早い日=いちばんはやいひ いつでも なるべく早い日=なるべくはやいひ""",
    Kind.WEEK: "来週=らいしゅう 再来週=さらいしゅう 今週=こんしゅう 今度=こんど 次=つぎ",
    Kind.WEEKDAY: """月曜日=げつようび 火曜日=かようび 水曜日=すいようび 木曜日=もくようび 金曜日=きんようび 土曜日=どようび 日曜日=にちようび
        月曜=げつよう 火曜=かよう 水曜=すいよう 木曜=もくよう 金曜=きんよう 土曜=どよう 日曜=にちよう""",
    Kind.OF: "の",
    Kind.HALF: "午前=ごぜん 午後=ごご 朝=あさ 夕方=ゆうがた お昼=おひる",
    Kind.WHOLE_TIME: """午前中=ごぜんちゅう 午後一番=ごごいちばん 朝一番=あさいちばん 正午=しょうご お昼過ぎ=おひるすぎ 何時でも=なんじでも
        一番早い時間=いちばんはやいじかん""",
    Kind.ABOUT: "ごろ 以降=いこう から まで 過ぎ=すぎ ぐらい 前=まえ ちょうど",
    Kind.DIGIT: "0=ぜろ,れい,まる 1=いち 2=に 3=さん 4=よん,し 5=ご 6=ろく 7=なな,しち 8=はち 9=きゅう,く",
    Kind.PARTICLE: "は=わ が に で を=お へ=え も か ば と",
    Kind.ENDING: """お願いします=おねがいします お願いいたします=おねがいいたします お願いできますか=おねがいできますか です ですか がいいです
        がいいんですけど 予約したいです=よやくしたいです 予約したいんですが=よやくしたいんですが の予約をお願いします=のよやくおおねがいします
        をしたいんですが=おしたいんですが の手続きです=のてつづきです の手続き=のてつづき の予約=のよやく を取りたいんですが=おとりたいんですが
        なんですが なんですけど にしてください は空いていますか=わあいていますか でよかです がよかです でいいです で頼みます=でたのみます
        大丈夫です=だいじょうぶです 結構です=けっこうです 欲しいです=ほしいです 希望します=きぼうします""",
}  # fmt: skip


@lru_cache(maxsize=16)
def grammar(lexicon: Lexicon, answers: tuple[tuple[str, str], ...] = ()) -> Grammar:
    """Built once for a lexicon: a procedure that a clerk adds is a word of the next question."""
    return Grammar(tuple(dict.fromkeys((*_standing(), *_office(lexicon), *_answers(answers)))), FOLLOWS)


@lru_cache(maxsize=1)
def names_grammar() -> Grammar:
    """Surnames, and what stands around them."""
    known = [Word(name, hiragana(name), Kind.NAME) for name in surnames()]
    ends = [Word(text, said, Kind.ENDING) for text, said in _NAME_ENDINGS]
    return Grammar((*_of_kinds(Kind.FILLER), *known, *ends), FOLLOWS)


@lru_cache(maxsize=1)
def digits_grammar() -> Grammar:
    """Digits, の between them, and what stands around them."""
    return Grammar(_of_kinds(Kind.FILLER, Kind.DIGIT, Kind.OF, Kind.ENDING), FOLLOWS)


def _of_kinds(*kinds: Kind) -> tuple[Word, ...]:
    return tuple(word for word in _standing() if word.kind in kinds)


def _answers(pairs: Iterable[tuple[str, str]]) -> Iterable[Word]:
    return (Word(text, reading, Kind.ANSWER) for text, reading in pairs)


def _office(lexicon: Lexicon) -> Iterable[Word]:
    for entry in lexicon.entries:
        for term in (entry.name, *entry.aliases):
            yield Word(term.text, term.reading, Kind.PROCEDURE)


@lru_cache(maxsize=1)
def _standing() -> tuple[Word, ...]:
    """The words that are the same in every office."""
    words = []
    for kind, said in _SAID.items():
        for one in said.split():
            text, _, readings = one.partition("=")
            words += [Word(text, reading, kind) for reading in (readings or text).split(",")]
    words += [Word(f"{n}月", said, Kind.MONTH) for n in range(1, 13) for said in kana_numbers.months(n)]
    words += [Word(f"{n}日", said, Kind.DAY) for n in range(1, 32) for said in kana_numbers.days_as_said(n)]
    words += [Word(f"{n}時", said, Kind.HOUR) for n in range(7, 25) for said in kana_numbers.hours(n)]
    words += [Word(f"{n}時", said, Kind.HOUR) for n in range(1, 7) for said in kana_numbers.hours(n)]
    words += [Word(f"{one.text}半", one.reading + "はん", one.kind) for one in words if one.kind is Kind.HOUR]
    words += [Word("半", "はん", Kind.MINUTE)]
    words += [
        Word(f"{n}分", said, Kind.MINUTE) for n in range(5, 60, 5) for said in kana_numbers.minutes(n)[:2]
    ]
    return tuple(words)
