"""What no procedure or life event may be called: words that mean something in every call."""

from collections.abc import Iterator

from calendar_backend import OfficeFile
from calendar_backend.office_checks import Complaint
from nlu.taken_words import is_taken


def complaints(office: OfficeFile) -> Iterator[Complaint]:
    """Names and other words for a procedure or life event that a caller says for something else: with 「はい」 among them, no booking
    could be confirmed."""
    for number, procedure in enumerate(office.procedures):
        path = ("procedures", number)
        yield from _taken((*path, "name"), procedure.name)
        yield from _taken((*path, "reading"), procedure.reading)
        for index, alias in enumerate(procedure.aliases):
            yield from _taken((*path, "aliases", index, "text"), alias.text)
            yield from _taken((*path, "aliases", index, "reading"), alias.reading)
    for number, event in enumerate(office.guide):
        for index, alias in enumerate(event.aliases):
            yield from _taken(("guide", number, "aliases", index, "text"), alias.text)
            yield from _taken(("guide", number, "aliases", index, "reading"), alias.reading)


def _taken(path: tuple[str | int, ...], said: str) -> Iterator[Complaint]:
    if is_taken(said):
        problem = f"「{said}」は、電話のお返事、係員へのお取り次ぎ、日時などの言葉なので、手続きの言い方には使えません"
        yield Complaint(path, problem, "ほかの言い方にしてください")
