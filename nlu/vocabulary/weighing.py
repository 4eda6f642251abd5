"""Words of who weighs several days aloud, and decides for one. Written and in kana."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

WEIGHED = Phrases(
    (
        maybe("と か の は"),
        maybe("、"),
        maybe("で なら やったら だったら は の うち のうち"),
        "どっち どちら",
        never("でも か"),
        within(12, stops="、。?", least=1),
        "か かね かな と とね や やろ 。 、 ?",
    )
)
"""Behind the last of several days among which one is still to be chosen: 水曜と木曜と|どっちがよかと."""

WONDERED = Phrases(
    (
        "が で に は なら",
        maybe("行ける いける"),
        "いい よか ええ 良い どう どげん しよう しょう 行こう いこう",
        maybe("です でしょう だろう や やろう やろ"),
        "か かね かねえ かな かなあ かいね かしら ね ねえ",
        "、 。 ?",
    )
)
"""Behind a day that is only thought about aloud: 水曜がいいかね、."""

DECIDED = Phrases(
    (
        "に",
        maybe("、"),
        either(("し", "ます ましょう とこう とく よう ときます て と"), "する すっ 決め きめ"),
    ),
    ("で", maybe("、"), "お願 おねが 頼 たの 予約 よやく"),
)
"""Behind the day that is chosen in the end: 来週の水曜|にします."""

OTHERWISE = Phrases("それか または もしくは それとも もしか")
"""Between two days that both will do."""
