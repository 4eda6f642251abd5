from datetime import datetime, timedelta

from voicebot.clock import TOKYO
from voicebot.console import rate_limit
from voicebot.console.rate_limit import RateLimit

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_who_failed_too_often_waits_until_the_oldest_failure_is_past():
    limit = RateLimit(3, timedelta(seconds=60))
    for second in (0, 10, 20):
        assert limit.wait("a", at(second)) is None
        limit.failed("a", at(second))
    assert limit.wait("a", at(20)) == timedelta(seconds=40)
    assert limit.wait("b", at(20)) is None
    assert limit.wait("a", at(60)) is None
    limit.failed("a", at(60))
    assert limit.wait("a", at(60)) == timedelta(seconds=10)


def test_who_succeeds_begins_anew():
    limit = RateLimit(1, timedelta(seconds=60))
    limit.failed("a", NOW)
    limit.succeeded("a")
    limit.succeeded("never failed")
    assert limit.wait("a", NOW) is None


def test_no_more_keys_are_kept_than_are_remembered(monkeypatch):
    monkeypatch.setattr(rate_limit, "REMEMBERED", 2)
    limit = RateLimit(1, timedelta(seconds=60))
    for key in "abc":
        limit.failed(key, NOW)
    assert [limit.wait(key, NOW) is None for key in "abc"] == [True, False, False]


def test_what_is_past_does_not_count():
    limit = RateLimit(3, timedelta(seconds=60))
    for second in (0, 10, 20, 30):
        limit.failed("a", at(second))
    assert [limit.count("a", at(second)) for second in (30, 69, 71, 90)] == [3, 3, 2, 0]
    assert limit.count("b", at(0)) == 0
