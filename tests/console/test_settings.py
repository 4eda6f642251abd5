"""An office is set up without code: looked at, changed with its effect seen first, and taken back."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from calendar_backend.amending import changes
from calendar_backend.office_plain import plain
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.console.conftest import Browser, signed_in
from tests.console.settings_forms import (
    DESK,
    OFFICE,
    SHORT,
    Fields,
    change,
    changed,
    fields,
    office,
    save,
    send,
    text,
)
from voicebot.console import audit
from voicebot.console.roles import Role
from voicebot.database import reading


@pytest.fixture
def admin(browser: Browser) -> Browser:
    return signed_in(browser, Role.ADMINISTRATOR)


PAGES = (
    "/console/settings",
    "/console/settings/service",
    "/console/settings/retention",
    *(
        OFFICE + part
        for part in ("", "/basics", "/rules", "/days", "/close", "/to-phone", "/history", "/file")
    ),
    *(OFFICE + part for part in ("/counters/desk", "/counters/new", "/procedures/short", "/procedures/new")),
    f"{OFFICE}/file/download",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_clerk_may_look_at_every_page_and_an_operator_at_none(
    browsers: Any, browser: Browser, address: str
):
    assert signed_in(browser, Role.CLERK).get(address).status_code == 200
    assert signed_in(browsers(), Role.OPERATOR).get(address).status_code == 403


@pytest.mark.parametrize("address", [f"{OFFICE}/basics", DESK, SHORT, f"{OFFICE}/rules", f"{OFFICE}/days"])
def test_only_an_administrator_changes(browser: Browser, engine: Engine, address: str):
    clerk = signed_in(browser, Role.CLERK)
    assert "disabled" in clerk.get(address).text
    assert send(clerk, address, fields(clerk.get(address), address)).status_code == 403
    assert office(engine) == small_office()


@pytest.mark.parametrize("address", [page for page in PAGES if "download" not in page])
def test_every_page_is_there_in_english(admin: Browser, address: str):
    admin.client.cookies.set("voicebot_language", "en", domain="city.test")
    admin.get(f"/language/en?back={address}")
    page = admin.get(address)
    assert page.status_code == 200
    assert 'lang="en"' in page.text


def test_hours_are_changed_and_their_effect_is_seen_first(admin: Browser, engine: Engine):
    seen = change(admin, DESK, hours__0__close="16:00")
    assert office(engine) == small_office()
    assert "11/25（水） 11/26（木）" in text(seen)
    assert "35 から → 30" in text(seen)
    saved = save(admin, seen, DESK)
    assert saved.status_code == 303
    (span,) = office(engine).counters[0].hours
    assert f"{span.close:%H:%M}" == "16:00"
    assert "8:30–16:00" in text(admin.get(saved.headers["location"]))


def test_what_is_saved_is_in_both_histories_with_who(admin: Browser, engine: Engine):
    changed(admin, DESK, capacity="4")
    (line,) = changes(engine, "small")
    assert (line.by, line.at, line.before) == ("administrator", NOW, small_office())
    with reading(engine) as connection:
        deed = next(iter(audit.deeds(connection, target="office:small")))
    assert (deed.who, deed.action, deed.before) == (
        "administrator",
        "office.change",
        {"counters/desk/capacity": 1},
    )
    assert "administrator" in text(admin.get(f"{OFFICE}/history"))


def test_a_change_is_taken_back_beside_a_later_one(admin: Browser, engine: Engine):
    first = changed(admin, DESK, capacity="4").headers["location"].split("?")[0]
    changed(admin, SHORT, name="住民票", reading="じゅうみんひょう")
    undo = f"{first}/undo"
    preview = send(admin, undo, fields(admin.get(first), undo))
    saved = save(admin, preview, undo)
    assert saved.status_code == 303
    assert (office(engine).counters[0].capacity, office(engine).procedures[0].name) == (1, "住民票")
    assert changes(engine, "small")[0].undoes == int(first.rpartition("/")[2])
    assert "取り消し済み" in text(admin.get(first))
    assert undo not in admin.get(first).text


def test_what_has_changed_again_is_not_taken_back_and_told(admin: Browser, engine: Engine):
    first = changed(admin, DESK, capacity="4").headers["location"].split("?")[0]
    changed(admin, DESK, capacity="5")
    refused = send(admin, f"{first}/undo", fields(admin.get(first), f"{first}/undo"))
    assert refused.status_code == 409
    assert "同時に受けられる人数は、そのあとでまた変わっています" in text(refused)
    assert office(engine).counters[0].capacity == 5


def test_the_second_of_two_administrators_is_told(admin: Browser, engine: Engine):
    mine = change(admin, DESK, capacity="4")
    changed(admin, SHORT, duration_minutes="30")
    refused = save(admin, mine, DESK)
    assert refused.status_code == 409
    assert "ほかの人が先に変更しました" in refused.text
    assert office(engine).counters[0].capacity == 1


def test_a_form_without_a_revision_or_token_of_its_own_changes_nothing(admin: Browser, engine: Engine):
    given = fields(admin.get(DESK), DESK) | {"capacity": "9", "step": "save"}
    assert send(admin, DESK, {k: v for k, v in given.items() if k != "revision"}).status_code == 409
    assert send(admin, DESK, given | {"form_token": "x"}).status_code == 403
    assert send(admin, DESK, given | {"revision": "1e9"}).status_code == 409
    assert office(engine) == small_office()


WRONG: Sequence[tuple[str, Fields, str]] = (
    (DESK, {"hours.0.open": "17:00", "hours.0.close": "9:00"}, "より後ではありません"),
    (DESK, {"hours.0.close": "25:00"}, "時刻ではありません"),
    (DESK, {"capacity": "0"}, "1 以上の数"),
    (DESK, {"capacity": "-3"}, "1 以上の数"),
    (DESK, {"capacity": "999999999999"}, "50 以下の数"),
    (DESK, {"capacity": "9" * 5000}, "もっと小さい数"),
    (DESK, {"capacity": "三人"}, "整数"),
    (DESK, {"capacity": ""}, "「同時に受けられる人数」がありません"),
    (DESK, {"name": ""}, "「名前」がありません。入力してください"),
    (DESK, {"name": "い" * 121}, "120 文字まで"),
    (DESK, {"reading": "カタカナ"}, "ひらがな"),
    (DESK, {"hours.0.drop": "1"}, "入力してください"),
    (DESK, {"hours.0.days": []}, "「曜日」がありません"),
    (DESK, {"hours.0.from": "2027-04-01", "hours.0.to": "2027-03-31"}, "最初の日"),
    (DESK, {"hours.0.from": "2027-02-29"}, "日付ではありません"),
    (
        DESK,
        {"hours.1.days": ["月"], "hours.1.open": "16:00", "hours.1.close": "19:00"},
        "月曜日に前の行と重なっています",
    ),
    (f"{OFFICE}/basics", {"phone": "093-55"}, "「案内する電話番号」"),
    (f"{OFFICE}/basics", {"agent_phone": "110"}, "「係員の電話番号」"),
    (f"{OFFICE}/basics", {"called": "0936718181\n000"}, "「この役所あての番号」"),
    (f"{OFFICE}/basics", {"agent_hours.open": "18:00"}, "より後ではありません"),
    (f"{OFFICE}/rules", {"lead_open_days": "61"}, "60 以下の数"),
    (f"{OFFICE}/rules", {"horizon_days": "1", "lead_open_days": "30"}, "予約できる日がありません"),
    (f"{OFFICE}/rules", {"grid_minutes": "7"}, "予約の刻みではありません"),
    (f"{OFFICE}/rules", {"year_end.from": "2-30"}, "月と日ではありません"),
    (SHORT, {"duration_minutes": "241"}, "240 以下の数"),
    (SHORT, {"duration_minutes": "1000"}, "240 以下の数"),
    (SHORT, {"counter": "nowhere"}, "窓口「nowhere」はありません"),
    (SHORT, {"also_at": ["desk"]}, "2回書かれています"),
    (SHORT, {"key": "10"}, "1 から 9 まで"),
    (SHORT, {"people": "2"}, "同時に 1 人まで"),
    (SHORT, {"aliases.0.text": "転入"}, "「読み」がありません"),
    (SHORT, {"deadline.text": "14日以内"}, "「読み」がありません"),
    (f"{OFFICE}/days", {"closed.0.date": "2027-02-08"}, "「名前」がありません"),
    (
        f"{OFFICE}/days",
        {"open_days.0.date": "2027-03-28", "open_days.0.open": "9:00", "open_days.0.close": "12:00"},
        "「窓口」がありません",
    ),
    (
        f"{OFFICE}/days",
        {"closed.0.date": "2026-02-29", "closed.0.name": "い", "closed.0.reading": "い"},
        "日付",
    ),
)


@pytest.mark.parametrize(("address", "new", "why"), WRONG)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(
    admin: Browser, engine: Engine, address: str, new: Fields, why: str
):
    for step in ("check", "save"):
        given = fields(admin.get(address), address) | new | {"step": step}
        refused = send(admin, address, given)
        assert refused.status_code == 422
        assert why in text(refused)
        for value in new.values():
            if isinstance(value, str) and value and "drop" not in new:
                assert unescape(refused.text).count(value.split("\n")[0]) > 0
    assert office(engine) == small_office()
    assert changes(engine, "small") == []


def test_every_complaint_of_a_field_is_wired_to_it(admin: Browser):
    refused = change(admin, DESK, hours__0__close="25:00", capacity="0")
    for name in ("hours.0.close", "capacity"):
        assert f'href="#{name}"' in refused.text
        (tag,) = re.findall(rf'<input id="{re.escape(name)}"[^>]*>', refused.text, re.DOTALL)
        assert 'aria-invalid="true"' in tag
        assert f"{name}-wrong" in tag


def test_a_29th_of_february_there_is_is_taken(admin: Browser, engine: Engine):
    changed(
        admin,
        f"{OFFICE}/days",
        closed__0__date="2028-02-29",
        closed__0__name="点検",
        closed__0__reading="てんけん",
    )
    assert [f"{day.date}" for day in office(engine).closed] == ["2028-02-29"]


def test_more_rows_are_shown_without_script_and_nothing_typed_is_lost(admin: Browser):
    more = change(admin, DESK, step="more:hours", name="新しい名前", hours__1__open="18:00")
    given = fields(more, DESK)
    assert (given["name"], given["hours.1.open"], int(given["hours.rows"])) == ("新しい名前", "18:00", 8)


def test_a_row_is_removed_and_one_is_added(admin: Browser, engine: Engine):
    address = f"{OFFICE}/counters/wide"
    changed(admin, address, hours__1__drop="1", staffing__0__days=["金"], staffing__0__open="12:00",
            staffing__0__close="13:00", staffing__0__capacity="0")  # fmt: skip
    wide = office(engine).counters[1]
    assert [span.days for span in wide.hours] == ["月火水金"]
    assert [(part.days, part.capacity) for part in wide.staffing] == [("金", 0)]


def test_a_counter_and_a_procedure_are_added_and_booked(admin: Browser, engine: Engine):
    new = f"{OFFICE}/counters/new"
    changed(admin, new, name="相談窓口", reading="そうだんまどぐち", capacity="1", hours__0__days=["月", "火"],
            hours__0__open="09:00", hours__0__close="12:00")  # fmt: skip
    counter = office(engine).counters[-1]
    assert counter.name == "相談窓口"
    procedure = f"{OFFICE}/procedures/new"
    changed(admin, procedure, name="相談", reading="そうだん", counter=counter.id, duration_minutes="30")
    made = office(engine).procedures[-1]
    assert made.id not in ("short", "long", "both", counter.id)
    calendar = OfficeCalendar(engine, "small")
    assert calendar.book(made.id, at("2026-12-01T09:00"), "", "CA1", NOW).number


def test_what_has_bookings_is_not_removed_and_who_they_are_is_shown(admin: Browser, engine: Engine):
    calendar = OfficeCalendar(engine, "small")
    booking = calendar.book("both", at("2026-12-04T10:00"), "+81935551234", "CA1", NOW, name="ヤマダ タロウ")
    page, remove = f"{OFFICE}/procedures/both", f"{OFFICE}/procedures/both/remove"
    preview = send(admin, remove, fields(admin.get(page), remove))
    assert booking.number in text(preview)
    assert "093-555-1234" in text(preview)
    assert 'value="save"' not in preview.text
    forged = fields(preview, remove) | {"step": "save"}
    assert send(admin, remove, forged).status_code == 409
    assert office(engine) == small_office()
    calendar.cancel(booking.number, None, NOW)
    again = send(admin, remove, fields(admin.get(page), remove))
    assert save(admin, again, remove).status_code == 303
    assert [p.id for p in office(engine).procedures] == ["short", "long"]


def test_a_counter_that_procedures_need_is_not_removed(admin: Browser, engine: Engine):
    remove = f"{DESK}/remove"
    refused = send(admin, remove, fields(admin.get(DESK), remove))
    assert refused.status_code == 422
    assert "この窓口を使う手続きがあるので消せません：名、長い名 " in text(refused)
    assert "desk" not in text(refused)
    assert office(engine) == small_office()


def test_bookings_that_no_longer_fit_are_shown_before_and_listed_after(admin: Browser, engine: Engine):
    calendar = OfficeCalendar(engine, "small")
    booking = calendar.book("short", at("2026-11-25T16:30"), "+81935551234", "CA1", NOW)
    preview = change(admin, DESK, hours__0__close="16:00")
    assert "時間の外になる予約が1件あります" in text(preview)
    assert booking.number in text(preview)
    save(admin, preview, DESK)
    listed = text(admin.get(f"{OFFICE}/to-phone"))
    assert booking.number in listed
    assert "093-555-1234" in listed
    assert "受付時間の外" in listed


def test_a_name_that_another_procedure_has_is_told_and_allowed(admin: Browser, engine: Engine):
    load_into(
        engine, small_office(procedures=[
            {"id": "a", "name": "転入届", "reading": "てんにゅうとどけ", "counter": "desk", "duration_minutes": 15,
             "aliases": [{"text": "引っ越し", "reading": "ひっこし"}]},
            {"id": "b", "name": "転出届", "reading": "てんしゅつとどけ", "counter": "desk", "duration_minutes": 15},
        ])
    )  # fmt: skip
    address = f"{OFFICE}/procedures/b"
    preview = change(admin, address, aliases__0__text="引っ越し", aliases__0__reading="ひっこし")
    assert "「引っ越し」は 転入届、転出届 の言い方です" in text(preview)
    assert save(admin, preview, address).status_code == 303


def test_a_number_called_at_which_another_office_is_reached_is_refused(admin: Browser, engine: Engine):
    load_into(engine, small_office(id="other", name="隣の役所", called=["+81933310001"]))
    refused = change(admin, f"{OFFICE}/basics", called="093-331-0001")
    assert refused.status_code == 422
    assert "「隣の役所」にも書いてあります" in text(refused)
    changed(admin, f"{OFFICE}/basics", called="093-331-0002\n")
    assert office(engine).called == ("+81933310002",)


@pytest.mark.parametrize(
    "said", [("はい", "はい"), ("証明", "かかりいん"), ("取り消し", "とりけし"), ("月曜日", "げつ")]
)
def test_a_word_of_the_call_is_no_name_of_a_procedure(admin: Browser, engine: Engine, said: tuple[str, str]):
    refused = change(admin, SHORT, aliases__0__text=said[0], aliases__0__reading=said[1])
    assert refused.status_code == 422
    assert "手続きの言い方には使えません" in text(refused)
    wrong = "reading" if said[0] == "証明" else "text"
    assert f'id="aliases.0.{wrong}-wrong"' in refused.text
    assert office(engine) == small_office()


def test_two_procedures_of_one_name_are_refused(admin: Browser, engine: Engine):
    refused = change(admin, SHORT, name="長い名")
    assert refused.status_code == 422
    assert "「長い名」のものが2つあります" in text(refused)
    assert office(engine) == small_office()


@pytest.mark.parametrize("address", [f"{OFFICE}/basics", SHORT, f"{SHORT}/remove"])
def test_who_comes_second_is_led_to_how_it_stands_now(admin: Browser, engine: Engine, address: str):
    form = fields(admin.get(address.removesuffix("/remove")), address)
    load_into(engine, small_office(name="ほかの人の名前"))
    refused = send(admin, address, form | {"step": "check"})
    assert refused.status_code == 409
    assert f'href="{address.removesuffix("/remove")}">今の内容を見る</a>' in refused.text


def test_nothing_different_saves_nothing(admin: Browser, engine: Engine):
    same = change(admin, DESK)
    assert same.status_code == 303
    assert "told=settings_same" in same.headers["location"]
    assert changes(engine, "small") == []


def test_rules_that_are_emptied_have_their_first_values_again(admin: Browser, engine: Engine):
    changed(admin, f"{OFFICE}/rules", horizon_days="30", per_person="2", asks_name="1", cut_off="15:00")
    assert (office(engine).rules.horizon_days, office(engine).rules.asks_name) == (30, True)
    given = fields(admin.get(f"{OFFICE}/rules"), f"{OFFICE}/rules")
    del given["asks_name"]
    empty = given | {"horizon_days": "", "per_person": "", "cut_off": "", "step": "check"}
    save(admin, send(admin, f"{OFFICE}/rules", empty), f"{OFFICE}/rules")
    assert office(engine) == small_office()


HOSTILE = "<script>alert(1)</script>\"'&=cmd|‮あ"


def test_markup_in_names_is_text_everywhere(admin: Browser, engine: Engine):
    changed(admin, SHORT, name=HOSTILE)
    assert office(engine).procedures[0].name == HOSTILE
    history = changes(engine, "small")[0].id
    for address in (SHORT, OFFICE, f"{OFFICE}/history", f"{OFFICE}/history/{history}", f"{OFFICE}/close"):
        assert "<script>alert" not in admin.get(address).text


def test_control_characters_are_refused(admin: Browser, engine: Engine):
    refused = change(admin, SHORT, name="一行\n二行")
    assert refused.status_code == 422
    assert "制御文字" in text(refused)


@pytest.mark.parametrize(
    "address",
    [
        "/console/settings/offices/none",
        f"{OFFICE}/counters/none",
        f"{OFFICE}/procedures/none",
        f"{OFFICE}/history/999",
        f"{OFFICE}/history/x",
        f"{OFFICE}/history/{'9' * 30}",
        "/console/settings/offices/none/close",
        "/console/settings/offices/none/file",
    ],
)
def test_what_there_is_not_is_a_page_that_says_so(admin: Browser, address: str):
    assert admin.get(address).status_code == 404


def test_plain_data_of_the_office_on_the_page_is_that_of_the_file(admin: Browser, engine: Engine):
    """A form that is sent as it was shown asks for the same office, whatever is in it."""
    full = small_office(
        closed=[{"date": "2027-02-08", "name": "点検", "reading": "てんけん", "counters": ["desk"]}],
        open_days=[{"date": "2027-03-28", "open": "9:00", "close": "12:00", "counters": ["desk", "wide"]}],
        called=["+81933310001", "+81933310002"],
        rules={"cut_off": "15:00", "year_end": {"from": "12-28", "to": "01-04"}, "asks_name": True},
        procedures=[
            plain(small_office())["procedures"][0] | {
                "aliases": [{"text": "言い方", "reading": "いいかた"}], "also_at": ["wide"], "key": "3",
                "bring": [{"text": "印鑑", "reading": "いんかん"}], "cut_off": "9:00", "per_day": 4,
                "deadline": {"text": "14日以内", "reading": "じゅうよっかいない"},
            }
        ],
    )  # fmt: skip
    load_into(engine, full)
    for address in (f"{OFFICE}/basics", f"{OFFICE}/rules", f"{OFFICE}/days", DESK, SHORT):
        assert change(admin, address).headers.get("location", "").endswith("told=settings_same"), address
