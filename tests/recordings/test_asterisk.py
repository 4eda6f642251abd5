"""A recorded call that comes over an Asterisk's AudioSocket, in audio time and to real ears, leaves the row that its file names."""

from pathlib import Path

from calendar_backend import OfficeCalendar
from recordings_fixtures import load_all
from recordings_fixtures.playing import service
from tests.telephony.asterisk_pbx import Caller, Pbx, ServiceTimer, ask
from tests.telephony.wire_phone import eventually
from voicebot.replay.engines import Engines
from voicebot.server import listen
from voicebot.settings import Settings
from voicebot.speech import wav
from voicebot.telephony.audio_socket import AudioSocket

CALL = next(call for call in load_all() if call.id == "slot_by_slot")


async def test_the_call_ends_with_its_row(engines: Engines, tmp_path: Path):
    timer = ServiceTimer()
    settings = Settings(
        var=tmp_path, database="", office_file="", public_url="", auth_token="", asterisk_key=""
    )
    with (
        listen("127.0.0.1", 0) as bound,
        service(settings, engines, CALL.now, lambda made: AudioSocket(made, bound, timer)) as (running, url),
    ):
        uuid = (await ask(url, "POST", "call", caller=CALL.caller)).text
        caller = Caller(await Pbx.connect(bound.getsockname()[1], uuid), running, timer, uuid)
        for turn in CALL.turns:
            await caller.hears_out()
            assert turn.path is not None
            await caller.says(wav.read(turn.path, 8_000).astype("<i2").tobytes())
        await caller.hears_out()
        await caller.pbx.hangs_up()
        await eventually(lambda: not running.sessions)
        calendar = OfficeCalendar(running.engine, running.office.id)
        (booking,) = calendar.bookings_of_phone(CALL.caller, CALL.now)
        (row,) = CALL.expect.rows
        assert (booking.procedure_id, booking.start) == (row.procedure, row.start)
        known = running.calls.get("AS" + uuid.replace("-", ""))
        assert known is not None
        assert known.outcome == CALL.expect.outcome
