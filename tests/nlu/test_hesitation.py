"""What is a hum and what is an answer."""

import pytest

from nlu import asks_to_wait, hesitates
from nlu.hypothesis import Hypothesis


@pytest.mark.parametrize(
    "said",
    """えーと
えっと
ええと
えっと、あの
うーん
うーんと
んー
あのー
あのう、えーと
あのですね
そうですねえ
そうですねー、えーと
ちょっと待ってください
ちょっと待ってくださいね
ちょっと待って
少々お待ちください
はい、ちょっと待ってください
すみません、ちょっと待ってもらえますか
えーと、ちょっとまってね
わしゃ耳が悪いけん家内に代わる
娘に代わりますね
何やったかいね、ちょっと待って、今紙を見るけん。眼鏡、眼鏡どこやったかね
ほら、なんやったっけ、お父さん
なんやったかね、おばあちゃん、何を取ってこいち言われたんやったかいね
なにをたのまれたんやったかねちょっとまってください
どれやったかね、待ってよ
ちょっと息子に代わりますけん待ってください
カレンダーを見ますので待ってください""".splitlines(),
)
def test_nothing_but_fillers_is_a_hum(said: str):
    assert hesitates([Hypothesis(said)])


@pytest.mark.parametrize(
    "said",
    """はい
ええ
うん
家内に代わって行ってもいいですか
係員に代わってください
母の代わりに行きます
主人に代わりました、住民票です
ううん
いいえ
そうですね
えっ
え?
あと住民票も
えーと、水曜日
うーん、無理です
ちょっと
待てません
木曜はちょっと
そうやねえ、どうしようか
もう一度
分かりません
待っています
8日""".splitlines(),
)
def test_whatever_else_was_said_is_none(said: str):
    assert not hesitates([Hypothesis(said)])


def test_the_best_hypothesis_decides():
    assert hesitates([Hypothesis("火曜", score=0.2), Hypothesis("うーん", score=0.5)])
    assert not hesitates([Hypothesis("うーん", score=0.2), Hypothesis("うん", score=0.5)])
    assert not hesitates([])
    assert not hesitates([Hypothesis("")])


WAITS = """ちょっと待ってください
ちょっと待っちゃんない
ちょっと待ちなさいよ
カレンダーはどこに行ったかいね。ちょっと待ってくださいよ
カレンダーを見てきます
手帳を見よりますけん
老眼鏡を持ってくるけん
老眼鏡ばかけますけん、ちいと待っとってください
めがねはどこやったかいな
書くものを探しとります
紙と鉛筆を持ってきます
メモを取りますけん、ちょっと待ってくださいね
かみとえんぴつをとってきます""".splitlines()


@pytest.mark.parametrize("said", WAITS)
def test_who_fetches_something_asks_to_wait(said: str):
    assert asks_to_wait([Hypothesis(said)])


@pytest.mark.parametrize(
    "said",
    [
        "えーと",
        "うーん",
        "カードを探しとります",
        "印鑑を持っていきます",
        "カレンダーでは水曜です",
        "待てません",
        "手帳に8日と書いてます",
        "紙の通知が来ました",
    ],
)
def test_a_hum_an_answer_or_a_lost_card_does_not(said: str):
    assert not asks_to_wait([Hypothesis(said)])
