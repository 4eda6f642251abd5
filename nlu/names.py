"""The caller's name as a reading in katakana, brought near to a known surname."""

import re
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from nlu.hypothesis import Hypothesis
from nlu.meaning import Scored
from nlu.normalize import normalize, without_fillers
from nlu.phonemes import phonemes, similarity
from nlu.reading import hiragana, read_as_spelled
from nlu.surnames import surnames
from nlu.vocabulary.phrase import Phrases, either, maybe, never_behind, within
from nlu.vocabulary.word import is_kana
from nlu.voting import vote, weights

KNOWN, UNKNOWN = 0.9, 0.6
"""The sounds are a surname's, or those of none in the lexicon."""

NEAR_ENOUGH = 0.72
MAX_SOUNDS = 28
"""Phonemes; a longer text is no name."""

_MIN_SOUNDS = 2
_BEFORE = re.compile(
    r"^(?:(?:はい|ええ|いえ|いいえ|もしもし|すみません|すいません|あの|あ)[、。\s]+|(?:私|わたくし|わたし|僕|ぼく)(?:の名前)?[はの、]+"
    r"|(?:お?名前|なまえ|氏名|苗字|名字|みょうじ|こちら)[はがの、]+|[、。・\s]+)+"
)
_OPENING = re.compile(
    "(?:はい|ええ|いえ|えーと|えっと|あの|わたし|わたしは|わたしわ|なまえは|なまえわ)(?=.{2})"
)
"""What may stand before a name without a pause, where a known name follows."""

_AFTER = re.compile(
    r"[、。\s]*(?:(?:と|って)?、?(?:申し|もうし|言い|いい|ゆい)(?:ます|まして)|でございます|です(?:けど|けれども|が|ね|よ)?|だ|様|と?お願いします|やけど|ばい|たい)*[、。\s]*$"
)
_CORRECTS = Phrases(
    (
        within(300),
        either(
            "じゃなくて ではなくて やなくて 違います 違う 間違えました すみません",
            (never_behind("は"), "いや"),
        ),
        maybe("、 。"),
    )
)
_NOT_A_NAME = Phrases(
    "0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t u v w x y z ます ません です ください したい どこ なに 何 いつ 曜 週 月末 以外 たくない わからん しらん なんで もしもし もう一度 もう度"
    " 名前 ありがと"
)
_SPELLED = re.compile(r"[ァ-ヺー一-龥々ぁ-ゖ]+の([ァ-ヺぁ-ゖー]{1,2})(?:[、。\s]|$)")
"""「朝日のア、いろはのイ」: the telephone's alphabet."""

_LETTERS = re.compile(r"(?:[ぁ-ゖァ-ヺー]{1,2}[、。・\s]+)+[ぁ-ゖァ-ヺー]{1,2}")
"""「さ、と、う」."""
_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def hear_names(hypotheses: Sequence[Hypothesis]) -> tuple[Scored[str], ...]:
    """Readings in katakana, best first; surname and given name, where both were said, with a space between."""
    if not hypotheses:
        return ()
    shares = weights([h.score for h in hypotheses])
    return vote([(w, find_names(h.text, h.reading)) for w, h in zip(shares, hypotheses, strict=True)])


def find_names(text: str, reading: str = "") -> dict[str, float]:
    """Katakana -> score. `reading`: hiragana, where the engine hears sounds."""
    kana = _bare(hiragana(normalize(reading)) if reading and not text else "")
    if not kana:
        written = _spelled(_bare(without_fillers(normalize(text))))
        kana = hiragana(written) if is_kana(written, "・ \u3000") else ""
        if not kana and not _NOT_A_NAME.found(written):
            kana = read_as_spelled(written)
    found = _heard(kana)
    if not any(score >= KNOWN - 0.1 for score in found.values()) and (opened := _OPENING.match(kana)):
        alone = _heard(kana[opened.end() :])
        found = alone if any(score >= KNOWN - 0.1 for score in alone.values()) else found
    return found


def _heard(kana: str) -> dict[str, float]:
    sounds = phonemes(kana)
    if not _MIN_SOUNDS <= len(sounds) <= MAX_SOUNDS or _NOT_A_NAME.found(kana):
        return {}
    return _known(kana, sounds) or _near(kana, sounds)


def _spelled(text: str) -> str:
    """A name given letter by letter, put together; any other text as it is."""
    letters: list[str] = _SPELLED.findall(text)
    if len(letters) >= 2 and _SPELLED.sub("", text).strip("、。 ") == "":
        return "".join(letters)
    return re.sub(r"[、。・\s]", "", text) if _LETTERS.fullmatch(text) else text


def _bare(text: str) -> str:
    """Without what stands around a name: 「はい、佐藤と申します」 -> 佐藤. After a correction the last stands."""
    return _AFTER.sub("", _BEFORE.sub("", _corrected(_AFTER.sub("", text))))


def _corrected(text: str) -> str:
    return text[max(_CORRECTS.ends(text), default=0) :]


def _known(kana: str, sounds: str) -> dict[str, float]:
    """A whole surname, or one with a given name behind it."""
    whole = [name for name, wanted in surnames().items() if wanted == sounds]
    if whole:
        return {name: KNOWN - 0.3 * i for i, name in enumerate(whole[:3])}
    begun = [
        (name, given)
        for name, wanted in surnames().items()
        if len(name) > 1 and sounds.startswith(wanted) and (given := _given(kana, wanted))
    ]
    if not begun:
        return {}
    name, given = max(begun, key=lambda pair: len(pair[0]))
    return {f"{name} {given}": KNOWN - 0.08, _katakana(kana): UNKNOWN - 0.2}


def _given(kana: str, surname: str) -> str:
    """What follows the surname, two kana at least; empty where the sounds do not part there."""
    for at in range(1, len(kana) - 1):
        if phonemes(kana[:at]) == surname and kana[at] not in "ゃゅょっーん":
            rest = kana[at:]
            if not (at + 1 <= len(kana) and phonemes(kana[: at + 1]) == surname):
                return _katakana(rest) if len(rest) > 1 else ""
    return ""


def _near(kana: str, sounds: str) -> dict[str, float]:
    """What was heard, and the surnames that sound like it. None of them is sure."""
    found = {_katakana(kana): UNKNOWN}
    rough = process.extract(
        sounds, surnames(), scorer=Levenshtein.normalized_similarity, score_cutoff=0.5, limit=8
    )
    for wanted, _, name in rough:
        nearness = similarity(sounds, wanted)
        if nearness >= NEAR_ENOUGH:
            found[name] = max(found.get(name, 0.0), 0.75 * nearness)
    return found


def _katakana(kana: str) -> str:
    return kana.translate(_KATAKANA)


_INTRODUCES = Phrases("と申し ともうし という者 といいます 名前は なまえは 氏名")


def introduces(text: str) -> bool:
    """Whether a name stands beside these words, also where the name itself was not understood."""
    return _INTRODUCES.found(text)
