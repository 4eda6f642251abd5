"""Booking, changing and cancelling over HTTP."""

import logging
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from calendar_backend import OfficeCalendar
from tests.api.problems import problem
from tests.api.test_availability import starts
from tests.api.test_holds import AT, WISH

PHONE = "+81935551234"
WHO = {"phone": PHONE, "name": "ヤマダ ハナコ"}
SMALL = {"office": "small"}


def booked(web: TestClient, **changes: object) -> dict[str, str]:
    answer = web.post("bookings", json=WISH | WHO | changes)
    assert answer.status_code == 201
    return answer.json()


def test_a_place_is_booked_at_once(web: TestClient, engine: Engine):
    answer = web.post("bookings", json=WISH | WHO)
    assert answer.status_code == 201
    body = answer.json()
    assert (body["start"], body["status"], body["people"]) == (AT, "booked", 1)
    assert answer.headers["location"] == f"/api/bookings/{body['number']}?office=small"
    (booking,) = OfficeCalendar(engine, "small").bookings()
    assert (booking.number, booking.phone, booking.name) == (body["number"], PHONE, "ヤマダ ハナコ")
    problem(web.post("bookings", json=WISH | WHO), 409, "place-taken")


def test_a_hold_becomes_a_booking_once(web: TestClient, engine: Engine):
    held = web.post("holds", json=WISH).json()["hold"]
    wish = {**SMALL, "hold": held, **WHO}
    first, again = (web.post("bookings", json=wish) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert len(OfficeCalendar(engine, "small").bookings()) == 1
    problem(web.post("bookings", json=wish | {"phone": "+81935550000"}), 410, "hold-gone")
    problem(web.post("bookings", json=wish | {"hold": "f" * 32}), 410, "hold-gone")


def test_a_repeated_request_books_once(web: TestClient, engine: Engine):
    key = {"Idempotency-Key": "8e03978e-40d5-43dd-bc93-6894a57f9324"}
    first, again = (web.post("bookings", json=WISH | WHO, headers=key) for _ in range(2))
    assert first.json() == again.json()
    assert len(OfficeCalendar(engine, "small").bookings()) == 1
    for other in ({"phone": "+81935550000"}, {"start": "2026-12-04T11:00:00+09:00"}):
        problem(web.post("bookings", json=WISH | WHO | other, headers=key), 422, "key-reused")


def test_a_request_sent_many_times_at_once_books_once(web: TestClient, engine: Engine):
    key = {"Idempotency-Key": "impatient"}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: web.post("bookings", json=WISH | WHO, headers=key), range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["number"] for answer in answers}) == 1
    assert len(OfficeCalendar(engine, "small").bookings()) == 1


def test_many_at_once_get_as_many_places_as_there_are(web: TestClient, engine: Engine):
    wishes = [WISH | WHO | {"procedure": "both", "phone": f"+8193555{n:04d}"} for n in range(16)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda wish: web.post("bookings", json=wish), wishes))
    assert Counter(answer.status_code for answer in answers) == {201: 2, 409: 14}
    assert len(OfficeCalendar(engine, "small").bookings()) == 2


def test_two_residents_on_the_same_client_get_a_place_each(web: TestClient):
    both = {"procedure": "both"}
    first, second = booked(web, **both), booked(web, **both, phone="+81935550000")
    assert first["number"] != second["number"]
    problem(web.post("bookings", json=WISH | WHO | both), 409, "place-taken")


def test_a_booking_moves_and_frees_its_old_place(web: TestClient):
    number = booked(web)["number"]
    new = "2026-12-04T11:00:00+09:00"
    answer = web.patch(f"bookings/{number}", params=SMALL, json={"start": new})
    assert (answer.status_code, answer.json()["start"], answer.json()["status"]) == (200, new, "changed")
    found = starts(web)
    assert AT in found
    assert new not in found
    assert web.get(f"bookings/{number}", params=SMALL).json() == answer.json()


def test_a_change_to_a_taken_place_changes_nothing(web: TestClient):
    number = booked(web)["number"]
    taken = booked(web, start="2026-12-04T11:00:00+09:00", phone="+81935550000")["start"]
    problem(web.patch(f"bookings/{number}", params=SMALL, json={"start": taken}), 409, "place-taken")
    assert web.get(f"bookings/{number}", params=SMALL).json()["start"] == AT


def test_a_change_leaves_the_holds_of_other_residents(web: TestClient):
    booking = booked(web, procedure="both")
    wish = WISH | {"procedure": "both", "start": "2026-12-04T11:00:00+09:00"}
    for _ in range(2):
        assert web.post("holds", json=wish).status_code == 201
    answer = web.patch(f"bookings/{booking['number']}", params=SMALL, json={"start": wish["start"]})
    problem(answer, 409, "place-taken")


def test_a_cancelled_booking_is_gone_and_its_place_free(web: TestClient):
    number = booked(web)["number"]
    key = {"Idempotency-Key": "cancel-1"}
    for _ in range(2):
        answer = web.delete(f"bookings/{number}", params=SMALL, headers=key)
        assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
    assert AT in starts(web)
    problem(web.delete(f"bookings/{number}", params=SMALL), 404, "unknown-booking")
    problem(web.patch(f"bookings/{number}", params=SMALL, json={"start": AT}), 404, "unknown-booking")
    problem(web.get(f"bookings/{number}", params=SMALL), 404, "unknown-booking")


