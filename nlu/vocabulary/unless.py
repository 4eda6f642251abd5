"""What only a day or a time is not to be: 「月曜でも水曜でもなければ」, 「月曜じゃなければいつでも」."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

NOR = Phrases(("でも", maybe("、")))
"""Between two that are both not meant."""

NEITHER = Phrases(("でも", maybe("、"), "なければ なけりゃ なきゃ ない なく なかったら なか のうて"))
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
