"""What is asked about the booking itself: its copies, giving it back later, news of it. Days and papers in it are no wish."""

from dataclasses import replace

from dialog.state import Phase, State
from nlu.meaning import Meaning, Request

_BY_NAME = 0.8
"""A procedure from here on was named, and not only spoken of: 同じ世帯ですけど."""

ABOUT = (
    Request.COPIES,
    Request.UNDO,
    Request.REMINDER,
    Request.NAMELESS,
    Request.SETTLED,
    Request.ERRANDS,
)


def asked(state: State, meaning: Meaning) -> Meaning:
    """`meaning`, where one of these is asked, less what is only spoken of; where something else is wished beside, less the
    question: 「住民票二通と、戸籍もお願いします」."""
    if meaning.request not in ABOUT:
        return meaning
    done = state.stands.procedures if state.stands is not None else ()
    named = {one.value for one in meaning.procedures if one.score >= _BY_NAME}
    wished = bool(named - {*state.procedures, *done})
    when = bool(meaning.dates or meaning.times)
    if wished or (when and meaning.request is Request.COPIES):
        return replace(meaning, request=None)
    if when and state.phase is Phase.ASKING and not state.stood:
        return meaning
    return Meaning(spoken=True, request=meaning.request, asks=True)
