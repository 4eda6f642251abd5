import pytest

from nlu.question import Expect
from tests.nlu.conftest import Hear

ASKED = [
    ("二人です", 2), ("2人", 2), ("3名です", 3), ("三名でお願いします", 3), ("ひとりです", 1), ("ふたり", 2), ("さんにんです", 3), ("よにん", 4), ("私だけです", 1), ("一人で行きます", 1), ("家族4人です", 4),
    ("大人二人と、いや三人です", 3), ("夫婦で伺います", 2), ("私と子ども二人です", 3), ("私と主人です", 2), ("2", 2), ("2名様分", 2), ("にめいです", 2), ("わたしひとりです", 1), ("１０人です", 10),
]  # fmt: skip


@pytest.mark.parametrize(("said", "count"), ASKED)
def test_how_many_are_coming(hear: Hear, said: str, count: int) -> None:
    people = hear(said, Expect.PEOPLE).people
    assert people is not None
    assert people.value == count


@pytest.mark.parametrize(
    "said", ["", "はい", "わかりません", "明日です", "0人", "本人確認", "何人でもいいんですか"]
)
def test_what_tells_no_number_gives_none(hear: Hear, said: str) -> None:
    assert hear(said, Expect.PEOPLE).people is None


@pytest.mark.parametrize(
    ("said", "count"),
    [("明日の10時に二人で行きます", 2), ("3名でお願いします", 3), ("三人家族です", None), ("子どもが二人います", None), ("住民票を2通", None), ("成人の日", None)],
)  # fmt: skip
def test_unasked_only_who_is_coming_counts(hear: Hear, said: str, count: int | None) -> None:
    people = hear(said).people
    assert (people.value if people else None) == count
