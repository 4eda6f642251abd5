"""Labels and notes: who found what about a call. They are taken away by who wrote them, or by an administrator."""

import nlu
from nlu.hypothesis import Hypothesis
from voicebot.archive import findings
from voicebot.console import audit
from voicebot.console.ask import Ask, Go
from voicebot.console.pages.calls.address import name_of, page_of, path_of
from voicebot.console.refusal import BAD, FORBIDDEN, STALE, TOO_LONG, Refusal
from voicebot.console.roles import Role
from voicebot.database import writing


def may_remove(ask: Ask, who: str) -> bool:
    return ask.name == who or ask.may(Role.ADMINISTRATOR)


def label(ask: Ask) -> Go:
    """Raises Refusal."""
    name, given = name_of(path_of(ask)), ask.form.get("label", "")
    if given not in findings.LABELS:
        raise Refusal(BAD, "unreadable")
    with writing(ask.engine) as connection:
        if findings.add_label(connection, name, given, ask.name, ask.now):
            audit.record(connection, ask.now, ask.name, "call.label", f"call:{name}", after={"label": given})
    return Go(page_of(name), told="label")


def remove_label(ask: Ask) -> Go:
    """Raises Refusal."""
    name, given = name_of(path_of(ask)), ask.param("label")
    with writing(ask.engine) as connection:
        there = findings.labels(connection, [name]).get(name, ())
        who = next((one.who for one in there if one.label == given), None)
        if who is None:
            raise Refusal(STALE, "changed_meanwhile")
        if not may_remove(ask, who):
            raise Refusal(FORBIDDEN, "not_yours")
        findings.remove_label(connection, name, given)
        before = {"label": given, "who": who}
        audit.record(connection, ask.now, ask.name, "call.unlabel", f"call:{name}", before=before)
    return Go(page_of(name), told="label_removed")


def note(ask: Ask) -> Go:
    """Raises Refusal, also for a My Number: it is kept nowhere."""
    name, text = name_of(path_of(ask)), ask.form.get("text", "").strip()
    if not text:
        raise Refusal(BAD, "empty_note")
    if len(text) > findings.LONGEST:
        raise Refusal(TOO_LONG, "long_note", most=findings.LONGEST)
    if nlu.holds_my_number((Hypothesis(text),)):
        raise Refusal(BAD, "my_number_note")
    with writing(ask.engine) as connection:
        number = findings.add_note(connection, name, text, ask.name, ask.now)
        audit.record(connection, ask.now, ask.name, "call.note", f"call:{name}", after={"note": number})
    return Go(page_of(name), told="note")


def remove_note(ask: Ask) -> Go:
    """Raises Refusal."""
    name, number = name_of(path_of(ask)), ask.param("id")
    with writing(ask.engine) as connection:
        found = next((one for one in findings.notes(connection, name) if str(one.id) == number), None)
        if found is None:
            raise Refusal(STALE, "changed_meanwhile")
        if not may_remove(ask, found.who):
            raise Refusal(FORBIDDEN, "not_yours")
        findings.remove_note(connection, found.id)
        before = {"note": found.id, "who": found.who}
        audit.record(connection, ask.now, ask.name, "call.unnote", f"call:{name}", before=before)
    return Go(page_of(name), told="note_removed")
