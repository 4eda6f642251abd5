"""`make bench-peer`: the same callers, the same Whisper, one run: this service beside Pipecat answering from fixed audio.

Pipecat understands nothing and looks nothing up: after each turn it says one sentence. What it takes is the least that a
bot made of it can take. The callers are the recorded calls that are speech alone, over the lines of `bench.realtime`.

python -m bench.peer [--calls 1,8] [--seconds 150]
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.peer_install import Absent, peer
from bench.peer_rows import rows
from bench.realtime import SHORTEST_S, numbers
from bench.realtime_driver import Driver
from bench.realtime_figures import Figures
from bench.realtime_machine import machine, sample, sampled
from bench.realtime_plan import Caller, plan, playable
from bench.realtime_service import NotStarted, Running, service
from bench.realtime_turns import Ended
from bench.table import FOLDER, report
from prompts import fixed_sentences
from recordings_fixtures import Call, Turn, load_all
from voicebot.speech import mulaw, wav
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.synthesizer import SAMPLE_RATE

CALLS = (1, 8)
ANSWER = "ask_procedure"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 when one of them does not run, or the driver was late."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--calls", type=numbers, default=CALLS)
    parser.add_argument("--seconds", type=float, default=150.0, help="in which calls begin, in each run")
    args = parser.parse_args(arguments)
    FOLDER.mkdir(parents=True, exist_ok=True)
    pairs = []
    try:
        for callers in args.calls:
            planned = plan(callers, max(1, round(args.seconds / SHORTEST_S)), calls=spoken(load_all()))
            pairs.append((_ours(planned, args.seconds), _theirs(planned, args.seconds)))
    except (Absent, NotStarted) as error:
        print(error, file=sys.stderr)
        return 1
    table = rows(pairs)
    print(report("peer", table))
    print(f"machine: {machine()}; load {' '.join(f'{load:.1f}' for load in os.getloadavg())}")
    return 0 if all(figures.valid for pair in pairs for figures in pair) else 1


def spoken(calls: Sequence[Call]) -> list[Call]:
    """Those in which the caller only speaks and finds nothing booked; each hangs up when all is said."""
    return [
        call.model_copy(update={"turns": (*call.turns, Turn(hang_up=True))})
        for call in playable(calls, prepared=False)
        if all(turn.say or turn.spoken for turn in call.turns)
    ]


def _ours(planned: tuple[Caller, ...], seconds: float) -> Figures:
    with tempfile.TemporaryDirectory(prefix="voicebot-bench-") as name:
        folder = Path(name) / "var"
        with service(planned, folder, FOLDER / "peer-ours.log") as running:
            return _driven(running, planned, seconds)


def _theirs(planned: tuple[Caller, ...], seconds: float) -> Figures:
    sentence = next(one for one in fixed_sentences() if one.key == ANSWER)
    with tempfile.TemporaryDirectory(prefix="voicebot-bench-") as name:
        answer = Path(name) / "answer.wav"
        pcm = mulaw.decode(OpenJTalkVoice().speak(sentence))
        wav.write(answer, np.asarray(pcm, np.int16), SAMPLE_RATE)
        with peer(answer, FOLDER / "peer-pipecat.log") as running:
            return _driven(running, planned, seconds)


def _driven(running: Running, planned: tuple[Caller, ...], seconds: float) -> Figures:
    idle = sample(running.pid)
    print(
        f"{len(planned)} at once: {running.url}, {seconds:.0f} s and until the last call ends ...", flush=True
    )
    with sampled(running.pid) as samples:
        driven = asyncio.run(Driver(running.url).run(planned, seconds))
    return Figures(len(planned), driven, Ended(), None, samples, idle)


if __name__ == "__main__":
    sys.exit(main())
