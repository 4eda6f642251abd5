"""Whatever was said first, what stands behind a correction or a refusal is what is meant."""

from itertools import permutations

import pytest

from tests.nlu.conftest import Hear

DAYS = ("明日", "来週の火曜日", "じゅうにがつよっか", "3日後", "月末", "第2水曜")
TIMES = ("9時半", "午後2時", "午前中", "2時以降", "10時から11時の間", "じゅうじはん")
CORRECTIONS = (
    "、いや", "、いやいや、", "じゃなくて", "ではなくて", "、あ、", "、違う、", "、違います、", "、やっぱり", "、間違えました、", "、すみません、", "、ごめんなさい、", "やなくて", "じゃなくって、", "、もとい、",
    "、訂正して", "は無理なので", "はだめなので", "はちょっと、", "はやめて", "だと都合が悪いので、", "って言いましたけど", "のつもりでしたが", "、じゃないわ、", "、ちがうちがう、", "、えーと違うな、", "は行けないので", "よりも",
)  # fmt: skip


@pytest.mark.parametrize("correction", CORRECTIONS)
@pytest.mark.parametrize("said", [DAYS, TIMES], ids=["days", "times"])
def test_the_last_thing_said_stands(hear: Hear, said: tuple[str, ...], correction: str) -> None:
    alone = {one: hear(one).moments[:1] for one in said}
    wrong = [
        before + correction + after
        for before, after in permutations(said, 2)
        if [s.value for s in hear(before + correction + after).moments[:1]] != [s.value for s in alone[after]]
    ]
    assert wrong == []
