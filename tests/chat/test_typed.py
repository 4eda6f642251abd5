"""What a line makes the caller do."""

import pytest

from dialog import events
from tests.chat.conftest import Phone
from voicebot.chat import typed


def last(phone: Phone, *lines: str) -> events.Event:
    call = phone()
    for line in lines:
        typed.read(line)(call)
    return call.happened[-1].event


def test_words_are_spoken(phone: Phone):
    event = last(phone, " 12月1日 ")
    assert isinstance(event, events.Heard)
    assert [h.text for h in event.hypotheses] == ["12月1日"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("/silence", events.NoInput),
        ("/hangup", events.HungUp),
        ("/reconnect", events.Reconnected),
        ("/trouble", events.Trouble),
        ("/keys 7", events.KeyPressed),
        ("/early-keys 7#", events.KeyPressed),
        ("/early はい", events.Heard),
        ("/interrupt はい", events.Heard),
    ],
)
def test_a_command_is_done(phone: Phone, line: str, kind: type):
    assert isinstance(last(phone, line), kind)


@pytest.mark.parametrize("line", ["/keys", "/keys 12a", "/early", "/silence now", "/dance", "/"])
def test_what_is_no_command_is_told_with_those_that_are(line: str):
    with pytest.raises(typed.BadLine, match="/keys 1210"):
        typed.read(line)
