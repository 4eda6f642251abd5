"""A withheld number is no number."""

import pytest

from numbering import BadNumber, Reason, e164, number_or_none

WITHHELD = [
    "+266696687", "+7378742883", "+7378742833", "+2562533", "+8566696", "+8656696", "+86282452253", "266696687", "+1266696687", "+17378742833", "+7748283", "+94844353",
    "anonymous", "Anonymous", "ANONYMOUS", "Restricted", "RESTRICTED", "blocked", "unknown", "Unavailable", "private", "Out of Area", "withheld", "payphone",
    "非通知", "非通知設定", "公衆電話", "表示圏外", "通知不可能", "不明", "なし", "", " ", "+", "-", "()", "　",
]  # fmt: skip


@pytest.mark.parametrize("given", WITHHELD)
def test_what_stands_for_a_withheld_number_is_none(given: str) -> None:
    assert number_or_none(given) == ""
    with pytest.raises(BadNumber) as refused:
        e164(given)
    assert refused.value.reason is Reason.WITHHELD


ADDRESSES = ["sip:anonymous@anonymous.invalid", "sip:+81935551234@pbx.example.jp", "client:alice", "anonymous@anonymous.invalid", "<sip:c8oqz84zk7z@privacy.org>"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_is_known_by_an_address(address: str) -> None:
    assert number_or_none(address) == ""


@pytest.mark.parametrize("given", ["110", "0000000000", "4719", "+266696688"])
def test_other_refusals_are_not_taken_for_a_withheld_number(given: str) -> None:
    with pytest.raises(BadNumber) as refused:
        e164(given)
    assert refused.value.reason is not Reason.WITHHELD
