"""The telephone exchange of a simulated call: posts Twilio's webhooks and reads the TwiML that comes back."""

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit
from xml.etree import ElementTree

import requests
from twilio.request_validator import RequestValidator

ACCOUNT_SID = "AC" + "0" * 32


class CallFailed(Exception):
    """The call cannot go on. The message is one sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One instruction of a TwiML document."""

    name: str
    """As Twilio writes it: Connect, Redirect, Dial, Hangup."""

    text: str = ""
    stream_url: str = ""
    parameters: tuple[tuple[str, str], ...] = ()


class Exchange:
    """One call's webhooks at `base_url`, an http or https address of the service.

    Whatever host and path the TwiML names in front of /twilio (the public ones), the service is reached at `base_url`. Requests are signed when `auth_token` is not empty.
    """

    def __init__(self, base_url: str, form: dict[str, str], auth_token: str = "") -> None:
        self.base_url = base_url.rstrip("/") + "/"
        if urlsplit(base_url).scheme not in ("http", "https") or not urlsplit(base_url).netloc:
            raise CallFailed(f"{base_url} is not a service's address; give one like http://127.0.0.1:8080")
        self._form = form
        self._validator = RequestValidator(auth_token) if auth_token else None
        self._http = requests.Session()
        # The address given is meant, not a proxy's idea of it.
        self._http.trust_env = False
        # A connection that is kept may be closed by the service just when it is used again.
        self._http.headers["Connection"] = "close"

    def close(self) -> None:
        self._http.close()

    def socket_url(self, stream_url: str) -> str:
        """Where to open the stream that a TwiML document asks for."""
        base = urlsplit(self.base_url)
        scheme = "wss" if base.scheme == "https" else "ws"
        path = base.path.rstrip("/") + _within(urlsplit(stream_url).path)
        return urlunsplit((scheme, base.netloc, path, urlsplit(stream_url).query, ""))

    def signature(self, url: str, form: dict[str, str]) -> dict[str, str]:
        """The header that proves a request to be Twilio's; empty without a token."""
        if self._validator is None:
            return {}
        return {"X-Twilio-Signature": self._validator.compute_signature(url, form)}

    async def post(self, address: str, **extra: str) -> str:
        """Posts the call's form to a path or an absolute address and returns the body of the answer.

        Raises CallFailed when nobody answers, or with another status than 2xx.
        """
        target = urlsplit(address)
        url = urljoin(self.base_url, urlunsplit(("", "", _within(target.path), target.query, "")).lstrip("/"))
        form = self._form | extra
        reply = await self._ask("POST", url, data=form, headers=self.signature(url, form))
        if reply.status_code == 403:
            raise CallFailed(
                f"{url} refused the call (403): TWILIO_AUTH_TOKEN must be the same here as at the service"
            )
        if not reply.ok:
            raise CallFailed(f"{url} answered {reply.status_code}: see the service's log")
        return reply.text

    async def get_json(self, path: str) -> Any:
        """The JSON at `path`; None when the service has none there."""
        reply = await self._ask("GET", urljoin(self.base_url, path))
        if not reply.ok:
            return None
        try:
            return reply.json()
        except requests.JSONDecodeError:
            return None

    async def _ask(self, method: str, url: str, **options: Any) -> requests.Response:
        try:
            return await asyncio.to_thread(
                self._http.request, method, url, timeout=15, allow_redirects=False, **options
            )
        except requests.RequestException as error:
            raise CallFailed(
                f"no service answers at {self.base_url} ({type(error).__name__}): start it with `make run`"
            ) from error


def _within(path: str) -> str:
    """The path from /twilio on."""
    return path[max(path.find("/twilio/"), 0) :]


def parse_twiml(document: str) -> list[Verb]:
    """The verbs of a TwiML document in their order. Raises CallFailed for what is not TwiML."""
    try:
        root = ElementTree.fromstring(document)
    except ElementTree.ParseError as error:
        raise CallFailed(
            f"the service's answer is not TwiML ({error}); is this a voicebot's address?"
        ) from error
    if root.tag != "Response":
        raise CallFailed(
            f"the service's answer is <{root.tag}>, not TwiML's <Response>; is this a voicebot's address?"
        )
    verbs = []
    for element in root:
        stream = element.find("Stream")
        parameters = [] if stream is None else stream.findall("Parameter")
        verbs.append(
            Verb(
                element.tag,
                "".join(element.itertext()).strip(),
                "" if stream is None else stream.get("url", ""),
                tuple((p.get("name", ""), p.get("value", "")) for p in parameters),
            )
        )
    return verbs
