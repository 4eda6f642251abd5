"""What is said, asked what of a read-back is to be another, without naming it."""

import pytest

from nlu.meaning import Request
from nlu.question import Expect
from tests.nlu.conftest import Hear


@pytest.mark.parametrize(
    "said",
    [
        "違うの違うの、それでいいんです",
        "合っとります、合っとります",
        "そのままで結構です",
        "何も変えんでいいです",
        "いやって言うたのは孫に言うたんです",
        "はいと言うつもりやったんです",
    ],
)
def test_the_read_back_may_stand(hear: Hear, said: str) -> None:
    assert hear(said, altering=True).keeps


@pytest.mark.parametrize(
    "said", ["それでいいんですか", "時間が合っとらん", "違わんかね", "そのまま変えてください"]
)
def test_what_only_sounds_alike_does_not(hear: Hear, said: str) -> None:
    assert not hear(said, altering=True).keeps


@pytest.mark.parametrize("said", ["全部です", "日にちも時間も", "どっちも変えてください"])
def test_everything_may_be_another(hear: Hear, said: str) -> None:
    assert hear(said, altering=True).every


@pytest.mark.parametrize(
    ("said", "ward", "of_a_day"),
    [
        ("八幡西のほうが近いんですけど", "八幡西区", "八幡西区"),
        ("南の区役所に行くつもりやった", "小倉南区", ""),
        ("南口から行きます", "", ""),
    ],
)
def test_a_ward_needs_not_its_whole_name(hear: Hear, said: str, ward: str, of_a_day: str) -> None:
    assert hear(said, altering=True).ward == ward
    assert hear(said, Expect.DATE).ward == of_a_day


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("2人分お願いできますか", Request.ONE_EACH),
        ("母の住民票なんですけど、大丈夫ですか", Request.PROXY),
        ("三通いるんですけど", Request.COPIES),
        ("名前は言わんでいいとですか", Request.NAMELESS),
    ],
)
def test_what_is_asked(hear: Hear, said: str, request_: Request) -> None:
    assert hear(said, altering=True).request is request_
