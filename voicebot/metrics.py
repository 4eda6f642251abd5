"""What is measured while the service runs, in Prometheus' words."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST


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
        self.refused = Counter(
            "voicebot_calls_refused", "Calls that found no free line.", registry=self._registry
        )

    def exposition(self) -> bytes:
        """As /metrics gives it."""
        return generate_latest(self._registry)
