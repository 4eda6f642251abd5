"""Words of days: relative days, weeks and months, weekdays, parts of them, days with a name."""

from nlu.vocabulary.pointing import THAT, UNPOINTED
from nlu.vocabulary.word import Word, words

WEEKDAYS = ("月 げつ", "火 か 化 歌", "水 すい", "木 もく 目", "金 きん 近", "土 ど", "日 にち")
_WEEKDAY_ENDS = ("曜日", "曜", "ようび", "よう日", "曜び", "よう")
_MISHEARD, _MISHEARD_ENDS = "化歌目近", ("曜", "曜日")

_SETS_OUT = "今から行 今から伺 今から寄 いまからいっ いまからいけ いまからいこ いまからよ これから行ったら これから行って これから行け"
"""Who would come at once: 今から行ったらいけんと."""

SETS_OUT = tuple(_SETS_OUT.split())
RELATIVE_DAYS = {
    1: "明日=あした,あす,みょうにち",
    2: "明後日=あさって,みょうごにち 朝手 浅手 麻手 阿佐って あさて 朝って あさつて 明さって",
    0: f"今日=きょう 本日=ほんじつ {_SETS_OUT}",
    3: "明々後日 明明後日 しあさって= みょうみょうごにち",
}
NEXT_DAY = {
    1: "翌日=よくじつ 次の日=つぎのひ 明くる日 あくる日 あくるひ 次ん日",
    2: "翌々日 次の次の日 よくよくじつ",
}
PREVIOUS_DAY = "前の日 前日 まえの日 まえのひ ぜんじつ 前ん日"
_MOVES = "ずらし ずらせ 変え かえて かえたい かえられ 替え 動か うごか 移し 移せ うつし うつせ 延ば のば 回して 回せ まわして まわせ"
"""What is done with a day that is on the table: 一日あとにずらして."""
NOT_EARLIER = ("と", "ま", "る", "た", "ておき", "ちょ")
"""Behind はやめ that is やめ: は、やめとく."""

_ONE_BEFORE, _ONE_BEHIND = "ひとつ前 一つ前 1つ前 ひとつまえ", "ひとつ後 一つ後 1つ後 ひとつあと 一つあと"
"""「ひとつ前の月曜」."""

RELATIVE_WEEKS = {
    1: "来週=らいしゅう らい週 来しゅう 来集",
    2: "再来週=さらいしゅう さ来週 来来週 来々週 らいらいしゅう さらい週 再来集",
    0: "今週=こんしゅう 当週 この週 今しゅう こん週",
    3: "再々来週 再再来週 さいさいらいしゅう",
}
RELATIVE_MONTHS = {
    1: "来月=らいげつ 翌月 次の月 つぎの月 月が変わって 月が替わって 月がかわって 月が明けて",
    2: "再来月=さらいげつ さ来月",
    0: "今月=こんげつ 当月 この月",
}
RELATIVE_YEARS = {
    0: "今年 本年 当年 ことし",
    1: "来年 翌年 らいねん",
    2: "再来年 さ来年 さらいねん",
}
ERAS = {2018: "令和 れいわ", 1988: "平成 へいせい", 1925: "昭和 しょうわ", 1911: "大正", 1867: "明治"}
"""The year before the first of each."""
ERA_LETTERS = {2018: "r", 1988: "h", 1925: "s", 1911: "t", 1867: "m"}

ANOTHER = "ほかの 他の 別の べつの 違う ちがう ほかん 別ん"
WHEN = "日 ひ 日にち ひにち 週 曜日 時間 じかん"
"""How another day or another time is told: 別の日, ほかん時間."""

OLD_MONTHS = "睦月=むつき 如月=きさらぎ 弥生=やよい 卯月=うづき 皐月=さつき 水無月=みなづき 文月=ふみづき 葉月=はづき 長月=ながつき 神無月=かんなづき 霜月=しもつき 師走=しわす"

MONTH_PARTS = {
    "上旬": "上旬 初旬 じょうじゅん しょじゅん",
    "中旬": "中旬 ちゅうじゅん",
    "下旬": "下旬 げじゅん",
    "初": "初め 始め はじめ 頭 あたま",
    "半": "半ば なかば 中ごろ 中頃 なかごろ 真ん中",
    "前": "前半 ぜんはん",
    "後": "後半 こうはん",
    "末": "終わり 終り おわり 月末 げつまつ 末 最後 暮れ しまい",
}
WEEK_PARTS = {
    (0, 1): "初め 始め はじめ",
    (0, 0): "頭 あたま",
    (0, 2): "前半 ぜんはん",
    (2, 2): "半ば なかば 中頃 中ごろ なかごろ 真ん中",
    (2, 4): "後半 こうはん",
    (3, 4): "終わり おわり",
    (5, 6): "末 週末 土日",
    (0, 4): "平日=へいじつ",
    (0, 6): "いっぱい 中",
}
"""First and last weekday, 0 being Monday."""

