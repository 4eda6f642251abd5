"""Twilio's requests: who may ask, and what is answered."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import update
from twilio.request_validator import RequestValidator

from calendar_backend import OfficeCalendar
from calendar_backend.database import writing
from calendar_backend.models import BookingRow
from nlu.hypothesis import Hypothesis
from tests.telephony.conftest import NOW, running_line
from tests.telephony.wire_phone import Line, Phone, names, speech
from voicebot.clock import TOKYO
from voicebot.telephony.caller_exchange import parse_twiml

SECRET = "0123456789abcdef0123456789abcdef"
PUBLIC = "https://city.example"


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """One service for all; every test has a call of its own."""
    with running_line(tmp_path_factory.mktemp("var")) as made:
        yield made


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """A service that knows its Twilio token and its public address."""
    with running_line(tmp_path_factory.mktemp("signed"), SECRET, PUBLIC) as made:
        yield made


def form(phone: Phone) -> dict[str, str]:
    return {"CallSid": phone.sid, "From": phone.caller, "CallStatus": "in-progress"}


def signature(phone: Phone, url: str, **more: str) -> dict[str, str]:
    return {"X-Twilio-Signature": RequestValidator(SECRET).compute_signature(url, form(phone) | more)}


async def test_a_call_that_rings_is_connected_and_led_on(line: Line):
    phone = line.phone()
    answer = await phone.post("voice")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/xml")
    verbs = parse_twiml(answer.text)
    assert names(verbs) == ["Connect", "Redirect"]
    assert verbs[0].stream_url == line.url.replace("http", "ws") + "/twilio/media"
    assert [name for name, _ in verbs[0].parameters] == ["token"]
    assert verbs[1].text == "/twilio/after"


@pytest.mark.parametrize("path", ["voice", "after", "status"])
async def test_a_request_without_a_signature_is_refused(signed: Line, path: str):
    assert (await signed.phone().post(path)).status_code == 403


@pytest.mark.parametrize("path", ["voice", "after", "status"])
async def test_a_wrong_signature_is_refused(signed: Line, path: str):
    answer = await signed.phone().post(path, {"X-Twilio-Signature": "wrong"})
    assert answer.status_code == 403
    assert answer.text == "the signature is wrong\n"


async def test_a_signature_for_another_form_is_refused(signed: Line):
    phone = signed.phone()
    headers = signature(phone, f"{PUBLIC}/twilio/voice")
    assert (await phone.post("voice", headers, To="+81930000001")).status_code == 403


async def test_a_refused_request_makes_no_call(signed: Line):
    phone = signed.phone()
    await phone.post("voice")
    assert signed.service.calls.get(phone.sid) is None


async def test_the_right_signature_connects_to_the_public_address(signed: Line):
    phone = signed.phone()
    answer = await phone.post("voice", signature(phone, f"{PUBLIC}/twilio/voice"))
    assert answer.status_code == 200
    assert parse_twiml(answer.text)[0].stream_url == "wss://city.example/twilio/media"


async def test_a_signature_covers_the_query(signed: Line):
    phone = signed.phone()
    headers = signature(phone, f"{PUBLIC}/twilio/voice?line=2")
    assert (await phone.post("voice?line=2", headers)).status_code == 200
    assert (await phone.post("voice?line=3", headers)).status_code == 403


@pytest.mark.parametrize("path", ["voice", "after", "status"])
async def test_without_a_twilio_token_only_this_machine_is_served(line: Line, path: str):
    phone = line.phone()
    answer = await phone.post(path, {"X-Forwarded-For": "203.0.113.7"})
    assert answer.status_code == 403
    assert "TWILIO_AUTH_TOKEN" in answer.text
    assert (await phone.post(path)).status_code < 300


async def test_a_stranger_cannot_pass_for_this_machine_through_a_proxy(line: Line):
    answer = await line.phone().post("voice", {"X-Forwarded-For": "127.0.0.1, 203.0.113.7"})
    assert answer.status_code == 403


async def test_a_request_without_a_call_is_bad(line: Line):
    assert (await line.phone().post("voice", CallSid="")).status_code == 400


async def test_a_webhook_asked_twice_gives_a_token_that_works(line: Line):
    phone = line.phone()
    first, second = await phone.ring(), await phone.ring()
    assert first != second
    await phone.open(second)
    await phone.hears("ask_procedure")
    await phone.hangs_up()


@pytest.mark.parametrize("number", ["anonymous", "", "sip:somebody@example.com", "+266696687x"])
async def test_a_withheld_number_is_no_number(line: Line, number: str):
    phone = line.phone(number)
    await phone.ring()
    assert line.service.calls[phone.sid].caller == ""


async def test_after_a_caller_hung_up_comes_the_end(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    assert names(await phone.after()) == ["Hangup"]


async def test_a_status_is_taken_note_of(line: Line):
    assert (await line.phone().post("status", CallStatus="completed")).status_code == 204


async def test_how_a_call_went_is_told_on_this_machine_only(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    path = f"calls/{phone.sid}"
    assert (await phone.get(path)).json()["ended"] is False
    await phone.hangs_up()
    told = (await phone.get(path)).json()
    assert (told["ended"], told["outcome"], told["booking"]) == (True, "abandoned", None)
    assert "ご予約ですか" in told["turns"][0]["agent"]
    assert (await phone.get(path, {"X-Forwarded-For": "203.0.113.7"})).status_code == 403
    assert (await phone.get("calls/CA0")).status_code == 404


async def test_a_service_going_down_takes_no_new_call(line: Line, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(line.service, "closing", True)
    phone = line.phone()
    verbs = parse_twiml((await phone.post("voice")).text)
    assert names(verbs) == ["Say", "Dial"]
    assert verbs[1].text == line.service.office.agent_phone
    assert line.service.calls[phone.sid].outcome == "failed"


WITHHELD = [
    "", "anonymous", "Anonymous", "Restricted", "unavailable", "+266696687", "+7378742883", "+7378742833", "+2562533", "+8566696", "+8656696", "+86282452253", "+1266696687",
    "sip:anonymous@anonymous.invalid", "sip:+81935551234@pbx.example", "client:alice", "+", "非通知", "+464", "+0000000000", "+10000000000",
]  # fmt: skip


@pytest.mark.parametrize("given", WITHHELD)
async def test_a_withheld_number_is_none(line: Line, given: str):
    phone = line.phone(given)
    assert (await phone.post("voice")).status_code == 200
    assert line.service.calls[phone.sid].caller == ""


@pytest.mark.parametrize(
    "given",
    ["+81935551234", "+810935551234", "+81(0)93-555-1234", "0081935551234", "01081935551234", "093-555-1234", "81935551234", "０９３５５５１２３４"],
)  # fmt: skip
async def test_both_numbers_are_known_however_the_line_writes_them(line: Line, given: str):
    phone = line.phone(given)
    await phone.post("voice", To=given)
    call = line.service.calls[phone.sid]
    assert (call.caller, call.called) == ("+81935551234", "+81935551234")


async def test_two_whose_number_is_withheld_have_nothing_in_common(line: Line):
    service = line.service
    calendar = OfficeCalendar(service.engine, service.office.id)
    start = datetime(2026, 12, 2, 9, 0, tzinfo=TOKYO)
    theirs = calendar.book("juminhyo", start, "+81935551234", "CA1", NOW)
    with writing(service.engine) as connection:
        connection.execute(update(BookingRow).values(phone="+266696687"))
    line.ears.script[:] = [(Hypothesis("予約を取り消したいのですが", 0.95),)]
    phone = await line.phone("+266696687").dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    await phone.hears("ask_booking_number")
    await phone.hangs_up()
    assert [b.status for b in calendar.bookings()] == ["booked"]
    assert theirs.number not in str(service.calls[phone.sid].turns)
