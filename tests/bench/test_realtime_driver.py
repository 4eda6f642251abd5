"""The driver against a service that refuses every call."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bench.realtime_driver import Driver, Phoned
from bench.realtime_plan import Caller, plan, playable
from recordings_fixtures import load_all

(PLANNED,) = plan(1, 1, calls=playable(load_all()))
CALLER = Caller(0.0, PLANNED.conversations)


@contextmanager
def answering(status: int, document: str) -> Iterator[tuple[str, list[str]]]:
    """The address of a service that answers every request so, and the paths that were asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(status, document)

        def do_GET(self) -> None:
            self._answer(404, "")

        def _answer(self, code: int, body: str) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


async def phoned(url: str) -> Phoned:
    (one,) = (await Driver(url).run([CALLER], 0.0)).phoned
    return one


async def test_who_is_told_why_is_refused_politely() -> None:
    document = '<Response><Say language="ja-JP">ただいま混み合っております。</Say><Hangup/></Response>'
    with answering(200, document) as (url, asked):
        one = await phoned(url)
    assert (one.refused, one.polite, one.streams, one.broken) == (True, True, 0, 0)
    assert one.answered_s > 0
    assert asked == ["/twilio/voice", "/twilio/status"]


async def test_who_is_told_nothing_is_not() -> None:
    with answering(200, "<Response><Reject/></Response>") as (url, _):
        one = await phoned(url)
    assert (one.refused, one.polite) == (True, False)


async def test_a_webhook_that_fails_refuses_without_a_word() -> None:
    with answering(503, "busy") as (url, _):
        one = await phoned(url)
    assert (one.refused, one.polite) == (True, False)
    assert "503" in one.why
    assert one.answered_s > 0


async def test_a_stream_that_cannot_be_opened_is_broken() -> None:
    document = '<Response><Connect><Stream url="ws://x/twilio/media"/></Connect></Response>'
    with answering(200, document) as (url, _):
        one = await phoned(url)
    assert (one.refused, one.streams, one.broken) == (False, 1, 1)
