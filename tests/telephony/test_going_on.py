"""Who goes on after a pause is heard out, and both halves answer what was asked before the first."""

import asyncio
from datetime import date, time

import pytest

from dialog import events
from dialog.state import Phase, State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from nlu.question import Expect
from tests.dialog.conversation import moment
from tests.telephony.halves import ByAnswer, Halves, said, with_pauses
from tests.telephony.one_stream import AtOnce, Stream
from tests.telephony.wire_phone import silence
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.telephony import ears
from voicebot.telephony.record import dump_event, load_event
from voicebot.telephony.stored import dump_state, load_state
from voicebot.turns.predictive import Predictive, load

FREE = tuple(
    moment(12, day, hour, minute) for day in (2, 3, 4) for hour in (10, 11, 14) for minute in (0, 30)
)
PAUSES_MS = (300, 500, 700, 900, 1_200)


def line_hearing(*texts: str) -> Stream:
    line = Stream(free=FREE)
    line.ears = Halves([], texts=texts)
    hearing = ThreadedRecognition(line.ears, AtOnce())
    object.__setattr__(line.parts, "recognition", hearing)
    line.session._ears._recognition = line.session._ears._overhearing._recognition = hearing
    line.session._ears._strategy = ByAnswer()
    return line


async def keyed(line: Stream, *answers: str) -> None:
    """What is not tried here is answered by keys into the question."""
    for keys in answers:
        await line.waits(40)
        await line.presses(keys)


async def asked_for_a_day(line: Stream) -> None:
    await keyed(line, "1")
    await line.hears("ask_date")


async def asked_for_a_time(line: Stream) -> None:
    await keyed(line, "1", "1202")
    await line.hears("ask_time")


async def read_back(line: Stream) -> None:
    await keyed(line, "1", "1202", "1000")
    await line.hears("confirm")


def texts(line: Stream) -> list[str]:
    return [heard.hypotheses[0].text if heard.hypotheses else "" for heard in line.of(events.Heard)]


@pytest.mark.parametrize("pause_ms", PAUSES_MS)
@pytest.mark.parametrize(
    ("first", "second", "day"),
    [
        ("来週の金曜日", "いや、木曜日で", date(2026, 12, 3)),
        ("来週の金曜日", "じゃなくて木曜日", date(2026, 12, 3)),
        ("再来週の月曜", "やっぱり来週の水曜にします", date(2026, 12, 2)),
        ("来週の", "金曜日です", date(2026, 12, 4)),
        ("12月", "3日でお願いします", date(2026, 12, 3)),
        ("12月2日", "あ、違う、4日です", date(2026, 12, 4)),
    ],
)
async def test_a_day_said_with_a_pause_is_one_day(first: str, second: str, day: date, pause_ms: int):
    async with line_hearing(first, second) as line:
        await asked_for_a_day(line)
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        assert texts(line)[-1] == f"{first}、{second}"
        assert line.call.state.day is not None
        assert (line.call.state.day.first, line.call.state.day.last) == (day, day)
        assert line.call.state.phase is Phase.ASKING
        assert line.call.state.question.expect is Expect.TIME
        assert line.call.state.misses == 0
        await line.hears("ask_time")


@pytest.mark.parametrize("pause_ms", PAUSES_MS)
@pytest.mark.parametrize(
    ("first", "second", "at"),
    [
        ("午後2時", "いや、午前10時で", time(10)),
        ("10時", "半でお願いします", time(10, 30)),
        ("11時です", "やっぱり2時", time(14)),
        ("午前", "11時", time(11)),
    ],
)
async def test_a_time_said_with_a_pause_is_read_back_as_one(first: str, second: str, at: time, pause_ms: int):
    async with line_hearing(first, second) as line:
        await asked_for_a_time(line)
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        assert line.call.state.place is not None
        assert line.call.state.place.start.time() == at
        await line.hears("confirm")
        assert list(line.calendar.held.values()) == [line.call.state.place.start]


@pytest.mark.parametrize("pause_ms", PAUSES_MS)
@pytest.mark.parametrize(
    ("first", "second", "procedures"),
    [
        ("住民票", "じゃなくて児童手当", ("jido_teate",)),
        ("住民票と", "転入届をお願いします", ("juminhyo", "tennyu")),
        ("えーと", "住民票を取りたいんですが", ("juminhyo",)),
    ],
)
async def test_a_procedure_said_with_a_pause_is_what_both_halves_say(
    first: str, second: str, procedures: tuple[str, ...], pause_ms: int
):
    async with line_hearing(first, second) as line:
        await line.hears("ask_procedure")
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        assert sorted(line.call.state.procedures) == sorted(procedures)
        assert line.call.state.question.expect is Expect.DATE


