"""Who asks, by the bearer token of the request."""

import hmac
from collections.abc import Iterable

from voicebot.api.client import Client, Right, digest
from voicebot.api.problem import Refusal


def authenticated(clients: Iterable[Client], token: str | None) -> Client:
    """The client a token belongs to. Raises Refusal (401); takes as long whichever client it is."""
    given = digest(token or "")
    found = [client for client in clients if hmac.compare_digest(client.digest, given)]
    if token and found:
        return found[0]
    headers = {"WWW-Authenticate": 'Bearer realm="voicebot"'}
    detail = "Authorization: Bearer に、voicebot token で作ったトークンを付けてください。"
    raise Refusal(401, "unauthorized", "トークンがないか、正しくありません", detail, headers)


def clerk(client: Client) -> Client:
    """Raises Refusal (403) unless the client acts for a clerk."""
    if client.right is not Right.CLERK:
        detail = "voicebot token NAME --clerk で作ったトークンを使ってください。"
        raise Refusal(403, "forbidden", "このトークンではできません", detail)
    return client
