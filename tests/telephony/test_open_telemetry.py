"""Calls as spans, taken by OpenTelemetry's own exporters: into memory, and over HTTP."""

import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.telephony.conftest import running_line
from tests.telephony.wire_phone import speech
from voicebot.hub import Hub
from voicebot.serve import build
from voicebot.server import CannotStart
from voicebot.settings import Settings
from voicebot.telephony.open_telemetry import OpenTelemetry
from voicebot.telephony.record import MemoryCallLog
from voicebot.telephony.turn_times import Took
from voicebot.telephony.watched import WatchedCallLog

MS = 1_000_000
SECOND = 1_000 * MS


@pytest.fixture
def kept() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def tracing(kept: InMemorySpanExporter) -> OpenTelemetry:
    """On a clock that goes on by a minute whenever it is looked at."""
    minutes = count(60 * SECOND, 60 * SECOND)
    return OpenTelemetry(SimpleSpanProcessor(kept), lambda: next(minutes))


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, bytes]]]:
    """What is posted to it: path and body."""
    posted: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
        yield posted
        server.shutdown()
        thread.join()


def lasted(span: ReadableSpan) -> int:
    assert span.start_time is not None
    assert span.end_time is not None
    return span.end_time - span.start_time


def test_a_call_is_a_span_with_a_span_for_each_turn(kept: InMemorySpanExporter, tracing: OpenTelemetry):
    log = WatchedCallLog(MemoryCallLog(), "CA1", Hub(), trace=tracing.call("CA1"))
    log.turn_took(Took(4_000, 650, 120, 3, 40, 900))
    log.turn_took(Took(9_000, 450))
    log.close({"outcome": "booked", "caller": "+81935551234"})
    answered, unanswered, call = kept.get_finished_spans()
    assert (call.name, call.attributes) == ("call", {"call.sid": "CA1", "call.outcome": "booked"})
    assert (call.start_time, lasted(call)) == (60 * SECOND, 60 * SECOND)
    assert answered.name == unanswered.name == "turn"
    assert answered.attributes == {
        "turn.ended_ms": 4_000,
        "turn.end_of_turn_ms": 650,
        "turn.recognition_ms": 120,
        "turn.understanding_ms": 3,
        "turn.calendar_ms": 40,
        "turn.first_audio_ms": 900,
    }
    assert (answered.start_time, lasted(answered)) == (64 * SECOND, 900 * MS)
    assert (unanswered.start_time, lasted(unanswered)) == (69 * SECOND, 450 * MS)
    for turn in (answered, unanswered):
        assert turn.parent is not None
        assert call.context is not None
        assert (turn.parent.span_id, turn.context.trace_id) == (call.context.span_id, call.context.trace_id)
    assert call.resource.attributes["service.name"] == "voicebot"


def test_two_calls_are_two_traces(kept: InMemorySpanExporter, tracing: OpenTelemetry):
    first, second = tracing.call("CA1"), tracing.call("CA2")
    second.end(None)
    first.end(None)
    found = kept.get_finished_spans()
    assert [span.attributes for span in found] == [{"call.sid": "CA2"}, {"call.sid": "CA1"}]
    assert len({span.context.trace_id for span in found}) == 2


async def test_a_service_traces_its_calls_without_a_word(
    tmp_path: Path, kept: InMemorySpanExporter, tracing: OpenTelemetry
):
    with running_line(tmp_path) as line:
        line.service.tracing = tracing
        phone = await line.phone().dial()
        await phone.hears("ask_procedure")
        await phone.says(speech("slot_by_slot_1"))
        await phone.hangs_up()
        sid = phone.sid
    *turns, call = kept.get_finished_spans()
    assert call.attributes == {"call.sid": sid, "call.outcome": "abandoned"}
    assert [turn.name for turn in turns] == ["turn"]
    for turn in turns:
        assert turn.attributes
        assert all(
            name.startswith("turn.") and isinstance(value, int) for name, value in turn.attributes.items()
        )


def test_what_is_left_when_the_service_ends_goes_to_the_collector(collector: list[tuple[str, bytes]]):
    tracing = OpenTelemetry()
    call = tracing.call("CA1")
    call.turn(Took(4_000, 650))
    call.end("booked")
    tracing.close()
    ((path, body),) = collector
    assert path == "/v1/traces"
    request = ExportTraceServiceRequest.FromString(body)
    spans = [span for one in request.resource_spans for scope in one.scope_spans for span in scope.spans]
    assert [span.name for span in spans] == ["turn", "call"]


def test_where_the_packages_are_missing_the_start_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    monkeypatch.delitem(sys.modules, "voicebot.telephony.open_telemetry")
    with pytest.raises(CannotStart, match=r"\.\[otel\]"):
        build(Settings(var=tmp_path, otlp="http://localhost:4318"))


def test_nobody_is_asked_unless_a_collector_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("OTEL_EXPORTER_OTLP_ENDPOINT", raising=False)
    assert Settings(var=tmp_path).otlp == ""
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318")
    assert Settings(var=tmp_path).otlp == "http://localhost:4318"
