"""A record turn by turn."""

import json
from pathlib import Path

import pytest

from dialog import events
from dialog.actions import FindPlaces
from nlu.hypothesis import Hypothesis
from tests.archive.recorded import recorded
from tests.archive.sounding import sounding
from tests.telephony.conftest import NOW
from voicebot.archive import folder, sound, spoken, turns
from voicebot.telephony.record import dump_event


def added(path: Path, *happened: tuple[int, events.Event]) -> None:
    """More lines, without what the bot did."""
    with (path / "events.jsonl").open("a") as file:
        for ms, event in happened:
            file.write(json.dumps({"ms": ms, **dump_event(event), "actions": []}, ensure_ascii=False) + "\n")


def test_what_follows_belongs_to_the_turn_before_it(tmp_path: Path):
    found = turns.turns(folder.read(sounding(tmp_path)))
    assert [turn.kind for turn in found.turns] == ["CallStarted", "Heard", "Heard"]
    assert [deed.kind for deed in found.turns[2].deeds] == ["FindPlaces", "Hold"]
    looked = found.turns[2].deeds[0]
    assert isinstance(looked.action, FindPlaces)
    assert isinstance(looked.answer, events.PlacesFound)
    assert found.turns[2].deeds[1].answer is None
    assert found.followed


def test_the_state_is_that_before_and_after(tmp_path: Path):
    first, second, third = turns.turns(folder.read(sounding(tmp_path))).turns
    assert first.before is not None
    assert (first.before.office.id, second.before) == ("", first.after)
    assert second.after is not None
    assert third.after is not None
    assert (second.after.procedure, second.after.day) == ("juminhyo", None)
    assert third.after.day is not None


def test_keys_of_one_answer_are_one_turn_until_the_bot_speaks(tmp_path: Path):
    path = recorded(tmp_path, "CA1")
    added(path, *((6_000 + n, events.KeyPressed(NOW, digit)) for n, digit in enumerate("12#")))
    added(path, (7_000, events.NoInput(NOW)), (8_000, events.KeyPressed(NOW, "4")))
    found = turns.turns(folder.read(path)).turns
    assert [(turn.kind, turn.keys) for turn in found[1:]] == [
        ("KeyPressed", "12#"),
        ("NoInput", ""),
        ("KeyPressed", "4"),
    ]
    assert found[1].ms == 6_002


def test_where_the_dialog_does_something_else_today_it_is_told(tmp_path: Path):
    path = recorded(tmp_path, "CA1", "住民票をお願いします")
    added(path, (20_000, events.Heard(NOW, (Hypothesis("係員"),))))
    assert [turn.differs for turn in turns.turns(folder.read(path)).turns] == [False, False, True]


@pytest.mark.parametrize(
    "pieces",
    [["1234", "5678", "9018"], ["123456789018"], ["ゼロ", "123456", "789018"], ["1234の5678", "9018"]],
)
def test_a_my_number_in_a_record_is_not_read(tmp_path: Path, pieces: list[str]):
    found = turns.turns(folder.read(recorded(tmp_path, "CA1", *pieces, "住民票"))).turns
    held = "".join(turn.heard + "".join(h.text for h in turn.hypotheses) for turn in found)
    assert not [piece for piece in pieces[-2:] if piece in held]
    assert "住民票" in held


@pytest.mark.parametrize(
    "said", [["0935551234"], ["093の555", "1234"], ["4711"], ["12月2日", "10時", "2人"], ["1 2 3"]]
)
def test_other_numbers_are_read(tmp_path: Path, said: list[str]):
    found = turns.turns(folder.read(recorded(tmp_path, "CA1", *said))).turns
    assert [turn.heard for turn in found if turn.kind == "Heard"] == said


def test_a_second_stream_has_its_own_time(tmp_path: Path):
    path = sounding(tmp_path)
    for side in ("caller", "agent"):
        (path / f"{side}-2.wav").write_bytes((path / f"{side}.wav").read_bytes())
    (path / "caller-2.jsonl").write_text('{"start_ms": 1000, "end_ms": 2000}\n')
    added(path, (0, events.Reconnected(NOW)), (2_500, events.Heard(NOW, (Hypothesis("もしもし"),))))
    found, heard = turns.turns(folder.read(path)).turns, sound.read(folder.read(path))
    assert [turn.stream for turn in found] == [0, 0, 0, 1, 1]
    places = spoken.placed(found, heard)
    assert places[-1].asked == (29_000, 30_000)


def test_what_comes_after_the_stream_is_not_before_it(tmp_path: Path):
    path = sounding(tmp_path)
    added(path, (0, events.HungUp(NOW)))
    found = turns.turns(folder.read(path)).turns
    assert found[-1].ms == found[-2].ms
