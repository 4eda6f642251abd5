"""The words of spoken dates and times, kana to their usual writing: 「らいしゅう」 is 来週, 「よじはん」 4時半."""

from functools import cache

from nlu import kana_numbers

_WORDS = {
    "今日": "きょう ほんじつ", "明日": "あした あす みょうにち", "明後日": "あさって みょうごにち",
    "明々後日": "しあさって みょうみょうごにち", "翌日": "よくじつ", "次の日": "つぎのひ", "翌々日": "よくよくじつ",
    "昨日": "きのう さくじつ", "先週": "せんしゅう", "先月": "せんげつ", "去年": "きょねん さくねん", "一昨日": "おととい",
    "今週": "こんしゅう", "来週": "らいしゅう", "再来週": "さらいしゅう らいらいしゅう", "再々来週": "さいさいらいしゅう", "来週の": "らいしゅうん", "明日の": "あしたん",
    "今月": "こんげつ", "来月": "らいげつ", "再来月": "さらいげつ", "今年": "ことし", "来年": "らいねん", "今年中": "ことしじゅう ことしちゅう",
    "年内": "ねんない", "年末": "ねんまつ", "年明け": "としあけ ねんあけ", "正月明け": "しょうがつあけ", "大晦日": "おおみそか", "元日": "がんじつ", "元旦": "がんたん",
    "月末": "げつまつ", "来月末": "らいげつまつ", "今月末": "こんげつまつ", "来月頭": "らいげつあたま", "の初旬": "のしょじゅん", "月初め": "つきはじめ", "月初": "げっしょ", "週末": "しゅうまつ", "週明け": "しゅうあけ", "平日": "へいじつ",
    "上旬": "じょうじゅん", "中旬": "ちゅうじゅん", "下旬": "げじゅん", "の頭": "のあたま", "の半ば": "のなかば", "の中頃": "のなかごろ", "の終わり": "のおわり", "の初め": "のはじめ",
    "の前半": "のぜんはん", "の後半": "のこうはん", "中に": "ちゅうに", "今から": "いまから",
    "午前": "ごぜん", "午後": "ごご", "午前中": "ごぜんちゅう", "正午": "しょうご", "お昼": "おひる", "お昼前": "おひるまえ", "昼前": "ひるまえ", "朝のうち": "あさのうち",
    "夕方": "ゆうがた", "朝1番": "あさいちばん あさいち", "午後1番": "ごごいちばん ごごいち", "昼1番": "ひるいちばん ひるいち", "開いてすぐ": "あいてすぐ ひらいてすぐ",
    "昼から": "ひるから おひるから", "の朝": "のあさ", "の昼": "のひる のおひる", "の夜": "のよる のばん", "今ごろ": "いまごろ", "昼過ぎ": "ひるすぎ おひるすぎ",
    "の早い時間": "のはやいじかん", "の遅い時間": "のおそいじかん", "の遅めの時間": "のおそめのじかん", "の早めの時間": "のはやめのじかん",
    "今度の": "こんどの", "次の": "つぎの", "以降": "いこう", "以外": "いがい", "以内": "いない", "以前": "いぜん", "から": "から", "まで": "まで", "過ぎ": "すぎ", "前": "まえ", "台": "だい",
    "少し前": "すこしまえ", "ちょっと前": "ちょっとまえ", "少し過ぎ": "すこしすぎ", "ちょっと過ぎ": "ちょっとすぎ", "より後": "よりあと", "より前": "よりまえ", "より早い": "よりはやい", "より遅い": "よりおそい",
    "半月後": "はんつきご", "ひと月後": "ひとつきご", "ふた月後": "ふたつきご", "2、3日": "にさんにち", "2、3日後": "にさんにちご", "3、4日後": "さんよっかご",
    "おねがいします": "おねがいします おねがいしがつ", "1番早い": "いちばんはやい", "令和": "れいわ", "最後": "さいご", "最初": "さいしょ", "方": "ほう", "月水金": "げつすいきん", "火木": "かもく", "土日": "どにち",
}  # fmt: skip
_AS_THEY_ARE = (
    "じゃなくて じゃのうて やなくて やのうて ではなくて ではなく でなくて でなく でわなくて でわなく じゃない じゃなかった いや いやいや やっぱり やっぱ すみません すいません ごめんなさい まちがえました まちがえた ちがう ちがいます"
    " だめ むり だめやけど むりやけど だめなので むりなので だめですけど むりですけど だめですが むりですが いかれんけん いけんけん いけないので ちょっと わるいので それなら じゃあ それじゃあ だったら えーと えっと ええと あのう あの"
)
"""Words of corrections and refusals: what follows one of them may be a date again."""

