"""The service as a process: it gets ready, and it goes down politely."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.telephony.asterisk_pbx import FRAME, Pbx, ask
from tests.telephony.wire_phone import Phone
from voicebot.serve import build, serve
from voicebot.server import CannotStart, listen
from voicebot.settings import Settings

ROOT = Path(__file__).parents[1]

PROCESS_S = 180.0
"""A process that has not come up or ended by then hangs, however slow the machine is."""


@asynccontextmanager
async def running(
    var: Path, **environment: str
) -> AsyncIterator[tuple[asyncio.subprocess.Process, str, list[str]]]:
    """A service in a process of its own, its address, and what it had to say before it was ready."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.fake_serve", var),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | environment,
    )
    try:
        assert process.stdout is not None
        said: list[str] = []
        async with asyncio.timeout(PROCESS_S):
            while not (said and said[-1].startswith("ready ")):
                said.append((await process.stdout.readline()).decode().rstrip())
        yield process, said[-1].removeprefix("ready "), said
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        process._transport.close()  # type: ignore[attr-defined]


async def ended(process: asyncio.subprocess.Process) -> int:
    async with asyncio.timeout(PROCESS_S):
        return await process.wait()


async def test_start_up_says_what_runs_and_who_is_served(tmp_path: Path):
    async with running(tmp_path) as (process, url, said):
        assert any(line.startswith("office: ") for line in said)
        assert "ears: fake" in said
        assert "voice: fake" in said
        assert "TWILIO_AUTH_TOKEN is not set: only callers on this machine are served" in said
        assert (await Phone(url, "").get("readyz")).json() == {"ready": True, "lines": 0}
        process.send_signal(signal.SIGTERM)
        assert await ended(process) == 0


async def test_sigterm_lets_the_caller_hear_why_and_ends_with_code_0(tmp_path: Path):
    async with running(tmp_path) as (process, url, _):
        phone = await Phone(url, "+81935551234").dial()
        await phone.hears("ask_procedure")
        process.send_signal(signal.SIGTERM)
        await phone.hears_out()
        assert phone.heard[-1] == "system_trouble"
        assert phone.socket.close_code == 1000
        assert await ended(process) == 0


async def test_a_second_sigterm_does_not_wait_for_the_caller(tmp_path: Path):
    async with running(tmp_path) as (process, url, _):
        phone = await Phone(url, "+81935551234").dial()
        await phone.hears("ask_procedure")
        process.send_signal(signal.SIGTERM)
        await phone.gets("system_trouble")
        process.send_signal(signal.SIGTERM)
        assert await ended(process) in (0, -signal.SIGTERM)
        await phone.drops()


def test_a_folder_that_cannot_be_made_stops_the_start(tmp_path: Path):
    (tmp_path / "var").write_text("a file where the folder should be")
    with pytest.raises(CannotStart, match="VOICEBOT_VAR"):
        build(Settings(var=tmp_path / "var" / "deeper", database=""))


async def test_a_caller_over_audiosocket_hears_the_bot_and_why_it_goes_down(tmp_path: Path):
    with listen("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    where = {"VOICEBOT_AUDIOSOCKET": str(port), "VOICEBOT_ASTERISK_KEY": ""}
    async with running(tmp_path, **where) as (process, url, said):
        assert f"AudioSocket: 127.0.0.1 port {port}" in said
        assert "VOICEBOT_ASTERISK_KEY is not set: only an Asterisk on this machine is served" in said
        pbx = await Pbx.connect(port, (await ask(url, "POST", "call", caller="0935551234")).text)
        heard = b""
        while not any(heard):
            await pbx.speaks(FRAME)
            heard = await pbx.hears() or b""
        process.send_signal(signal.SIGTERM)
        await pbx.is_hung_up_on()
        assert await ended(process) == 0


def test_a_port_for_audiosocket_that_is_taken_stops_the_start(tmp_path: Path):
    with listen("127.0.0.1", 0) as taken:
        settings = Settings(port=0, var=tmp_path, audiosocket=("127.0.0.1", taken.getsockname()[1]))
        with pytest.raises(CannotStart, match="set VOICEBOT_AUDIOSOCKET to another"):
            serve(settings)
