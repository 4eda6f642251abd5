"""Words that a recognizer cut out of others."""

from datetime import datetime

import pytest

from calendar_backend import TOKYO
from nlu import when
from nlu.lexicon import Lexicon
from nlu.voting import SURE


def best(text: str, lexicon: Lexicon) -> float:
    days, times = when.named(text, when.moment(datetime(2026, 11, 24, 10, tzinfo=TOKYO), lexicon))
    return max(found.values[0].score for found in (*days, *times) if found.values)


@pytest.mark.parametrize(
    "text", ["かん今日てきである", "しゅう今日くわほんちょう", "しつど2時こじしん", "こんしん2日ぞくにも"]
)
def test_a_word_with_kana_of_nothing_known_at_both_edges_is_not_sure(text: str, lexicon: Lexicon):
    assert best(text, lexicon) < SURE


@pytest.mark.parametrize(
    "text",
    ["今日てきである", "かんは今日てきである", "かん今日はである", "あした空いてますか", "来週ん火曜ば"],
)
def test_a_word_is_sure_where_one_edge_is_the_end_a_particle_or_a_known_word(text: str, lexicon: Lexicon):
    assert best(text, lexicon) >= SURE


@pytest.mark.parametrize(
    "text",
    ["しょうがっこうのきょういんをしております", "きょうかいのそば", "きょういくいいんかいに出す", "むすめのあすかの分", "あすこの窓口", "よっかいちからきました", "にちようひんの店", "ふつかよいで"],
)  # fmt: skip
def test_a_day_that_sounds_in_another_word_is_none(text: str, lexicon: Lexicon):
    assert when.named(text, when.moment(datetime(2026, 11, 24, 10, tzinfo=TOKYO), lexicon)) == ((), ())


@pytest.mark.parametrize(
    "text",
    ["きょういんかんを作りたい", "きょうじゅうにほしい", "きょうかあしたで", "きょうとりにいけますか", "あすこそ行きたい", "あすかあさってで"],
)  # fmt: skip
def test_a_day_before_what_only_begins_so_is_sure(text: str, lexicon: Lexicon):
    assert best(text, lexicon) >= SURE
