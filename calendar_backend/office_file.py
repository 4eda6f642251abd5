"""Reading an office's YAML file, with complaints a clerk can act on."""

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from calendar_backend.errors import OfficeFileError
from calendar_backend.office import OfficeFile
from calendar_backend.office_checks import complaints
from calendar_backend.yaml_source import YamlProblem, YamlSource

_REMEDIES = {
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "tuple_type": "write a list, each item on a line of its own that begins with '- '",
    "model_type": "write keys with their values, indented below it",
    "model_attributes_type": "write keys with their values, indented below it",
    "string_type": "write text after the colon",
    "string_pattern_mismatch": "write one digit from 1 to 9",
}
"""By pydantic's type of error; where there is none, its own words tell what it expected."""

DEMO_OFFICE = Path(__file__).with_name("demo_office.yaml")


def load_office(path: str | Path) -> OfficeFile:
    """The office described by a YAML file (UTF-8). Raises OfficeFileError for the first thing wrong in it."""
    name = str(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise OfficeFileError(name, line, "this is not UTF-8", "save the file as UTF-8") from error
    except OSError as error:
        problem = f"the file cannot be read ({error.strerror})"
        raise OfficeFileError(name, None, problem, "give the path of a readable office file") from error
    try:
        source = YamlSource(text)
    except YamlProblem as error:
        remedy = "compare the indentation, colons and quotes with the lines around it"
        raise OfficeFileError(name, error.line, error.problem, remedy) from error
    try:
        office = OfficeFile.model_validate(source.data)
    except ValidationError as error:
        first = min(error.errors(), key=lambda e: source.line(e["loc"]))
        problem, remedy = _explain(first)
        raise OfficeFileError(name, source.line(first["loc"]), problem, remedy) from error
    found = sorted(((source.line(c.path), c) for c in complaints(office)), key=lambda pair: pair[0])
    if found:
        line, complaint = found[0]
        raise OfficeFileError(name, line, complaint.problem, complaint.remedy)
    return office


def _explain(error: ErrorDetails) -> tuple[str, str]:
    """Problem and remedy in words that need no knowledge of the library."""
    field = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "the file")
    kind, given = error["type"], error.get("input")
    if kind == "missing":
        return f"{field!r} is missing", f"add a line '{field}: ...'"
    if kind == "extra_forbidden":
        return f"the key {field!r} is not known", "correct its spelling or remove it"
    if kind == "value_error":
        problem, _, remedy = str(error["ctx"]["error"]).partition("; ")
        return f"{field}: {problem}", remedy
    shown = (
        "a list" if isinstance(given, list) else "a group of keys" if isinstance(given, dict) else repr(given)
    )
    if given == "":
        return f"{field!r} has no value", "write one after the colon"
    message = error["msg"]
    return f"{field} cannot be {shown}", _REMEDIES.get(kind, message[0].lower() + message[1:])
