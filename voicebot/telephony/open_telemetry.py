"""Calls and their turns as OpenTelemetry's spans; the only module that needs its packages (the extra `otel`)."""

import os
import time
from collections.abc import Callable
from dataclasses import asdict

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, Tracer, set_span_in_context

from voicebot.telephony.turn_times import Took

_NS = 1_000_000
"""In a ms."""


class OpenTelemetry:
    """Where its collector is, the environment tells (OTEL_EXPORTER_OTLP_ENDPOINT and its other variables)."""

    def __init__(
        self, processor: SpanProcessor | None = None, now_ns: Callable[[], int] = time.time_ns
    ) -> None:
        """`processor`: what takes the spans; None: they go to the collector over HTTP, from a thread of their own."""
        named = Resource.create({SERVICE_NAME: os.environ.get("OTEL_SERVICE_NAME", "voicebot")})
        self._provider = TracerProvider(resource=named, shutdown_on_exit=False)
        self._provider.add_span_processor(processor or BatchSpanProcessor(OTLPSpanExporter()))
        self._now_ns = now_ns

    def call(self, sid: str) -> "TracedCall":
        return TracedCall(self._provider.get_tracer("voicebot"), sid, self._now_ns)

    def close(self) -> None:
        self._provider.shutdown()


class TracedCall:
    """The span `call`, and in it a span `turn` for each turn: from the end of speech until the answer sounds."""

    def __init__(self, tracer: Tracer, sid: str, now_ns: Callable[[], int]) -> None:
        self._tracer, self._now_ns = tracer, now_ns
        self._began_ns = now_ns()
        self._span: Span = tracer.start_span("call", attributes={"call.sid": sid}, start_time=self._began_ns)

    def turn(self, took: Took) -> None:
        """The parts are attributes, in ms: `turn.recognition_ms` and so on, as `Took` names them."""
        known = {f"turn.{name}": ms for name, ms in asdict(took).items() if ms is not None}
        waited_ms = took.end_of_turn_ms if took.first_audio_ms is None else took.first_audio_ms
        ended_ns = self._began_ns + took.ended_ms * _NS
        inside = set_span_in_context(self._span)
        span = self._tracer.start_span("turn", inside, attributes=known, start_time=ended_ns)
        span.end(ended_ns + waited_ms * _NS)

    def end(self, outcome: str | None) -> None:
        if outcome is not None:
            self._span.set_attribute("call.outcome", str(outcome))
        self._span.end(self._now_ns())
