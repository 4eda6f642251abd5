"""What stands before a word that many things end on: 「罹災証明書」 and 「犬の登録」 are none of what an office calls 証明書 and 登録."""

from collections.abc import Iterable

from nlu import lattice
from nlu.event_words import kanji, katakana, spot
from nlu.phonemes import phonemes
from nlu.vocabulary.heads import BEHIND, HEADS, OWNERS, PEOPLE, WHEN
from nlu.vocabulary.things import Thing, things

_TEXTS = tuple(sorted((text for text, _ in HEADS), key=len, reverse=True))
_SOUNDS = tuple(sorted({phonemes(reading) for _, reading in HEADS}, key=len, reverse=True))
_READINGS = tuple(sorted({reading for _, reading in HEADS}, key=len, reverse=True))
_JOINTS = ("の", "を", "・")
_JOINT_SOUNDS = tuple(map(phonemes, _JOINTS[:2]))
MIN_KNOWN = 4
"""Kana of the end of a word that may be in a name."""

_OTHERS = tuple(text for kind, text, _ in things() if kind is Thing.OTHER)


def is_general(text: str) -> bool:
    """Whether a name is made of such words alone."""
    return not _without(text, _TEXTS, _JOINTS)


def own_word(text: str) -> str:
    """What tells a name from others: 税金 of 税金の証明書. All, where it is general."""
    return _without(text, _TEXTS, _JOINTS) or text


def own_reading(reading: str) -> str:
    """The same of a name's reading in hiragana."""
    return _without(reading, _READINGS, _JOINTS) or reading


def own_sounds(sounds: str) -> str:
    """Of a name's phonemes those that tell it from others: pasupo:to of パスポートの申請. All, where it is general."""
    return _without(sounds, _SOUNDS, _JOINT_SOUNDS) or sounds


def _without(name: str, heads: tuple[str, ...], joints: tuple[str, ...]) -> str:
    while name and (head := next((one for one in heads if name.endswith(one)), "")):
        name = name[: -len(head)]
        for joint in joints:
            name = name.removesuffix(joint)
    return name


def of_something_else(text: str, start: int, known: Iterable[str], *, general: bool) -> bool:
    """Whether the name at `start` belongs to a thing that is none of the office's; `known`: the office's own words;
    `general`: the name tells nothing by itself."""
    if text[:start].removesuffix("の").endswith(_OTHERS):
        return True
    word = modifier(text, start) if general else ""
    if word and word[-1] in (OWNERS if text[start - 1] == "の" else WHEN):
        return False
    # A day right before it is no part of the word: 金曜日国民年金.
    behind_a_day = word[max(map(word.rfind, WHEN)) + 1 :]
    return bool(word) and not any(word in name or behind_a_day in name for name in known)


def all_kana(text: str) -> bool:
    """Whether it is written as it sounds."""
    return not any(kanji(c) or (katakana(c) and c != "ー") for c in text)


def spoken_modifier(before: str) -> str:
    """The same of a name in kana that stands behind `before`: つうきん of つうきん|てあて, しょとく of しょとくの|しょうめいしょ; empty
    behind what a sentence is made of, and where it tells whose or when."""
    word = before.removesuffix("の")
    row = lattice.of_text(word)
    if not word or (row.bounded(len(word)) if word == before else row.word_ends(len(word))):
        return ""
    of = next((thing for thing in spot(word)[0] if thing.end == len(word)), None)
    if word != before and of is not None and Thing.OTHER not in of.kinds:
        return ""
    if any(word.endswith(who) and row.bounded(len(word) - len(who)) for who in PEOPLE):
        return ""
    return word[max(map(word.rfind, lattice.BREAKS)) + 1 :]


def spoken_in(word: str, sounds: str) -> bool:
    """Whether a word in kana, or as much of its end as tells it, is in a name of these phonemes."""
    ends = (word[-size:] for size in range(min(MIN_KNOWN, len(word)), len(word) + 1))
    return any(phonemes(end) in sounds for end in ends)


def goes_on(text: str, end: int, known: Iterable[str]) -> bool:
    """Whether a short name that ends there is but the beginning of another word: 介護|福祉士, 転入|学."""
    at = end
    while at < len(text) and kanji(text[at]):
        at += 1
    word = text[end:at]
    return bool(word) and not word.startswith((*BEHIND, *_TEXTS)) and not any(word in name for name in known)


def modifier(text: str, start: int) -> str:
    """The word that tells which 証明書 is meant at `start`: 所得 of 所得の証明書, 罹災 of 罹災証明書; empty where none does."""
    before = text[:start].removesuffix("の")
    if before == text[:start] and not _one_script(text, start):
        return ""
    at = len(before)
    while at and (kanji(before[at - 1]) or katakana(before[at - 1])):
        at -= 1
    return before[at:]


def _one_script(text: str, start: int) -> bool:
    """Whether the character before goes on into the name as one word: 罹災|証明書, not マイナ|保険証."""
    before, first = text[start - 1 : start] if start else "", text[start]
    return (kanji(before) and kanji(first)) or (katakana(before) and katakana(first))
