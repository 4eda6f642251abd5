"""Whose stream may connect."""

from datetime import datetime, timedelta

import pytest

from voicebot.clock import TOKYO
from voicebot.telephony.calls import REMEMBERED, TOKEN_LIFE, Calls, Stage, StreamRefused

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)


@pytest.fixture
def calls() -> Calls:
    return Calls()


def test_a_stream_with_the_token_is_let_in(calls: Calls):
    token = calls.arrive("CA1", "+81", NOW).invite(NOW)
    assert calls.claim("CA1", token, NOW).stage is Stage.STREAMING
    assert calls.streaming == 1


def test_a_token_works_once(calls: Calls):
    call = calls.arrive("CA1", "+81", NOW)
    token = call.invite(NOW)
    calls.claim("CA1", token, NOW)
    call.stage = Stage.BROKEN
    with pytest.raises(StreamRefused, match="token"):
        calls.claim("CA1", token, NOW)


def test_a_second_stream_of_one_call_is_refused(calls: Calls):
    token = calls.arrive("CA1", "+81", NOW).invite(NOW)
    calls.claim("CA1", token, NOW)
    with pytest.raises(StreamRefused, match="already"):
        calls.claim("CA1", token, NOW)


@pytest.mark.parametrize("token", ["", "wrong", "間違い"])
def test_a_wrong_token_is_refused(calls: Calls, token: str):
    calls.arrive("CA1", "+81", NOW).invite(NOW)
    with pytest.raises(StreamRefused, match="token"):
        calls.claim("CA1", token, NOW)


def test_an_old_token_is_refused(calls: Calls):
    token = calls.arrive("CA1", "+81", NOW).invite(NOW)
    with pytest.raises(StreamRefused, match="old"):
        calls.claim("CA1", token, NOW + TOKEN_LIFE + timedelta(seconds=1))


def test_an_unknown_call_is_refused(calls: Calls):
    with pytest.raises(StreamRefused, match="no such call"):
        calls.claim("CA9", "x", NOW)


def test_a_webhook_asked_twice_is_one_call(calls: Calls):
    assert calls.arrive("CA1", "+81", NOW) is calls.arrive("CA1", "+81", NOW)


def test_old_calls_are_forgotten_but_none_that_streams(calls: Calls):
    calls.claim("CA1", calls.arrive("CA1", "+81", NOW).invite(NOW), NOW)
    for n in range(REMEMBERED + 10):
        calls.arrive(f"CB{n}", "+81", NOW)
    assert calls.get("CA1") is not None
    assert calls.get("CB0") is None