@pytest.mark.parametrize("pause_ms", [450, 700, 1_000])
async def test_a_second_half_complete_by_itself_adds_to_the_first(pause_ms: int):
    async with line_hearing("住民票です", "12月2日の10時にお願いします") as line:
        await line.hears("ask_procedure")
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        state = line.call.state
        assert state.place is not None
        assert (state.procedures, state.place.start) == (("juminhyo",), moment(12, 2, 10))


@pytest.mark.parametrize("pause_ms", [450, 700, 1_000])
async def test_who_hums_between_two_halves_is_waited_for(pause_ms: int):
    async with line_hearing("来週の金曜日", "えーと", "いや、木曜日で") as line:
        await asked_for_a_day(line)
        await line.says(with_pauses(0, 1, 2, pause_ms=pause_ms))
        assert line.call.state.day is not None
        assert line.call.state.day.first == date(2026, 12, 3)
        assert line.call.state.question.expect is Expect.TIME


@pytest.mark.parametrize("pause_ms", [450, 700, 1_000])
async def test_a_sentence_in_three_pieces_is_one(pause_ms: int):
    async with line_hearing("来週の", "金曜日", "いや木曜日です") as line:
        await asked_for_a_day(line)
        await line.says(with_pauses(0, 1, 2, pause_ms=pause_ms))
        assert texts(line)[-1] == "来週の、金曜日、いや木曜日です"
        assert line.call.state.day is not None
        assert line.call.state.day.first == date(2026, 12, 3)


@pytest.mark.parametrize("pause_ms", [700, 900, 1_200])
async def test_the_answer_to_the_first_half_is_stopped_within_its_first_sentence(pause_ms: int):
    async with line_hearing("来週の金曜日", "いや、木曜日で") as line:
        await asked_for_a_day(line)
        line.heard.clear()
        line.cleared = 0
        await line.says(said(0) + silence(pause_ms) + said(1) + silence(400))
        assert line.heard == []
        assert line.cleared == 1
        await line.hears("date_heard")
        await line.hears("ask_time")


async def test_nothing_of_an_answer_sounds_once_the_caller_goes_on():
    async with line_hearing("来週の金曜日", "いや、木曜日で") as line:
        await asked_for_a_day(line)
        before = len(line.voice.spoken)
        await line.says(said(0) + silence(400) + said(1))
        assert line.of(events.Heard) == []
        assert len(line.voice.spoken) == before
        await line.waits(2_000)
        assert texts(line) == ["来週の金曜日、いや、木曜日で"]


@pytest.mark.parametrize("listens", ["はい", "ええ", "うん", "はいはい", "お願いします"])
@pytest.mark.parametrize("pause_ms", [700, 900, 1_200])
async def test_who_only_listens_goes_on_with_nothing(listens: str, pause_ms: int):
    async with line_hearing("12月2日です", listens) as line:
        await asked_for_a_day(line)
        line.heard.clear()
        await line.says(said(0) + silence(pause_ms) + said(1, 300) + silence(3_000))
        assert [heard.resumes for heard in line.of(events.Heard)] == [False, False]
        assert line.of(events.Heard)[1].early
        await line.waits(3_000)
        assert "ask_time" in line.heard
        assert line.call.state.misses == 0


@pytest.mark.parametrize("pause_ms", [700, 900])
@pytest.mark.parametrize("listens", ["はい", "ええ、そうです"])
async def test_a_long_yes_into_the_answer_has_it_said_anew(listens: str, pause_ms: int):
    async with line_hearing("12月2日です", listens) as line:
        await asked_for_a_day(line)
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        await line.hears("ask_time")
        assert line.call.state.misses == 0
        assert line.call.state.day is not None
        assert line.call.state.day.first == date(2026, 12, 2)


@pytest.mark.parametrize("command", ["もう一度お願いします", "係の人をお願いします", "最初からお願いします"])
async def test_a_command_into_the_answer_stands_for_itself(command: str):
    async with line_hearing("12月2日です", command) as line:
        await asked_for_a_day(line)
        await line.says(with_pauses(0, 1, pause_ms=900))
        assert texts(line) == ["12月2日です", command]
        assert not any(heard.resumes for heard in line.of(events.Heard))


