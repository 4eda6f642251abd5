"""What a call needs from the service around it."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from dialog import events
from dialog.calendar import Calendars
from dialog.office import Office
from prompts import Override
from voicebot import desks
from voicebot.clock import Clock
from voicebot.speech.recognition import Recognition
from voicebot.speech.synthesizer import Synthesizer
from voicebot.telephony.calls import Call


@dataclass(frozen=True)
class Parts:
    """Shared by all calls."""

    offices: tuple[Office, ...]
    """All that are served."""

    recognition: Recognition
    synthesizer: Synthesizer
    calendars: Calendars
    clock: Clock
    rate: float
    """mora/s"""

    pool: Executor
    """Where the database blocks."""

    speaking: Executor
    """Where voices are made: a long sentence holds up no booking."""

    overrides: Callable[[], tuple[Override, ...]] = tuple
    """What a call that begins now says in other words than the file of sentences. May block on the database."""

    def started(self, call: Call) -> events.CallStarted:
        """What the call begins with. Blocks on the database."""
        now = self.clock.now()
        own = self.overrides()
        return desks.started(self.offices, call.called, call.caller, self.calendars, now, self.rate, own)

    def close(self) -> None:
        """Ends what works beside the event loop; what it was at is given up."""
        self.recognition.close()
        for pool in (self.pool, self.speaking):
            pool.shutdown(wait=False, cancel_futures=True)
