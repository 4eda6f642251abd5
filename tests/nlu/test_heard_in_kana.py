"""Procedures and what happened to the caller, as an engine that hears sounds writes them."""

import pytest

from calendar_backend import DEMO_OFFICE, load_office
from nlu.lexicon import Lexicon
from nlu.normalize import normalize
from nlu.procedures import find_procedures
from nlu.reading import read
from nlu.vocabulary.word import pronounced
from voicebot import desk


@pytest.fixture(scope="module")
def demo() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def named(text: str, demo: Lexicon) -> set[str]:
    return {id for id, score in find_procedures(text, read(text).kana, demo).items() if score >= 0.55}


# 亡くなった alone sounds as 行けなくなった ends.
def test_every_name_is_understood_in_kana_as_it_is_in_kanji(demo: Lexicon):
    terms = [term for entry in demo.entries for term in (entry.name, *entry.aliases)]
    assert {
        (term.text, kana)
        for term in terms
        for kana in {term.reading, pronounced(term.reading)}
        if term.text != "亡くなった" and named(normalize(term.text), demo) != named(kana, demo)
    } == set()


@pytest.mark.parametrize(
    ("written", "kana"),
    [
        ("暗証番号の変更で", "あんしょうばんごうのへんこうで"),
        ("暗証番号を忘れました", "あんしょーばんごーおわすれました"),
        ("パスワードがロックされて", "ぱすわーどがろっくされて"),
        ("カードができました", "かーどができました"),
        ("扶養から外れました", "ふようからはずれました"),
        ("社保から抜けたけん", "しゃほからぬけたけん"),
        ("会社ば辞めたけん", "かいしゃばやめたけん"),
        ("会社をクビになって", "かいしゃをくびになって"),
        ("父が先月亡くなりました", "ちちがせんげつなくなりました"),
        ("母がおととい亡くなりまして", "ははがおとといなくなりまして"),
        ("おじいちゃんが亡くなったので", "おじいちゃんがなくなったので"),
        ("おばあちゃんが死んだとよ", "おばあちゃんがしんだとよ"),
        ("主人がこのまえ亡くなりました", "しゅじんがこのまえなくなりました"),
        ("子供が先週生まれました", "こどもがせんしゅううまれました"),
        ("東京から引っ越してきました", "とうきょうからひっこしてきました"),
        ("大阪に引っ越します", "おおさかにひっこします"),
        ("息子が20歳になりました", "むすこがにじゅっさいになりました"),
        ("75歳になるけん", "ななじゅうごさいになるけん"),
        ("世帯主が変わりました", "せたいぬしがかわりました"),
        ("実印を作りたい", "じついんばつくりたい"),
        ("引っ越したんで住民票が欲しい", "ひっこしたんでじゅうみんひょうがほしい"),
        ("離婚したけん児童扶養手当を", "りこんしたけんじどうふようてあてを"),
        ("住民票の異動をしたい", "じゅうみんひょうのいどうをしたい"),
        ("所得の証明書ばください", "しょとくのしょうめいしょばください"),
        ("住民票の証明書", "じゅうみんひょうのしょうめいしょ"),
        ("子供の手当", "こどものてあて"),
        ("母の年金のことで", "ははのねんきんのことで"),
        ("私の年金のことで", "わたしのねんきんのことで"),
        ("証明書が欲しいんですが", "しょうめいしょがほしいんですが"),
        ("謄本をお願いします", "とうほんをおねがいします"),
        ("抄本をください", "しょうほんをください"),
    ],
)
def test_kana_mean_what_the_kanji_mean(written: str, kana: str, demo: Lexicon):
    assert named(written, demo) == named(kana, demo) != set()


@pytest.mark.parametrize(
    "kana",
    [
        "つうきんてあてのしんせい", "じゅうたくてあてのしんせい", "りょうようてあて", "かぞくてあてのことで", "しつぎょうてあてのてつづき", "ざいがくしょうめいしょ",
        "そつぎょうしょうめいしょをもらいたい", "ひさいしょうめいしょをとりたい", "とちのしょうめいしょ", "こうせいねんきんのことで", "きぎょうねんきんのうけとり",
        "ぎんこうのあんしょうばんごうをわすれた", "きゃっしゅかーどのあんしょうばんごうをわすれた", "すまほのぱすわーどをわすれました", "びょういんのかーどをわすれた",
        "しゅっさんいちじきんのしんせい", "たいしょくきんのてつづき", "まだひっこしてません", "いけなくなりました", "よやくにいけなくなった", "ねこがしにました", "いぬのとうろく",
        "けんこうしんだんしょ", "でんわばんごうをおしえてください",
    ],
)  # fmt: skip
def test_what_is_none_of_the_offices_is_none_in_kana(kana: str, demo: Lexicon):
    assert named(kana, demo) == set()
