"""How many requests are worked on at a time."""

import asyncio

from starlette.types import Receive, Scope, Send

from voicebot.api.turns import AT_ONCE, Turns


async def test_only_a_few_requests_are_worked_on_at_a_time_and_all_get_their_turn():
    inside, most, done = 0, 0, 0
    go, full = asyncio.Event(), asyncio.Event()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal inside, most, done
        inside += 1
        most = max(most, inside)
        if inside == AT_ONCE:
            full.set()
        await go.wait()
        inside -= 1
        done += 1

    turns = Turns(app)

    async def nothing(*_: object) -> None:
        raise AssertionError("nobody asks and nobody answers")

    async with asyncio.TaskGroup() as tasks:
        for _ in range(3 * AT_ONCE):
            tasks.create_task(turns({"type": "http"}, nothing, nothing))  # type: ignore[arg-type]
        await full.wait()
        go.set()
    assert (most, done) == (AT_ONCE, 3 * AT_ONCE)
