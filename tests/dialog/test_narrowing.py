"""Narrower questions."""

from dataclasses import replace

from dialog import narrowing
from dialog.office import Office
from nlu.lexicon import Entry, Lexicon, Term
from tests.dialog.conversation import OFFICE, Conversation, moment

HOUSE, CARD, SEAL, PAPER = (Term(kana, kana) for kana in ("いえ", "かーど", "はんこ", "かみ"))


def office(*words: tuple[Term, ...]) -> Office:
    """Each tuple holds the other names of one procedure."""
    entries = tuple(Entry(str(n), Term(f"手続き{n}", "てつづき"), aliases) for n, aliases in enumerate(words))
    return replace(OFFICE, lexicon=Lexicon(entries))


def test_a_kind_is_a_word_for_two_or_three_procedures():
    assert narrowing.kinds(office((HOUSE,), (HOUSE,), (CARD,), (PAPER,), (PAPER,), (PAPER,))) == (
        PAPER,
        HOUSE,
    )


def test_no_procedure_stands_under_two_kinds():
    assert narrowing.kinds(office((HOUSE, CARD), (HOUSE, CARD), (SEAL,), (SEAL,))) == (HOUSE, SEAL)


def test_a_word_for_more_than_can_be_chosen_from_is_none():
    assert narrowing.kinds(office(*[(PAPER,)] * 4)) == ()


def test_an_office_without_kinds_asks_in_other_words():
    call = Conversation()
    call.says("ふにゃふにゃ")
    call.says("むにゃむにゃ")
    assert call.keys == ("not_understood", "ask_procedure")


def test_the_time_is_asked_for_by_half_of_the_day():
    call = Conversation(moment(12, 2, 10), moment(12, 2, 14))
    call.says("住民票を12月2日に")
    call.says("ふにゃふにゃ")
    call.says("むにゃむにゃ")
    assert call.keys[-1] == "narrow_time"
    call.says("午後で")
    assert call.keys[-1] == "offer_1"
    assert "午後2時" in call.said
