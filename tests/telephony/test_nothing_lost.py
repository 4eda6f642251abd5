"""What is said counts, what is dropped does not, whatever fails or comes at the same moment."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

import nlu
from dialog import events
from nlu.hypothesis import Hypothesis
from prompts.sentence import Sentence
from tests.dialog.conversation import moment
from tests.telephony.one_stream import Stream
from tests.telephony.wire_phone import FRAME, silence, speech
from voicebot.speech import mulaw
from voicebot.speech.fake_recognizer import FakeListening
from voicebot.telephony import ears, understanding
from voicebot.telephony.number_watch import NumberWatch
from voicebot.turns.no_input import WAIT_MS

SAID = speech("slot_by_slot_1")
FREE = tuple(moment(12, 2, 14, minute) for minute in (0, 15, 30))


class Broken(RuntimeError):
    """A part that fails."""


def fails(*_: Any, **__: Any) -> Any:
    raise Broken


def once(work: Callable[..., Any]) -> Callable[..., Any]:
    """Fails the first time."""
    times = iter([fails])
    return lambda *given: next(times, work)(*given)


async def test_a_key_in_the_middle_of_a_sentence_ends_it_on_the_line_and_on_record():
    async with Stream() as line:
        await line.waits(1_000)
        await line.presses("1")
        await line.hears("ask_date")
        assert line.cleared == 1
        assert "ask_procedure" not in line.heard


@pytest.mark.parametrize("frame", [1, 40, 99])
async def test_a_sentence_interrupted_while_it_is_sent_is_not_on_record(frame: int):
    async with Stream() as line:
        await line.hears("ask_procedure")
        sent, send = [], line.line._send

        async def pressing(text: str) -> None:
            sent.append(text)
            await send(text)
            if len(sent) == frame:
                line.gives({"event": "dtmf", "dtmf": {"digit": "1"}})
                await line.settle()

        line.line._send = pressing
        started = line.now_ms
        await line.presses("*")
        await line.hears("ask_date")
        spoken = mulaw.decode(bytes(line.log.agent))
        assert len(spoken[started * 8 :]) <= (2 * line.voice.ms + 100) * 8
        assert line.cleared == 1


async def test_a_sentence_that_is_replaced_by_a_shorter_one_is_not_on_record_after_it():
    async with Stream() as line:
        await line.hears("greeting")
        line.voice.ms = 100
        line.session.shut_down()
        await line.hears("system_trouble")
        assert len(line.log.agent) <= line.now_ms * 8 + FRAME


async def test_what_is_cleared_while_the_next_sentence_is_made_is_not_said():
    async with Stream() as line:
        await line.hears("ask_procedure")
        speak, made = line.voice.speak, []

        def slowly(sentence: Sentence, rate: float) -> bytes:
            if not made:
                line.gives({"event": "dtmf", "dtmf": {"digit": "1"}})
            made.append(sentence.key)
            return speak(sentence, rate)

        line.voice.speak = slowly  # type: ignore[method-assign]
        await line.presses("*")
        await line.hears("ask_date")
        assert "ask_procedure" not in line.heard


async def test_silence_counts_though_the_mark_before_it_was_not_looked_at_yet():
    async with Stream() as line:
        await line.hears("notice")
        await line.waits(1_990)
        # The line hands over all at once what came while nothing was read.
        line.returns(line.sent[-1])
        for _ in range(WAIT_MS // 20 + 10):
            line.media(silence(20))
        await line.settle()
        await line.hears("no_input")
        assert len(line.of(events.NoInput)) == 1


@pytest.mark.parametrize(
    "event",
    [events.Released, events.Held, lambda at: events.Played(at, "notice", False), events.BookingsFound],
    ids=["released", "held", "played", "found"],
)
async def test_silence_that_ends_at_the_moment_of_another_event_is_told_after_it(
    monkeypatch: pytest.MonkeyPatch, event: Callable[..., events.Event]
):
    async with Stream() as line:
        await line.hears("ask_procedure")
        listening, now = line.session._ears, line.parts.clock.now()
        feed = listening.feed

        def fed(payload: bytes, speaking: bool) -> Any:
            noticed = feed(payload, speaking)
            if noticed.no_input:
                line.session._emit(event(now, ()) if event is events.BookingsFound else event(now))
            return noticed

        monkeypatch.setattr(listening, "feed", fed)
        await line.waits(WAIT_MS + 100)
        assert len(line.of(events.NoInput)) == 1


async def test_silence_while_the_calendar_is_asked_waits_for_its_answer(monkeypatch: pytest.MonkeyPatch):
    async with Stream(free=FREE) as line:
        await line.hears("ask_procedure")
        asked = asyncio.Event()
        answer_of = line.session._answer_of

        async def slowly(inquiry: Any) -> events.Event:
            await asked.wait()
            return await answer_of(inquiry)

        await line.presses("1")
        await line.hears("ask_date")
        monkeypatch.setattr(line.session, "_answer_of", slowly)
        await line.presses("1202")
        line.session._ears.await_answer()
        await line.waits(WAIT_MS + 1_000)
        assert line.of(events.NoInput) == []
        asked.set()
        await line.hears("ask_time")
        assert line.of(events.NoInput) == []


async def test_silence_is_not_told_while_what_was_said_is_not_understood_yet():
    async with Stream("住民票をお願いします") as line:
        await line.hears("ask_procedure")
        understood = asyncio.Event()
        work = ears.Utterance.final

        async def slowly(utterance: Any) -> Any:
            await understood.wait()
            return await work(utterance)

        ears.Utterance.final = slowly  # type: ignore[method-assign]
        try:
            await line.says(SAID + silence(1_500))
            line.session._ears.await_answer()
            await line.waits(WAIT_MS + 1_000)
            understood.set()
            await line.hears("ask_date")
        finally:
            ears.Utterance.final = work  # type: ignore[method-assign]
        assert line.of(events.NoInput) == []


async def test_silence_after_silence_is_told_again():
    async with Stream() as line:
        await line.hears("ask_procedure")
        await line.hears("no_input")
        await line.hears("no_input")
        assert len(line.of(events.NoInput)) == 2


@pytest.mark.parametrize(
    ("room", "name"),
    [
        (NumberWatch, "hear"),
        (nlu, "bare_digits"),
        (nlu, "holds_my_number"),
    ],
    ids=lambda what: getattr(what, "__name__", what),
)
async def test_what_cannot_be_understood_brings_an_apology_and_does_not_stay_on_record(
    monkeypatch: pytest.MonkeyPatch, room: Any, name: str
):
    async with Stream("住民票をお願いします") as line:
        await line.hears("ask_procedure")
        monkeypatch.setattr(room, name, fails)
        from_ms = line.now_ms
        await line.says(SAID)
        await line.hears("system_trouble")
        assert len(line.of(events.Trouble)) == 1
        assert set(line.log.caller[from_ms * 8 :]) == {mulaw.SILENCE}


@pytest.mark.parametrize("name", ["interpret", "hesitates"])
async def test_words_the_dialog_has_no_way_on_from_bring_an_apology(
    monkeypatch: pytest.MonkeyPatch, name: str
):
    async with Stream("住民票をお願いします") as line:
        await line.hears("ask_procedure")
        monkeypatch.setattr(nlu, name, fails)
        await line.says(SAID)
        await line.hears("system_trouble")
        assert line.call.outcome == "failed"
        assert [type(event).__name__ for event in line.told] == ["CallStarted", "Trouble"]


async def test_judging_a_pause_that_fails_delays_the_answer_and_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
):
    async with Stream("住民票をお願いします") as line:
        await line.hears("ask_procedure")
        monkeypatch.setattr(understanding, "so_far", fails)
        await line.says(SAID)
        await line.hears("ask_date")
        assert line.call.state.procedure == "juminhyo"


@pytest.mark.parametrize("name", ["feed", "result", "score"])
async def test_an_engine_that_fails_once_hears_all_of_it_anew(monkeypatch: pytest.MonkeyPatch, name: str):
    async with Stream("住民票をお願いします") as line:
        await line.hears("ask_procedure")
        fed: list[FakeListening] = []
        listen, failing = line.ears.listen, once(getattr(FakeListening, name))
        monkeypatch.setattr(FakeListening, name, lambda *given: failing(*given))
        line.ears.listen = lambda hints: fed.append(listen(hints)) or fed[-1]  # type: ignore
        await line.says(SAID)
        await line.hears("ask_date")
        assert fed[-1].samples >= len(SAID) * 2
        assert line.of(events.Trouble) == []


async def test_an_engine_that_cannot_start_at_first_hears_all_of_it():
    async with Stream("住民票をお願いします") as line:
        await line.hears("ask_procedure")
        line.ears.listen = once(line.ears.listen)  # type: ignore[method-assign]
        await line.says(SAID)
        await line.hears("ask_date")


async def test_a_calendar_that_breaks_in_a_way_nobody_knew_brings_an_apology():
    async with Stream(free=FREE) as line:
        line.calendar.find = fails  # type: ignore[method-assign]
        await line.hears("ask_procedure")
        await line.presses("1")
        await line.hears("ask_date")
        await line.presses("1202")
        await line.hears("system_trouble")


async def test_a_yes_said_before_the_read_back_began_takes_nothing_however_late_it_is_understood():
    late = asyncio.Event()
    final = ears.Utterance.final

    async def slowly(utterance: Any) -> Any:
        heard = await final(utterance)
        if heard[0].text == "はい":
            await late.wait()
        return heard

    async with Stream("午後2時です", "はい", free=FREE) as line:
        ears.Utterance.final = slowly  # type: ignore[method-assign]
        try:
            await line.hears("ask_procedure")
            await line.presses("1")
            await line.hears("ask_date")
            await line.presses("1202")
            await line.hears("ask_time")
            asked = asyncio.Event()
            answer_of = line.session._answer_of

            async def answers(inquiry: Any) -> events.Event:
                await asked.wait()
                return await answer_of(inquiry)

            line.session._answer_of = answers  # type: ignore[method-assign]
            await line.says(SAID + silence(3_500))
            await line.says(speech() + silence(1_500))
            asked.set()
            await line.hears("confirm")
            late.set()
            await line.hears("confirm_again")
        finally:
            ears.Utterance.final = final  # type: ignore[method-assign]
        assert line.calendar.booked == []
        assert [heard.early for heard in line.of(events.Heard)] == [False, True]


async def test_a_call_back_noted_while_the_caller_hangs_up_is_on_record():
    async with Stream() as line:
        await line.hears("ask_procedure")
        line.session._events.put_nowait(events.CallbackNoted(line.parts.clock.now()))
        line.gives({"event": "stop"})
        await line.settle()
    assert line.call.outcome == "callback"


async def test_a_my_number_in_pieces_that_ends_with_the_call_is_on_no_record():
    async with Stream("1234", "5678", "9018") as line:
        await line.hears("ask_procedure")
        from_ms = line.now_ms
        await line.says(SAID + silence(2_000))
        await line.says(SAID + silence(2_000))
        await line.says(SAID)
    assert set(line.log.caller[from_ms * 8 :]) == {mulaw.SILENCE}
    assert not any(heard.hypotheses for heard in line.of(events.Heard))


async def test_who_says_a_hum_is_asked_when_the_wait_from_its_end_is_over():
    async with Stream((Hypothesis("うーん", 0.9),)) as line:
        await line.hears("ask_procedure")
        await line.says(SAID)
        ended_ms = line.now_ms
        await line.hears("no_input")
        (told_ms,) = [ms for ms, event in line.log.events if isinstance(event, events.NoInput)]
        assert WAIT_MS - 500 <= told_ms - ended_ms <= WAIT_MS + 100