HOLIDAYS = {
    (1, 1): "元日 元旦 がんじつ がんたん お正月 正月 おしょうがつ しょうがつ", (1, 4): "仕事始め 仕事はじめ しごとはじめ 御用始め ごようはじめ 初出 はつで", (2, 3): "節分", (2, 11): "建国記念の日 建国記念日",
    (2, 14): "バレンタインデー バレンタイン", (2, 23): "天皇誕生日", (3, 3): "ひな祭り ひなまつり 雛祭り 桃の節句", (4, 29): "昭和の日", (5, 3): "憲法記念日",
    (5, 4): "みどりの日", (5, 5): "こどもの日 子どもの日 子供の日 こどものひ", (7, 7): "七夕 たなばた", (8, 11): "山の日", (11, 3): "文化の日", (11, 15): "七五三",
    (11, 23): "勤労感謝の日", (12, 24): "クリスマスイブ クリスマスイヴ イブ", (12, 25): "クリスマス", (12, 28): "御用納め ごようおさめ 仕事納め しごとおさめ", (12, 31): "大晦日 大みそか おおみそか",
}  # fmt: skip
MONDAYS = {(1, 2): "成人の日", (7, 3): "海の日", (9, 3): "敬老の日", (10, 2): "スポーツの日 体育の日"}
"""Month, and which Monday of it. Those of the law as of 2026 (国民の祝日に関する法律)."""
EQUINOXES = {(3, 20.8431): "春分の日", (9, 23.2488): "秋分の日"}
"""Month, and the constant of the usual formula, which holds from 1980 to 2099 (海上保安庁水路部 暦計算研究会)."""
RUNS = {
    ((8, 13), (8, 16)): "お盆休み お盆 盆休み 盆",
    ((4, 29), (5, 5)): "ゴールデンウィーク ゴールデンウイーク 大型連休",
}

_NO_TODAY = (*("だい" + c for c in "のがはわにとでもやを"), "りょく", "しつ", "かしょ", "さい")
"""What makes another word of きょう: 兄弟, 協力, 教室."""

_NO_NAME = ("明", "あけ", "が明", "があけ", "が終", "早々", "食", "踊")


