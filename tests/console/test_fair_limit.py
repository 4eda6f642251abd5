from collections import Counter
from datetime import datetime, timedelta

from voicebot.clock import TOKYO
from voicebot.console.fair_limit import FairLimit

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
HOUR = timedelta(hours=1)


def test_the_first_half_is_for_whoever_comes():
    limit = FairLimit(10, HOUR)
    assert [limit.admit("a", NOW) for _ in range(5)] == [None] * 5
    assert limit.admit("a", NOW + timedelta(minutes=10)) == timedelta(minutes=50)


def test_the_second_is_shared_and_leaves_room_for_who_has_had_nothing():
    limit, admitted = FairLimit(100, HOUR), Counter[int]()
    for n in range(1_000):
        admitted[n % 20] += limit.admit(n % 20, NOW) is None
    assert sum(admitted.values()) < 100
    assert limit.admit("late", NOW) is None


def test_no_more_than_all_are_admitted_however_many_come():
    limit = FairLimit(100, HOUR)
    assert sum(limit.admit(n, NOW) is None for n in range(1_000)) == 100
    assert limit.admit("late", NOW + timedelta(minutes=20)) == timedelta(minutes=40)
    assert limit.admit("late", NOW + HOUR) is None


def test_nothing_is_kept_of_what_is_past():
    limit = FairLimit(4, HOUR)
    for n in range(100):
        assert limit.admit(n, NOW + n * HOUR) is None
    assert (len(limit._done), len(limit._by)) == (1, 1)