def test_a_number_with_a_telephone_number_is_only_that_ones(web: TestClient):
    number = booked(web)["number"]
    other, own = {"Booking-Phone": "+81935550000"}, {"Booking-Phone": PHONE}
    problem(web.delete(f"bookings/{number}", params=SMALL, headers=other), 404, "unknown-booking")
    problem(web.get(f"bookings/{number}", params=SMALL, headers=other), 404, "unknown-booking")
    assert web.get(f"bookings/{number}", params=SMALL, headers=own).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"phone": "0935551234567"}, "#/phone"),
        ({"name": "ヤマダ\nハナコ"}, "#/name"),
        ({"name": "ヤ\x00マダ"}, "#/name"),
        ({"people": 0}, "#/people"),
        ({"start": "明日"}, "#/start"),
    ],
)
def test_a_wrong_value_is_pointed_at_and_not_repeated(
    web: TestClient, wrong: dict[str, object], pointer: str
):
    answer = web.post("bookings", json=WISH | WHO | wrong)
    body = problem(answer, 422, "invalid")
    assert pointer in [error["pointer"] for error in body["errors"]]
    assert str(next(iter(wrong.values()))) not in answer.text or wrong == {"people": 0}


def test_a_my_number_as_a_name_is_refused_and_not_repeated(web: TestClient, engine: Engine):
    answer = web.post("bookings", json=WISH | WHO | {"name": "1234-5678-9012"})
    assert "マイナンバー" in problem(answer, 422, "invalid")["title"]
    assert "5678" not in answer.text
    assert OfficeCalendar(engine, "small").bookings() == []


def test_nothing_personal_is_logged(web: TestClient, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    number = booked(web)["number"]
    web.post("bookings", json=WISH | WHO)
    web.delete(f"bookings/{number}", params=SMALL, headers={"Booking-Phone": PHONE})
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert "bookings" in logged
    assert "5551234" not in logged
    assert "ヤマダ" not in logged


def test_who_did_it_stands_in_the_history(web: TestClient, engine: Engine):
    number = booked(web)["number"]
    web.delete(f"bookings/{number}", params=SMALL, headers={"Idempotency-Key": "k"})
    (history,) = OfficeCalendar(engine, "small").history(number)
    assert [(line.action, line.by.partition(":")[0]) for line in history] == [
        ("booked", "web"),
        ("cancelled", "web"),
    ]


NUMBERS = ["093-555-1234", "+81(0)93-555-1234", "0081-93-555-1234", "010-81-93-555-1234", "+810935551234", "０９３－５５５－１２３４", "093 555.1234"]  # fmt: skip


@pytest.mark.parametrize("written", NUMBERS)
def test_a_telephone_number_is_known_however_it_is_written(web: TestClient, engine: Engine, written: str):
    number = booked(web, phone=written)["number"]
    assert [b.phone for b in OfficeCalendar(engine, "small").bookings()] == [PHONE]
    for given in (PHONE, written if written.isascii() else "093-555-1234"):
        own = {"Booking-Phone": given}
        assert web.get(f"bookings/{number}", params=SMALL, headers=own).status_code == 200


REFUSED = [
    ("0935551234567", "too many digits"), ("093-555-123", "too few digits"), ("110", "cannot be phoned back"), ("+81900000102", "in no numbering plan"), ("093-555-1234 ext. 12", "extension"),
    ("+266696687", "withheld"), ("+7378742883", "withheld"), ("anonymous", "withheld"), ("sip:a@pbx.test", "not a telephone number"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "why"), REFUSED)
def test_what_is_no_telephone_number_is_refused_with_the_reason(web: TestClient, given: str, why: str):
    answer = web.post("bookings", json=WISH | WHO | {"phone": given})
    (wrong,) = problem(answer, 422, "invalid")["errors"][:1]
    assert why in wrong["detail"]
    answer = web.get("bookings/4719", params=SMALL, headers={"Booking-Phone": given})
    assert why in problem(answer, 422, "invalid")["errors"][0]["detail"]


LATER = {"start": "2026-12-07T10:00:00+09:00"}


def test_the_same_person_again_is_asked_about_first(web: TestClient, engine: Engine):
    booked(web)
    body = problem(web.post("bookings", json=WISH | WHO | LATER), 409, "same-person")
    assert not {"number", "start", "procedure"} & set(body)
    assert len(OfficeCalendar(engine, "small").bookings()) == 1
    second = booked(web, **LATER, second=True)
    assert OfficeCalendar(engine, "small").history(second["number"])[0][0].details["second"] == "yes"


def test_another_procedure_at_the_same_time_is_the_same_person_too(web: TestClient):
    booked(web)
    problem(web.post("bookings", json=WISH | WHO | {"procedure": "both"}), 409, "same-person")
    booked(web, procedure="both", start="2026-12-04T10:15:00+09:00")


def test_a_held_place_is_the_same_persons_too(web: TestClient):
    booked(web)
    held = web.post("holds", json=WISH | LATER).json()["hold"]
    wish = {**SMALL, "hold": held, **WHO}
    problem(web.post("bookings", json=wish), 409, "same-person")
    assert web.post("bookings", json=wish | {"second": True}).status_code == 201


def test_a_key_that_was_refused_is_free_and_one_that_booked_answers_again(web: TestClient, engine: Engine):
    first, key = booked(web), {"Idempotency-Key": "family-1"}
    problem(web.post("bookings", json=WISH | WHO | LATER, headers=key), 409, "same-person")
    wish = WISH | WHO | LATER | {"second": True}
    answers = [web.post("bookings", json=wish, headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json() != first
    assert len(OfficeCalendar(engine, "small").bookings()) == 2


def test_a_form_sent_twice_without_a_key_books_once(web: TestClient, engine: Engine):
    wish = WISH | WHO | {"procedure": "both"}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: web.post("bookings", json=wish), range(4)))
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 3}
    assert len(OfficeCalendar(engine, "small").bookings()) == 1
