"""Words in which a day, a part of it or an event sounds that nobody means."""

from nlu.vocabulary.phrase import Phrases, either, maybe

OTHER_WORDS = (
    "きょういくい きょういくひ きょういくを きょういくじっ きょうしゅうじょ きょうどうしゃ きょうどうせい きょうつうてん きょうさいく きょうりょく きょうしょくい きょうたくき きょうかいけんぽ きょうこさん きょうこちゃん"
    " あすこに あすこは あすこへ あすこで あすこが あすこも あすこの窓 あすこのま あすこのう あすこのか あすこのや あすぱら あすなろ あすふぁ あすれ"
    " あすかの あすかが あすかは あすかを あすかです あすかともう あすかとい あすかさん あすかちゃん"
    " あしたば ふつかよい 二日酔 よっかいち 四日市 はつかいち 廿日市 みっかぼうず 三日坊主 ここのかいしゃ ここのかいだん にちようひん 日用品 にちようだいく どようのうし 土用 かようきょく すいようせい"
    " ごじたく 一時金 いちじきん 一時保育 いちじほいく 一時的 いちじてき 一時避難 いちじひなん"
)
"""Words in which a day or a time sounds, whatever follows."""

OTHER_NOUNS = "きょういん きょうかい きょうしゅう きょうじゅ きょうさい きょうし きょうと きょうみ きょうり きょうせい きょうきゅう きょうかん きょうぶ きょうざい きょうよう きょうへい きょうすけ おきょう"
"""Those that are only sure with what follows a noun."""

BEHIND_NOUN = "をがはのでへや、。$"
"""きょういんを; きょういんかんを is 今日印鑑を."""

NO_PART = ("夜逃げ", "夜なべ", "朝ドラ", "夜泣き")
"""Words in which a part of the day stands."""

GOES_THERE = ("かよう", "かよー")
"""通う, in kana."""

VISITS = ("うかが", "ーかが")
"""Of うかがうんです, in which a birth sounds."""

CERTIFICATE = ("ほけん", "保険")
"""Before しょうがつ, in which 正月 sounds."""

FOR_GOOD = Phrases(
    (
        either(("が で に は", maybe("る し り ゆ よ す")), "る し り"),
        "8日 八日 ようか よーか",
        "いい ね よ ばい です たい けん とよ 。 $",
    )
)
"""Behind a day or a time, what a recognizer writes of よか: 金曜にし8日ね, 2時が8日です."""

GOOD_ALONE = Phrases(("8日 八日 ようか よーか", "いい ばい たい とよ"))
"""The same where nothing stands before it."""

PLACED = Phrases("の に から へ え で し を は も が けん と、 市 都 府")
"""Behind the name of a place."""
