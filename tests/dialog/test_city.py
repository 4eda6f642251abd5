"""Several offices as one."""

from dataclasses import replace

from dialog.city import city, same_everywhere
from nlu.lexicon import Entry, Lexicon, Term
from tests.dialog.conversation import WARDS

LESS, MORE = WARDS[1], WARDS[0]


def test_all_that_any_does_is_done_and_understood():
    both = city((LESS, MORE))
    assert [p.id for p in both.procedures] == ["juminhyo", "tennyu", "tenkyo", "jido_teate"]
    assert {e.id for e in both.lexicon.entries} == {p.id for p in both.procedures}
    assert both.id == ""
    assert both.agent_phone == LESS.agent_phone


def test_what_any_calls_it_is_understood():
    other = Lexicon((Entry("juminhyo", Term("住民票", "じゅうみんひょう"), (Term("謄本", "とうほん"),)),))
    entry = city((LESS, replace(MORE, lexicon=other))).lexicon.entries[0]
    assert [alias.text for alias in entry.aliases] == ["謄本"]


def test_a_key_stands_for_one_procedure():
    keys = [p.key for p in city((replace(LESS, procedures=MORE.procedures[3:]), MORE)).procedures if p.key]
    assert len(keys) == len(set(keys))


def test_what_wards_say_differently_is_known():
    told = replace(MORE.procedures[0], hours=Term("平日", "へいじつ"))
    assert same_everywhere(WARDS, "juminhyo")
    assert not same_everywhere((LESS, replace(MORE, procedures=(told,))), "juminhyo")
