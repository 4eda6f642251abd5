"""What an office asks a visitor besides, and what may be answered: kept with the booking by its name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator

from calendar_backend.errors import BadWish
from calendar_backend.office_fields import Id

NONE = "none"
"""The answer that nothing of the kind is needed."""

NO_DETAILS: Mapping[str, str] = MappingProxyType({})

OFFERS: dict[str, tuple[str, ...]] = {
    "interpreter": ("en", "zh", "ko", "vi", "ne", "tl", "id", "my", "th", "pt", "es", "jsl"),
}
"""What may be asked, and what an office may offer of it."""

MOST = 8
"""Offers of one kind: so many keys there are."""


def _known(asks: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for name, offers in asks.items():
        known = OFFERS.get(name, ())
        if not known:
            raise ValueError(
                f"「{name}」は、お聞きできません", f"{'、'.join(OFFERS)} のどれかを書いてください"
            )
        if wrong := next((one for one in offers if one not in known), None):
            raise ValueError(f"{name} に「{wrong}」は書けません", f"{'、'.join(known)} から書いてください")
        if not 1 <= len(offers) <= MOST or len(set(offers)) < len(offers):
            raise ValueError(f"{name} の数が合いません", f"違うものを、1つから {MOST} つまで書いてください")
    return asks


Asks = Annotated[dict[Id, tuple[Id, ...]], AfterValidator(_known)]
"""What is asked, and what the office offers of it."""


def check(asks: Mapping[str, tuple[str, ...]], details: Mapping[str, str]) -> None:
    """Raises BadWish for what the office does not ask, or does not offer."""
    for name, value in details.items():
        if value not in (NONE, *asks.get(name, ())):
            offered = ", ".join((*asks[name], NONE)) if name in asks else "nothing of the kind"
            raise BadWish(f"{name} {value!r} is not offered by this office; it offers {offered}")
