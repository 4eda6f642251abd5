import pytest

from nlu.question import Expect
from voicebot.turns.patience import patience_ms


@pytest.mark.parametrize("expect", list(Expect))
def test_what_is_complete_is_answered_soonest_and_what_is_not_waits_longest(expect: Expect) -> None:
    assert patience_ms(expect, True) < patience_ms(expect, None) < patience_ms(expect, False)


def test_a_yes_is_answered_sooner_than_a_date() -> None:
    assert patience_ms(Expect.ANSWER, True) < patience_ms(Expect.DATE, True)
