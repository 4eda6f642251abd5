"""What the people of the benchmark said: readings of `people_readings.tsv`, corrected by hand.

The clips are read sentences of Mozilla Common Voice ja (CC0), split `measure` of `../shared/data/people`; their
audio is no part of the project. How they were chosen and corrected: docs/people_readings.md.
"""

import re
from pathlib import Path

PATH = Path(__file__).with_suffix(".tsv")

_CLIP = re.compile(r"common_voice_ja_[0-9]+\.(?:flac|mp3)")
_READING = re.compile(r"(?![っゃゅょぁぃぅぇぉゎー])[ぁ-わをんゔー]+")


class BadReadings(Exception):
    """A file of readings that cannot be used. The message names the file, the line and the remedy."""


def load(path: Path = PATH) -> dict[str, str]:
    """File name of a clip -> hiragana as it was spoken, in the order of the file.

    Long vowels are written ー, は, へ and を as particles わ, え and を, so that `nlu.phonemes.phonemes` makes the
    sounds of it. A line is the clip, a tab and the reading; lines that begin with # and empty ones are skipped.
    Raises BadReadings for any other line, for a clip that stands there twice, and for a file that is missing,
    not UTF-8, or without a reading.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadReadings(f"{path}: cannot be read ({error}); restore it from the release") from None
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        clip, tab, reading = line.partition("\t")
        if not tab:
            raise BadReadings(f"{path}:{number}: no tab; write the clip, a tab and its reading")
        if not _CLIP.fullmatch(clip):
            raise BadReadings(
                f"{path}:{number}: {clip!r} is no clip; write common_voice_ja_NUMBER.flac or .mp3"
            )
        if not _READING.fullmatch(reading):
            raise BadReadings(f"{path}:{number}: {reading!r} is no reading; write hiragana and ー alone")
        if clip in found:
            raise BadReadings(f"{path}:{number}: {clip} stands there twice; delete one of the lines")
        found[clip] = reading
    if not found:
        raise BadReadings(f"{path}: holds no reading; restore it from the release")
    return found
