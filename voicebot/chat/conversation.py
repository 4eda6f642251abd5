"""One typed call: events in, actions carried out at once against a calendar.

The same fold, the same calendar and the same answers (`telephony.inquiry`) as on the telephone; only the audio is left
out. What the bot says is heard to its end before the caller does anything, unless the caller breaks in.
"""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from dialog import events, keypad
from dialog.actions import Action, HangUp, Say, Transfer
from dialog.calendar import Calendars, Unavailable
from dialog.office import Office
from dialog.state import Phase, State
from nlu.hypothesis import Hypothesis
from numbering import number_or_none
from prompts.sentence import Sentence
from voicebot import desks
from voicebot.call.action_loop import at_once, carry_out, take
from voicebot.clock import SteppedClock
from voicebot.speech.synthesizer import NORMAL_RATE
from voicebot.telephony.calls import Call
from voicebot.telephony.inquiry import Inquiry, answer
from voicebot.telephony.key_watch import KeyWatch
from voicebot.telephony.number_watch import NumberWatch
from voicebot.telephony.record import without_input

log = logging.getLogger(__name__)

UTTERANCE_S = 3.0
"""How long an utterance and the answer's coming are taken to last."""

KEY_S = 0.5
SILENCE_S = 8.0
"""Until the bot asks again."""

Told = Callable[[Say], object]


@dataclass(frozen=True, slots=True)
class Happened:
    """One step of the fold."""

    ms: int
    """Since the call began."""

    event: events.Event
    actions: tuple[Action, ...]
    state: State
    """After the event."""


class Conversation:
    """From the greeting on. `told` is called with everything the bot says."""

    def __init__(
        self,
        served: Sequence[Office],
        calendars: Calendars,
        clock: SteppedClock,
        caller: str,
        *,
        called: str = "",
        rate: float = NORMAL_RATE,
        told: Told = lambda say: None,
    ) -> None:
        caller, called = number_or_none(caller), number_or_none(called)
        self.call = Call(f"CHAT{uuid4().hex}", caller, clock.now(), called)
        self.happened: list[Happened] = []
        self.over: Transfer | HangUp | None = None
        """How the bot ended the call; None as long as it has not."""

        self._calendars, self._clock, self._told = calendars, clock, told
        self._numbers, self._keys = NumberWatch(), KeyWatch()
        self._waiting: deque[events.Event] = deque()
        self._unheard: list[Sentence] = []
        self._interruptible = True
        self.give(desks.started(served, called, caller, calendars, clock.now(), rate))

    @property
    def state(self) -> State:
        return self.call.state

    @property
    def ended(self) -> bool:
        """Nothing happens any more."""
        return self.state.phase is Phase.ENDED

    @property
    def speaking(self) -> bool:
        """Whether the bot has something to say that was not heard yet."""
        return bool(self._unheard)

    def says(self, hypotheses: Sequence[Hypothesis]) -> None:
        """The caller waits until the bot is silent, and speaks."""
        self.hear_out()
        self._hear(tuple(hypotheses), early=False)

    def says_into(self, hypotheses: Sequence[Hypothesis]) -> None:
        """The caller speaks while the bot does, and the bot goes on."""
        self._hear(tuple(hypotheses), early=self.speaking)

    def interrupts(self, hypotheses: Sequence[Hypothesis]) -> None:
        """The caller speaks until the bot stops, where it may be stopped."""
        self._stop()
        self.says_into(hypotheses)

    def presses(self, digits: str, early: bool = False) -> None:
        """Keys; `early`: while the bot speaks."""
        if not early:
            self.hear_out()
        for digit in digits:
            if not keypad.trails(self.state, digit):
                self._stop()
            self._clock.advance(KEY_S)
            self.give(events.KeyPressed(self._clock.now(), digit))

    def is_silent(self) -> None:
        """Nothing comes for as long as the bot waits."""
        self.hear_out()
        self._clock.advance(SILENCE_S)
        self.give(events.NoInput(self._clock.now()))

    def hangs_up(self) -> None:
        self.give(events.HungUp(self._clock.now()))
        self._unheard = []

    def breaks(self) -> None:
        """The line breaks and is taken up again."""
        self._unheard = []
        self.give(events.Reconnected(self._clock.now()))

    def fails(self) -> None:
        """A part of ours fails, as when a recognizer does."""
        self.give(events.Trouble(self._clock.now()))

    def hear_out(self) -> None:
        """Everything the bot has to say is heard to its end."""
        while self._unheard and not self.ended:
            sentence = self._unheard.pop(0)
            self._clock.advance(sentence.morae / self.state.rate)
            self.give(events.Played(self._clock.now(), sentence.key, not self._unheard))

    def give(self, event: events.Event) -> None:
        """An event, and everything that follows from it without the caller."""
        self._waiting.append(event)
        while self._waiting:
            event = self._waiting.popleft()
            ms = self._ms(event.at)
            event, actions = take(self.call, self._keys, event, ms, self._forget)
            self.happened.append(Happened(ms, event, actions, self.call.state))
            self.over = next((one for one in actions if isinstance(one, Transfer | HangUp)), self.over)
            at_once(carry_out(self.call, actions, self))

    def _hear(self, hypotheses: tuple[Hypothesis, ...], early: bool) -> None:
        start_ms = self._ms(self._clock.now())
        self._clock.advance(UTTERANCE_S)
        now = self._clock.now()
        secret = self._numbers.hear(hypotheses, start_ms, self.state.question.expect)
        if secret is None:
            self.give(events.Heard(now, hypotheses, early))
            return
        self._forget(secret.from_ms)
        self.give(events.MyNumberSpoken(now))

    def _forget(self, from_ms: int) -> None:
        """Takes out of the record what was said and pressed from there on."""
        self.happened = [
            replace(h, event=without_input(h.event)) if h.ms >= from_ms else h for h in self.happened
        ]

    def _ms(self, at: datetime) -> int:
        return round((at - self.call.began).total_seconds() * 1000)

    def _stop(self) -> None:
        if self._interruptible:
            self._unheard = []

    async def say(self, say: Say) -> None:
        """See `Outside`."""
        self._unheard, self._interruptible = list(say.sentences), say.interruptible
        self._told(say)

    async def ask(self, inquiry: Inquiry) -> events.Event:
        """See `Outside`."""
        try:
            answered = answer(inquiry, self.call, self._calendars, self._clock)
        except Unavailable as error:
            log.error("call %s: calendar unavailable: %s", self.call.sid, error)
            answered = events.Trouble(self._clock.now())
        self._waiting.append(answered)
        return answered
