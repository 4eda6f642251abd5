"""What an office asks besides: the interpreter's language."""

import pytest

from nlu.question import Expect
from tests.nlu.conftest import Hear

NAMED = ("interpreter",)


def value(hear: Hear, said: str, expect: Expect = Expect.ANY, named: tuple[str, ...] = ()) -> str | None:
    details = hear(said, expect, details=named).details
    return details[0].value if details else None


@pytest.mark.parametrize(
    ("said", "language"),
    [("英語", "en"), ("えいごでおねがいします", "en"), ("ちゅうごくごです", "zh"), ("フィリピン語の方", "tl"), ("手話をお願いします", "jsl"), ("通訳がいります", ""), ("要りません", "none"), ("通訳は不要です", "none"), ("結構です", "none"), ("英語で大丈夫です", "en"), ("日本語がわからなくて、英語で", "en"), ("日本語でいいです", "none"), ("あ、いいです", "none"), ("なしで", "none"), ("英語の通訳はいらないです", "none")],
)  # fmt: skip
def test_an_answer_names_the_language_or_none(hear: Hear, said: str, language: str) -> None:
    assert value(hear, said, Expect.DETAIL, NAMED) == language


@pytest.mark.parametrize(
    "said",
    [
        "はい",
        "明日です",
        "お願いしたいご予約です",
        "",
        "わかりません",
        "お話なしでは",
        "日本語がわからなくて",
    ],
)
def test_what_names_none_says_nothing(hear: Hear, said: str) -> None:
    assert value(hear, said, Expect.DETAIL, NAMED) is None


@pytest.mark.parametrize(
    ("said", "language"),
    [("英語の通訳をお願いしたいんですが", "en"), ("通訳をお願いできますか", ""), ("通訳はいりません", "none"), ("日本語がわからなくて、通訳をお願いします", ""), ("英語で転入届です", None), ("英語です", None)],
)  # fmt: skip
def test_unasked_the_interpreter_must_be_named(hear: Hear, said: str, language: str | None) -> None:
    assert value(hear, said) == language


@pytest.mark.parametrize(
    ("said", "language"),
    [("いえ、中国語です", "zh"), ("はい、大丈夫です", None), ("はい、問題なしです", None), ("通訳はいりません", "none")],
)  # fmt: skip
def test_at_a_read_back_a_language_is_named_alone_and_a_yes_names_none(
    hear: Hear, said: str, language: str | None
) -> None:
    assert value(hear, said, Expect.ANSWER, NAMED) == language
