import pytest

import prompts
from voicebot.speech import mastering
from voicebot.speech.kokoro_voice import VOICES, KokoroVoice


@pytest.mark.parametrize("voice", VOICES)
def test_each_voice_speaks_at_5_5_mora_a_second_within_a_tenth(voice: str) -> None:
    sentence = prompts.render("ask_date", 1)
    seconds = mastering.speech_seconds(KokoroVoice(voice).speak(sentence))
    assert 4.95 <= sentence.morae / seconds <= 6.05


def test_the_default_voice_is_alpha() -> None:
    assert KokoroVoice().voice == "jf_alpha"


@pytest.mark.parametrize("voice", ["nobody", "", "af_heart"])
def test_other_voices_are_refused(voice: str) -> None:
    with pytest.raises(ValueError, match="is not one of jf_alpha, jf_nezumi, jm_kumo"):
        KokoroVoice(voice)
