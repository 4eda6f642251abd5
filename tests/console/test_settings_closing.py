"""The typhoon button: who is concerned and what callers will hear is seen before it is pressed; and opening again."""

import io
import wave
from datetime import date, time

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.console.conftest import Browser, signed_in
from tests.console.settings_forms import OFFICE, Fields, fields, send, text
from voicebot.console import audit
from voicebot.console.roles import Role
from voicebot.database import reading

CLOSE = f"{OFFICE}/close"
FRIDAY = date(2026, 12, 4)
TYPHOON: Fields = {"first": "2026-12-04", "reason": "台風"}


@pytest.fixture
def clerk(browser: Browser) -> Browser:
    return signed_in(browser, Role.CLERK)


def pressed(clerk: Browser, step: str = "check", **new: str):
    given = fields(clerk.get(CLOSE), CLOSE) | TYPHOON | new
    return send(clerk, CLOSE, given | {"step": step})


def closed(engine: Engine) -> list[tuple[date, str | None, tuple[time, time] | None, str, str]]:
    found = OfficeCalendar(engine, "small").closures()
    return [(one.day, one.counter_id, one.times, one.name, one.reading) for one in found]


def booked(
    engine: Engine, start: str = "2026-12-04T10:00", procedure: str = "short", name: str = "ヤマダ タロウ"
) -> str:
    calendar = OfficeCalendar(engine, "small")
    return calendar.book(procedure, at(start), "+81935551234", start, NOW, name=name).number


def test_before_it_is_pressed_it_shows_who_is_concerned_and_closes_nothing(clerk: Browser, engine: Engine):
    number = booked(engine)
    other = booked(engine, "2026-12-03T10:00")
    seen = text(pressed(clerk))
    for shown in (number, "093-555-1234", "ヤマダ タロウ", "10:00", "関わる予約 1件"):
        assert shown in seen
    assert other not in seen
    assert closed(engine) == []


def test_the_sentences_are_those_that_callers_hear(clerk: Browser, engine: Engine):
    booked(engine)
    seen = text(pressed(clerk))
    assert "「12月4日、よんにち、金曜日は、台風のため、窓口がお休みです。」" in seen
    assert "午前10時のご予約について、お知らせいたします。」" in seen
    assert "台風のため、窓口がお休みになりました。」" in seen


def test_a_sentence_is_heard_in_the_bots_own_voice(clerk: Browser):
    preview = pressed(clerk)
    address = (
        preview.text.split('<audio controls preload="none" src="')[1].split('"')[0].replace("&amp;", "&")
    )
    sound = clerk.get(address)
    assert sound.headers["content-type"] == "audio/wav"
    with wave.open(io.BytesIO(sound.content)) as file:
        assert (file.getframerate(), file.getnchannels()) == (8000, 1)
        assert file.getnframes() >= 8000
    assert clerk.get(address.replace("which=", "which=x")).status_code == 404
    assert clerk.get(f"{CLOSE}/heard?which=wants").status_code == 404


def test_pressed_it_is_closed_who_is_concerned_is_listed_and_it_is_in_the_log(clerk: Browser, engine: Engine):
    number = booked(engine)
    done = send(clerk, CLOSE, fields(pressed(clerk), CLOSE) | {"step": "save"})
    assert done.status_code == 303
    assert closed(engine) == [(FRIDAY, None, None, "台風", "たいふう")]
    listed = text(clerk.get(done.headers["location"]))
    for shown in (number, "093-555-1234", "台風", "閉めました"):
        assert shown in listed
    assert [c.booking.number for c in OfficeCalendar(engine, "small").callbacks() if c.booking] == [number]
    with reading(engine) as connection:
        deed = next(iter(audit.deeds(connection, target="office:small")))
    assert (deed.who, deed.action) == ("clerk", "closure.close")
    assert "ヤマダ" not in str(deed.after)


def test_pressed_twice_it_is_closed_once(clerk: Browser, engine: Engine):
    form = fields(pressed(clerk), CLOSE) | {"step": "save"}
    send(clerk, CLOSE, form)
    again = send(clerk, CLOSE, form)
    assert again.status_code == 422
    assert "もう閉めてあります（理由：台風）" in text(again)
    assert len(closed(engine)) == 1


def test_a_part_of_a_day_at_a_counter_leaves_the_rest(clerk: Browser, engine: Engine):
    morning, evening = booked(engine), booked(engine, "2026-12-04T16:00")
    preview = pressed(clerk, counter="desk", **{"from": "13:00", "to": "17:15"})
    assert evening in text(preview)
    assert morning not in text(preview)
    assert "お休みは、午後1時から" in text(preview)
    done = send(clerk, CLOSE, fields(preview, CLOSE) | {"step": "save"})
    assert "閉めた窓口や時間はご案内しません" in text(clerk.get(done.headers["location"]))
    assert closed(engine) == [(FRIDAY, "desk", (time(13), time(17, 15)), "台風", "たいふう")]


def test_a_time_at_which_a_counter_is_never_open_is_refused_at_the_field(clerk: Browser, engine: Engine):
    refused = pressed(clerk, counter="desk", **{"from": "03:00", "to": "04:00"})
    assert refused.status_code == 422
    assert "その時間は、もともと開いていません" in text(refused)
    assert 'id="to-wrong"' in refused.text
    assert pressed(clerk, counter="wide", **{"from": "17:15", "to": "18:00"}).status_code == 422
    evening = pressed(clerk, counter="wide", first="2026-12-03", **{"from": "17:15", "to": "18:00"})
    assert evening.status_code == 200
    assert closed(engine) == []


