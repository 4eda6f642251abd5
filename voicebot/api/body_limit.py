"""No request may be longer than the calendar needs."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from voicebot.api.problem import Refusal

MAX_BYTES = 16 * 1024
"""A booking has about 300."""


class BodyLimit:
    """Answers 413 as soon as a body is longer than MAX_BYTES; a shorter one is read whole first."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        waiting: list[Message] = []
        read, more = 0, True
        while more and read <= MAX_BYTES:
            message = await receive()
            waiting.append(message)
            read += len(message.get("body", b""))
            more = message.get("more_body", False)
        if read > MAX_BYTES:
            detail = f"{MAX_BYTES} バイトまでにしてください。"
            await Refusal(413, "too-long", "送られた内容が長すぎます", detail).response()(
                scope, receive, send
            )
            return

        async def again() -> Message:
            return waiting.pop(0) if waiting else await receive()

        await self.app(scope, again, send)
