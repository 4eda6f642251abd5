"""What visitors answered to what their office asks besides, in words."""

from collections.abc import Mapping, Sequence

from dialog.slots.order import DETAILS
from nlu.meaning import NONE

_NOTHING = "なし"
"""Nothing is needed."""

_KNOWN = {detail.name: detail for detail in DETAILS}


def in_words(details: Mapping[str, str]) -> list[tuple[str, str]]:
    """What it is, and the answer: 通訳, 英語. In the order in which callers are asked; what is not known any more as it is
    kept."""
    names = [*(name for name in _KNOWN if name in details), *(name for name in details if name not in _KNOWN)]
    return [(_label(name), _shown(name, details[name])) for name in names]


def in_one_line(details: Mapping[str, str]) -> str:
    """「通訳：英語」; several with 、 between them."""
    return "、".join(f"{label}：{answer}" for label, answer in in_words(details))


def from_one_line(text: str) -> dict[str, str]:
    """What `in_one_line` wrote. Raises ValueError with the part that is not known."""
    return dict(_read(part.strip()) for part in text.split("、") if part.strip())


def _read(part: str) -> tuple[str, str]:
    label, _, answer = (one.strip() for one in part.replace(":", "：").partition("："))
    for name, detail in _KNOWN.items():
        for value in (NONE, *detail.kinds):
            if (label, answer) == (detail.label.text, _shown(name, value)):
                return name, value
    raise ValueError(part)


def offers_in_one_line(asks: Mapping[str, Sequence[str]]) -> str:
    """「通訳：英語・中国語」: what an office asks, and what it offers of it."""
    return "、".join(
        f"{_label(name)}：{'・'.join(_shown(name, one) for one in offers)}" for name, offers in asks.items()
    )


def _label(name: str) -> str:
    return _KNOWN[name].label.text if name in _KNOWN else name


def _shown(name: str, value: str) -> str:
    kinds = _KNOWN[name].kinds if name in _KNOWN else {}
    return kinds[value].text if value in kinds else _NOTHING if value == NONE else value
