"""What points back to a day or to something that was told of."""

from nlu.vocabulary.phrase import Phrases, maybe, never, within

THAT, UNPOINTED = "その日 そのひ そん日 そんひ", "は わ も じゃ やな 以外"
THAT_DAY = Phrases((THAT, never(UNPOINTED)))
"""What points back to a day that was told of."""

THERE = Phrases(
    (
        "それなら ほんなら ほな そんなら なら、 たら、 れば、 たら れば なら",
        maybe("、"),
        "そこ その時間 そのじかん その時 そのとき そん時間 それ",
    ),
)
"""What points back to the day and the time that were asked about: 開いとるならそこで."""

OF_THAT_DAY = Phrases(
    (
        "その日 そのひ",
        "は わ も",
        maybe("、"),
        within(6, stops="、。"),
        "混み 混む 込み 込む こみ 都合が悪 都合悪 無理 だめ 駄目 忙し",
    )
)
"""It is refused: 「その日は混みそうやから、5日」."""

OF_THAT = ("あれは", "あれわ", "あっちは", "あっちわ", "あちらは", "向こうは")
"""Before the time of what was told of: あれは3時やけ."""
