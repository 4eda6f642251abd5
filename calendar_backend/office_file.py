"""Reading an office's YAML file, with complaints a clerk can act on."""

from collections.abc import Callable, Iterable
from pathlib import Path

from pydantic import ValidationError

from calendar_backend.errors import OfficeFileError
from calendar_backend.office import OfficeFile
from calendar_backend.office_checks import Complaint, complaints
from calendar_backend.office_complaints import explain
from calendar_backend.office_source import OfficeSource

DEMO_OFFICE = Path(__file__).with_name("demo_office.yaml")
"""小倉北区役所 市民課."""

DEMO_OFFICES = (DEMO_OFFICE, *sorted(Path(__file__).parent.glob("demo_ward_*.yaml")))
"""The seven wards of 北九州市."""


Further = Callable[[OfficeFile], Iterable[Complaint]]
"""Checks of who reads the file, beside the office's own."""


def _none(office: OfficeFile) -> Iterable[Complaint]:
    return ()


def load_office(path: str | Path, further: Further = _none) -> OfficeFile:
    """The office described by a YAML file (UTF-8). Raises OfficeFileError for the first thing wrong in it."""
    office, wrong = _checked(OfficeSource(path), further)
    if office is None or wrong:
        raise wrong[0]
    return office


def check_office(path: str | Path, further: Further = _none) -> list[OfficeFileError]:
    """Everything wrong in an office file, in the order of its lines; empty: it can be loaded.

    What contradicts itself is looked for once every single value is right.
    """
    try:
        return _checked(OfficeSource(path), further)[1]
    except OfficeFileError as error:
        return [error]


def read_sent(
    name: str, content: bytes, further: Further = _none
) -> tuple[OfficeFile | None, list[OfficeFileError]]:
    """The office in a file that was sent from elsewhere, and everything wrong in it, by lines; with something wrong it
    must not be used. Its `like` is refused: it could name any file of this machine."""
    try:
        return _checked(OfficeSource(name, content=content), further)
    except OfficeFileError as error:
        return None, [error]


def checked(data: object) -> tuple[OfficeFile | None, list[Complaint]]:
    """The office in plain data, and everything wrong in it; with something wrong it must not be used."""
    try:
        office = OfficeFile.model_validate(data)
    except ValidationError as error:
        return None, [Complaint(tuple(e["loc"]), *explain(e)) for e in error.errors()]
    return office, list(complaints(office))


def _checked(source: OfficeSource, further: Further) -> tuple[OfficeFile | None, list[OfficeFileError]]:
    office, found = checked(source.data)
    if office is not None:
        found += further(office)
    wrong = [OfficeFileError(*source.at(one.path), one.problem, one.remedy) for one in found]
    return office, sorted(wrong, key=lambda error: (error.path, error.line or 0))