_PARTS = (
    ("あさ", "朝"), ("あさの", "朝の"), ("ひる", "昼"), ("ひるの", "昼の"), ("おひるの", "お昼の"), ("よる", "夜"), ("よるの", "夜の"), ("ゆうがた", "夕方"), ("ゆうがたの", "夕方の"),
)  # fmt: skip
_WEEKDAYS = {"月": "げつ", "火": "か", "水": "すい", "木": "もく", "金": "きん", "土": "ど", "日": "にち"}
_WEEKS = ("いっ", "に", "さん", "よん")


@cache
def vocabulary() -> dict[str, str]:
    """Kana -> the usual writing, in spelling and as pronounced."""
    words = {kana: kana for kana in _AS_THEY_ARE.split()}
    words |= {kana: written for written, said in _WORDS.items() for kana in said.split()}
    for written, said in _WEEKDAYS.items():
        words |= {said + "よう": written + "曜", said + "ようび": written + "曜日"}
    words |= _days() | _times() | _counted()
    return words | {pronounced(kana): written for kana, written in words.items()}


def _days() -> dict[str, str]:
    words: dict[str, str] = {}
    for n in range(1, 13):
        for said in kana_numbers.months(n):
            words |= {said: f"{n}月", said + "まつ": f"{n}月末"}
    for n in range(1, 40):  # 32日, too, is named so that it can be refused
        for said in kana_numbers.days(n):
            words |= {
                said: f"{n}日",
                said + "ご": f"{n}日後",
                said + "ごろ": f"{n}日ごろ",
                said + "かん": f"{n}日間",
            }
    return words


def _times() -> dict[str, str]:
    words: dict[str, str] = {}
    for n in range(30):  # 25時 is named so that it can be refused
        for said in kana_numbers.hours(n):
            words |= {part + said: f"{written}{n}時" for part, written in _PARTS}
            words |= {part + said + "はん": f"{written}{n}時半" for part, written in _PARTS}
            words |= {
                said: f"{n}時",
                said + "はん": f"{n}時半",
                said + "ごろ": f"{n}時ごろ",
                said + "だい": f"{n}時台",
            }
            words |= {
                said + "かんご": f"{n}時間後",
                said + "かんはんご": f"{n}時間半後",
                said + "かんいない": f"{n}時間以内",
            }
    for n in range(1, 80):
        for said in kana_numbers.minutes(n):
            words |= {
                said: f"{n}分",
                said + "まえ": f"{n}分前",
                said + "ご": f"{n}分後",
                said + "すぎ": f"{n}分過ぎ",
            }
    return words


def _counted() -> dict[str, str]:
    words: dict[str, str] = {}
    for n, said in enumerate(_WEEKS, 1):
        words |= {
            said + "しゅうかんご": f"{n}週間後",
            said + "かげつご": f"{n}ヶ月後",
            said + "しゅうめ": f"{n}週目",
        }
        words |= {"だい" + said + "しゅう": f"第{n}週", said + "しゅうかんさき": f"{n}週間先"}
        words |= {"だい" + short: f"第{n}" for short in kana_numbers.number(n)}
    for n in range(1, 6):
        for said in kana_numbers.number(n):
            words |= {said + "ばんめ": f"{n}番目", said + "ばん": f"{n}番"}
        words[kana_numbers.things(n) + "め"] = f"{n}つ目"
    return words


def pronounced(kana: str) -> str:
    """As Open JTalk writes sounds: とおか -> とーか, げつよう -> げつよー."""
    out = ""
    for c in kana:
        last = out[-1:]
        o_row, u_row, e_row = last in _O, last in _U, last in _E
        out += (
            "ー" if (c == "う" and (o_row or u_row)) or (c == "お" and o_row) or (c == "い" and e_row) else c
        )
    return out


_O = frozenset("おこごそぞとどのほぼぽもよょろ")
_U = frozenset("うくぐすずつづぬふぶぷむゆゅる")
_E = frozenset("えけげせぜてでねへべぺめれ")
