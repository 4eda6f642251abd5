from bench.peer import spoken
from bench.peer_rows import rows
from recordings_fixtures import load_all
from tests.bench.test_realtime_rows import phoned, row, run, turn


def test_its_callers_only_speak_and_hang_up_at_the_end() -> None:
    calls = spoken(load_all())
    assert len(calls) > 10
    assert all(call.turns[-1].hang_up for call in calls)
    assert all(each.say for call in calls for each in call.turns[:-1])


def test_ours_is_told_as_a_share_of_the_peers() -> None:
    ours, theirs = run(1, [phoned([turn(0.5)])]), run(1, [phoned([turn(1.0)])])
    found = rows([(ours, theirs)])
    assert row(found, "one call: median wait, ours to Pipecat's").measured == "0.50"
    assert row(found, "one call: median wait, ours to Pipecat's").met
    same = row(found, "one call: CPU seconds a call-minute, ours to Pipecat's")
    assert (same.measured, same.met) == ("1.00", False)


def test_what_was_not_measured_is_no_ratio() -> None:
    found = rows([(run(8, [phoned()]), run(8, [phoned([turn(1.0)])]))])
    ratio = row(found, "8 at once: median wait, ours to Pipecat's")
    assert (ratio.measured, ratio.met) == ("nothing measured", None)