@pytest.mark.parametrize("correction", ["いや、やっぱり11時で", "じゃなくて11時", "あ、待って、11時で"])
async def test_a_correction_that_begins_before_a_yes_is_understood_takes_nothing(
    monkeypatch: pytest.MonkeyPatch, correction: str
):
    async with line_hearing("はい", correction) as line:
        await read_back(line)
        final, begun = ears.Utterance.final, asyncio.Event()

        async def slowly(utterance: ears.Utterance) -> tuple[Hypothesis, ...]:
            await begun.wait()
            return await final(utterance)

        monkeypatch.setattr(ears.Utterance, "final", slowly)
        await line.says(said(0) + silence(700) + said(1)[: 8 * 300])
        begun.set()
        await line.says(said(1)[8 * 300 :] + silence(3_000))
        assert line.calendar.booked == []
        assert texts(line) == [f"はい、{correction}"]
        assert line.call.state.place is not None
        assert line.call.state.place.start == moment(12, 2, 11)


@pytest.mark.parametrize("late", ["いや、やっぱり11時で", "待ってください", "12月3日で"])
async def test_what_was_booked_is_never_taken_back_and_its_number_is_told(late: str):
    async with line_hearing("はい", late) as line:
        await read_back(line)
        await line.says(with_pauses(0, 1, pause_ms=900))
        assert [start for _, start, _ in line.calendar.booked] == [moment(12, 2, 10)]
        assert not any(heard.resumes for heard in line.of(events.Heard))
        await line.hears("number_is")


@pytest.mark.parametrize("pause_ms", [200, 250, 300, 350])
@pytest.mark.parametrize("correction", ["いや、やっぱり11時で", "じゃなくて11時"])
async def test_a_yes_that_the_caller_goes_on_from_books_nothing(correction: str, pause_ms: int):
    async with line_hearing("はい", correction) as line:
        line.session._ears._strategy = Predictive(load())
        await read_back(line)
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        assert line.calendar.booked == []
        assert line.call.state.place is not None
        assert line.call.state.place.start == moment(12, 2, 11)


@pytest.mark.parametrize("pause_ms", [450, 600, 900, 1_300])
async def test_a_yes_is_taken_back_whole_or_books_for_good(pause_ms: int):
    async with line_hearing("はい", "いや、やっぱり11時で") as line:
        line.session._ears._strategy = Predictive(load())
        await read_back(line)
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        booked = [start for _, start, _ in line.calendar.booked]
        if booked:
            assert booked == [moment(12, 2, 10)]
            assert not any(heard.resumes for heard in line.of(events.Heard))
            await line.hears("number_is")
        else:
            assert line.call.state.place is not None
            assert line.call.state.place.start == moment(12, 2, 11)


@pytest.mark.parametrize("rest", ["お願いします", "はい", "それでお願いします"])
@pytest.mark.parametrize("pause_ms", [300, 450, 560, 700])
async def test_a_yes_in_two_halves_books_once(rest: str, pause_ms: int):
    async with line_hearing("はい", rest) as line:
        await read_back(line)
        await line.says(said(0) + silence(pause_ms) + said(1, 300) + silence(3_000))
        await line.hears("number_is")
        assert [start for _, start, _ in line.calendar.booked] == [moment(12, 2, 10)]


@pytest.mark.parametrize("rest", ["お願いします", "それでお願いします", "はい、お願いします"])
@pytest.mark.parametrize("first", ["12月2日ですね", "はい、10時か"])
@pytest.mark.parametrize("pause_ms", [300, 700, 1_000])
async def test_a_yes_after_half_an_answer_to_the_read_back_is_one_with_it(
    first: str, rest: str, pause_ms: int
):
    async with line_hearing(first, rest) as line:
        await read_back(line)
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        assert texts(line)[-1] == f"{first}、{rest}"
        await line.hears("number_is")
        assert [start for _, start, _ in line.calendar.booked] == [moment(12, 2, 10)]


@pytest.mark.parametrize("pause_ms", [700, 1_000])
async def test_who_only_listens_to_the_read_back_anew_books_nothing(pause_ms: int):
    async with line_hearing("12月2日ですね", "はい") as line:
        await read_back(line)
        await line.says(said(0) + silence(pause_ms) + said(1, 300) + silence(3_000))
        await line.hears("confirm_again")
        assert [heard.resumes for heard in line.of(events.Heard)] == [False, False]
        assert line.calendar.booked == []


