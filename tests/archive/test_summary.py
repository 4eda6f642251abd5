"""What is known of a call at a glance."""

import json
from pathlib import Path

import pytest

from dialog import events
from nlu.hypothesis import Hypothesis
from tests.archive.recorded import cut, recorded, rewritten
from tests.telephony.conftest import NOW, running_line
from voicebot.archive.summary import UNFINISHED, summary
from voicebot.telephony.transcripts import FILE


def test_a_call_at_a_glance(tmp_path: Path):
    path = recorded(
        tmp_path, "CA1", None, ("住民票をお願いします", 0.4), "明後日の午前中", None, events.HungUp(NOW)
    )
    found = summary(path)
    assert (found.folder, found.sid, found.began.isoformat()) == (
        "2026-11-24/CA1",
        "CA1",
        "2026-11-24T10:00:00+09:00",
    )
    assert (found.outcome, found.office, found.procedures) == (
        "abandoned",
        "kokurakita-shimin",
        ("juminhyo",),
    )
    assert (found.confidence, found.silences, found.transfers, found.booking) == (0.4, 2, 0, "")
    assert (found.turns, found.first_words) == (2, "住民票をお願いします")
    assert "34" in found.caller
    assert "5551" not in found.caller
    assert "住民票をお願いします\n" in found.text
    assert "別の言葉" not in found.text


def test_first_words_that_went_on_after_a_pause_are_whole(tmp_path: Path):
    whole = events.Heard(NOW, (Hypothesis("住民票を明日の朝"),), resumes=True)
    found = summary(recorded(tmp_path, "CA1", "住民票を", whole, "はい"))
    assert (found.turns, found.first_words) == (2, "住民票を明日の朝")
    nothing = summary(recorded(tmp_path, "CA2", None))
    assert (nothing.turns, nothing.first_words) == (0, "")


def test_the_words_of_the_transcript_are_found_too(tmp_path: Path):
    path = recorded(tmp_path, "CA1", "じゅうみんひょうをおねがいします")
    (path / FILE).write_text(
        json.dumps({"start_ms": 0, "end_ms": 9, "text": "住民票をお願いします"}) + "\n{", "utf-8"
    )
    assert "住民票をお願いします" in summary(path).text


def test_a_record_of_an_earlier_version_is_gone_through_again(tmp_path: Path):
    path = recorded(tmp_path, "CA1", "住民票をお願いします", events.HungUp(NOW))
    whole = summary(path)
    rewritten(path / "outcome.json", office=None, procedures=None)
    assert summary(path) == whole


def test_a_call_whose_end_was_not_written_is_unfinished(tmp_path: Path):
    path = recorded(tmp_path, "CA1", "住民票をお願いします", events.HungUp(NOW), end=False)
    found = summary(path)
    assert (found.outcome, found.office, found.procedures) == (UNFINISHED, "kokurakita-shimin", ("juminhyo",))


@pytest.mark.parametrize("kept", [0, 40, 900])
def test_half_a_record_is_still_a_row(tmp_path: Path, kept: int):
    path = recorded(tmp_path, "CA1", "住民票", end=False)
    cut(path / "events.jsonl", kept)
    found = summary(path)
    assert (found.sid, found.began.date(), found.outcome) == ("CA1", NOW.date(), UNFINISHED)


async def test_a_call_on_the_telephone_is_in_the_index_when_it_is_over(tmp_path: Path):
    with running_line(tmp_path) as line:
        phone = await line.phone().dial()
        await phone.to_the_read_back()
        await phone.hears("confirm")
        await phone.presses("1")
        await phone.wants_nothing_else()
        await line.settled()
        line.service.indexing.settle()
        with line.service.engine.connect() as connection:
            row = connection.exec_driver_sql("SELECT * FROM calls").mappings().one()
            text = connection.exec_driver_sql("SELECT text FROM call_texts").scalar_one()
        found = summary(line.record(phone))
    assert (row["sid"], row["outcome"], row["office"]) == (phone.sid, "booked", "kokurakita-shimin")
    assert row["procedures"] == f" {' '.join(found.procedures)} " != "  "
    assert row["booking"] == found.booking != ""
    assert "でよろしいでしょうか" in text or "よろしいですか" in text
