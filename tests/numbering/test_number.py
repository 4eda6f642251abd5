"""One door for every number, however it is written: E.164, or a refusal that says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numbering import BadNumber, Reason, e164, number_or_none

HOME = "+81935551234"
WRITTEN = [
    ("+81935551234", HOME), ("0935551234", HOME), ("093-555-1234", HOME), ("+81(0)93-555-1234", HOME), ("+81 (0) 93 555 1234", HOME), ("+810935551234", HOME),
    ("0081-93-555-1234", HOME), ("0081 093 555 1234", HOME), ("0081935551234", HOME), ("010-81-93-555-1234", HOME), ("01081935551234", HOME), ("010 81 093 555 1234", HOME),
    ("81935551234", HOME), ("935551234", HOME), ("93-555-1234", HOME), ("０９３－５５５－１２３４", HOME), ("＋８１　９３　５５５　１２３４", HOME), ("093 555 1234", HOME),
    ("093.555.1234", HOME), ("093・555・1234", HOME), ("(093)555-1234", HOME), ("（093）555－1234", HOME), ("093(555)1234", HOME), ("(+81) 93 555 1234", HOME),
    ("093‐555‐1234", HOME), ("093–555–1234", HOME), ("093—555—1234", HOME), ("093―555―1234", HOME), ("093−555−1234", HOME), ("093ー555ー1234", HOME), ("093─555─1234", HOME),
    ("\u202a+81 93-555-1234\u202c", HOME), ("093\u00a0555\u00a01234", HOME), ("093\u200b5551234", HOME), (" 093-555-1234 \n", HOME),
    ("TEL 093-555-1234", HOME), ("℡093-555-1234", HOME), ("電話：093-555-1234", HOME), ("tel:+81-93-555-1234", HOME), ("093-555-1234（代）", HOME), ("093-555-1234 (自宅)", HOME),
    ("184-093-555-1234", HOME), ("186 0935551234", HOME),
    ("03-1234-5678", "+81312345678"), ("0186-62-1234", "+81186621234"), ("09969-2-1234", "+81996921234"),
    ("090-1234-5678", "+819012345678"), ("8012345678", "+818012345678"), ("070 1234 5678", "+817012345678"), ("060-1234-5678", "+816012345678"), ("+81 090 1234 5678", "+819012345678"),
    ("050-1234-5678", "+815012345678"), ("0120-123-456", "+81120123456"), ("0800-123-4567", "+818001234567"), ("0570-012-345", "+81570012345"),
    ("+1 650-253-0000", "+16502530000"), ("010-1-650-253-0000", "+16502530000"), ("+44 20 7183 8750", "+442071838750"), ("+82 2-312-3456", "+8223123456"), ("+886 2 2345 6789", "+886223456789"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "number"), WRITTEN)
def test_a_number_is_known_however_it_is_written(written: str, number: str) -> None:
    assert e164(written) == number
    assert e164(number) == number
    assert number_or_none(written) == number


REFUSED = [
    ("0935551234567", Reason.TOO_LONG), ("03-3333-33333", Reason.TOO_LONG), ("090-1234-56789", Reason.TOO_LONG), ("+81 93 555 12345", Reason.TOO_LONG), ("0120-123-4567", Reason.TOO_LONG),
    ("090-1234-5678/093-555-1234", Reason.TOO_LONG),
    ("093-555-123", Reason.TOO_SHORT), ("090-1234-567", Reason.TOO_SHORT), ("03-1234-567", Reason.TOO_SHORT), ("+81 93 555", Reason.TOO_SHORT), ("555-1234", Reason.TOO_SHORT),
    ("110", Reason.SHORT_CODE), ("119", Reason.SHORT_CODE), ("１１７", Reason.SHORT_CODE), ("188", Reason.SHORT_CODE), ("+81", Reason.SHORT_CODE), ("4719", Reason.SHORT_CODE), ("+464", Reason.SHORT_CODE),
    ("#7119", Reason.NOT_A_NUMBER), ("0120-ABC-DEF", Reason.NOT_A_NUMBER), ("sip:+81935551234@example.jp", Reason.NOT_A_NUMBER), ("sips:alice@example.jp", Reason.NOT_A_NUMBER),
    ("client:alice", Reason.NOT_A_NUMBER), ("whatsapp:+819012345678", Reason.NOT_A_NUMBER), ("山田", Reason.NOT_A_NUMBER), ("093-555-1234 夜", Reason.NOT_A_NUMBER), ("1" * 61, Reason.NOT_A_NUMBER),
    ("093-555-1234 内線12", Reason.EXTENSION), ("093-555-1234（内線 3）", Reason.EXTENSION), ("093-555-1234 ext. 12", Reason.EXTENSION), ("093-555-1234x5", Reason.EXTENSION), ("0935551234,12", Reason.EXTENSION),
    ("0000000000", Reason.UNASSIGNED), ("+81900000102", Reason.UNASSIGNED), ("0045-678-9012", Reason.UNASSIGNED), ("+999 12 345 678", Reason.UNASSIGNED), ("+1 111 111 1111", Reason.UNASSIGNED),
]  # fmt: skip


@pytest.mark.parametrize(("written", "why"), REFUSED)
def test_what_is_no_number_is_refused_with_the_reason(written: str, why: Reason) -> None:
    with pytest.raises(BadNumber) as refused:
        e164(written)
    assert refused.value.reason is why
    assert why.english in str(refused.value)
    assert number_or_none(written) == ""


def test_the_refusal_does_not_repeat_the_number() -> None:
    with pytest.raises(BadNumber) as refused:
        e164("0935551234567")
    assert "093" not in str(refused.value)


@given(st.text(max_size=70))
def test_no_text_breaks_the_door(text: str) -> None:
    number = number_or_none(text)
    assert not number or e164(number) == number
