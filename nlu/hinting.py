"""What a question allows, as words a recognizer can look for: most likely first."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from nlu import kana_numbers
from nlu.clock import local
from nlu.grammar import grammar
from nlu.hints import Candidate, Hints
from nlu.lexicon import Lexicon
from nlu.question import Choice, Expect, Question

HORIZON = timedelta(days=60)
"""As far ahead as days are offered to the recognizer."""

MAX_CANDIDATES = 300

_WEEKDAYS = ("げつようび", "かようび", "すいようび", "もくようび", "きんようび", "どようび", "にちようび")
_DAYS = "月火水木金土日"
_WEEKS = (("来週の", "らいしゅうの"), ("再来週の", "さらいしゅうの"), ("今週の", "こんしゅうの"))
_YES = (("はい", "はい"), ("ええ", "ええ"), ("うん", "うん"), ("あ、はい", "あはい"))
_NO = (("いいえ", "いいえ"), ("いえ", "いえ"), ("いや", "いや"))
_YES_TAILS = (
    ("お願いします", "おねがいします"), ("そうです", "そうです"), ("大丈夫です", "だいじょうぶです"), ("結構です", "けっこうです"),
    ("それでいいです", "それでいいです"), ("お願いいたします", "おねがいいたします"), ("よろしくお願いします", "よろしくおねがいします"),
    ("それでお願いします", "それでおねがいします"), ("それで結構です", "それでけっこうです"), ("いいです", "いいです"), ("いいですよ", "いいですよ"),
    ("その通りです", "そのとおりです"), ("間違いありません", "まちがいありません"), ("間違いないです", "まちがいないです"), ("合っています", "あっています"),
    ("合ってます", "あってます"), ("それで合っています", "それであっています"), ("確かにそうです", "たしかにそうです"), ("構いません", "かまいません"),
    ("問題ありません", "もんだいありません"), ("予約してください", "よやくしてください"), ("その時間でお願いします", "そのじかんでおねがいします"),
    ("その時間で頼みます", "そのじかんでたのみます"), ("頼みます", "たのみます"), ("それで頼みます", "それでたのみます"), ("よかです", "よかです"), ("よかよ", "よかよ"),
    ("そいでよかよ", "そいでよかよ"), ("いいっちゃ", "いいっちゃ"), ("そうばい", "そうばい"), ("もちろんです", "もちろんです"), ("お願いできますか", "おねがいできますか"),
    ("そうしてください", "そうしてください"), ("それでよろしいです", "それでよろしいです"), ("その日でお願いします", "そのひでおねがいします"), ("それで取ってください", "それでとってください"),
)  # fmt: skip
_NO_TAILS = (
    ("違います", "ちがいます"), ("だめです", "だめです"), ("そうじゃありません", "そうじゃありません"), ("ちょっと違います", "ちょっとちがいます"),
    ("やめます", "やめます"), ("時間を変えてください", "じかんをかえてください"), ("日にちを変えてください", "ひにちをかえてください"),
    ("時間が違います", "じかんがちがいます"), ("日にちが違います", "ひにちがちがいます"), ("間違っています", "まちがっています"), ("変えてください", "かえてください"),
    ("違うっちゃ", "ちがうっちゃ"), ("予約しません", "よやくしません"), ("やめておきます", "やめておきます"),
)  # fmt: skip


def _said(
    heads: tuple[tuple[str, str], ...], tails: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """Heads alone, tails alone, tails after each head: 「はい」「お願いします」「はい、お願いします」."""
    both = tuple((f"{h}、{t}", hr + tr) for h, hr in heads for t, tr in tails)
    return (*heads, *tails, *both)


_ANSWERS = (*_YES[:1], *_NO[:1], *_said(_YES, _YES_TAILS), *_said(_NO, _NO_TAILS))
_COMMANDS = (
    ("もう一度お願いします", "もういちどおねがいします"), ("係員", "かかりいん"), ("係の人", "かかりのひと"), ("オペレーター", "おぺれーたー"),
    ("最初から", "さいしょから"), ("戻って", "もどって"), ("ゆっくりお願いします", "ゆっくりおねがいします"), ("予約しません", "よやくしません"),
)  # fmt: skip
_REQUESTS = (
    ("予約を取り消したい", "よやくをとりけしたい"), ("予約をキャンセルしたい", "よやくをきゃんせるしたい"), ("予約の取り消し", "よやくのとりけし"),
    ("予約のキャンセル", "よやくのきゃんせる"), ("予約を変更したい", "よやくをへんこうしたい"), ("予約の変更", "よやくのへんこう"), ("予約を変えたい", "よやくをかえたい"),
    ("予約の日を変えたい", "よやくのひをかえたい"), ("予約の時間を変えたい", "よやくのじかんをかえたい"), ("予約を確認したい", "よやくをかくにんしたい"), ("予約の確認", "よやくのかくにん"),
    ("持ち物は何ですか", "もちものはなんですか"), ("何時まで開いていますか", "なんじまであいていますか"),
)  # fmt: skip
_TOPICS = (
    ("時間です", "じかんです"), ("日にちです", "ひにちです"), ("手続きです", "てつづきです"), ("時間を変えたい", "じかんをかえたい"), ("日にちを変えたい", "ひにちをかえたい"),
    ("時間を変えてください", "じかんをかえてください"), ("日にちを変えてください", "ひにちをかえてください"),
)  # fmt: skip
_BOTH = (
    ("両方です", "りょうほうです"),
    ("両方お願いします", "りょうほうおねがいします"),
    ("両方", "りょうほう"),
)
_RELATIVE = (
    ("明日", "あした"), ("明後日", "あさって"), ("今日", "きょう"), ("来週", "らいしゅう"), ("再来週", "さらいしゅう"), ("今週", "こんしゅう"),
    ("明日", "あす"), ("しあさって", "しあさって"), ("一週間後", "いっしゅうかんご"), ("月末", "げつまつ"), ("来月", "らいげつ"),
    ("一番早い日", "いちばんはやいひ"), ("いつでもいいです", "いつでもいいです"),
)  # fmt: skip
_PARTS = (
    ("午前中", "ごぜんちゅう"), ("午後", "ごご"), ("正午", "しょうご"), ("朝一番", "あさいちばん"), ("夕方", "ゆうがた"), ("午前", "ごぜん"),
    ("午後一番", "ごごいちばん"), ("お昼", "おひる"), ("何時でもいいです", "なんじでもいいです"),
)  # fmt: skip
_POSITIONS = (
    ("1番目", "いちばんめ"), ("2番目", "にばんめ"), ("3番目", "さんばんめ"), ("最初の", "さいしょの"), ("最後の", "さいごの"), ("1番", "いちばん"),
    ("2番", "にばん"), ("3番", "さんばん"), ("1つ目", "ひとつめ"), ("2つ目", "ふたつめ"), ("3つ目", "みっつめ"), ("真ん中", "まんなか"),
)  # fmt: skip


def hints_for(question: Question, now: datetime, lexicon: Lexicon) -> Hints:
    """What the answer to `question` may be. Days reach from tomorrow to HORIZON; times follow the opening hours."""
    return _hints(question, local(now).replace(hour=0, minute=0, second=0, microsecond=0), lexicon)


@lru_cache(maxsize=256)
def _hints(question: Question, midnight: datetime, lexicon: Lexicon) -> Hints:
    answers, commands = _pairs(_ANSWERS), _pairs(_COMMANDS)
    by_kind: dict[Expect, list[list[Candidate]]] = {
        Expect.ANSWER: [answers, commands],
        Expect.DATE: [dates(midnight), commands, answers[:2]],
        Expect.TIME: [times(lexicon), commands, answers[:2]],
        Expect.PROCEDURE: [
            *([_pairs(_BOTH)] if question.procedures else []),
            procedures(lexicon, question.procedures),
            commands,
            answers[:2],
        ],
        Expect.CHOICE: [_places(question.choices), _pairs(_POSITIONS), answers, commands, times(lexicon)],
        Expect.ANY: [procedures(lexicon, ()), _pairs(_REQUESTS), commands, _pairs(_TOPICS), dates(midnight)],
    }
    candidates = _unique(by_kind[question.expect], MAX_CANDIDATES)
    closed = question.expect is Expect.ANSWER
    return Hints(candidates, question.expect, grammar(lexicon), closed)


def _pairs(words: tuple[tuple[str, str], ...]) -> list[Candidate]:
    return [Candidate(text, reading) for text, reading in words]


def _unique(groups: Iterable[list[Candidate]], limit: int) -> tuple[Candidate, ...]:
    return tuple(dict.fromkeys(candidate for group in groups for candidate in group))[:limit]


def procedures(lexicon: Lexicon, only: tuple[str, ...]) -> list[Candidate]:
    """Names and nicknames; the ones asked about first."""
    entries = sorted(lexicon.entries, key=lambda entry: entry.id not in only)
    named = [Candidate(entry.name.text, entry.name.reading) for entry in entries]
    return named + [Candidate(term.text, term.reading) for entry in entries for term in entry.aliases]


def dates(midnight: datetime) -> list[Candidate]:
    """Days as they are spoken: 明日, 火曜日, 来週の火曜日, 12月4日, 4日, 12月の4日."""
    out = _pairs(_RELATIVE)
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
    return out


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
    return _pairs(_PARTS) + out


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
