"""Words in which a day, a part of it or an event sounds that nobody means."""

from nlu.vocabulary.phrase import Phrases, either, maybe

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
