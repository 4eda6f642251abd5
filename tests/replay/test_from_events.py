"""A record folded anew: the same where nothing has changed, and told where it has."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.replay.made import SCENARIOS, rewritten, written_call
from voicebot.replay import replay
from voicebot.replay.replay import CannotReplay
from voicebot.replay.result import Turn

EVERY = 12
NAMED = (
    "slot_by_slot",
    "trouble",
    "twice_moved",
    "ward_which",
    "ward_change",
    "name",
    "night_callback",
    "family",
    "withheld_as_digits",
    "reconnect",
)
ALL = sorted(path.stem for path in SCENARIOS.glob("*.yaml"))
SOME = sorted({*ALL[::EVERY], *(name for name in NAMED if name in ALL)} - {"my_number_by_keys"})


@pytest.mark.parametrize("scenario", SOME)
def test_a_call_of_today_differs_in_nothing(tmp_path: Path, scenario: str):
    result = replay.from_events(written_call(tmp_path, scenario))
    assert [turn.as_json() for turn in result.different] == []
    assert result.same
    assert not [kind for kind, _ in result.notes if kind != "removed"]


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return written_call(tmp_path, "slot_by_slot")


def differing(path: Path) -> tuple[bool, list[tuple[str, ...]]]:
    result = replay.from_events(path)
    return result.same_end, [turn.differs for turn in result.different]


def test_a_sentence_that_is_another_one_today_is_a_difference_and_the_end_is_the_same(call: Path):
    def reworded(lines: list[dict[str, Any]]) -> None:
        lines[0]["said"][-1] = "ご用件をどうぞ。"

    rewritten(call, reworded)
    assert differing(call) == (True, [("said",)])


def test_a_sentence_more_than_today_is_a_difference(call: Path):
    rewritten(call, lambda lines: lines[-1].setdefault("said", []).append("さようなら。"))
    assert differing(call)[1] == [("said",)]


@pytest.mark.parametrize(
    ("change", "outcome", "rows"),
    [
        ({"outcome": "abandoned"}, False, True),
        ({"outcome": None}, True, True),
        (
            {
                "booking": {
                    "number": "1234",
                    "procedure": "koseki",
                    "also": [],
                    "start": "2026-12-01T09:00:00+09:00",
                }
            },
            True,
            False,
        ),
        ({"booking": None}, True, True),
        ({"booking": "none of ours"}, True, True),
    ],
)
def test_another_end_is_told(call: Path, change: dict[str, Any], outcome: bool, rows: bool):
    file = call / "outcome.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change), "utf-8")
    result = replay.from_events(call)
    assert (result.same_outcome, result.same_rows) == (outcome, rows)


def test_what_the_record_never_asked_is_answered_by_a_calendar_of_the_same_office(call: Path):
    """As if an older program had not looked for places before it took the day."""

    def never_asked(lines: list[dict[str, Any]]) -> None:
        lines[:] = [line for line in lines if line["event"] not in ("PlacesFound", "BookingsFound", "Held")]
        for line in lines:
            line["actions"] = [a for a in line["actions"] if a not in ("FindPlaces", "FindBookings", "Hold")]

    rewritten(call, never_asked)
    result = replay.from_events(call)
    assert {about for kind, about in result.notes if kind == "answered_anew"} >= {
        "FindPlaces",
        "FindBookings",
    }
    assert result.same_end
    assert all(
        "actions" in turn.differs or "said" in turn.differs or not turn.differs for turn in result.turns
    )


def test_a_place_that_was_full_then_is_another_end(call: Path):
    """The record tells that somebody else was first; nobody asks the real calendar."""

    def taken(lines: list[dict[str, Any]]) -> None:
        for line in lines:
            if line["event"] == "Booked":
                line["event"], line["data"] = "PlaceTaken", {"at": line["data"]["at"]}

    rewritten(call, taken)
    result = replay.from_events(call)
    assert not any(row.done == "booked" for row in result.now.rows)
    assert not result.same_end


def test_what_was_heard_otherwise_is_understood_otherwise(call: Path):
    def other(lines: list[dict[str, Any]]) -> None:
        heard = [line for line in lines if line["event"] == "Heard"]
        heard[0]["data"]["hypotheses"] = [{"text": "パスポートを受け取りたい", "score": 0.95, "reading": ""}]

    rewritten(call, other)
    result = replay.from_events(call)
    assert not result.same_end or result.different
    turn = next(turn for turn in result.different if turn.now is not None and turn.now.heard)
    assert turn.now is not None
    assert turn.now.best == "パスポートを受け取りたい"


@pytest.mark.parametrize(
    "torn", ['{"ms": 1, "ev', "\x00\x00", '{"ms": 9, "event": "Sang", "data": {}, "actions": []}']
)
def test_a_line_that_cannot_be_read_is_told_and_the_rest_replayed(call: Path, torn: str):
    file = call / "events.jsonl"
    file.write_text(file.read_text("utf-8") + torn, "utf-8")
    result = replay.from_events(call)
    assert ("unread", "1") in result.notes
    assert result.same_end


def test_a_line_lost_in_the_middle_does_not_stop_the_replay(call: Path):
    rewritten(call, lambda lines: lines.pop(len(lines) // 2))
    assert replay.from_events(call).turns


@pytest.mark.parametrize(
    ("text", "why"), [("", "nothing"), ("torn", "nothing"), (None, "nothing"), ("second", "no_beginning")]
)
def test_a_record_without_its_beginning_cannot_be_replayed(call: Path, text: str | None, why: str):
    file = call / "events.jsonl"
    if text is None:
        file.unlink()
    elif text == "second":
        file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    else:
        file.write_text(text, "utf-8")
    with pytest.raises(CannotReplay) as caught:
        replay.from_events(call)
    assert caught.value.why == why


def test_where_a_my_number_was_taken_out_nothing_is_compared(tmp_path: Path):
    result = replay.from_events(written_call(tmp_path, "my_number_by_keys"))
    assert ("removed", "") in result.notes
    assert result.same_end
    assert [turn for turn in result.different if turn.then is not None and turn.then.removed] == []


def test_the_same_record_gives_the_same_json_twice(call: Path):
    first, second = (json.dumps(replay.from_events(call).as_json()) for _ in range(2))
    assert first == second
    assert json.loads(first)["call"] == "2026-11-24/CA0123456789"


def test_a_record_that_stops_in_the_middle_is_compared_as_far_as_it_goes(call: Path):
    rewritten(call, lambda lines: lines.__delitem__(slice(6, None)))
    (call / "outcome.json").unlink()
    result = replay.from_events(call)
    assert ("unfinished", "") in result.notes
    assert (result.same_outcome, result.same_rows, list(result.different)) == (True, True, [])


def test_a_turn_on_one_side_alone_differs():
    assert Turn(None, None).differs == ("turn",)
