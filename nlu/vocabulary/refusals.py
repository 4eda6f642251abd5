"""How a day or a time is given up for another one, or is what only it is not to be."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

_CANNOT_BE_HAD = either(
    (
        "だめ ダメ 駄目 無理 むり いかん いけん つまらん いっぱい 一杯 満員 埋まっと うまっと 埋まって うまって ふさがっと ふさがって 塞がっと 塞がって 取れん とれん 取れない とれない 空いとらん あいとらん 空いてない あいてない 難しい むずかしい",
        maybe("ん と の る いる"),
        maybe("の"),
        "なら だったら やったら でしたら んやったら んだったら であれば",
    ),
    (
        "取れ とれ 空いて あいて",
        "なければ なきゃ なかったら んかったら んければ",
    ),
    "埋まっとったら うまっとったら 埋まっていたら うまっていたら 埋まってたら うまってたら ふさがっとったら ふさがっていたら 空いとらんかったら あいとらんかったら 難しければ むずかしければ 難しかったら むずかしかったら いけなければ",
)

IF_NOT = Phrases(
    (
        maybe("の のほう の方"),
        "が は も って",
        maybe("もう どうしても やっぱり"),
        _CANNOT_BE_HAD,
    )
)
"""Behind the one that cannot be had: 「10時がだめなら、9時でも」."""

OTHERWISE = Phrases((_CANNOT_BE_HAD,))
"""Between a wish and what is to be taken where it is not free: 「木曜の10時、埋まっとったら金曜の11時」."""

OR = Phrases(
    (
        maybe("ごろ 頃 くらい"),
        "か とか それか または もしくは",
        maybe("、"),
        maybe("それか それとも または もしくは"),
        maybe("、"),
    )
)
"""Between two wishes."""

GIVEN_UP = Phrases(
    ("が", maybe("一番 いちばん 本当は ほんとは ほんとうは"), "よかった 良かった", never("です か と")),
    ("が", "よかったですけど よかったですが 良かったですけど 良かったですが"),
)
"""Behind what was wished and cannot be had: 「10時が|よかったんやけど、10時半で」."""

NOR = Phrases(("でも", maybe("、")))
"""Between two that are both not meant."""

NEITHER = Phrases(
    ("でも", maybe("、"), "なければ なけりゃ なきゃ ない なく なかったら なか のうて", never("のに ん"))
)
"""Behind the last of them."""

UNLESS = Phrases(
    (
        "じゃなければ じゃなけりゃ じゃなきゃ やなければ やなけりゃ やなかったら じゃなかったら でなければ でなけりゃ でなかったら やないなら じゃないなら でないなら",
        within(8, stops="。"),
        either(
            "いつで いつだって どの日で 何曜で 何曜日で 何日で 何時で どれで いい よか ええ 大丈夫 だいじょうぶ 構わ かまわ 来れ 来られ 空いと 空いて",
            ("行け いけ", never("ん ない ませ")),
        ),
    )
)
"""Behind the only one that does not suit; not what must be: 「木曜じゃなければいけん」."""
