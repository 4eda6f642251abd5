"""Stage 1: what is said, and by which voice. Writes texts.jsonl."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from ears import hesitating, words
from ears.booking_talk import office_words, talk
from ears.frontend import sounds
from ears.requests import request
from ears.short_words import word
from nlu.phonemes import phonemes
from recordings_fixtures import load_all

BROAD = Path(__file__).resolve().parents[2] / "shared" / "data" / "answers.jsonl"
"""Crowd-written answers (megagonlabs/asdc, CC BY 4.0). Where absent, the booking talk takes their share."""

SEED = 20_261_123

KINDS = ("talk", "word", "broad", "request", "filler")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to be said."""

    id: str
    part: str
    """"train", or what is measured with it: "held_out", "unseen"."""

    voice: str
    """One that `voices.speak` knows; in the part "unseen" the Kokoro voice that training never hears."""

    kind: str
    """"talk", "word", "broad", "request", "filler", or "hesitant": made of others."""

    text: str
    sounds: str
    """Symbols of `nlu.phonemes`."""

    parts: tuple[str, ...] = ()
    """Ids of the recordings that are put together for it."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many utterances of each kind a voice gets."""

    part: str
    voice: str
    talk: int
    word: int
    broad: int
    request: int = 0
    filler: int = 0
    hesitant: int = 0
    """Put together from the others of the share."""


SHARES = (
    Share("held_out", "openjtalk", 60, 40, 30),
    Share("unseen", "jm_kumo", 44, 14, 12),
    Share("train", "kokoro", 220, 450, 110),
    Share("train", "espeak", 100, 70, 30),
    Share("train", "openjtalk", 1_600, 1_700, 1_200),
    Share("train", "strangers", 60, 100, 20, 80),
    Share("train", "openjtalk_wide", 300, 600, 400, 500),
    Share("train", "crowd", 150, 500, 150, 300, 360, 900),
)
"""What is measured comes first: a sentence that stands there is not trained on.

Open JTalk is by far the faster voice; a share that grows keeps the texts that it had.
"""


def fixture_sounds() -> frozenset[str]:
    """Every sentence of the recorded calls. None of them may be trained on."""
    return frozenset(phonemes(turn.reading) for call in load_all() for turn in call.turns if turn.reading)


def broad_texts() -> list[str]:
    """Ordinary sentences without Latin letters, 4 to 30 characters long; empty where the data is absent."""
    if not BROAD.is_file():
        return []
    lines = BROAD.read_text(encoding="utf-8").splitlines()
    texts = {json.loads(line)["text"] for line in lines}
    return sorted(t for t in texts if 4 <= len(t) <= 30 and not re.search(r"[A-Za-zＡ-Ｚａ-ｚ@#]", t))


def make(shares: tuple[Share, ...] = SHARES, seed: int = SEED) -> Iterator[Utterance]:
    """The utterances of all shares; none sounds like another of a different part or like a recorded call."""
    office, broad = office_words(), broad_texts()
    measured = set(fixture_sounds())
    for share in shares:
        own: set[str] = set()
        made: list[Utterance] = []
        for kind in KINDS:
            name = f"{share.part}-{share.voice}-{kind}"
            make_text = _maker(kind, office, broad, Random(f"{seed}-{name}"))
            for number in range(getattr(share, kind)):
                taken = measured if share.part == "train" else measured | own
                text, said = _fresh(make_text, taken)
                own.add(said)
                made.append(Utterance(f"{name}-{number:04}", share.part, share.voice, kind, text, said))
        yield from made
        yield from _hesitant(made, share, Random(f"{seed}-{share.voice}-hesitant"))
        if share.part != "train":
            measured |= own


def _hesitant(made: list[Utterance], share: Share, rng: Random) -> Iterator[Utterance]:
    for number, parts in enumerate(hesitating.sequences(made, share.hesitant, rng)):
        text, said = "…".join(p.text for p in parts), "".join(p.sounds for p in parts)
        name = f"{share.part}-{share.voice}-hesitant-{number:04}"
        yield Utterance(name, share.part, share.voice, "hesitant", text, said, tuple(p.id for p in parts))


def _maker(kind: str, office: list[str], broad: list[str], rng: Random) -> Callable[[], str]:
    if kind == "word":
        return lambda: word(office, rng)
    if kind == "filler":
        return lambda: rng.choice(words.load()["hesitations"])
    if kind == "request":
        return lambda: request(office, rng)
    if kind == "broad" and broad:
        left = rng.sample(broad, len(broad))
        return left.pop
    return lambda: talk(office, rng)


def _fresh(make_text: Callable[[], str], taken: set[str]) -> tuple[str, str]:
    while True:
        text = make_text()
        said = sounds(text)
        if 2 <= len(said) <= 110 and said not in taken:
            return text, said


def write(path: Path) -> None:
    """All utterances, one JSON object a line."""
    lines = [json.dumps(asdict(utterance), ensure_ascii=False) for utterance in make()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load(path: Path) -> list[Utterance]:
    """What `write` wrote."""
    found = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Utterance(**{**one, "parts": tuple(one.get("parts", ()))}) for one in found]