@pytest.mark.parametrize("hours", [{}, {"from": "13:30", "to": "14:00"}])
def test_who_closes_second_is_told_the_reason_of_the_first(clerk: Browser, hours: dict[str, str]):
    mine = fields(pressed(clerk, reason="大雨", counter="desk", **hours), CLOSE) | {"step": "save"}
    earlier = {"from": "13:00", "to": "15:00"} if hours else {}
    send(clerk, CLOSE, fields(pressed(clerk, **earlier), CLOSE) | {"step": "save"})
    second = send(clerk, CLOSE, mine)
    assert second.status_code == 422
    assert "もう閉めてあります（理由：台風）" in text(second)


def test_a_range_closes_the_days_that_are_open(clerk: Browser, engine: Engine):
    preview = pressed(clerk, last="2026-12-08")
    send(clerk, CLOSE, fields(preview, CLOSE) | {"step": "save"})
    assert [day.day for day, *_ in closed(engine)] == [4, 7, 8]


def test_all_offices_are_closed_at_once(clerk: Browser, engine: Engine):
    assert "すべての役所" not in clerk.get(CLOSE).text
    load_into(engine, small_office(id="other", name="隣の役所"))
    assert "すべての役所" in clerk.get(CLOSE).text
    other = OfficeCalendar(engine, "other").book("short", at("2026-12-04T11:00"), "", "CA9", NOW).number
    preview = pressed(clerk, everywhere="1")
    assert other in text(preview)
    send(clerk, CLOSE, fields(preview, CLOSE) | {"step": "save"})
    assert len(closed(engine)) == len(OfficeCalendar(engine, "other").closures()) == 1
    assert "「役所全体」を選んで" in text(pressed(clerk, everywhere="1", counter="desk"))


def test_reopened_it_is_open_and_nobody_need_be_phoned(clerk: Browser, engine: Engine):
    booked(engine)
    send(clerk, CLOSE, fields(pressed(clerk), CLOSE) | {"step": "save"})
    reopen = f"{OFFICE}/reopen"
    form = fields(clerk.get(CLOSE), reopen)
    done = send(clerk, reopen, form)
    assert done.status_code == 303
    assert closed(engine) == []
    assert OfficeCalendar(engine, "small").callbacks("open") == []
    assert "どなたもいません" in text(clerk.get(f"{OFFICE}/to-phone"))
    again = send(clerk, reopen, form)
    assert again.status_code == 409
    assert "ほかの人が先に変更しました" in again.text
    assert send(clerk, reopen, form | {"closure": "x"}).status_code == 409


WRONG = (
    ({"first": ""}, "日付を書いてください"),
    ({"first": "2026-11-23"}, "過ぎた日"),
    ({"first": "2026-13-01"}, "日付を書いてください"),
    ({"first": "12/4"}, "日付を書いてください"),
    ({"last": "2026-12-03"}, "より前です"),
    ({"last": "2027-02-29"}, "日付を書いてください"),
    ({"last": "2027-12-04"}, "31日まで"),
    ({"from": "13:00"}, "両方"),
    ({"from": "17:00", "to": "9:00"}, "両方"),
    ({"from": "25:00", "to": "26:00"}, "両方"),
    ({"counter": "nowhere"}, "この窓口はありません"),
    ({"reason": "", "name": "", "reading": ""}, "理由を選ぶか"),
    ({"reason": "", "name": "落雷", "reading": "ラクライ"}, "ひらがな"),
    ({"reason": "", "name": "い" * 41, "reading": "い"}, "40文字"),
    ({"reason": "", "name": "一\n二", "reading": "い"}, "理由を選ぶか"),
    ({"first": "2026-12-05"}, "もともと開いていません"),
)


@pytest.mark.parametrize(("new", "why"), WRONG)
def test_what_cannot_be_closed_is_told(clerk: Browser, engine: Engine, new: dict[str, str], why: str):
    for step in ("check", "save"):
        refused = pressed(clerk, step, **new)
        assert refused.status_code == 422
        assert why in text(refused)
    assert closed(engine) == []


def test_another_reason_is_written_with_its_reading(clerk: Browser, engine: Engine):
    preview = pressed(clerk, reason="", name="<b>落雷</b>", reading="らくらい")
    assert "<b>落雷" not in preview.text
    send(clerk, CLOSE, fields(preview, CLOSE) | {"step": "save"})
    assert closed(engine)[0][3:] == ("<b>落雷</b>", "らくらい")


def test_going_on_editing_keeps_what_was_written(clerk: Browser):
    back = send(clerk, CLOSE, fields(pressed(clerk, counter="wide"), CLOSE) | {"step": "edit"})
    given = fields(back, CLOSE)
    assert (given["first"], given["counter"], back.status_code) == ("2026-12-04", "wide", 200)


def test_a_closure_is_today_also_when_the_morning_is_over(clerk: Browser, engine: Engine):
    number = booked(engine, "2026-11-25T10:00")
    preview = pressed(clerk, first="2026-11-24")
    assert preview.status_code == 200
    assert number not in text(preview)
    send(clerk, CLOSE, fields(preview, CLOSE) | {"step": "save"})
    assert closed(engine)[0][0] == NOW.date()


def test_a_forged_press_closes_nothing(clerk: Browser, engine: Engine):
    given = fields(pressed(clerk), CLOSE) | {"step": "save", "form_token": "forged"}
    assert send(clerk, CLOSE, given).status_code == 403
    assert closed(engine) == []
