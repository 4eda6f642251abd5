"""Words that lean on what was said before: 「印鑑証明も」."""

from nlu.vocabulary.phrase import Phrases, never, never_behind

_TOO = Phrases(
    "あと それと それから 一緒 いっしょ ついで",
    ("も", "お願い おねがい です したい 取 と、 、 。 $"),
    (
        "も",
        "いる いります いると いっと 要る 要り 要ると ほしい ほしか 欲し 必要 頼みます 頼む たのむ たのみ 入れて いれて 足して くっつけ 付けて つけて",
        never("か？ か?"),
    ),
    (never_behind("は わ"), "もう一つ もうひとつ もひとつ もーひとつ もいっちょ"),
    "くっつけて つけ足 付け足 足して 追加",
)


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place."""
    return _TOO.found(text)
