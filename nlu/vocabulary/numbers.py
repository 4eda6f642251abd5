"""Numbers with their counters in digits, kanji, kana, and what a listener mixes of them: 2時, 二時, に時, にじ, 12月とう日."""

from collections.abc import Callable, Iterable
from functools import cache

from nlu import kana_numbers
from nlu.vocabulary.phrase import Phrases, ahead, maybe
from nlu.vocabulary.word import Word, words

NO_NUMBER = Phrases(
    "ません",
    (
        "一番 1番 いちばん",
        ahead("最後 さいご しまい おしまい 最初 さいしょ 初め はじめ 終わり おわり 下 した 後 あと"),
    ),
    ("下 しも 末尾", maybe("の"), maybe("4桁 四桁 4けた よんけた 4ケタ 4つ 四つ よっつ"), "が は わ 、"),
)
"""No thousand, no one and no four: すみません、車椅子なんですけど; 一番最後は; 下4桁は."""

_KANJI = "〇一二三四五六七八九"
LAST_DAY, LAST_HOUR = 39, 30
"""Days and hours that there are not are named so that they can be refused."""

FIRST_YEAR, LAST_YEAR = 1868, 2099

_ALL_THROUGH = tuple(
    "じゅう" + c for c in ("は", "も", "が", "で", "や", "ず", "、", "。", "にい", "にし", "にお")
)
"""「一日じゅうは」, and not 「5日じゅうじ」."""

_TIMES_A_DAY = tuple(
    per + n + c for per in ("", "に") for n in "1234567一二三四五六七何数" for c in ("本", "便", "回", "往復")
)
"""「バスが一日三本」, 「一日に何本もない」: how often, and no 1st."""

ENDS_A_VERB = 9
"""く日 is one only where no verb ends on it: 太鼓を叩く日."""

SOUNDS_SPRAINED = 9
"""The hour that sounds in 足をくじいて."""

LISTENED_MONTH, LISTENED_DAY, LISTENED_HOUR, LISTENED_MINUTES = 12, 31, 24, range(5, 60, 5)
LISTENED_DAYS, LISTENED_WEEKS, LISTENED_PLACE = (3,), (1, 2), 3
"""What a listener for sounds looks for: days and weeks are counted in 三日後 and 一週間後, places in 3番目."""


@cache
def kanji(n: int) -> tuple[str, ...]:
    """二十三 and 二三."""
    tens, unit = divmod(n, 10)
    positional = "".join(_KANJI[int(c)] for c in str(n))
    if n == 0:
        return ("〇", "零", "〇〇")
    usual = ("" if tens < 2 else _KANJI[tens]) + ("十" if tens else "") + (_KANJI[unit] if unit else "")
    return tuple(dict.fromkeys((usual, positional)))


@cache
def written(n: int) -> tuple[str, ...]:
    """Digits and kanji."""
    return (str(n), *((f"{n:02d}",) if n < 10 else ()), *kanji(n))


def _said(forms: Iterable[str], counter: str) -> list[str]:
    return [form.removesuffix(counter) for form in forms]


def _listened(writing: str, readings: Iterable[str], *, where: bool = True) -> list[str]:
    """A form that a listener for sounds looks for."""
    return [f"{writing}={','.join(readings)}"] if where else []


def counted(n: int, said: Callable[[int], tuple[str, ...]], counters: str) -> list[str]:
    """Every number with every counter; `said`: how the number is said with the last of `counters`."""
    kinds = counters.split()
    stems = [*written(n), *_said(said(n), kinds[-1]), *_mixed(n), *(kana_numbers.number(n) if n else ())]
    return list(dict.fromkeys(stem + counter for stem in stems for counter in kinds if stem))


def _mixed(n: int) -> list[str]:
    """二じゅう, 2じゅう3, 十さん: a number in two writings."""
    tens, unit = divmod(n, 10)
    if not tens:
        return []
    heads = [f"{tens}じゅう", f"{_KANJI[tens]}じゅう"] if tens > 1 else ["じゅう"]
    ends = (str(unit), _KANJI[unit]) if unit else ("",)
    kana = kana_numbers.number(unit) if unit else ()
    return [*(head + end for head in heads for end in ends), *(kanji(10 * tens)[0] + said for said in kana)]


