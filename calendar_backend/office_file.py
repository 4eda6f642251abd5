"""Reading an office's YAML file, with complaints a clerk can act on."""

from pathlib import Path

from pydantic import ValidationError

from calendar_backend.errors import OfficeFileError
from calendar_backend.office import OfficeFile
from calendar_backend.office_checks import complaints
from calendar_backend.office_complaints import explain
from calendar_backend.office_source import OfficeSource

DEMO_OFFICE = Path(__file__).with_name("demo_office.yaml")
"""小倉北区役所 市民課."""

DEMO_OFFICES = (DEMO_OFFICE, *sorted(Path(__file__).parent.glob("demo_ward_*.yaml")))
"""The seven wards of 北九州市."""


def load_office(path: str | Path) -> OfficeFile:
    """The office described by a YAML file (UTF-8). Raises OfficeFileError for the first thing wrong in it."""
    office, wrong = _read(path)
    if office is None or wrong:
        raise wrong[0]
    return office


def check_office(path: str | Path) -> list[OfficeFileError]:
    """Everything wrong in an office file, in the order of its lines; empty: it can be loaded.

    What contradicts itself is looked for once every single value is right.
    """
    try:
        return _read(path)[1]
    except OfficeFileError as error:
        return [error]


def _read(path: str | Path) -> tuple[OfficeFile | None, list[OfficeFileError]]:
    source = OfficeSource(path)
    office = None
    try:
        office = OfficeFile.model_validate(source.data)
    except ValidationError as error:
        found = [(e["loc"], *explain(e)) for e in error.errors()]
    else:
        found = [(c.path, c.problem, c.remedy) for c in complaints(office)]
    wrong = [OfficeFileError(*source.at(where), problem, remedy) for where, problem, remedy in found]
    return office, sorted(wrong, key=lambda error: (error.path, error.line or 0))
