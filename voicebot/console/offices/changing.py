"""A change that somebody has in mind: shown with its effect, and saved when they have seen it."""

from collections.abc import Sequence

from calendar_backend import OfficeFile, city
from calendar_backend.amending import amend
from calendar_backend.effect import effect
from calendar_backend.errors import ChangedMeanwhile, OfficeInUse
from calendar_backend.office_checks import Complaint
from calendar_backend.office_diff import differences
from calendar_backend.store import Snapshot
from voicebot import office_words
from voicebot.console.ask import Ask, Go, View
from voicebot.console.offices import naming, notes
from voicebot.console.offices.known import address
from voicebot.console.refusal import STALE, Refusal

SAVE, EDIT, MORE = "save", "edit", "more:"
"""What a button of the form asks for: `step`; anything else: to see the effect."""


def confirm(
    ask: Ask,
    before: Snapshot,
    office: OfficeFile,
    back: str,
    undoes: int | None = None,
    more: Sequence[tuple[str, str]] = (),
) -> View | Go:
    """The effect, with the form's own fields to be sent again; saved where they say so. `back`: where the form is;
    `more`: fields to be sent instead of what came as a file.

    Raises Refusal where somebody was first, or a counter or procedure is still needed.
    """
    found = differences(before.office, office)
    if not found:
        return Go(back, told="settings_same")
    if ask.form.get("step") == SAVE:
        return _saved(ask, before, office, back, undoes)
    skipped = {"step", "form_token", *dict(more)}
    sent = [*((name, value) for name, value in ask.form.multi_items() if name not in skipped), *more]
    return View(
        "settings/effect.html",
        {
            "office": before.office,
            "after": office,
            "differences": naming.told(ask.words, before.office, office, found),
            "shared": notes.shared_names(before.office, office),
            "effect": effect(ask.engine, office, ask.now),
            "sent": sent,
            "back": back,
            "can_edit": undoes is None and not more and bool(set(dict(sent)) - {"revision"}),
        },
    )


def _saved(ask: Ask, before: Snapshot, office: OfficeFile, back: str, undoes: int | None) -> Go:
    found = differences(before.office, office)
    try:
        change = amend(ask.engine, office, before.revision, ask.now, ask.name, undoes)
    except ChangedMeanwhile:
        raise Refusal(STALE, "changed_meanwhile", back) from None
    except OfficeInUse as error:
        raise Refusal(STALE, "settings_in_use", back, numbers="、".join(error.numbers[:20])) from None
    ask.record(
        "office.undo" if undoes else "office.change",
        f"office:{office.id}",
        {"/".join(one.path): one.before for one in found},
        {"change": change} | {"/".join(one.path): one.after for one in found},
    )
    return Go(address(office, "history", str(change)), told="settings_saved")


def elsewhere(ask: Ask, office: OfficeFile) -> list[Complaint]:
    """What the office's own checks cannot know: a number at which callers reach another office too, and words that mean
    something else in a call."""
    others = {
        number: other.name
        for other in city.CityCalendar(ask.engine).offices()
        if other.id != office.id
        for number in other.called
    }
    twice = [
        Complaint(
            ("called", n),
            f"{number} は「{others[number]}」にも書いてあります",
            "どちらか1つだけに書いてください",
        )
        for n, number in enumerate(office.called)
        if number in others
    ]
    return [*twice, *office_words.complaints(office)]
