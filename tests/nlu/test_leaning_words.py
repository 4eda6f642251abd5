import pytest

from nlu.leaning_words import mistaken, one_more, takes_back


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("あと、印鑑証明もお願いします", True),
        ("印鑑証明も", True),
        ("同じ日に介護の相談もしときたいんです", True),
        ("年金の相談もしとこうかね", True),
        ("介護のことも済ませときたい", True),
        ("あとは印鑑証明をお願いします", True),
        ("印鑑証明にします", False),
        ("そのあとの保険やら年金やらの手続きです", False),
        ("亡くなったあとの手続きです", False),
    ],
)
def test_one_more_comes_on_top(text: str, more: bool):
    assert one_more(text) is more


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("父がほんとに要るのは戸籍謄本やったんです", True),
        ("ハガキをよう見たら、マイナンバーカードの更新って書いてありました", True),
        ("戸籍に変えてください", True),
        ("介護のほうに変えてもらえますか", True),
        ("国保にかえてください", True),
        ("年金もくっつけてください", False),
        ("次の日の同じ時間に変えてもらえんですか", False),
        ("木曜に変えてください", False),
        ("にちようびにかえて", False),
        ("10時半にかえてくれんね", False),
        ("12月8日に変えてもらいたい", False),
        ("昼からに変えてください", False),
        ("ようかにかえて", False),
        ("住民票をお願いします", False),
        ("ほんとにありがとうございました", False),
    ],
)
def test_another_is_meant_where_what_was_booked_was_a_mistake(said: str, meant: bool) -> None:
    assert mistaken(said) is meant


@pytest.mark.parametrize("said", ["年金の手続きもくっつけてもらえんですか", "国保に年金を足してください"])
def test_something_is_put_on_top(said: str) -> None:
    assert one_more(said)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("あ、間違えました、変えたいんはマイナンバーのほうです", True),
        ("ああ違うわ、苅田町やったけ", True),
        ("ごめん、勘違いしとった、後期高齢です", True),
        ("うそうそ、後期高齢のほう", True),
        ("国保やなかった、後期高齢です", True),
        ("いや、違うんよ、登録のほう", True),
        ("間違えて国保の紙を捨てたんです", False),
        ("主人が勘違いして窓口に行った", False),
        ("番号を間違えました", False),
        ("どう違うんですか", False),
        ("転入とは違うと？", False),
        ("間違いないです", False),
        ("うそやろ", False),
        ("違う日がいい", False),
    ],
)
def test_what_was_said_before_is_taken_back(said: str, wrong: bool) -> None:
    assert takes_back(said) is wrong


def test_who_speaks_of_herself_puts_nothing_on_top() -> None:
    assert not one_more("わたしもうななじゅうはちやけ、こうきこうれいのほうです")
