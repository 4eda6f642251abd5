"""Words of what happens in a family: somebody was lost, somebody else heads the household."""

from nlu.vocabulary.events import Event
from nlu.vocabulary.phrase import Phrases, either, maybe, within

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
)
"""母を見送りまして; 世帯主をわたしにせんといけん."""