def _days(n: int) -> list[str]:
    forms = counted(n, kana_numbers.number, "日 にち") if n else [*(w + "日" for w in written(n))]
    native = [said for said in kana_numbers.days(n) if said.endswith("か") or said == "ついたち"] if n else []
    if n in (14, 24):
        native += [("" if n == 14 else "2") + "10よっか", "十よっか" if n == 14 else "二十よっか"]
    heads = [said[:-1] + "日" for said in native if said.endswith("か")]
    dialect = [said + "んち" for said in kana_numbers.number(n)] if n > 10 else []
    if n == ENDS_A_VERB:
        forms = [form for form in forms if form != "く日"]
    return [*forms, *native, *dialect, *heads, *({10: ["とう日"], 1: ["いっぴ", "一ぴ"]}.get(n, []))]


def numbers() -> list[Word]:
    """Months, days, hours, minutes, counts and ordinals."""
    out: list[Word] = []
    for n in range(14):
        if n:
            listened = _listened(f"{n}月", kana_numbers.months(n), where=n <= LISTENED_MONTH)
            out += words("Month", n, [*listened, *counted(n, kana_numbers.months, "月 がつ")], never=("間",))
    out += words("Month", 12, "重二月 10日月 10日がつ じゅうに月")
    for n in range(LAST_DAY + 1):
        no_day = (
            *("間", "目", "以内", "仕事", "がかり", "かか", *_ALL_THROUGH, "中お", "ほど", "程", "市"),
            *(_TIMES_A_DAY if n == 1 else ("え", "う") if n == 20 else ()),
        )
        if n == ENDS_A_VERB:
            out += words("DayNumber", n, "く日", never=no_day, behind="^、。月のごはがもをんつ ")
        out += words(
            "DayNumber",
            n,
            [*_listened(f"{n}日", kana_numbers.days_as_said(n), where=0 < n <= LISTENED_DAY), *_days(n)],
            never=no_day,
        )
        if n == 20:
            out += words("DayNumber", n, "二十歳", ahead="、。で$")
        if n:
            listened = _listened(f"{kanji(n)[0]}日", kana_numbers.days(n)[:1], where=n in LISTENED_DAYS)
            out += words("DayCount", n, [*_days(n), *listened])
            out += words(
                "LastingDays",
                n,
                [day + end for day in _days(n) for end in ("間", "かん")],
                never=tuple("後前"),
            )
    for n in range(40, 400):
        out += words("DayCount", n, [f"{n}日"])
    for n in range(LAST_HOUR + 1):
        hours = counted(n, kana_numbers.hours, "時 じ")
        sprains = ("いて", "いた", "いと", "けて", "けた") if n == SOUNDS_SPRAINED else ()
        no_hour = ("間", "限", "かん", "刻", "ゅ", "ゃ", "ょ", "つ", *sprains)
        listened = _listened(f"{n}時", kana_numbers.hours(n), where=0 < n <= LISTENED_HOUR)
        after_particle = [*listened, *(said for said in hours if said[0] == "に")] if n >= 20 else []
        free = [*(listened if n < 20 else ()), *(said for said in hours if said not in after_particle)]
        out += words("Hour", n, free, never=no_hour)
        if after_particle:
            out += words("Hour", n, after_particle, never=no_hour, behind="^、のごるんはー")
        out += words(
            "Hour", n, [w + wrong for w in written(n) for wrong in "次字"], ahead="半ご頃にでのかはが、。$"
        )
        if n:
            out += words("HourCount", n, counted(n, kana_numbers.hours, "時間 じかん"))
    for n in range(100):
        spoken = kana_numbers.minutes if n else (lambda _: ("れいふん",))
        stems = [*written(n)]
        out += words(
            "Minute",
            n,
            [
                *_listened(f"{n}分", spoken(n)[:2], where=n in LISTENED_MINUTES),
                *(s + end for s in stems for end in ("分", "ふん", "ぷん")),
                *spoken(n),
                *(said[:-2] + "分" for said in spoken(n)),
            ],
            never=("の1", "け"),
        )
        out += words("Second", n, [s + "秒" for s in stems])
        if n:
            out += words(
                "YearCount", n, [s + c for s in (*stems, *kana_numbers.number(n)) for c in ("年", "ねん")]
            )
        if 0 < n < 53:
            out += words(
                "WeekCount",
                n,
                [
                    *(s + c for s in (*stems, *_week(n)) for c in ("週間", "週", "しゅうかん", "しゅう")),
                    *_listened(f"{kanji(n)[0]}週間", [_week(n)[0] + "しゅうかん"], where=n in LISTENED_WEEKS),
                ],
            )
            out += words("MonthCount", n, [s + c for s in (*stems, *_month(n)) for c in _MONTHS])
    for n in range(1, 10):
        out += _ordinal(n)
    for n in range(FIRST_YEAR, LAST_YEAR + 1):
        out += words(
            "YearNumber", n, [f"{n}年", "".join(_KANJI[int(c)] for c in str(n)) + "年", _thousands(n) + "年"]
        )
    for n in range(100):
        out += words(
            "Number",
            n,
            written(n),
            ahead="、。でにのがをはぐくごすとなだ月水火木金土日~-朝昼午夕$" if n < 10 else "",
        )
        out += words("SaidNumber", n, [*written(n), *(kana_numbers.number(n) if n else ())])
        out += words(
            "BareHour", n, [w for w in written(n) if n != 1 or w == "1"], never=tuple("日月番/:年人分週")
        )
        out += words("LoneNumber", n, written(n), ahead="、。でにお$")
    for n in range(1, 24):
        for m in (n + 1, n + 2):
            out += words(
                "SomeHours",
                (n, m),
                [f"{a}{mark}{b}時" for a, b in ((n, m), (kanji(n)[0], kanji(m)[0])) for mark in "、,"],
            )
    for n in range(2, 8):
        both = [(a, b) for a in (str(n), kanji(n)[0]) for b in (str(n + 1), kanji(n + 1)[0])]
        out += words("SomeDays", (n, n + 1), [f"{a}{mark}{b}日" for a, b in both for mark in ("", "、", ",")])
    out += (
        words("YearCount", 1, "元年")
        + words("MonthCount", 1, "ひと月 ひとつき")
        + words("MonthCount", 2, "ふた月 ふたつき")
        + words("MonthCount", 3, "み月")
        + words("MonthCount", 6, "半年 はんとし")
    )
    out += words("SomeDays", (2, 3), "にさんにち") + words("SomeDays", (3, 4), "さんよっか")
    return out


