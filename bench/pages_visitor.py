"""Somebody before the pages, as a browser without scripts: cookies, forms as they were shown, an address of their own."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from html import unescape

from httpx2 import AsyncBaseTransport, AsyncClient, Response

REDIRECTED, TAKEN = 303, 409
PROCEDURE = "juminhyo"
NOT_KEPT = "hold=free-"
TRIES = 5
"""Times that somebody chooses another place when one is gone."""

_INPUT = re.compile(r'<input type="(?:hidden" name|radio" name)="([^"]+)" value="([^"]*)"( checked)?')
_START = re.compile(r'<button name="start" value="([^"]+)"')


@dataclass
class Visitor:
    address: str
    url: str
    transport: AsyncBaseTransport
    answers: list[int] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)
    """Of each answer."""

    def __post_init__(self) -> None:
        headers = {"Accept": "text/html", "X-Forwarded-For": self.address}
        self._client = AsyncClient(
            base_url=self.url, transport=self.transport, headers=headers, timeout=600.0, cookies={}
        )

    async def get(self, path: str) -> Response:
        return await self._asked("GET", path)

    async def post(self, path: str, fields: dict[str, str]) -> Response:
        return await self._asked("POST", path, fields)

    async def _asked(self, method: str, path: str, fields: dict[str, str] | None = None) -> Response:
        began = time.perf_counter()
        answer = await self._client.request(method, path, data=fields)
        self.ms.append((time.perf_counter() - began) * 1000)
        self.answers.append(answer.status_code)
        return answer

    async def looks(self, day: str = "") -> Response:
        return await self.get(f"/book/when?procedure={PROCEDURE}&day={day}")

    async def keeps(self, page: Response, start: str) -> Response:
        return await self.post("/book/hold", form(page.text, "/book/hold") | {"start": start})

    def is_another(self) -> None:
        """Whose last place is kept all the same: a visitor is known by a cookie."""
        self._client.cookies.delete("voicebot_booker")

    async def books(self, kept: Response, phone: str = "") -> bool:
        """From the answer to a place that was chosen."""
        you = await self.get(kept.headers["location"])
        if "/book/you" not in you.text:
            return False
        check = await self.post("/book/you", form(you.text, "/book/you") | {"phone": phone})
        if "/book/confirm" not in check.text:
            return False
        made = await self.post("/book/confirm", form(check.text, "/book/confirm"))
        return made.status_code == REDIRECTED

    async def comes_to_book(self, phone: str, thinks_s: float, later: str) -> tuple[bool, bool]:
        """All of the way from the first page, with time for the form; whether it was booked, and whether the place was kept. When two
        places were gone, one of the day `later` is chosen."""
        await self.get("/book")
        page = await self.looks()
        for tried in range(TRIES):
            if tried == 2:
                page = await self.looks(later)
            places = starts(page.text)
            if not places:
                break
            chosen = await self.keeps(page, places[0])
            if chosen.status_code == REDIRECTED:
                await asyncio.sleep(thinks_s)
                if await self.books(chosen, phone):
                    return True, NOT_KEPT not in chosen.headers["location"]
            page = chosen if chosen.status_code == TAKEN else await self.looks()
        return False, False


def form(page: str, action: str) -> dict[str, str]:
    """Hidden fields, and what is chosen already."""
    parts = (part.partition("</form>")[0] for part in page.split("<form ")[1:])
    found = next((part for part in parts if f'action="{action}"' in part.partition(">")[0]), "")
    inputs = [one for one in _INPUT.finditer(found) if "radio" not in one[0] or one[3]]
    return {unescape(one[1]): unescape(one[2]) for one in inputs}


def starts(page: str) -> list[str]:
    """The places on a page, as they stand there."""
    return list(dict.fromkeys(_START.findall(page)))
