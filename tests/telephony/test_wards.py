"""One service for several wards: the number that was dialled says which is meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from calendar_backend import DEMO_OFFICE, OfficeCalendar
from tests.telephony.conftest import running_line
from tests.telephony.wire_phone import Line, Phone

MOJI = Path(__file__).parents[1] / "scenarios" / "offices" / "moji_by_phone.yaml"


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """小倉北区 and 門司区, of which only the second has a number of its own."""
    with running_line(tmp_path_factory.mktemp("var"), office_file=f"{DEMO_OFFICE},{MOJI}") as made:
        yield made


async def books(phone: Phone) -> None:
    """By keys, from the date on."""
    await phone.hears("ask_date")
    await phone.presses("1202")
    await phone.hears("ask_time")
    await phone.presses("1400")
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.hears("number_again")
    await phone.hangs_up()


async def test_a_ward_s_own_number_books_there_and_nobody_is_asked(line: Line):
    phone = line.phone()
    phone.called = "+81933313331"
    await phone.dial()
    await phone.hears("ask_procedure")
    await phone.presses("4")
    await books(phone)
    assert "ask_office" not in phone.heard
    state = line.service.calls[phone.sid].state
    assert state.office.id == "moji-shimin"
    assert [b.procedure_id for b in OfficeCalendar(line.service.engine, "moji-shimin").bookings()] == [
        "juminhyo"
    ]
    assert OfficeCalendar(line.service.engine, "kokurakita-shimin").bookings() == []


async def test_any_other_number_asks_which_ward(line: Line):
    phone = line.phone("+81935550001")
    phone.called = "+81930000001"
    await phone.dial()
    await phone.hears("ask_procedure")
    await phone.presses("4")
    await phone.hears("ask_office")
    await phone.presses("1")
    await books(phone)
    (row,) = OfficeCalendar(line.service.engine, "kokurakita-shimin").bookings()
    assert row.phone == "+81935550001"
