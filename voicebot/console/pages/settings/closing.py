"""The typhoon button: an office or a counter is shut at short notice, and opened again."""

from dataclasses import dataclass

from starlette.datastructures import ImmutableMultiDict
from starlette.responses import Response

from calendar_backend import BadWish, Closure, OfficeFile, UnknownEntry, city
from calendar_backend.effect import concerned, effect
from calendar_backend.place import Attendance
from calendar_backend.store import Snapshot
from voicebot.console import actors
from voicebot.console.ask import Ask, Go, View
from voicebot.console.form import Form
from voicebot.console.offices import shutting
from voicebot.console.offices.changing import EDIT, SAVE
from voicebot.console.offices.known import OFFICES, address, known
from voicebot.console.offices.shutting import Shut
from voicebot.console.page import form, page
from voicebot.console.refusal import NOT_FOUND, STALE, Refusal
from voicebot.console.roles import Role

FIELDS = ("counter", "first", "last", "from", "to", "reason", "name", "reading", "everywhere")
MOST_LISTED = 500


def shown(ask: Ask) -> View:
    return _form(ask, known(ask), ImmutableMultiDict())


def _form(ask: Ask, office: Snapshot, given: Form, shut: Shut | None = None, reason: str = "") -> View:
    today = ask.now.date()
    values = {
        "office": office.office,
        "closures": [one for one in office.openings.closures if one.day >= today],
        "given": {name: given.get(name, "") for name in FIELDS},
        "wrong": shut.wrong if shut else {},
        "closed_for": reason,
        "reasons": shutting.REASONS,
        "several": len(ask.service.city.offices()) > 1,
        "today": today,
    }
    return View("settings/closing.html", values, 422 if shut and shut.wrong else 200)


def taken(ask: Ask) -> View | Go:
    office = known(ask)
    shut = shutting.read(ask.form, office.office, ask.now.date())
    if shut.wrong or ask.form.get("step") == EDIT:
        return _form(ask, office, ask.form, shut)
    if shut.counter and ask.form.get("everywhere"):
        return _form(ask, office, ask.form, Shut("", (), None, "", "", {"everywhere": "everywhere"}))
    plans = [plan for one in _offices(ask, office) if (plan := _plan(ask, one, shut)).closures]
    if not plans:
        field, key, reason = shut.why_none(office.openings)
        return _form(ask, office, ask.form, Shut("", (), None, "", "", {field: key}), reason)
    if ask.form.get("step") == SAVE:
        return _closed(ask, office, plans, part=bool(shut.counter or shut.times))
    everybody = [visit for plan in plans for visit in plan.visits]
    values = {
        "office": office.office,
        "shut": shut,
        "plans": plans,
        "visits": everybody[:MOST_LISTED],
        "count": len(everybody),
        "heard": shutting.heard(plans[0].closures, everybody),
        "given": {name: ask.form.get(name, "") for name in FIELDS},
        "effects": {
            plan.office.id: effect(ask.engine, plan.office, ask.now, plan.closures) for plan in plans
        },
    }
    return View("settings/closing_effect.html", values)


@dataclass(frozen=True)
class _Plan:
    """What is shut in one office."""

    snapshot: Snapshot
    closures: list[Closure]
    visits: list[Attendance]

    @property
    def office(self) -> OfficeFile:
        return self.snapshot.office


def _offices(ask: Ask, here: Snapshot) -> list[Snapshot]:
    if not ask.form.get("everywhere"):
        return [here]
    found = []
    for office in city.CityCalendar(ask.engine).offices():
        calendar = ask.service.city.at(office.id)
        calendar.refresh()
        found.append(calendar.snapshot)
    return found


def _plan(ask: Ask, office: Snapshot, shut: Shut) -> _Plan:
    closures = shut.closures(office.openings)
    visits = concerned(ask.engine, office.office.id, closures, ask.now) if closures else []
    return _Plan(office, closures, shutting.once(visits))


def _closed(ask: Ask, office: Snapshot, plans: list[_Plan], part: bool) -> Go:
    for plan in plans:
        calendar = ask.service.city.at(plan.office.id)
        for one in plan.closures:
            try:
                closure, listed = calendar.close(
                    one.day,
                    one.name,
                    one.reading,
                    ask.now,
                    by=actors.clerk(ask),
                    counter_id=one.counter_id,
                    times=one.times,
                )
            except BadWish:
                raise Refusal(STALE, "changed_meanwhile", address(office.office, "close")) from None
            ask.record(
                "closure.close", f"office:{plan.office.id}", None, _told(closure) | {"to_phone": len(listed)}
            )
        ask.service.queues.changed(plan.office.id)
    return Go(address(office.office, "to-phone"), told="settings_closed_part" if part else "settings_closed")


def _told(one: Closure) -> dict[str, object]:
    times = [f"{at:%H:%M}" for at in one.times] if one.times else []
    what = {"closure": one.id, "day": one.day.isoformat(), "counter": one.counter_id or "", "times": times}
    return what | {"name": one.name}


def reopened(ask: Ask) -> Go:
    office = known(ask)
    given = ask.form.get("closure", "")
    closure = next((one for one in office.openings.closures if str(one.id) == given), None)
    back = address(office.office, "close")
    if closure is None:
        raise Refusal(STALE, "changed_meanwhile", back)
    try:
        dropped = ask.service.city.at(office.office.id).reopen(closure.id, ask.now, by=actors.clerk(ask))
    except UnknownEntry:
        raise Refusal(STALE, "changed_meanwhile", back) from None
    ask.record(
        "closure.reopen", f"office:{office.office.id}", _told(closure), {"no_longer_to_phone": len(dropped)}
    )
    ask.service.queues.changed(office.office.id)
    return Go(address(office.office, "close"), told="settings_reopened")


def heard(ask: Ask) -> Response:
    """One of the sentences in the bot's own voice, as WAV."""
    office = known(ask)
    shut = shutting.read(ImmutableMultiDict(ask.request.query_params), office.office, ask.now.date())
    plan = _plan(ask, office, shut)
    sentences = shutting.heard(plan.closures, plan.visits).get(ask.query("which"))
    if shut.wrong or not sentences:
        raise Refusal(NOT_FOUND, "not_found")
    parts = ask.service.parts
    return Response(shutting.sound(parts.synthesizer, sentences, parts.rate), media_type="audio/wav")


routes = [
    page(f"{OFFICES}/{{office}}/close", shown, needs=Role.CLERK),
    form(f"{OFFICES}/{{office}}/close", taken, needs=Role.CLERK),
    page(f"{OFFICES}/{{office}}/close/heard", heard, needs=Role.CLERK),
    form(f"{OFFICES}/{{office}}/reopen", reopened, needs=Role.CLERK),
]
