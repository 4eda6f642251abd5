"""The caller's half of a conversation: which frame goes next, and when the next thing is said."""

from collections import deque
from pathlib import Path

from bench.realtime_far_end import FarEnd
from bench.realtime_plan import Conversation
from bench.realtime_sound import FRAME_MS, Sound, noise, recording
from bench.realtime_turns import Said
from recordings_fixtures.playing import steps
from voicebot.telephony.caller_script import KEY_MS, HangUp, Keys

PATIENCE_S = 30.0
"""Who hears nothing for so long hangs up."""

TALKED_OVER_S = 3.0
"""Who was talked over waits so long to hear whether more comes."""


class Talk:
    """Advanced frame by frame; it survives a stream that is taken up again.

    The next step is taken when something was answered to the last one, has been played to its end, and nothing came for as
    long as the conversation's pause. Who is told that the answer is on its way waits for it.
    """

    def __init__(self, conversation: Conversation, speed: float = 1.0) -> None:
        self.said: list[Said] = []
        self.impatient = False
        """The caller has hung up because nothing came."""

        self._speed = speed
        self._noise_dbfs = conversation.line.noise_dbfs
        self._noise = noise(self._noise_dbfs).payloads
        self._steps = deque(zip(steps(conversation.call), conversation.pauses_ms, strict=True))
        self._sound: Sound | None = None
        self._name = ""
        self._at = self._count = 0
        self._keys: deque[str] = deque()
        self._until_key = 0
        self._began = self._free = self._since = 0.0
        self._began_audio_ms = 0

    def begin(self, now: float) -> None:
        """A stream begins."""
        self._free = now

    def frame(self, now: float, audio_ms: int, far: FarEnd) -> tuple[str, str] | None:
        """The next 20 ms as base64, and the key pressed in it or nothing; None when the caller hangs up.

        Args:
            now: when the frame begins, in seconds of the driver's clock.
            audio_ms: how much audio has been sent before it.
        """
        if self._sound is None and not self._keys and not self._next(now, audio_ms, far):
            return None
        self._count += 1
        if self._keys:
            return self._noise[self._count % len(self._noise)], self._press(now)
        if self._sound is None:
            return self._noise[self._count % len(self._noise)], ""
        payload = self._sound.payloads[self._at]
        self._at += 1
        if self._at == len(self._sound.payloads):
            self._finish(self._sound, now)
        return payload, ""

    def _next(self, now: float, audio_ms: int, far: FarEnd) -> bool:
        """Takes the next step if it is time. False: hangs up."""
        silent = (now - max(self._free, far.ends)) * self._speed
        if silent > PATIENCE_S:
            self.impatient = True
            return False
        if not self._steps or not far.quiet or not far.answered_after(self._since, now):
            return True
        step, pause_ms = self._steps[0]
        pause = pause_ms / 1_000
        if self.said and any(
            self.said[-1].begins <= sound[0] < self.said[-1].ends for sound in far.spoken[-50:]
        ):
            pause = max(pause, TALKED_OVER_S)
        if silent < pause:
            return True
        self._steps.popleft()
        if isinstance(step, HangUp):
            return False
        # A frame leaves when it has been spoken.
        self._began, self._began_audio_ms = now - FRAME_MS / 1_000 / self._speed, audio_ms
        self._since = now
        if isinstance(step, Keys):
            self._keys.extend(step.digits)
            self._until_key = KEY_MS // FRAME_MS
        else:
            assert isinstance(step, Path)
            self._sound, self._name, self._at = recording(step, self._noise_dbfs), step.stem, 0
            if self._sound.begins_ms is not None and self._sound.ends_ms is not None:
                self._speak(self._sound.begins_ms, self._sound.ends_ms)
        return True

    def _speak(self, begins_ms: float, ends_ms: float) -> None:
        begins, ends = (self._began + ms / 1_000 / self._speed for ms in (begins_ms, ends_ms))
        audio = self._began_audio_ms
        self.said.append(Said(self._name, begins, ends, audio + int(begins_ms), audio + int(ends_ms)))
        self._since = ends

    def _finish(self, sound: Sound, now: float) -> None:
        self._sound = None
        self._free = now + FRAME_MS / 1_000 / self._speed

    def _press(self, now: float) -> str:
        self._until_key -= 1
        if self._until_key:
            return ""
        self._until_key = KEY_MS // FRAME_MS
        self._free = now
        return self._keys.popleft()
