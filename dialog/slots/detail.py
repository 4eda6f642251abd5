"""A slot that only some offices have: something they ask besides, of which they offer one or several kinds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dialog import values
from dialog.slots.acceptance import ACCEPT
from dialog.slots.slot import CERTAIN, Slot
from dialog.state import State
from nlu import meaning as heard
from nlu.lexicon import Term
from nlu.meaning import NONE, Answer, Meaning
from nlu.question import Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence, Spoken

NONE_KEY = "9"


@dataclass(frozen=True, slots=True)
class Detail:
    """What there is to know of it. Its sentences are `ask_NAME` (is one needed), `which_NAME` (which one, of `kinds`),
    `keys_NAME` (`menu`), `NAME_is` (`what`), `no_NAME` (none is needed) and `lacks_NAME` (`what` is not offered)."""

    name: str
    """As the office's file and the booking have it."""

    label: Term
    """On lists."""

    kinds: Mapping[str, Term]
    """What may be offered, by its id."""

    def said(self, value: str) -> Spoken:
        return values.term(self.kinds[value])


def slot(detail: Detail) -> Slot:
    """The slot of a detail. A need of which the kind is not known yet is kept as an empty value, and the kind asked for."""
    name = detail.name

    def value(state: State) -> str | None:
        return state.details.get(name)

    def put(state: State, new: str) -> State:
        return replace(state, details={**state.details, name: new})

    def clear(state: State) -> State:
        return replace(state, details={key: old for key, old in state.details.items() if key != name})

    def said(state: State, meaning: Meaning) -> str | None:
        """The value that was said or pressed, or answered to the question for it."""
        offered = state.office.offers(name)
        if state.booking is not None or not (offered or state.office_open):
            return None
        found = next((one for one in meaning.details if one.name == name and one.score >= ACCEPT), None)
        new = found.value if found is not None else _answered(state, meaning)
        return offered[0] if new == "" and len(offered) == 1 else new

    def _answered(state: State, meaning: Meaning) -> str | None:
        asked = state.question.expect is Expect.DETAIL and name in state.question.details
        if not asked or meaning.answer is None:
            return None
        if meaning.answer.value is Answer.NO:
            return NONE
        return "" if value(state) is None else None

    def hear(state: State, meaning: Meaning) -> State | None:
        new = said(state, meaning)
        return None if new is None else put(state, new)

    def fit(state: State) -> State:
        """What the office does not offer is told so, and asked for anew; where it asks nothing, it is dropped."""
        now, offered = value(state), state.office.offers(name)
        if now is None or now in ("", NONE, *offered) or state.office_open:
            return state
        if not offered:
            return clear(state)
        told = render(f"lacks_{name}", what=detail.said(now))
        return replace(put(state, ""), lead=(*state.lead, told))

    def asks(state: State, attempt: int) -> tuple[Sentence, Question]:
        question = Question(Expect.DETAIL, details=(name,))
        if value(state) is None:
            return render(f"ask_{name}", attempt), question
        kinds = formats.listed([detail.said(one) for one in state.office.offers(name)])
        return render(f"which_{name}", attempt, kinds=kinds), question

    def keys(state: State) -> tuple[Sentence, ...]:
        offered = [(detail.said(one), str(n)) for n, one in enumerate(state.office.offers(name), 1)]
        return (render(f"keys_{name}", menu=formats.menu(offered)),)

    def press(state: State, keys: str, today: date) -> Meaning:
        pressed = NONE if keys == NONE_KEY else state.office.offers(name)[int(keys) - 1]
        return Meaning(details=(heard.Detail(name, pressed, CERTAIN),))

    def differs(state: State, meaning: Meaning) -> bool:
        new = said(state, meaning)
        return new is not None and new != value(state)

    def read_back(state: State) -> tuple[Sentence, ...]:
        now = value(state)
        if not now or state.booking is not None:
            return ()
        return (render(f"no_{name}") if now == NONE else render(f"{name}_is", what=detail.said(now)),)

    return Slot(
        name=name,
        expect=Expect.DETAIL,
        value=value,
        wanted=lambda state: (
            state.booking is None and bool(state.office.offers(name)) and not state.details.get(name)
        ),
        clear=clear,
        hear=hear,
        fit=fit,
        differs=differs,
        read_back=read_back,
        asks=asks,
        keys=keys,
        press=press,
    )
