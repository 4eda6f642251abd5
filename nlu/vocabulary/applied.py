"""Words of who applied for a card already, so that it is to be fetched: 申し込んどる."""

from nlu.vocabulary.events import Event
from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never

APPLIED = Phrases(
    (
        behind("申し込 もうしこ もーしこ"),
        either(
            ("ん", "だ", never("ら")),
            ("ん", "ど で", maybe("い お"), "る り っ ま"),
            ("みま", "した して しと"),
            ("み", maybe("は も"), "済 すん すま 終"),
        ),
    ),
    (
        behind("申請 しんせい しんせー"),
        maybe("は も を"),
        either(
            ("し", "た", never("い か ら ほう")),
            ("し", "と", "る り っ"),
            ("して", "あ い お", "る り ま", never("か")),
            ("しまし", "た"),
            "済 すん すま 終",
        ),
    ),
)
"""Behind the verb."""

READY = {Event.CARD: Event.CARD_READY, Event.PASSPORT: Event.PASSPORT_READY}
