"""What procedures are found by words that a resident typed."""

from calendar_backend import OfficeFile
from voicebot import procedure_search
from voicebot.console.residents.names import in_language


def matches(office: OfficeFile, words: str, language: str) -> dict[str, str]:
    """By id, the word of the office that was found: first by the office's words, then by the names in the language of the page.
    No words find nothing."""
    if not words:
        return {}
    found = {one.procedure_id: one.why for one in procedure_search.search(office, words)}
    for one in office.procedures:
        known = in_language(one.name, language)
        if words.casefold() in known.casefold():
            found.setdefault(one.id, one.name)
    return found
