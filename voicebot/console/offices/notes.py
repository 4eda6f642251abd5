"""What is worth knowing of a change that is allowed: names that several procedures have."""

from collections.abc import Iterable

from calendar_backend.office import OfficeFile, Procedure


def shared_names(before: OfficeFile, after: OfficeFile) -> list[tuple[str, tuple[str, ...]]]:
    """Names that more than one procedure has in the new office and not in the old one, with the procedures: callers
    who say one are asked which they mean."""
    known = _shared(before)
    return [(text, names) for text, names in _shared(after).items() if known.get(text) != names]


def _shared(office: OfficeFile) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for procedure in office.procedures:
        for text in dict.fromkeys(_names(procedure)):
            found.setdefault(text, []).append(procedure.name)
    return {text: tuple(names) for text, names in found.items() if len(names) > 1}


def _names(procedure: Procedure) -> Iterable[str]:
    yield procedure.name
    yield from (alias.text for alias in procedure.aliases)
