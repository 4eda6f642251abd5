import numpy as np
import pytest

from tests.telephony.wire_phone import speech
from voicebot.speech import mulaw
from voicebot.turns.own_echo import LATEST_MS, WINDOW_MS, share

BOT = mulaw.decode(speech("slot_by_slot_1"))[2_000:][: (WINDOW_MS + LATEST_MS) * 8]


@pytest.mark.parametrize("late_ms", [0, 50, 250, 600])
def test_what_was_played_is_known_again_late_and_soft(late_ms: int):
    end = len(BOT) - late_ms * 8
    heard = (BOT[end - WINDOW_MS * 8 : end] * 0.05).astype(np.int16)
    assert share(heard, BOT) > 0.8


def test_somebody_else_is_no_echo():
    other = mulaw.decode(speech("once_more_5"))
    assert share(other[4_000:][: WINDOW_MS * 8], BOT) < 0.4


def test_nothing_is_no_echo_of_nothing():
    assert share(np.zeros(WINDOW_MS * 8, np.int16), BOT) == 0.0
    assert share(BOT[: WINDOW_MS * 8], np.zeros(len(BOT), np.int16)) == 0.0
