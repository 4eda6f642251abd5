"""A ward that is named, and whose office may be meant."""

from nlu.vocabulary.phrase import Phrases, never, within
from nlu.vocabulary.wards import FROM_THERE, NEARER, OFFICE, WARDS

_NAMED = [
    (
        f"{written}区",
        Phrases(
            (f"{written} {sound}", OFFICE, never(FROM_THERE, ("の", within(6, stops="、。"), "から"))),
            (f"{written} {sound}", "のほう の方", "が に", NEARER),
        ),
    )
    for written, sound in WARDS
]


def find_ward(text: str, kana: str) -> str:
    """「八幡西区」; empty: none is. `text`: normalized; `kana`: its reading."""
    return next((ward for ward, said in _NAMED if said.found(text) or said.found(kana)), "")
