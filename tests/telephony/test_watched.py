"""A call's record, seen while it is written."""

import json

from nlu.hypothesis import Hypothesis
from tests.telephony.wire_phone import Line, silence, speech
from voicebot.hub import CallEnded, CallForgot, CallHappened
from voicebot.speech import mulaw
from voicebot.telephony.record import MemoryCallLog, Said
from voicebot.telephony.transcripts import Span
from voicebot.telephony.watched import WatchedCallLog


async def test_whoever_watches_sees_what_the_record_tells(line: Line):
    with line.service.hub.watching(CallHappened, CallEnded) as watcher:
        phone = await line.phone().dial()
        await phone.to_the_read_back()
        await phone.hears("confirm")
        await phone.presses("1")
        await phone.wants_nothing_else()
        await line.settled()
        news = [*await watcher.news()]
        while not isinstance(news[-1], CallEnded):
            news += await watcher.news()
    assert {one.sid for one in news} == {phone.sid}
    recorded = [
        json.loads(text) for text in (line.record(phone) / "events.jsonl").read_text("utf-8").splitlines()
    ]
    told = [(n.ms, type(n.event).__name__, [type(a).__name__ for a in n.actions]) for n in news[:-1]]
    assert told == [(one["ms"], one["event"], one["actions"]) for one in recorded]
    assert news[-1] == CallEnded(phone.sid, "booked")


async def test_words_that_are_taken_back_are_told(line: Line):
    line.ears.script += [(Hypothesis("いちにさんよんごろく"),), (Hypothesis("ななはちきゅうゼロいちに"),)]
    with line.service.hub.watching(CallForgot) as watcher:
        phone = await line.phone().dial()
        await phone.hears("ask_procedure")
        await phone.says(speech())
        await phone.says(speech())
        assert await watcher.news() == [CallForgot(phone.sid)]
        await phone.hangs_up()


async def test_the_record_holds_what_the_bot_said_and_where(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.media(silence(20))
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.hangs_up()
    folder = line.record(phone)
    said = [Said(**json.loads(text)) for text in (folder / "agent.jsonl").read_text("utf-8").splitlines()]
    events = [json.loads(text) for text in (folder / "events.jsonl").read_text("utf-8").splitlines()]
    words = "".join(text for event in events for text in event.get("said", ()))
    assert words.startswith("".join(one.text for one in said[:2]))
    assert "".join(one.text for one in said) in words
    assert all(one.end_ms >= one.start_ms for one in said)
    assert said == sorted(said, key=lambda one: one.start_ms)


def test_what_was_interrupted_ends_where_it_was_heard_last():
    log = MemoryCallLog()
    for start, text in ((0, "一つ目。"), (1_000, "二つ目。"), (2_000, "三つ目。")):
        log.agent_audio(start, mulaw.decode(b"\x10" * 8_000), text)
    log.silence_agent(1_500)
    log.agent_audio(1_800, mulaw.decode(b"\x10" * 80), "次。")
    assert log.said == [
        Said(0, 1_000, "一つ目。"),
        Said(1_000, 1_500, "二つ目。"),
        Said(1_800, 1_810, "次。"),
    ]


def test_a_watched_record_passes_everything_on():
    from voicebot.hub import Hub

    kept, closed = MemoryCallLog(), []
    log = WatchedCallLog(kept, "CA1", Hub(), lambda: closed.append("CA1"))
    log.caller_audio(mulaw.decode(b"\x10" * 16))
    log.utterance(0, 2, Span(1, 2))
    log.agent_audio(0, mulaw.decode(b"\x20" * 16), "はい。")
    log.silence_caller(1)
    log.silence_agent(1)
    log.close({"outcome": None})
    assert (len(kept.caller), kept.caller[8], kept.spans, kept.said) == (
        16,
        0xFF,
        [(0, 2)],
        [Said(0, 1, "はい。")],
    )
    assert (len(kept.agent), kept.outcome, closed) == (8, {"outcome": None}, ["CA1"])
