"""The calls come first: only a few requests are worked on at a time, the others wait for their turn."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

AT_ONCE = 4
"""Each may keep one thread and the interpreter busy, which the voices on the telephone need, too."""


class Turns:
    """Lets requests in one after another once AT_ONCE are being worked on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        async with self._turns:
            await self.app(scope, receive, send)
