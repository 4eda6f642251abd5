"""Whether calls can be taken."""

import asyncio
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from voicebot.service import Service


@dataclass(frozen=True, slots=True)
class Readiness:
    why: str = ""
    """What is in the way; empty: nothing."""

    lines: int = 0
    """Calls under way."""

    @property
    def ready(self) -> bool:
        return not self.why


async def readiness(service: Service) -> Readiness:
    """The database answers, and the service is not going down."""
    return await asyncio.to_thread(checked, service)


def checked(service: Service) -> Readiness:
    """The same for a caller that may block."""
    try:
        with service.engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        return Readiness(f"database: {type(error).__name__}")
    return Readiness("going down") if service.closing else Readiness(lines=service.calls.streaming)
