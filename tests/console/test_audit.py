"""What was done by whom, and the page that shows it."""

import pytest
from sqlalchemy import Engine

from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser, signed_in
from voicebot.console import audit
from voicebot.console.roles import Role
from voicebot.database import reading, writing


def test_a_deed_is_read_back_as_it_was_written(engine: Engine):
    with writing(engine) as connection:
        audit.record(
            connection, NOW, "hana", "hours.set", "counter:3", {"opens": "08:30"}, {"opens": "09:00"}
        )
        audit.record(connection, NOW, "taro", "booking.cancel", "booking:4711")
    with reading(engine) as connection:
        last, first = audit.deeds(connection)
        assert audit.deeds(connection, who="hana") == [first]
        assert audit.deeds(connection, target="booking:4711") == [last]
        assert audit.deeds(connection, before=last.id) == [first]
    assert (first.at, first.who, first.before, first.after) == (
        NOW,
        "hana",
        {"opens": "08:30"},
        {"opens": "09:00"},
    )
    assert (last.before, last.after) == (None, None)


def test_what_did_not_happen_is_not_on_record(engine: Engine):
    def fails() -> None:
        with writing(engine) as connection:
            audit.record(connection, NOW, "hana", "booking.cancel", "booking:4711")
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    with reading(engine) as connection:
        assert audit.deeds(connection) == []


def test_the_page_goes_back_through_all_of_it(browser: Browser):
    signed_in(browser, Role.ADMINISTRATOR)
    with writing(browser.service.engine) as connection:
        for number in range(120):
            audit.record(connection, NOW, "hana", "booking.move", f"booking:{number}", {"n": "<b>"})
    page, seen = browser.get("/console/audit?who=hana"), 0
    while True:
        seen += page.text.count("booking:")
        assert "<b>" not in page.text
        if "?who=" not in page.text:
            break
        older = page.text.split('href="?who=')[1].split('"')[0].replace("&amp;", "&")
        page = browser.get(f"/console/audit?who={older}")
    assert seen == 120


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "１", "1; drop table audit", ""])
def test_a_place_in_the_log_that_is_none_is_its_beginning(browser: Browser, before: str):
    signed_in(browser, Role.ADMINISTRATOR)
    assert "account:administrator" in browser.get(f"/console/audit?before={before}").text
