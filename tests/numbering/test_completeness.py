"""Whether the digits so far make a Japanese telephone number, may still grow, or never will."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from numbering import Completeness, completeness, number_or_none
from numbering.completeness import LENGTHS

COMPLETE = [
    "0935551234", "0312345678", "0612345678", "0186621234", "0996921234", "0112345678", "09012345678", "08012345678", "07012345678", "06012345678", "05012345678", "02012345678",
    "0120123456", "08001234567", "0570012345", "0990123456", "0081935551234", "00810935551234", "008109012345678", "01081935551234", "0108109012345678",
]  # fmt: skip
GROWING = [
    "", "0", "09", "093", "0935", "093555123", "03", "090", "0901", "0901234567", "0801234567", "0601234567", "0501234567", "0800123456", "0120", "012012345", "09969",
    "00", "008", "0081", "00810", "00819", "008193555123", "01", "010", "0108", "01081", "0108190123", "0101650", "01016502530000", "0104420718387",
]  # fmt: skip
IMPOSSIBLE = [
    "1", "110", "119", "4719", "935551234", "81935551234", "09355512345", "0935551234567", "090123456789", "0901234567890", "03123456789", "01201234567", "0000", "0012", "001", "0100", "0037",
    "0090", "0900", "0910", "0160", "0160000", "00819355512345", "010165025300001234567",
]  # fmt: skip


@pytest.mark.parametrize("digits", COMPLETE)
def test_complete(digits: str) -> None:
    assert completeness(digits) is Completeness.COMPLETE
    assert number_or_none(digits)


@pytest.mark.parametrize("digits", GROWING)
def test_may_still_grow(digits: str) -> None:
    assert completeness(digits) is Completeness.GROWING


@pytest.mark.parametrize("digits", IMPOSSIBLE)
def test_never_a_number(digits: str) -> None:
    assert completeness(digits) is Completeness.IMPOSSIBLE


KINDS = ("fixed_line", "mobile", "toll_free", "voip", "uan", "pager")


def patterns() -> list[str]:
    plan = phonenumbers.PhoneMetadata.metadata_for_region("JP")
    found = [desc.national_number_pattern for kind in KINDS if (desc := getattr(plan, kind))]
    return [f"0{pattern}" if "|" not in pattern else f"0(?:{pattern})" for pattern in found if pattern]


@given(st.one_of([st.from_regex(pattern.replace(r"\d", "[0-9]"), fullmatch=True) for pattern in patterns()]))
def test_every_beginning_of_a_number_in_the_plan_may_grow_and_nothing_follows_its_end(number: str) -> None:
    if number.startswith("00") or len(number) > max(LENGTHS):
        return
    assert completeness(number) is Completeness.COMPLETE
    for length in range(len(number)):
        assert completeness(number[:length]) is Completeness.GROWING
    for more in "0123456789":
        assert completeness(number + more) is Completeness.IMPOSSIBLE
