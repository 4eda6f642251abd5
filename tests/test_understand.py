"""What a text means, seen from outside."""

import io
import json
import sys
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_backend import DEMO_OFFICE, load_office
from nlu.lexicon import Lexicon
from voicebot import cli, desk
from voicebot.clock import TOKYO
from voicebot.understand import EXPECTATIONS, Asked, answers, understand

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def told(lines: list[Any], lexicon: Lexicon, expect: str = "any") -> list[dict[str, Any]]:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(answers(raw, Asked(expect, lexicon, NOW)))


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ("明日", {"date": "2026-11-25"}),
        ("午後2時15分", {"time": "14:15"}),
        ("来週の火曜の、えーと、10時半", {"date": "2026-12-01", "time": "10:30"}),
        ("10時から11時の間", {"start": {"time": "10:00"}, "end": {"time": "11:00"}}),
        ("12月1日から3日", {"start": {"date": "2026-12-01"}, "end": {"date": "2026-12-03"}}),
        (
            "明日の2時から3時",
            {
                "start": {"date": "2026-11-25", "time": "14:00"},
                "end": {"date": "2026-11-25", "time": "15:00"},
            },
        ),
    ],
)
def test_the_best_result_has_a_date_a_time_or_both_ends_of_a_range(
    lexicon: Lexicon, said: str, best: dict[str, Any]
) -> None:
    answer = understand(said, Asked("any", lexicon, NOW))
    assert answer["results"][0] == best
    assert len(answer["scores"]) == len(answer["results"])
    assert answer["sure"]


@pytest.mark.parametrize(
    ("expect", "said", "best"),
    [
        ("procedure", "児童手当のことで", {"procedure": "jido-teate"}),
        ("name", "佐藤と申します", {"name": "サトウ"}),
        ("digits", "ゼロきゅうさんの、ごーごーごーの、いちにーさんよん", {"digits": "0935551234"}),
    ],
)
def test_other_questions_have_results_of_their_own(
    lexicon: Lexicon, expect: str, said: str, best: dict[str, Any]
) -> None:
    assert understand(said, Asked(expect, lexicon, NOW))["results"][0] == best


def test_an_answer_is_yes_no_or_neither_and_leans_on_the_question(lexicon: Lexicon) -> None:
    lines = [
        {"id": 1, "text": "結構です", "question": "ご予約してよろしいですか"},
        {"id": 2, "text": "結構です", "question": "他にご希望はございますか"},
        {"id": 3, "text": "どうしようかな"},
    ]
    assert [a["answer"] for a in told(lines, lexicon, "answer")] == ["yes", "no", "neither"]


def test_a_yes_with_a_change_tells_both(lexicon: Lexicon) -> None:
    answer = understand("はい、でも3時で", Asked("answer", lexicon, NOW))
    assert answer["answer"] == "yes"
    assert not answer["sure"]
    assert answer["change"][0] == {"time": "15:00"}


def test_what_else_was_said_is_told_beside_the_results(lexicon: Lexicon) -> None:
    answer = understand("予約の変更で、木曜以外ならいつでも、2月30日", Asked("any", lexicon, NOW))
    assert answer["command"] == "change"
    assert answer["order"] == "any"
    assert answer["excluded"] == [{"weekday": "木"}]
    assert answer["impossible"] == ["2月30日"]


def test_a_line_has_its_own_moment(lexicon: Lexicon) -> None:
    lines = [{"id": "a", "text": "明日", "now": "2013-02-12T04:30:00"}, {"id": "b", "text": "明日"}]
    assert [a["results"][0]["date"] for a in told(lines, lexicon)] == ["2013-02-13", "2026-11-25"]


@pytest.mark.parametrize(
    ("line", "known"),
    [
        (b"{", None),
        (b"\xff", None),
        (b"[" * 5_000, None),
        (b'"text"', None),
        ({"id": 7}, 7),
        ({"id": 7, "text": None}, 7),
        ({"id": 7, "text": "明日", "now": "soon"}, 7),
        ({"id": 7, "text": "明日", "now": 5}, 7),
        ({"id": 7, "text": "明日", "now": "0001-01-01T00:00:00"}, 7),
        ({"id": 7, "text": "明日", "question": 5}, 7),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_others_are_answered(
    lexicon: Lexicon, line: Any, known: int | None
) -> None:
    good = {"id": "good", "text": "明日"}
    first, bad, last = told([good, line, good], lexicon)
    assert first == last
    assert (bad["id"], bad["line"]) == (known, 2)
    assert bad["error"].startswith("line 2: ")


def test_the_filter_reads_standard_input_and_tells_bad_lines_by_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    raw = b'{"id": "\\ud800", "text": "\xe6\x98\x8e\xe6\x97\xa5"}\n\nnonsense\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    monkeypatch.setattr(sys, "argv", ["voicebot", "understand", "--jsonl", "--now", "2026-11-24T10:00"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [(a["id"], "error" in a) for a in said] == [("\ud800", False), (None, True)]
    assert ended.value.code == 2


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3),
)
lines = st.one_of(
    st.binary(max_size=60),
    st.dictionaries(st.sampled_from(["id", "text", "now", "question"]), values).map(
        lambda line: json.dumps(line).encode()
    ),
)


@settings(max_examples=60, deadline=None)
@given(raw=st.lists(lines, max_size=6), expect=st.sampled_from(EXPECTATIONS))
def test_whatever_the_lines_are_each_has_its_answer_or_its_error(
    lexicon: Lexicon, raw: list[bytes], expect: str
) -> None:
    given_lines = [line for text in raw for line in text.splitlines(keepends=True)]
    told_of = list(answers(given_lines, Asked(expect, lexicon, NOW)))
    assert len(told_of) == sum(1 for line in given_lines if line.strip())
    assert all("error" in answer or "results" in answer for answer in told_of)
    json.dumps(told_of)


@pytest.mark.parametrize("expect", EXPECTATIONS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x07",
        "あ" * 10_000,
        "はい、" * 4_000,
        "Thank you for watching.",
        "[音楽]",
        "你好",
        "ザーザー",
    ],
)
def test_what_says_nothing_means_nothing(lexicon: Lexicon, text: str, expect: str) -> None:
    answer = understand(text, Asked(expect, lexicon, NOW))
    assert not answer["results"] or (expect == "name" and not answer["sure"])
    if expect == "answer" and not text.startswith("はい"):
        assert answer["answer"] == "neither"


def test_a_name_and_a_number_are_answers_to_their_questions(lexicon: Lexicon) -> None:
    assert understand("三日月です", Asked("name", lexicon, NOW))["results"][0] == {"name": "ミカヅキ"}
    assert understand("1234", Asked("digits", lexicon, NOW))["results"] == [{"digits": "1234"}]
    assert understand("わかりません", Asked("digits", lexicon, NOW))["unknown"]
