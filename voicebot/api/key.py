"""The Idempotency-Key header: the same request sent twice is carried out once."""

import secrets
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header

from voicebot.api.client import Client
from voicebot.api.context import Asking


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks for what, as the calendar keeps it: each key of a client is one of its own."""

    id: str


def requester(client: Client, key: str | None) -> Requester:
    """Without a key every request is another one."""
    return Requester(f"{client.name}:{key or secrets.token_urlsafe(12)}")


def _asked(
    client: Asking,
    key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            pattern=r"^[A-Za-z0-9_.:-]{1,100}$",
            description="求めごとに新しい値。答えが届かなかったら、同じ値でもう一度送ります",
        ),
    ] = None,
) -> Requester:
    return requester(client, key)


Asked = Annotated[Requester, Depends(_asked)]