@pytest.mark.parametrize("rest", ["お願いします", "それでお願いします"])
@pytest.mark.parametrize("pause_ms", [300, 700, 1_000])
async def test_a_yes_behind_another_time_is_read_back_and_books_nothing(rest: str, pause_ms: int):
    async with line_hearing("はい、11時で", rest) as line:
        await read_back(line)
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        await line.hears("confirm")
        assert line.calendar.booked == []
        assert line.call.state.place is not None
        assert line.call.state.place.start == moment(12, 2, 11)


@pytest.mark.parametrize("pause_ms", [700, 900, 1_200])
async def test_even_a_read_back_is_stopped_and_a_place_held_for_half_a_sentence_given_back(pause_ms: int):
    async with line_hearing("10時", "いや、2時で") as line:
        await asked_for_a_time(line)
        await line.says(said(0) + silence(pause_ms))
        assert list(line.calendar.held.values()) == [moment(12, 2, 10)]
        await line.says(said(1) + silence(1_500))
        assert list(line.calendar.held.values()) == [moment(12, 2, 14)]
        line.heard.clear()
        await line.hears("confirm")
        assert "read_back" in line.heard


@pytest.mark.parametrize("word", ["はい", "はい、お願いします"])
async def test_a_yes_into_the_first_second_of_the_read_back_books_nothing(word: str):
    async with line_hearing("10時", word) as line:
        await asked_for_a_time(line)
        await line.says(with_pauses(0, 1, pause_ms=900))
        await line.hears("confirm")
        await line.waits(2_000)
        assert line.calendar.booked == []


@pytest.mark.parametrize("pause_ms", PAUSES_MS)
@pytest.mark.parametrize("pieces", [("093の", "555の", "1234です"), ("0935551", "234"), ("093-555", "1234")])
async def test_a_telephone_number_in_pieces_is_one_number(pieces: tuple[str, ...], pause_ms: int):
    line = line_hearing(*pieces)
    line.call.caller = ""
    async with line:
        await keyed(line, "1", "1202", "1000")
        await line.waits(6_000)
        assert line.call.state.question.expect is Expect.DIGITS
        await line.says(with_pauses(*range(len(pieces)), pause_ms=pause_ms))
        assert line.call.state.phone == "+81935551234"


@pytest.mark.parametrize("pause_ms", [450, 700, 1_000])
async def test_a_my_number_in_two_halves_is_thrown_away(pause_ms: int):
    async with line_hearing("123456", "789018") as line:
        await asked_for_a_day(line)
        from_ms = line.now_ms
        await line.says(with_pauses(0, 1, pause_ms=pause_ms))
        assert len(line.of(events.MyNumberSpoken)) == 1
        assert not any(h.text for heard in line.of(events.Heard) for h in heard.hypotheses)
        assert set(line.log.caller[from_ms * 8 : (from_ms + 2_000) * 8]) == {0xFF}


async def test_who_speaks_after_the_question_was_heard_answers_it():
    async with line_hearing("12月2日です", "10時です") as line:
        await asked_for_a_day(line)
        await line.says(said(0))
        await line.hears("ask_time")
        await line.says(said(1) + silence(1_500))
        assert texts(line) == ["12月2日です", "10時です"]
        assert not any(heard.resumes for heard in line.of(events.Heard))
        assert line.call.state.phase is Phase.CONFIRMING


async def test_what_the_calendar_found_for_half_a_sentence_is_no_answer_to_the_whole():
    async with line_hearing("10時", "いや、2時で") as line:
        await asked_for_a_time(line)
        find = line.session._answer_of
        late = []

        async def slowly(inquiry: object) -> events.Event:
            if not late:
                late.append(inquiry)
                while len(line.of(events.Heard)) < 2 and line.session._events.empty():
                    await line.settle()
            return await find(inquiry)  # type: ignore[arg-type]

        line.session._answer_of = slowly  # type: ignore[method-assign, assignment]
        await line.says(with_pauses(0, 1, pause_ms=900))
        await line.hears("confirm")
        assert line.call.state.place is not None
        assert line.call.state.place.start == moment(12, 2, 14)


async def test_the_record_folds_to_the_same_call():
    async with line_hearing("来週の金曜日", "いや、木曜日で") as line:
        await asked_for_a_day(line)
        await line.says(with_pauses(0, 1, pause_ms=900))
        await line.hears("ask_time")
        state = State()
        for _, event in line.log.events:
            state, _ = step(load_state(dump_state(state)), load_event(dump_event(event)))
        assert state == line.call.state
        assert [heard.resumes for heard in line.of(events.Heard)] == [False, True]
