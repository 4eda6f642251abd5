"""A My Number is on no record: not what was understood, not what was pressed, neither voice."""

from voicebot.telephony.calls import Call
from voicebot.telephony.ears import PRE_ROLL_MS
from voicebot.telephony.number_watch import Secret
from voicebot.telephony.record import CallLog


class Redaction:
    """One per stream."""

    def __init__(self, call: Call, call_log: CallLog) -> None:
        self._call = call
        self._log = call_log

    def spoken(self, secret: Secret) -> None:
        """It was said, or may have been."""
        self._blank(secret.from_ms)
        if secret.pieces:
            self._log.forget_input(secret.from_ms)
            for turn in self._call.turns[-secret.pieces - 1 :]:
                turn.heard = ""

    def pressed(self, from_ms: int) -> None:
        """From there on."""
        self._blank(from_ms)
        self._log.forget_input(from_ms)
        self._unsay(from_ms)

    def _blank(self, from_ms: int) -> None:
        self._log.silence_caller(max(0, from_ms - PRE_ROLL_MS))

    def _unsay(self, from_ms: int) -> None:
        """The beginning of a My Number may have been taken for a telephone or booking number, and said back."""
        state, turns = self._call.state, self._call.turns
        if turns and (state.phone or state.claimed):
            self._log.silence_agent(from_ms)
            turns[-1].agent = ""
