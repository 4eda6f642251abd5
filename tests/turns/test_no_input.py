from nlu.question import Expect, Question
from voicebot.turns.no_input import WAIT_MS, NoInput, NoInputWatch, wait_ms


def test_silence_after_a_question_is_told_once_after_seven_seconds() -> None:
    watch = NoInputWatch()
    watch.start()
    assert [event for _ in range(1_000) if (event := watch.process(20))] == [NoInput(at_ms=7_000)]


def test_before_the_question_ends_nothing_is_awaited() -> None:
    watch = NoInputWatch()
    assert [event for _ in range(1_000) if (event := watch.process(20))] == []


def test_speech_ends_the_wait() -> None:
    watch = NoInputWatch()
    watch.start()
    watch.process(6_990)
    watch.stop()
    assert watch.process(20) is None


def test_each_question_waits_anew() -> None:
    watch = NoInputWatch(wait_ms=1_000)
    watch.start()
    watch.process(900)
    watch.start()
    assert watch.process(900) is None
    assert watch.process(100) == NoInput(at_ms=1_900)


def test_once_all_is_done_silence_is_told_sooner() -> None:
    further = wait_ms(Question(Expect.ANSWER, further=True))
    assert further < wait_ms(Question(Expect.ANSWER)) == WAIT_MS
