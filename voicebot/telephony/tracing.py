"""The port through which calls are traced. Ids and times go through it, never a word."""

from typing import Protocol

from voicebot.telephony.turn_times import Took


class CallTrace(Protocol):
    """Of one call on one line, from when it is made."""

    def turn(self, took: Took) -> None:
        """A turn is over."""

    def end(self, outcome: str | None) -> None:
        """The line has ended."""


class Tracing(Protocol):
    """One for each service."""

    def call(self, sid: str) -> CallTrace:
        """A call begins, or goes on, on a line."""

    def close(self) -> None:
        """What was not handed on yet is."""


class Untraced:
    """Nobody wants to know: both ports in one."""

    def call(self, sid: str) -> CallTrace:
        return self

    def turn(self, took: Took) -> None:
        pass

    def end(self, outcome: str | None) -> None:
        pass

    def close(self) -> None:
        pass
