"""Words of who lost a card with what it was in: 財布ごと落として、マイナンバーカードも入っとった."""

from nlu.vocabulary.events import Event
from nlu.vocabulary.phrase import Phrases, Steps, either, maybe, never, within

_IN = "財布 さいふ 鞄 カバン かばん バッグ ばっぐ ハンドバッグ はんどばっぐ 手提げ てさげ リュック りゅっく ポーチ ぽーち 巾着 きんちゃく"
_GONE = (
    "落とし おとし 落っことし おっことし なくし 無くし 失くし なくなっ のうなっ 無くなっ 盗まれ ぬすまれ 盗られ とられ 取られ ひったくられ"
    " 置き忘れ おきわすれ 忘れてき わすれてき 紛失 ふんしつ すられ"
)
CARD = "マイナンバーカード まいなんばーかーど マイナカード まいなかーど マイナンバー まいなんばー"
PASSPORT = "パスポート ぱすぽーと 旅券 りょけん"
SEAL = "印鑑 いんかん はんこ ハンコ 判子 実印 じついん"
"""How they are named."""

_LEFT_OUT = "入っとらん はいっとらん 入ってない はいってない 入っていない 入っておらん 入ってなか はいっとらな 抜かれ ぬかれ 抜き取ら 抜いて なかった なかとよ なかったと ない、 ないん ないと ない。 無くな なくな"
_INSIDE: Steps = (
    within(4, stops="。、?"),
    "入っ はいっ 入れ いれ",
    never((maybe("て と"), maybe("い"), "な ません らん")),
)


def _with(card: str) -> Phrases:
    return Phrases(
        (_IN, maybe("ごと"), within(4, stops="。?"), _GONE, within(24, stops="?"), card, *_INSIDE),
        (card, *_INSIDE, within(8, stops="?"), _IN, maybe("ごと"), within(6, stops="。?"), _GONE),
        (_IN, "ごと", within(10, stops="。?"), card, within(6, stops="。?"), _GONE),
        (card, within(6, stops="。?"), _IN, "ごと", within(6, stops="。?"), _GONE),
        (_IN, "と", maybe("、 一緒に いっしょに"), card, within(6, stops="。?"), _GONE),
        (_IN, within(30, stops="?"), card, maybe("だけ"), maybe("が は"), _LEFT_OUT),
    )


_MISSED = f"{_GONE} 見つから みつから 見当たら みあたら 出てこ でてこ"
_SEAL_CARD = Phrases(
    (
        SEAL,
        either(
            within(14, stops="。、?とや"),
            (within(10, stops="。、?"), "とき 時", within(6, stops="。、?")),
        ),
        "カード かーど",
        maybe("のほう の方 のほー"),
        maybe("が は も を ば お わ"),
        maybe("、"),
        _MISSED,
        maybe("た て まし", maybe("た て")),
    ),
)
LOST = ((Event.SEAL, _SEAL_CARD), (Event.CARD_LOST, _with(CARD)), (Event.PASSPORT_LOST, _with(PASSPORT)))
