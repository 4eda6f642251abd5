import pytest

from nlu.hints import Hints
from nlu.phonemes import phonemes
from tests.speech.posteriors import said
from voicebot.speech import ctc_beam, kana_ngrams
from voicebot.speech.kana_guesses import Guess, spoken
from voicebot.speech.kana_weighing import scored, told, weigh
from voicebot.speech.kana_weights import GuessWeights
from voicebot.speech.kana_writing import Writing

WEIGHTS = GuessWeights(
    sounds=0.5,
    ngrams=0.2,
    each=0.4,
    expected=0.4,
    written=0.2,
    kept=0.1,
    doubted=-0.1,
    answer=2,
    none=-5,
    none_each=0,
)
POSTERIORS = said(phonemes("もくようび"))


def guess(kana: str, **more: int) -> Guess:
    plain = spoken(phonemes(kana), Writing(Hints()))
    return Guess(plain.text, plain.reading, plain.sounds, **more)


@pytest.fixture(scope="module")
def ngrams() -> kana_ngrams.Ngrams:
    return kana_ngrams.load()


def scores(ngrams: kana_ngrams.Ngrams, *sources: list[Guess]) -> dict[str, float]:
    best = ctc_beam.search(POSTERIORS)[0]
    found = scored(weigh(POSTERIORS, ngrams, sources), best, WEIGHTS)
    return {guess.sounds: score for guess, score in found}


def test_what_the_audio_supports_scores_best_and_all_together_leave_room(ngrams: kana_ngrams.Ngrams) -> None:
    found = scores(ngrams, [guess("もくようび"), guess("きんようび"), guess("にちようび")])
    assert max(found, key=lambda sounds: found[sounds]) == phonemes("もくようび")
    assert 0.9 < sum(found.values()) < 1


def test_only_unlikely_guesses_leave_most_to_none_of_these(ngrams: kana_ngrams.Ngrams) -> None:
    assert sum(scores(ngrams, [guess("じゅうみんひょう"), guess("ぱすぽーと")]).values()) < 0.1


def test_guesses_that_sound_alike_are_one_with_all_that_speaks_for_any(ngrams: kana_ngrams.Ngrams) -> None:
    ((both, evidence),) = weigh(
        POSTERIORS,
        ngrams,
        [[Guess("木曜日", "もくようび", "mokuyo:bi", written=9)], [guess("もくようび", expected=9)]],
    )
    assert (both.text, evidence.written, evidence.expected) == ("木曜日", 9, 9)


def test_the_best_of_each_source_is_told_best_first(ngrams: kana_ngrams.Ngrams) -> None:
    sources = [[guess("もくようび")], [guess("もくようびに"), guess("もくようじ")]]
    found = scored(weigh(POSTERIORS, ngrams, sources), ctc_beam.search(POSTERIORS)[0], WEIGHTS)
    hypotheses = told(found, sources)
    assert [one.score for one in hypotheses] == sorted((one.score for one in hypotheses), reverse=True)
    assert hypotheses[0].reading == "もくよーび"


def test_nothing_is_told_of_no_guesses(ngrams: kana_ngrams.Ngrams) -> None:
    assert told(scored(weigh(POSTERIORS, ngrams, [[]]), ctc_beam.search(POSTERIORS)[0], WEIGHTS), [[]]) == ()
