"""Words behind the name of one of several procedures that make it all that is to be booked."""

from nlu.vocabulary.phrase import Phrases, maybe, never

IS_IT = Phrases(
    (
        maybe("の方 のほう のほー の分 のぶん の予約 のよやく"),
        "で を ば です やね だね",
        never("は も き 出来 す いい よか ええ 大丈夫 だいじょうぶ 結構 けっこう 構 かまわ"),
    ),
)
"""戸籍で、お願いします. Not 住民票でも, nor content with one: 戸籍でいいです."""

ALL_OF_THEM = Phrases(
    "も と、 両方 りょうほう りょーほー 二つ ふたつ 2つ 三つ みっつ 3つ 全部 ぜんぶ いっしょ 一緒 合わせ あわせ それぞれ ずつ"
)
"""住民票で、印鑑も."""
