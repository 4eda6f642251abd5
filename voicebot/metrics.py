"""What is measured while the service runs, in Prometheus' words."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

_SECONDS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1.2, 1.6, 2.0, 3.0, 5.0, 10.0)


class Metrics:
    """One for each service, with a registry of its own."""

    CONTENT_TYPE = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.stalls = Histogram(
            "voicebot_event_loop_stall_seconds",
            "Times the event loop was held up for 50 ms and more.",
            registry=self._registry,
            buckets=(0.05, 0.1, 0.2, 0.5, 1.0),
        )
        self.lines = Gauge("voicebot_lines", "Calls under way.", registry=self._registry)
        self.capacity = Gauge("voicebot_lines_capacity", "Calls taken at once.", registry=self._registry)
        self.waiting = Gauge(
            "voicebot_utterances_waiting", "Utterances that wait for a recognizer.", registry=self._registry
        )
        self.refused = Counter(
            "voicebot_calls_refused", "Calls that found no free line.", registry=self._registry
        )
        self.ended = Counter("voicebot_calls", "Calls that ended.", ["outcome"], registry=self._registry)
        self.end_of_turn = self._histogram(
            "end_of_turn", "From the end of speech until the turn was taken as ended."
        )
        self.recognition = self._histogram("recognition", "From there until the hypotheses were there.")
        self.understanding = self._histogram(
            "understanding", "What the dialog took to make of them what to do."
        )
        self.calendar = self._histogram("calendar", "What the calendar took to answer.")
        self.first_audio = self._histogram(
            "first_audio", "From the end of speech until the answer began to sound."
        )

    def exposition(self) -> bytes:
        """As /metrics gives it."""
        return generate_latest(self._registry)

    def _histogram(self, name: str, about: str) -> Histogram:
        return Histogram(f"voicebot_{name}_seconds", about, registry=self._registry, buckets=_SECONDS)
