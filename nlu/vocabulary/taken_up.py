"""Words of a clause that says what is on a day, or who is free on it."""

from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never, within
from nlu.vocabulary.things import Thing, named

FREE_THEN = Phrases(
    (
        either(
            named(Thing.KIN, Thing.SPOUSE, Thing.CHILD, Thing.GRANDCHILD, Thing.JOB),
            "店 みせ 私 わたし うち",
        ),
        maybe("さん ちゃん たち のほう の方 も"),
        either(
            ("が も は わ", maybe("仕事 しごと 会社 パート お"), maybe("が")),
            ("仕事 しごと", maybe("が")),
            behind(named(Thing.JOB)),
        ),
        "休み やすみ 非番 休日 暇 ひま",
    )
)
"""Who is free to come or to bring somebody on that day: 息子が休みやけ, 仕事が休みなんで."""

TAKEN_UP = Phrases(
    (
        "は わ も",
        maybe("、"),
        never(
            "です でし そう どう 何 なに なん いつ あの えっと ええと 例え たとえ やっぱ やは 確か たしか まだ 一応 いちおう なるべく できれ 出来れ たぶん 多分 もう、 ね、 ちょっと、 できたら 出来たら もし"
        ),
        within(18, stops="、。?", least=2),
        either("、 。", (behind("けん けえ ので から し き で て"), "$")),
    )
)
"""Behind a day, what is on it: 今週は釜の掃除で、."""

IS_FREE = Phrases(
    "暇 ひま 空 あいと あいて 家にお うちにお 家にい うちにい いえにお おるけん おるき 行け いけ 来れ 来られ 大安 友引 何もな なんもな 予定がな 予定はな 用がな 用はな 何もあり 休みで、 構 かま いい よか ええ 良 よろ どげ どう か。 か、 かね かな やろ でしょ 何時 何曜 なんじ お願い 頼 予約 希望"
)
"""What says that one could come, or asks, in such a clause."""