_MONTHS = ("ヶ月", "か月", "カ月", "ケ月", "ヵ月", "箇月", "個月", "ヶ月間", "か月間", "かげつ")


def _week(n: int) -> tuple[str, ...]:
    return ("いっ", *kana_numbers.number(n)) if n == 1 else kana_numbers.number(n)


def _month(n: int) -> tuple[str, ...]:
    return {1: ("いっ", "いち"), 6: ("ろっ",), 10: ("じゅっ", "じっ")}.get(n, kana_numbers.number(n))


def _ordinal(n: int) -> list[Word]:
    stems = [str(n), kanji(n)[0], *kana_numbers.number(n)]
    native = {
        1: "一つ目 1つ目 ひとつ目 ひとつめ",
        2: "二つ目 2つ目 ふたつ目 ふたつめ",
        3: "三つ目 3つ目 みっつめ",
        4: "四つ目 4つ目 よっつめ",
        5: "五つ目 5つ目 いつつめ",
    }.get(n, "")
    forms = [
        *(mark + s for s in stems for mark in ("第", "だい")),
        *(s + c for s in stems for c in ("番目", "回目", "ばんめ", "かいめ")),
        *native.split(),
    ]
    weeks = [
        mark + s + c
        for s in (*stems, *_week(n))
        for mark, c in (
            ("第", "週"),
            ("だい", "しゅう"),
            ("第", "週目"),
            ("", "週目"),
            ("", "週間目"),
            ("", "しゅうめ"),
            ("だい", "週"),
        )
    ]
    places = [s + c for s in stems for c in ("番", "ばん")] + (["荷馬"] if n == 2 else [])
    if n <= LISTENED_PLACE:
        said = kana_numbers.number(n)[0]
        forms = [f"{n}番目={said}ばんめ", f"{n}つ目={kana_numbers.things(n)}め", *forms]
        places = [f"{n}番={said}ばん", *places]
    return words("Ordinal", n, [f"{n}番目", *forms]) + words("Place", n, places) + words("NthWeek", n, weeks)


def _thousands(n: int) -> str:
    rest = n % 100
    hundreds = n // 100 % 10
    head = ("二千" if n >= 2000 else "千") + (_KANJI[hundreds] + "百" if hundreds else "")
    return head + (kanji(rest)[0] if rest else "")
