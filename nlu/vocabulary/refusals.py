"""How a day or a time is given up for another one, or is what only it is not to be."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

IF_NOT = Phrases(
    (
        maybe("の のほう の方"),
        "が は も って",
        maybe("もう どうしても やっぱり"),
        "だめ ダメ 駄目 無理 むり いかん いけん つまらん いっぱい 一杯 埋まっと うまっと 埋まって うまって ふさがっと ふさがって 塞がっと 塞がって 取れん とれん 取れない とれない 空いとらん あいとらん 空いてない あいてない",
        maybe("ん と の る いる"),
        maybe("の"),
        "なら だったら やったら でしたら んやったら んだったら",
    )
)
"""Behind the one that cannot be had: 「10時がだめなら、9時でも」."""

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