def day_words() -> list[Word]:
    """All of them."""
    out: list[Word] = []
    for kind, table in (
        ("RelativeDay", RELATIVE_DAYS), ("NextDay", NEXT_DAY), ("RelativeWeek", RELATIVE_WEEKS), ("RelativeMonth", RELATIVE_MONTHS), ("RelativeYear", RELATIVE_YEARS),
        ("Era", ERAS), ("WeekPart", WEEK_PARTS), ("Holiday", HOLIDAYS), ("HolidayMonday", MONDAYS), ("Equinox", EQUINOXES), ("HolidayRun", RUNS),
    ):  # fmt: skip
        for value, forms in table.items():
            never = (
                ("前", "まえ", "の前")
                if kind == "HolidayRun"
                else _NO_TODAY
                if (kind, value) == ("RelativeDay", 0)
                else _NO_NAME
                if kind.startswith("Holiday")
                else ()
            )
            out += words(kind, value, forms, never=never)
    for part, forms in MONTH_PARTS.items():
        out += words("MonthPart", part, forms)
    for year, letter in ERA_LETTERS.items():
        out += words("EraLetter", year, letter, ahead="0123456789")
    for n, forms in enumerate(OLD_MONTHS.split(), 1):
        out += words("Month", n, forms.split("="))
    out += _weekdays()
    out += words("PreviousDay", -1, PREVIOUS_DAY)
    for kind, days, forms in (("PreviousDay", -1, _ONE_BEFORE), ("NextDay", 1, _ONE_BEHIND)):
        out += words(kind, days, forms, ahead="の", never=("の時", "のじ", "の枠", "の回", "の予", "の分"))
    out += words(
        "LastDay",
        None,
        "最終日 最後の日 さいごの日 さいごのひ 末日 一番最後の日 いちばん最後の日 いちばんさいごの日 一番後ろの日 いちばん後ろの日 いちばんうしろの日 おしまいの日",
    )
    out += words("NextWeek", 1, "次の週 翌週 つぎの週 つぎのしゅう 明くる週")
    out += words("NextWeek", 2, "次の次の週 翌々週")
    out += words("WeekBehindIt", 1, "その次の週 そのつぎのしゅう そのまた次の週 その翌週")
    out += words("NextWeek", -1, "前の週 まえの週 前週 手前の週 まえのしゅう")
    out += words("ItsWeek", None, "週 ある週", never=("間", "明", "末"))
    out += words("ItsWeekend", None, "週末")
    out += words(
        "Weekend", None, "週末=しゅうまつ 土日 土曜日曜 土曜日と日曜日 土曜か日曜 土曜日か日曜日 どにち"
    )
    out += words(
        "AfterWeekend",
        None,
        "週明け 休み明け 連休明け しゅうあけ 週が明けて 週が明けた 週があけて 週があけた しゅうがあけて しゅうがあけた",
    )
    out += words("ThisWeekPart", None, "週の")
    out += words("MonthEnd", "末", "月末=げつまつ 月の終わり 月の暮れ")
    out += words("MonthEnd", "初", "月初め 月始め 月はじめ 月初 月頭 月の初め つきはじめ げっしょ")
    out += words("MonthEnd", "半", "月半ば 月なかば 月の半ば 月の中頃 月の真ん中")
    out += words("MonthEnd", "前", "月の前半") + words("MonthEnd", "後", "月の後半")
    out += (
        words("Third", "上旬", "上旬 じょうじゅん")
        + words("Third", "中旬", "中旬 ちゅうじゅん")
        + words("Third", "下旬", "下旬 げじゅん")
    )
    out += words("EndOfMonth", None, "末 月末 げつまつ まつ", behind="月つ")
    out += words("TurnOfYear", None, "年末年始 正月休み お正月休み 冬休み")
    out += words("YearEnd", "end", "年末 年の瀬 ねんまつ 暮れ")
    out += words(
        "YearEnd",
        "within",
        "年内 ねんない 今年中 ことしじゅう ことしちゅう 年が明ける前 年の明ける前 年があけるまえ 年を越す前",
    )
    out += words("YearEnd", "within", "年前 ねんまえ", ahead="にが", behind="^、。はに")
    out += words(
        "NewYear",
        None,
        "年が明けて 正月が明けて 正月が明けてから お正月が明けて お正月が明けてから 正月があけて 正月があけてから しょうがつがあけて しょうがつがあけてから おしょうがつがあけて としがあけて 年が変わって 年が替わって 年明けて 年が明けたら 年明け 年が明けてから 年明けてから 年始 新年 としあけ ねんあけ 年があけて",
    )
    out += words("NewYear", 1, "来年早々")
    out += words("FirstThree", None, "三が日 正月 お正月 しょうがつ")
    out += words("Ending", True, "明け あけ が明け があけ が終わ がおわ の後 のあと 後 あと")
    out += (
        words("Coming", "今度", "今度=こんど")
        + words("Coming", "次", "次=つぎ")
        + words("Coming", "次の次", "次の次 つぎのつぎ")
        + words(
            "Coming",
            "その次",
            "その次 そのつぎ そのすぐあと そのすぐ後 すぐあと すぐ後 それが明けて それが明けた それが済んだ それがすんだ それが終わった それがおわった そのあと その後 そのあとすぐ",
        )
    )
    out += words("Coming", "この", "この 今の") + words("Coming", "直近", "直近")
    out += words(
        "Turning",
        None,
        "になって に入って に入ってから になってから になったら に入ったら 入って がきて にはいって",
    )
    out += words(
        "First",
        1,
        "最初 一発目 一番最初 いちばん最初 初めて はじめて 初め はじめ 一番初め いちばん初め いちばんはじめ 頭 さいしょ 始め 入ってすぐ",
    )
    out += words("First", 1, "すぐ", never=("に", "行", "い"))
    out += words(
        "First",
        0,
        "最後 どんじり どん尻 一番最後 いちばん最後 おしまい 終わり おわり 末 さいご 一番終わり いちばん終わり ラスト 一番しまい いちばんしまい",
    )
    out += words("First", 0, "しまい", never=("ま", "そ", "た"))
    out += words(
        "Earlier",
        None,
        "最初 一番最初 いちばん最初 さいしょ はじめ 初め さっき さっき言った さっき言うた 最初に言った 最初に言うた 最初に申し上げた はじめに言った はじめに言うた 元 もと",
    )
    out += words("LastWeek", None, "最終週")
    out += words("AllDay", None, "一日 1日 いちにち")
    out += words(
        "Same",
        None,
        "同じ日 同じ曜日 と同じ曜日 と同じ日 おなじようび おんなじようび おなじ曜日 おんなじ曜日",
    )
    out += words(
        "SameDay",
        None,
        "同じ日 おなじ日 おんなじ日 おなじひ 元の日 もとの日 予約の日 予約した日 予約しとる日 よやくのひ",
    )
    out += words("ThatDay", None, THAT, never=UNPOINTED.split())
    out += words("More", None, "もう さらに その そこから それから")
    out += words("Sooner", None, "早く はやく 早う はよう 早め お早め 前倒し 繰り上げ くりあげ")
    out += words("Sooner", None, "はやめ", never=NOT_EARLIER)
    out += words(
        "Delayed",
        None,
        "遅く おそく 遅う 遅め おそめ 遅らせ おくらせ 後ろ うしろ 延ば のば 先延ばし 繰り下げ ずらし",
    )
    for move in _MOVES.split():
        out += words("Delayed", None, f"後に{move} あとに{move}")
    out += words("Every", None, "毎週 毎月 隔週 まいしゅう")
    out += words("About", None, "ほど 程 くらい ぐらい ばかり だけ 近く 余り あまり")
    out += words("PastBy", None, "で 過ぎたら 過ぎてから 過ぎに")
    out += words("AfterIt", False, "以降 以後 以来 を過ぎ をすぎ 過ぎ すぎ から後 から先 からあと")
    out += words("AfterIt", False, "いこう", never=("と", "か", "や", "ち"))
    out += words("AfterIt", True, "より後 よりも後 よりあと")
    out += words("OnFrom", None, "から", never=("で", "数")) + words("OnFrom", None, "~", ahead="$")
    out += words("Asfar", None, "いっぱい にかけて")
    out += words("SomeTime", None, "数日 数週間 数か月 半年")
    for n in range(1, 31):
        out += words("DayGap", n + 1, f"中{n}日")
    out += words("HalfMonth", None, "半月 はんつき")
    out += words("Whole", None, "中 間 いっぱい うち ちゅう あいだ のうち")
    out += words("YearEndOf", "end", "年末 末 終わり ねんまつ") + words("YearEndOf", "within", "年内 中 うち")
    out += words("YearGoesOn", None, "中 のうち になっ から まで ~")
    out += words("WithinSpan", None, "以内 のうち の間に 中に いない 以内に のうちに")
    out += words("Soon", None, "1両日中 一両日中 数日中 近いうち 近日中 近々 ちかぢか")
    out += words(
        "Anything", None, "どこか いつか どの なか 中 うち 間 平日 予約 早い 遅い 方 ほう 住民票 手続 今"
    )
    out += words("PastDay", 0, "昨日 一昨日 おととい 一昨々日 昨晩 昨夜 ゆうべ きのう さくじつ")
    out += words(
        "Past",
        0,
        "先週 先々週 先月 先々月 前の月 去年 昨年 おととし 一昨年 せんしゅう せんげつ きょねん さくねん",
    )
    out += words("PreviousWeekday", -1, "前", never=("半",))
    return out


