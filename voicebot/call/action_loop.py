"""What happens is folded, and what follows from it is carried out: the same on a line, typed, and without a stream."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Protocol

from dialog import events
from dialog.actions import Action, HangUp, Hold, Say, Transfer
from dialog.step import step
from voicebot.telephony.calls import Call
from voicebot.telephony.inquiry import Inquiry
from voicebot.telephony.key_watch import KeyWatch


class Outside(Protocol):
    """Where a call's actions go."""

    async def say(self, say: Say) -> None:
        """What the caller is to hear."""

    async def ask(self, inquiry: Inquiry) -> events.Event:
        """The calendar's answer, which is the call's next event, too."""


def take(
    call: Call, keys: KeyWatch, event: events.Event, now_ms: int, secret: Callable[[int], object]
) -> tuple[events.Event, tuple[Action, ...]]:
    """The event as the record may have it, and what follows from it; the call's state is the next one.

    `secret` is told from when on, in ms, a My Number was pressed.
    """
    pressed_ms = keys.watch(call.state, event, now_ms)
    if pressed_ms is not None:
        secret(pressed_ms)
        event = events.MyNumberSpoken(event.at)
    call.state, actions = step(call.state, event)
    return event, actions


async def carry_out(call: Call, actions: Sequence[Action], outside: Outside) -> None:
    """In their order. What was to be read back is not, where its place is not free."""
    for action in actions:
        match action:
            case Say():
                await outside.say(action)
            case Transfer(phone, whisper):
                call.transfer_to, call.whisper = phone, whisper
            case HangUp():
                pass
            case _:
                answered = await outside.ask(action)
                if isinstance(action, Hold) and not isinstance(answered, events.Held):
                    return


def at_once(work: Coroutine[Any, Any, None]) -> None:
    """Carries out what waits for nothing, where there is no event loop. Raises RuntimeError when it does wait."""
    try:
        work.send(None)
    except StopIteration:
        return
    work.close()
    raise RuntimeError("a call without a line waited for something")
