from tests.turns.pausing import HALF, WHOLE, pausing
from voicebot.turns.fixed import Fixed


def test_the_same_silence_ends_every_turn() -> None:
    patience = {Fixed(640).patience_ms(pausing(so_far=one)) for one in (None, HALF, WHOLE)}
    assert patience == {640}
