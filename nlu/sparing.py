"""What an utterance says of a booking that is to stand, and the rest of it, where several stand: 「水曜は行きます、金曜のを消して」."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.cutting import cut
from nlu.hypothesis import Hypothesis
from nlu.leaning_words import takes_back
from nlu.normalize import normalize
from nlu.vocabulary.bookings import EVERY_ALONE
from nlu.vocabulary.sparing import (
    BELONGS,
    GOES_ON,
    IT_IS,
    IT_WAS,
    NONE_OF_THEM,
    NOT_BUT,
    PARTS,
    POINTS,
    SINGLED_OUT,
    STAYS,
    THE_OTHER,
    WHY,
    WONDERS,
)


@dataclass(frozen=True, slots=True)
class Spared:
    """The best hypothesis in two: what stays, less the words that say so, and what is said besides."""

    stays: str
    rest: str
    the_other: bool
    """The one is meant that was not named: もう片方; 年金？それは行く."""
    none_of_them: bool
    """All are to stand: どちらも行きます."""
    wonders: bool
    """That there are several is wondered at: 二つも入れとったかいな."""
    every_one: bool
    """All are named, and but why, or whether that may be: 両方ともです、旅行に行くけん."""
    but: str
    """What is named behind one that is not meant: 住民票やのうて、|年金のほう."""
    parts: tuple[str, ...]
    """The clauses, of which one may tell which is meant."""
    pointed: tuple[str, ...]
    """Those of them that single one out: 住民票と税を予約しとるけど、|税のほうだけ変えて."""
    points_at: bool
    """One is pointed at: 年金のほうです."""
    puts_right: bool
    """What was said before is taken back: 間違えました, 年金のほうでした."""


def spared(hypotheses: Sequence[Hypothesis]) -> Spared:
    """Empty texts where nothing is said so."""
    best = max(hypotheses, key=lambda one: one.score, default=None)
    text = normalize(best.text) if best else ""
    parts = _parts(text)
    stays = [part for at, part in enumerate(parts) if STAYS.found(part) or _why(parts[at : at + 2])]
    stays += [part for part in parts[-1:] if part not in stays and BELONGS.found(part)]
    rest = [part for part in parts if part not in stays]
    kept = "".join(STAYS.replaced(part, "。") for part in stays)
    none_of_them = any(map(NONE_OF_THEM.found, stays))
    clauses = tuple(cut(text, (at for at, char in enumerate(text, 1) if char in "、。?")))
    return Spared(
        kept,
        "".join(rest),
        THE_OTHER.found(text) or any(map(POINTS.found, stays)),
        none_of_them,
        WONDERS.found(text),
        EVERY_ALONE.found(text),
        text[max((end for _, end in NOT_BUT.every(text)), default=len(text)) :].lstrip("、"),
        clauses,
        tuple(one for one in clauses if SINGLED_OUT.found(one) and not STAYS.found(one)),
        IT_IS.found(text),
        IT_WAS.found(text) or takes_back(text),
    )


def _why(parts: list[str]) -> bool:
    """Whether the first tells why what the second says to stand is to."""
    return len(parts) == 2 and 0 in {start for start, _ in STAYS.every(parts[1])} and WHY.found(parts[0])


def _parts(text: str) -> list[str]:
    return cut(text, (end for _, end in PARTS.every(text) if not GOES_ON.found(text[:end])))
