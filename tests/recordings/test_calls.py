"""The recorded calls agree with themselves, with their audio and with the demo office."""

import re
import wave
from collections import Counter
from datetime import datetime
from pathlib import Path

import jaconv
import numpy as np
import pyopenjtalk
import pytest

from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_into, load_office, open_database
from recordings_fixtures import Call, Turn, load_all
from recordings_fixtures.loader import FOLDER
from recordings_fixtures.make import render
from voicebot.speech import mulaw
from voicebot.telephony.caller_script import last_voiced

CALLS = load_all()
WRITTEN = [call for call in CALLS if call.voice is not None]
"""Those that a voice was made to say; the others are people's."""

SPOKEN = [(call, turn) for call in CALLS for turn in call.turns if turn.say]
WEEKDAYS = "月火水木金土日"
RELATIVE = ("day_before", "dialysis")
"""Calls whose day is said as the one before or after another, so that no turn names it."""

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.id)
each_written_call = pytest.mark.parametrize("call", WRITTEN, ids=lambda call: call.id)


def sounds(kana: str) -> str:
    """Hiragana without the second half of long vowels; づ/ず and は, へ, を written one way."""
    text = re.sub("[^ぁ-ん]", "", jaconv.kata2hira(kana))
    text = re.sub("(?<=[おこそとのほもよろごぞどぼぽょうくすつぬふむゆるぐずぶぷゅ])[うお]", "", text)
    text = re.sub("(?<=[えけせてねへめれげぜでべぺ])[いえ]", "", text)
    text = re.sub("(?<=[いきしちにひみりぎじびぴ])い", "", text)
    return text.translate(str.maketrans("づはへを", "ずわえお"))


def test_there_are_at_least_twelve_calls_with_several_voices() -> None:
    assert len(CALLS) >= 12
    assert len({call.voice.name for call in CALLS if call.voice}) >= 4


def test_no_two_sentences_are_alike_but_a_yes() -> None:
    said = Counter(re.sub("[、。…]", "", turn.say or "") for _, turn in SPOKEN if not turn.means.answer)
    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_no_two_callers_share_a_number() -> None:
    known = [call.caller for call in CALLS if call.caller]
    assert len(set(known)) == len(known)


@pytest.mark.parametrize("turn", [turn for _, turn in SPOKEN], ids=lambda turn: str(turn.file))
def test_the_reading_is_how_it_sounds(turn: Turn) -> None:
    heard = pyopenjtalk.g2p((turn.say or "").replace("…", "、"), kana=True, use_sudachi_kanji_yomi=False)
    assert sounds(turn.reading or "") == sounds(heard)


@each_call
def test_a_weekday_that_is_said_is_that_of_the_day(call: Call) -> None:
    for turn in call.turns:
        named = re.findall(f"([{WEEKDAYS}])曜", turn.say or "")
        if turn.means.date and named:
            assert WEEKDAYS[turn.means.date.weekday()] == named[-1]


@each_written_call
def test_the_row_is_what_was_said_last(call: Call) -> None:
    taken = call.expect.outcome in ("booked", "changed")
    if not taken or call.id in RELATIVE or any(turn.means.choice for turn in call.turns):
        return
    *_, row = call.expect.rows
    slots = {
        name: value
        for turn in call.turns
        for name, value in turn.means.model_dump().items()
        if value is not None
    }
    stood = [before.procedure for before in call.before if before.phone]
    if not row.more:
        assert row.procedure == (stood[0] if stood else slots["procedure"])
    assert (row.start.date(), row.start.time()) == (slots["date"], slots["time"])


@each_written_call
def test_a_call_changes_the_calendar_exactly_when_it_ends_with_yes(call: Call) -> None:
    stood = sorted((before.procedure, before.start) for before in call.before if before.phone)
    stands = sorted((row.procedure, row.start) for row in call.expect.rows)
    agreed = call.turns[-1].means.answer == "yes" and call.expect.outcome != "callback"
    assert (stood != stands) == agreed
    assert (call.expect.outcome in ("booked", "changed", "cancelled")) == agreed


@each_call
def test_every_procedure_is_one_of_the_office(call: Call) -> None:
    known = {procedure.id for procedure in load_office(call.office_file or DEMO_OFFICE).procedures}
    named = {turn.means.procedure for turn in call.turns if turn.means.procedure}
    in_rows = {one for row in call.expect.rows for one in (row.procedure, *row.more)}
    assert named | in_rows | {before.procedure for before in call.before} <= known


@each_call
def test_the_calendar_has_the_places_a_call_books_and_none_of_the_full_ones(
    call: Call, tmp_path: Path
) -> None:
    engine = open_database(tmp_path / "office.db")
    office = load_office(call.office_file or DEMO_OFFICE)
    load_into(engine, office)
    calendar = OfficeCalendar(engine, office.id)

    def free(procedure: str, start: datetime) -> bool:
        day, time = start.date(), start.time()
        return bool(calendar.find(procedure, call.now, (day, day), (time, time)).fitting)

    stood = [before for before in call.before if before.phone]
    for at, before in enumerate(call.before):
        for number in range(before.count):
            calendar.book(before.procedure, before.start, "", f"before{at}-{number}", call.now)
    assert stood or not any(free(full.procedure, full.start) for full in call.before)
    standing = [(before.procedure, before.start) for before in stood]
    rows = [row for row in call.expect.rows if (row.procedure, row.start) not in standing]
    assert all(free(row.procedure, row.start) for row in rows)
    engine.dispose()


@each_call
def test_the_audio_is_8_khz_mono_as_mu_law_carries_it(call: Call) -> None:
    for turn in call.turns:
        if turn.path is None:
            continue
        with wave.open(str(turn.path), "rb") as recording:
            assert (recording.getframerate(), recording.getnchannels()) == (8_000, 1)
            pcm = np.frombuffer(recording.readframes(recording.getnframes()), "<i2")
        assert np.array_equal(mulaw.decode(mulaw.encode(pcm)), pcm)
        assert (last_voiced(pcm) is None) == (turn.silence_s is not None)


def test_every_audio_file_belongs_to_a_call_and_all_are_small() -> None:
    files = set((FOLDER / "audio").glob("*.wav"))
    assert files == {turn.path for call in CALLS for turn in call.turns if turn.path}
    assert sum(file.stat().st_size for file in files) < 30_000_000


@pytest.mark.parametrize("name", ["silence_first_1", "slot_by_slot_2", "slow_speaker_1"])
def test_the_script_makes_the_same_audio_again(name: str) -> None:
    call, turn = next((c, t) for c in CALLS for t in c.turns if t.file == f"audio/{name}.wav")
    assert call.voice is not None
    again = render(turn, call.voice)
    with wave.open(str(turn.path), "rb") as recording:
        pcm = np.frombuffer(recording.readframes(recording.getnframes()), "<i2")
    assert again.shape == pcm.shape
    # Another processor may round a sample into the neighbouring step of mu-law.
    assert np.mean(again == pcm) > 0.99
