"""Words of what happens in a family: somebody was lost, somebody else heads the household."""

from nlu.vocabulary.events import Event
from nlu.vocabulary.phrase import Phrases, Steps, either, maybe, never, never_behind, within

_ELDERS = (
    "父 ちち 母 はは 父親 ちちおや 母親 ははおや お父さん おとうさん お母さん おかあさん 親父 おやじ おふくろ じいさん ばあさん じいちゃん ばあちゃん"
    " 祖父 祖母 主人 しゅじん 夫 おっと 旦那 だんな 亭主 ていしゅ 妻 家内 かない 女房 にょうぼう にょーぼー 嫁 つれあい 連れ合い 兄 姉 親 両親 りょうしん りょーしん"
)
_LOST = either(
    "見送りま みおくりま 見送った みおくった 見送ったと",
    (
        "見送って みおくって",
        either("、 。 $", "もう まだ", ("1 2 3 4 5 一 二 三 四 五", "か月 ヶ月 週間 年")),
    ),
    "亡くし 亡く 失い 失って 失った",
    ("なくし うしな", "て た ま と"),
)
_HEAD = "世帯主 せたいぬし"

_JOBS = (
    "銀行 ぎんこう 郵便局 ゆうびんきょく 信用金庫 信金 農協 のうきょう 生協 せいきょう 工場 こうじょう こうば 製鉄所 せいてつしょ デパート でぱーと 百貨店 スーパー すーぱー"
    " ホテル ほてる 旅館 りょかん 市役所 しやくしょ 県庁 消防署 警察 新聞社 工務店 運送屋 タクシー会社 バス会社"
)
_CARERS = "病院 学校 幼稚園 保育園 施設 ホーム 店 塾"
"""Left by who is cared for or taught there as well; 辞める is said of who works there."""

_AT_75: Steps = (
    never_behind("0 1 2 3 4 5 6 7 8 9 百"),
    "七十五 75 ななじゅうご ななじゅーご",
    maybe("歳 才 さい"),
    either(
        "ばい たい です やけ だか なん じゃけ",
        ("に", maybe("も"), "な"),
        ("やろ でしょ", maybe("う")),
        ("や だ よ", "。 、 け か"),
        "。 、 で",
    ),
)

HAPPENED: tuple[tuple[Event, Phrases], ...] = (
    (
        Event.DEATH,
        Phrases(
            (
                _ELDERS,
                "を お ば",
                maybe("先月 せんげつ 先週 去年 きょねん 今年 この前 先日 せんじつ 急に"),
                _LOST,
            )
        ),
    ),
    (
        Event.HOUSEHOLD,
        Phrases(
            (
                _HEAD,
                maybe("の名前 のなまえ の名義 のめいぎ"),
                "を が お ば は わ も",
                within(12, stops="。、?"),
                "に",
                "する した しと しな せん せな せに しよ して なる なり なっ 変 替 換 代 かえ かわ",
            ),
            (
                _HEAD,
                maybe("の名前 のなまえ の名義 のめいぎ"),
                "を が お ば は わ も",
                within(8, stops="。、?"),
                "変え 替え 換え 変わ 替わ 代わ 代え かえ かわ",
            ),
        ),
    ),
    (
        Event.LEFT_WORK,
        Phrases(
            (f"{_JOBS} {_CARERS}", "を ば お", within(4, stops="。、"), "辞め", never("させ たほう ないで")),
            (
                _JOBS,
                "を ば お",
                within(4, stops="。、"),
                "やめ",
                "た まし とる とり ちょる",
                never("い ら ほう"),
            ),
        ),
    ),
    (
        Event.AGE_75,
        Phrases(
            (
                *_AT_75,
                within(24, stops="?息娘子孫"),
                "健康保険 けんこうほけん 保険 ほけん 医療 いりょう 。",
                maybe("証 しょう の種類"),
                "が は も の わ から に",
                within(8, stops="。、"),
                "変わ かわ 替わ 切り替 きりか",
            ),
        ),
    ),
)
"""母を見送りまして; 世帯主をわたしにせんといけん."""
