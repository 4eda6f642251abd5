from voicebot.speech.recognition import Urgency
from voicebot.speech.urgent_queue import UrgentQueue


def taken(queue: UrgentQueue[str]) -> list[str]:
    found = []
    while (job := queue.take()) is not None:
        found.append(job)
    return found


def test_who_waits_for_an_answer_is_heard_before_any_guess():
    queue: UrgentQueue[str] = UrgentQueue()
    queue.put("guess", Urgency.GUESS, 1.0)
    queue.put("ahead", Urgency.AHEAD, 1.0)
    queue.put("answer", Urgency.ANSWER, 9.0)
    assert taken(queue) == ["answer", "guess", "ahead"]


def test_a_short_answer_overtakes_a_long_one_but_only_a_few_do():
    queue: UrgentQueue[str] = UrgentQueue()
    queue.put("long", Urgency.ANSWER, 3.0)
    for n in range(12):
        queue.put(f"yes {n}", Urgency.ANSWER, 0.5)
    order = taken(queue)
    assert order[0] == "yes 0"
    assert 3 <= order.index("long") <= 6


def test_a_guess_whose_turn_has_ended_is_hastened():
    queue: UrgentQueue[str] = UrgentQueue()
    queue.put("first", Urgency.GUESS, 1.0)
    second = queue.put("second", Urgency.GUESS, 1.0)
    queue.hasten(second, Urgency.ANSWER)
    assert len(queue) == 2
    assert taken(queue) == ["second", "first"]


def test_what_is_hastened_is_never_slowed_down_again():
    queue: UrgentQueue[str] = UrgentQueue()
    answer = queue.put("answer", Urgency.ANSWER, 1.0)
    queue.hasten(answer, Urgency.GUESS)
    queue.put("guess", Urgency.GUESS, 0.1)
    assert taken(queue) == ["answer", "guess"]


def test_what_was_dropped_does_not_come():
    queue: UrgentQueue[str] = UrgentQueue()
    stale = queue.put("stale", Urgency.GUESS, 1.0)
    queue.put("fresh", Urgency.GUESS, 1.0)
    queue.hasten(stale, Urgency.ANSWER)
    assert queue.drop(stale)
    assert not queue.drop(stale)
    assert len(queue) == 1
    assert taken(queue) == ["fresh"]
    queue.hasten(stale, Urgency.ANSWER)
    assert queue.take() is None
