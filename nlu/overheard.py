"""Whether a sentence was said to somebody else, so that no yes and no no is looked for in it."""

from nlu.names import KNOWN, find_names
from nlu.vocabulary import overheard as words

_TO_OTHERS = words.forms(words.BROADCAST) + words.forms(words.MACHINE) + words.forms(words.ROOM)
_TAKES_UP = words.forms(words.TAKES_UP)
_GREETINGS = tuple(sorted(words.forms(words.GREETINGS), key=len, reverse=True))
_FIRMS = words.forms(words.FIRMS)
_NO_ORDERS = ("ごめんなさい", "御免なさい", "なさいま")
"""What なさい is in, beside 「静かにしなさい」."""

_OPENINGS = ("はい", "はーい", "はあい", "ええ", "あ、", "こちらは", "こちら", "もしもし", "、", "。")
_ENDINGS = ("。", "けど", "が", "です", "でございます", "と申します", "でーす", "ですよ", "といいます")
_PRONOUNS = ("これ", "それ", "そちら", "この", "その", "そう")
_TO_US = words.forms(words.TO_US)


def overheard(text: str, question: str) -> bool:
    """`text`: normalized. A word that is in the question is no sign of another talk (おくやみコーナー)."""
    plain = text
    for word in _NO_ORDERS:
        plain = plain.replace(word, "")
    if any(word in plain and word not in question for word in _TO_OTHERS):
        return True
    takes_up = any(word in plain for word in _TAKES_UP)
    return (takes_up and not speaks_to_us(plain)) or _gives_a_name(plain, question)


def speaks_to_us(text: str) -> bool:
    return any(word in text.replace("それでは", "") for word in _TO_US)


def without_greetings(text: str) -> str:
    left = text
    for greeting in _GREETINGS:
        left = left.replace(greeting, "")
    return left.strip("、。!") if left != text else text


def _gives_a_name(text: str, question: str) -> bool:
    """「はい、山田です」, 「はい、こちら小倉商店でございます」; not where the question held that name."""
    name = _between(text)
    if not name or name == text or name in question or name.startswith(_PRONOUNS):
        return False
    return name.endswith(_FIRMS) or any(score >= KNOWN for score in find_names(name).values())


def _between(text: str) -> str:
    """What stands between はい and です; empty where either is missing."""
    begun, ended = text, False
    while opening := next((one for one in _OPENINGS if begun.startswith(one)), ""):
        begun = begun[len(opening) :]
    while ending := next((one for one in _ENDINGS if begun.endswith(one)), ""):
        begun, ended = begun[: -len(ending)], True
    return begun if ended and begun != text else ""
