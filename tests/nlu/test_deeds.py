"""Commands are what a sentence does, not words that stand in it; the list is in phrases/commands.yaml."""

from datetime import date, time
from pathlib import Path

import pytest
import yaml

from nlu.meaning import Command, Request
from nlu.question import Choice, Expect
from tests.nlu.conftest import Hear

PHRASES = yaml.load(
    (Path(__file__).parent / "phrases" / "commands.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
ASKED = (Expect.ANY, Expect.PROCEDURE, Expect.DATE, Expect.TIME, Expect.ANSWER, Expect.CHOICE, Expect.DIGITS, Expect.NAME, Expect.PEOPLE)  # fmt: skip
PLACES = (Choice(date(2026, 12, 8), time(9)), Choice(date(2026, 12, 8), time(13)))


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, each in PHRASES.items() for said in each])
def test_a_command_is_what_the_sentence_does_whatever_was_asked(hear: Hear, kind: str, said: str) -> None:
    for asked in ASKED:
        command = hear(said, asked, choices=PLACES if asked is Expect.CHOICE else ()).command
        assert command is (None if kind == "none" else Command(kind)), asked


@pytest.mark.parametrize(
    ("said", "asked", "day", "at"),
    [
        ("もう一回言います、午後2時です", Expect.TIME, None, time(14)),
        ("もういっかいいいますごごにじです", Expect.TIME, None, time(14)),
        ("10時は早すぎるので11時", Expect.TIME, None, time(11)),
        ("くじははやすぎるけんじゅういちじ", Expect.TIME, None, time(11)),
        ("旅行から戻って、来週の金曜", Expect.DATE, date(2026, 12, 4), None),
        ("りょこうからもどってらいしゅうのきんよう", Expect.DATE, date(2026, 12, 4), None),
        ("係の人に12月4日って言われました", Expect.DATE, date(2026, 12, 4), None),
        ("病院の予約をキャンセルして、来週の水曜", Expect.DATE, date(2026, 12, 2), None),
        ("もういいです、12月4日で", Expect.DATE, date(2026, 12, 4), None),
        ("ゆっくり言いますね、じゅうにがつ、よっか", Expect.DATE, date(2026, 12, 4), None),
        ("また今度の金曜に行きます", Expect.DATE, date(2026, 11, 27), None),
    ],
)
def test_an_answer_beside_the_words_of_a_command_is_taken(
    hear: Hear, said: str, asked: Expect, day: date | None, at: time | None
) -> None:
    meaning = hear(said, asked)
    assert (meaning.command, meaning.request) == (None, None)
    assert (meaning.dates[0].value.first if day else None) == day
    assert (meaning.times[0].value.first if at else None) == at


@pytest.mark.parametrize(
    "said",
    [
        "もう一回言います、4719です",
        "もういっかいいいますよんななはちきゅう",
        "係の人が4719番だって言ってました",
    ],
)
def test_a_number_beside_the_words_of_a_command_is_taken(hear: Hear, said: str) -> None:
    meaning = hear(said, Expect.DIGITS)
    assert meaning.command is None
    assert len(meaning.digits[0].value) == 4


@pytest.mark.parametrize(
    "said", ["合ってるか分からないけど、4719です", "番号はわかりませんが、093の555の1234です"]
)
def test_who_doubts_the_number_and_gives_it_has_one(hear: Hear, said: str) -> None:
    assert not hear(said, Expect.DIGITS).unknown


@pytest.mark.parametrize("said", ["もう一回言います、佐藤です", "ゆっくり言いますね、さとうです"])
def test_a_name_beside_the_words_of_a_command_is_taken(hear: Hear, said: str) -> None:
    assert hear(said, Expect.NAME).command is None


@pytest.mark.parametrize(
    "said",
    [
        "病院の予約をキャンセルして、来週の水曜",
        "びょういんのよやくをきゃんせるしてらいしゅうのすいよう",
        "歯医者の予約を変更したので、来週の水曜",
        "美容院の予約を取り消して金曜にします",
        "びようしつのよやくをへんこうしてごごにじ",
        "飛行機の予約を取り消したので12月10日",
        "病院の予約をキャンセルしたい",
        "予約をキャンセルして、来週の水曜",
        "予約をキャンセルしたので、来週の水曜",
    ],
)
def test_somebody_elses_booking_and_one_that_is_over_are_no_request(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).request is None


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("予約をキャンセルしたい", Request.CANCEL),
        ("住民票の予約をキャンセルして", Request.CANCEL),
        ("予約を取り消してください", Request.CANCEL),
        ("予約を取り消したいんですけど、12月4日の", Request.CANCEL),
        ("12月4日の予約をキャンセルしてほしい", Request.CANCEL),
        ("よやくのとりけしをおねがいします", Request.CANCEL),
        ("予約をキャンセルして、来週の水曜に取り直したい", Request.CHANGE),
        ("予約を変更して、来週の水曜に", Request.CHANGE),
        ("予約の日を変えたい", Request.CHANGE),
        ("予約を確認したい", Request.CHECK),
        ("もう一度予約を確認したい", Request.CHECK),
    ],
)
def test_what_is_asked_of_ones_own_booking_goes_on_being_heard(
    hear: Hear, said: str, request_: Request
) -> None:
    assert hear(said).request is request_