def _weekdays() -> list[Word]:
    out: list[Word] = []
    for n, heads in enumerate(WEEKDAYS):
        own = heads.split()
        listened = [f"{own[0]}曜日={own[1]}ようび", f"{own[0]}曜={own[1]}よう"]
        out += words(
            "Weekday",
            n,
            listened
            + [
                head + end for head in own for end in (_MISHEARD_ENDS if head in _MISHEARD else _WEEKDAY_ENDS)
            ],
        )
        out += words("InBrackets", n, f"({own[0]}) ({own[0]}曜) ({own[0]}曜日)")
        ends = "、午朝昼夕の0123456789$" + ("" if n == 6 else "でか")
        out += words("ShortWeekday", n, own[0], ahead=ends, behind="のん週月日)")
        out += words("WeekdayAlone", n, own[0], behind="^")
        out += words(
            "Initial",
            n,
            own[0],
            behind="^月火水木金土日とか・、の週がはわ",
            never=("曜", "が", "に", "本", "道"),
        )
    out += words("Weekday", 0, "つきようび つきよう日") + words("Weekday", 1, "歌謡日")
    out += words("Weekday", 2, "みずようび みずよう日") + words("Weekday", 4, "かねようび かねよう日")
    out += words("Initials", (0, 2, 4), "げつすいきん") + words("Initials", (1, 3), "かもく")
    return out
