"""Silence only: whatever was asked and heard, the same pause ends a turn."""

from dataclasses import dataclass

from voicebot.turns.strategy import Pausing


@dataclass(frozen=True, slots=True)
class Fixed:
    silence_ms: int = 800

    def patience_ms(self, pausing: Pausing) -> int:
        return self.silence_ms
