"""Words of who applied for a card already, so that it is to be fetched: 申し込んどる."""

from nlu.vocabulary.events import Event
from nlu.vocabulary.losses import CARD, PASSPORT
from nlu.vocabulary.phrase import Phrases, Step, behind, either, maybe, never, within

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

_FETCH = "受け取り 受取 受け取る うけとり うけとる もらいに もらうだけ いただきに 取りに とりに 引き取り ひきとり できたの できたと 出来たの"
_OVER = Phrases(
    (
        "申請 しんせい しんせー 申し込み 申込 もうしこみ もーしこみ 手続き てつづき",
        maybe("は わ も を なら の方は のほうは のほうわ"),
        within(8, stops="。?"),
        "済 すま すん すみ しとる しとり してある してあり しました した、 した。 したん 出しとる 出しとり 出した 出しました だしとる だしとり だした 終わ おわ じゃな やな じゃの やの",
    ),
    ("申し込 もうしこ", either("んど んで みまし みました みしと んだん", ("んだ", "。 、 と け の"))),
)
_ONLY_FETCHES = Phrases(
    (
        _FETCH,
        maybe("に"),
        maybe("行く いく 来る くる 行き いき"),
        "だけ のほう の方 です だ や。 や、 たい ばい",
        never("か"),
    )
)
_FETCHES = Phrases(_FETCH)


def fetches(said: str) -> bool:
    """Whether what was to be applied for is only to be fetched: 申請は済ませとるんです。受け取りに行くだけです."""
    return (_OVER.found(said) and _FETCHES.found(said)) or _ONLY_FETCHES.found(said)


_CARD = either(
    CARD,
    (behind("^ 、 。 あの えっと"), "カード かーど"),
)
LETTER = "はがき ハガキ 葉書 手紙 てがみ 封筒 通知 お知らせ おしらせ"
_NOTICE = f"{LETTER} ふうとう ふーとー つうち つーち 知らせ 案内 あんない"


def _noticed(what: str | Step) -> Phrases:
    return Phrases(
        (
            what,
            maybe("の 、 、あの"),
            _NOTICE,
            within(3, stops="、。"),
            "来 き 届 とど もら もろ 入っ はいっ",
            within(16, stops="?"),
            _FETCH,
        )
    )


NOTICED = ((Event.CARD_READY, _noticed(_CARD)), (Event.PASSPORT_READY, _noticed(PASSPORT)))
"""カードのはがきが来た。取りに行く: who is told by a letter that it is ready."""

READY = {Event.CARD: Event.CARD_READY, Event.PASSPORT: Event.PASSPORT_READY}
