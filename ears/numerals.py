"""Numbers spelled so that Kokoro's front end reads them as Open JTalk does."""

import re

_DIGITS = "〇一二三四五六七八九"


def in_kanji(text: str) -> str:
    """Numbers in kanji, 0 as ゼロ: of digits Kokoro makes 16日 じゅうむいか and 12月 じゅうにつき.

    What is longer than two digits or begins with 0 is spelled digit by digit.
    """
    return re.sub(r"\d+", lambda found: _spelled(found[0]), text)


def _spelled(number: str) -> str:
    if int(number) == 0 and len(number) == 1:
        return "ゼロ"
    if len(number) > 2 or int(number[0]) == 0:
        return "".join(_DIGITS[int(digit)] for digit in number)
    tens, unit = divmod(int(number), 10)
    stem = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return stem + (_DIGITS[unit] if unit else "")
