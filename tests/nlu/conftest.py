"""A small office and a way to ask it."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Meaning
from nlu.question import Expect, Question

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
"""A Tuesday."""

Hear = Callable[..., Meaning]

_MOVING = (Term("引っ越し", "ひっこし"), Term("住所変更", "じゅうしょへんこう"))


def _entry(id: str, text: str, reading: str, *aliases: Term) -> Entry:
    return Entry(id, Term(text, reading), aliases)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon(
        (
            _entry("juminhyo", "住民票", "じゅうみんひょう", Term("住民票の写し", "じゅうみんひょうのうつし")),
            _entry("inkan", "印鑑登録", "いんかんとうろく", Term("実印", "じついん")),
            _entry("inkan_cert", "印鑑登録証明書", "いんかんとうろくしょうめいしょ", Term("印鑑証明", "いんかんしょうめい")),
            _entry("tennyu", "転入届", "てんにゅうとどけ", Term("引っ越してきた", "ひっこしてきた"), *_MOVING),
            _entry("tenshutsu", "転出届", "てんしゅつとどけ", *_MOVING),
            _entry("tenkyo", "転居届", "てんきょとどけ", *_MOVING),
            _entry("card_apply", "マイナンバーカードの申請", "まいなんばーかーどのしんせい"),
            _entry("card_receive", "マイナンバーカードの受け取り", "まいなんばーかーどのうけとり"),
            _entry("card_renew", "マイナンバーカードの更新", "まいなんばーかーどのこうしん"),
            _entry("card_pin", "マイナンバーカードの暗証番号の再設定", "まいなんばーかーどのあんしょうばんごうのさいせってい"),
            _entry("jido", "児童手当", "じどうてあて", Term("赤ちゃんが生まれた", "あかちゃんがうまれた")),
            _entry("shussho", "出生届", "しゅっしょうとどけ", Term("赤ちゃんが生まれた", "あかちゃんがうまれた")),
            _entry("kokuho", "国民健康保険", "こくみんけんこうほけん", Term("国保", "こくほ")),
            _entry("nenkin", "国民年金", "こくみんねんきん"),
            _entry("okuyami", "おくやみ", "おくやみ", Term("父が亡くなった", "ちちがなくなった")),
        )
    )  # fmt: skip


@pytest.fixture(scope="session")
def hear(lexicon: Lexicon) -> Hear:
    """hear(text or list of hypotheses, expect=..., now=..., **question) -> Meaning."""

    def ask(
        said: str | list[Hypothesis], expect: Expect = Expect.ANY, now: datetime = NOW, **question: object
    ) -> Meaning:
        hypotheses = [Hypothesis(said)] if isinstance(said, str) else said
        return nlu.interpret(hypotheses, Question(expect, **question), now, lexicon)  # type: ignore[arg-type]

    return ask
