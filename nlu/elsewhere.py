"""What a ward's counter is the wrong place for: emergencies, and what other offices do."""

from nlu.digit_words import runs
from nlu.meaning import Elsewhere, Emergency
from nlu.vocabulary.elsewhere import A_NUMBER, ELSEWHERE, EMERGENCIES, HELP, NAMED, TO_BE_PHONED

_NUMBERS = {"110": Emergency.POLICE, "119": Emergency.AMBULANCE}
_POLICE_BY_SOUND = ("ひゃくとおばん", "ひゃくとーばん")
"""How 110 is read as the number of the police; any other number is read じゅう."""

_THREE = "ん"
"""What stands before the end of 三百十番, さんひゃくとおばん."""


def find_emergency(text: str, digits: bool = False) -> Emergency | None:
    """`text`: normalized, or a reading; `digits`: a number was asked for, so that 「110番です」 tells one."""
    found = next((kind for kind, phrases in EMERGENCIES.items() if phrases.found(text)), None)
    return found or _number(text, digits) or (Emergency.AMBULANCE if HELP.found(text) else None)


def _number(text: str, digits: bool) -> Emergency | None:
    """110 or 119 as a whole number that is to be phoned: not the end of 四千七百十番, not 110番地, not 110番の窓口."""
    numbers = [(run.end, _NUMBERS.get(run.digits)) for run in runs(text)]
    for said in _POLICE_BY_SOUND:
        at = text.find(said)
        if at >= 0 and text[at - 1 : at] != _THREE:
            numbers.append((at + len(said.removesuffix("ばん")), Emergency.POLICE))
    for end, kind in numbers:
        if kind and (
            TO_BE_PHONED.ends(text, end)
            or (NAMED.ends(text, end) and not digits and not A_NUMBER.found(text))
        ):
            return kind
    return None


def find_elsewhere(text: str) -> Elsewhere | None:
    """`text`: normalized, or a reading."""
    return next((kind for kind, phrases in ELSEWHERE.items() if phrases.found(text)), None)
