"""Keys of kiosks and wall screens."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from calendar_backend import BadWish, UnknownEntry, devices, load_into
from calendar_backend.database import reading
from tests.calendar_backend.small_office import NOW, small_office


def test_a_device_is_known_by_its_key_until_it_is_taken_back(engine: Engine) -> None:
    device, key = devices.make(engine, "small", devices.KIOSK, "入口", NOW, by="admin")
    assert (device.kind, device.name, device.made, device.made_by) == ("kiosk", "入口", NOW, "admin")
    assert len(key) == 43
    assert devices.known(engine, key) == device
    later = NOW + timedelta(days=1)
    back = devices.take_back(engine, "small", device.id, later, by="admin")
    assert (back.taken_back, back.taken_back_by) == (later, "admin")
    assert devices.known(engine, key) is None
    assert devices.listed(engine, "small") == [back]
    with pytest.raises(UnknownEntry):
        devices.take_back(engine, "small", device.id, later, by="admin")


def test_the_key_itself_is_kept_nowhere(engine: Engine) -> None:
    _, key = devices.make(engine, "small", devices.LOBBY, "ロビー", NOW, by="admin")
    with reading(engine) as connection:
        rows = connection.execute(text("select * from devices")).all()
    assert len(rows) == 1
    assert key not in repr(rows)


@pytest.mark.parametrize("key", ["", "x", "\0", "\ud800", "あ" * 43, "' or 1=1 --"])
def test_no_other_key_opens_anything(engine: Engine, key: str) -> None:
    devices.make(engine, "small", devices.KIOSK, "入口", NOW, by="admin")
    assert devices.known(engine, key) is None


@pytest.mark.parametrize(
    ("kind", "name"), [("oven", "入口"), ("kiosk", " "), ("kiosk", "a" * 121), ("kiosk", "\0")]
)
def test_a_device_that_makes_no_sense_is_refused(engine: Engine, kind: str, name: str) -> None:
    with pytest.raises(BadWish):
        devices.make(engine, "small", kind, name, NOW, by="admin")


def test_an_office_cannot_take_back_what_is_another_ones(engine: Engine) -> None:
    load_into(engine, small_office(id="other"))
    device, key = devices.make(engine, "small", devices.KIOSK, "入口", NOW, by="admin")
    with pytest.raises(UnknownEntry):
        devices.take_back(engine, "other", device.id, NOW, by="admin")
    assert devices.known(engine, key) == device
    assert devices.listed(engine, "other") == []
