"""Where names of procedures stand in what was said, by their writing and by their sounds."""

from collections.abc import Iterator

from nlu.lexicon_index import Index, Phrase
from nlu.phonemes import phonemes

NamePlace = tuple[Phrase, int, int]
"""A name, where it begins and where it ends."""

_SMALL = "ゃゅょぁぃぅぇぉゎー"


def written(text: str, prepared: Index) -> Iterator[NamePlace]:
    """Names by their writing, the longest at each place, as often as they stand there."""
    taken: list[tuple[int, int]] = []
    for phrase in prepared.phrases:
        start = text.find(phrase.text)
        while start >= 0:
            end = start + len(phrase.text)
            if not any(first < end and start < last for first, last in taken):
                taken.append((start, end))
                yield phrase, start, end
            start = text.find(phrase.text, end)


def heard_in(kana: str, prepared: Index) -> Iterator[NamePlace]:
    """Names by their sounds, the longest at each place, as often as they were said."""
    sounds = phonemes(kana)
    found = [phrase for phrase in prepared.audible if phrase.sounds in sounds]
    if not found:
        return
    reached = [len(phonemes(kana[:at])) for at in range(len(kana) + 1)]
    taken: list[tuple[int, int]] = []
    for phrase in found:
        first = sounds.find(phrase.sounds)
        while first >= 0:
            last = first + len(phrase.sounds)
            if not any(one < last and first < other for one, other in taken):
                taken.append((first, last))
                start = max(at for at, size in enumerate(reached) if size <= first)
                end = next(at for at, size in enumerate(reached) if size >= last)
                while end < len(kana) and kana[end] in _SMALL and reached[end + 1] == last:
                    end += 1
                yield phrase, start, end
            first = sounds.find(phrase.sounds, last)
