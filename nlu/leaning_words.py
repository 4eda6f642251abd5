"""Words that lean on what was said before: 「印鑑証明も」."""

from nlu.vocabulary.phrase import Phrases

_TOO = Phrases(
    "あと それと それから 一緒 いっしょ ついで", ("も", "お願い おねがい です したい 取 と、 、 。 $")
)


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place."""
    return _TOO.found(text)
