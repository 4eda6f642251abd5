"""What the phoneme listener weighs its evidence with; fitted by `python -m bench.ears_fit`."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from nlu.question import Expect
from voicebot.speech.recognizer import EngineMissing

FILE = Path(__file__).with_name("kana_weights.yaml")


@dataclass(frozen=True, slots=True)
class Search:
    """What steers the open search beside the audio."""

    ngrams: float
    """Of the natural log that the n-gram model gives a sound."""

    each: float
    """For each sound, so that long strings are not worse than short ones."""


@dataclass(frozen=True, slots=True)
class GuessWeights:
    """Of a log-linear model over the guesses at an utterance: the score of a guess is its softmax."""

    sounds: float
    """Of log p(sounds | audio)."""

    ngrams: float
    """Of the natural log that the n-gram model gives."""

    each: float
    """For each sound."""

    expected: float
    """For each sound in words that the question or the grammar knows."""

    written: float
    """For each sound of a text by Whisper."""

    kept: float
    """For each sound that is left of such a text where words in it were replaced."""

    doubted: float
    """For each sound of either, times the mean nats by which Whisper's decoder doubted its text."""

    answer: float
    """For one of the whole answers to a closed question."""

    none: float
    """For "none of these", beside the best open string's own evidence."""

    none_each: float
    """The same for each sound of that string."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of the best guess: the log-odds that it is right."""

    bias: float
    share: float
    """Of the log-odds of its share among all guesses."""

    sounds: float
    """Of the square root of the nats by which the audio speaks against it."""

    pace: float
    """Of the frames for each of its sounds: slow speech has fillers that are half heard."""

    agreed: float
    """Where the open search found the same."""

    unclear: float
    """Of the square root of the number of frames that are likely to be heard wrong."""

    ngrams: float
    """Of the natural log that the n-gram model gives a sound of it."""

    lead: float
    """Of the natural log of its share over the best other guess's."""


@dataclass(frozen=True, slots=True)
class ChoiceWeights:
    """Of a closed choice: which candidate it is, and whether it is one of them at all."""

    sounds: float
    """Of a candidate's log-likelihood, beside the others'."""

    listed: float
    """For one of them, in nats against none."""

    gap: float
    """Against it, for the square root of the nats by which the best open string is likelier than the best candidate."""

    each: float
    """For it, for each sound of that string: long ones have larger gaps."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What counts as speech and not as what noise was taken for."""

    clear: float
    """Mean probability at least of the frames that hold a sound."""

    likely: float
    """Natural log at least of the best open string, for each of its sounds."""


@dataclass(frozen=True, slots=True)
class Sure:
    """From these scores on, what was heard is as good as certain."""

    guesses: float
    choice: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All of them."""

    search: Search
    guesses: GuessWeights
    calibration: Calibration
    choice: ChoiceWeights
    speech: Speech
    sure: Sure
    second: dict[Expect, float]
    """Whisper's decoder is asked when the best open string is less probable than this (natural log)."""


@lru_cache(maxsize=1)
def load(path: Path = FILE) -> Weights:
    """Raises EngineMissing when the file is missing or damaged."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Weights(
            Search(**data["search"]),
            GuessWeights(**data["guesses"]),
            Calibration(**data["calibration"]),
            ChoiceWeights(**data["choice"]),
            Speech(**data["speech"]),
            Sure(**data["sure"]),
            {Expect(kind): float(value) for kind, value in data["second"].items()},
        )
    except (OSError, yaml.YAMLError, TypeError, KeyError, ValueError) as error:
        raise EngineMissing(
            f"{path} cannot be read ({error}); restore it from the release, or make it with "
            "`python -m bench.ears_fit`"
        ) from None


def write(weights: Weights, path: Path = FILE) -> None:
    """As `load` reads them, to three places."""
    data = asdict(weights)
    data["second"] = {kind.value: value for kind, value in weights.second.items()}
    rounded = {name: {key: round(value, 3) for key, value in part.items()} for name, part in data.items()}
    head = "# Fitted by `python -m bench.ears_fit`; not to be written by hand.\n"
    path.write_text(head + yaml.safe_dump(rounded, sort_keys=False), encoding="utf-8")
