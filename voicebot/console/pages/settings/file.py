"""The office as its YAML file: taken out, and put in."""

from urllib.parse import quote

from starlette.responses import Response

from calendar_backend.errors import OfficeFileError
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import read_sent
from calendar_backend.store import Snapshot
from voicebot import office_words
from voicebot.console.ask import Ask, Go, View
from voicebot.console.form import MOST_CONTENT as MOST
from voicebot.console.offices import changing
from voicebot.console.offices.changing import confirm
from voicebot.console.offices.known import OFFICES, address, known, unchanged
from voicebot.console.page import form, page
from voicebot.console.roles import Role


def shown(ask: Ask) -> View:
    return _form(known(ask))


def _form(office: Snapshot, name: str = "", wrong: list[str] | None = None) -> View:
    values = {"office": office.office, "revision": office.revision, "name": name, "wrong": wrong or []}
    return View("settings/file.html", values | {"most": MOST // 1024}, 422 if wrong else 200)


def downloaded(ask: Ask) -> Response:
    office = known(ask).office
    name = quote(f"{office.id}-{ask.now:%Y%m%d}.yaml")
    kind = "application/yaml; charset=utf-8"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(dump_office(office), media_type=kind, headers=headers)


def taken(ask: Ask) -> View | Go:
    """The file comes with the first form, and as text with the one that shows its effect."""
    office = unchanged(ask)
    sent = ask.files.get("file")
    name = (sent.name if sent else ask.form.get("name", ""))[:120] or ask.words("settings.file.unnamed")
    content = sent.content if sent else ask.form.get("text", "").encode()
    if not content:
        return _form(office, name, [ask.words("settings.file.empty")])
    if len(content) > MOST:
        return _form(office, name, [ask.words("settings.file.too_large", most=MOST // 1024)])
    after, wrong = read_sent(name, content, office_words.complaints)
    if after is not None and after.id != office.office.id:
        wrong = [
            OfficeFileError(
                name,
                None,
                f"id が「{after.id}」で、ほかの役所のファイルです",
                f"「{office.office.id}」のファイルを選んでください",
            )
        ]
    told = [str(one) for one in wrong]
    if after is not None and not told:
        told = [f"{name}: {one.problem}。{one.remedy}。" for one in changing.elsewhere(ask, after)]
    if after is None or told:
        return _form(office, name, told)
    again = (("text", dump_office(after)), ("name", name))
    return confirm(ask, office, after, address(office.office, "file"), more=again)


routes = [
    page(f"{OFFICES}/{{office}}/file", shown, needs=Role.CLERK),
    form(f"{OFFICES}/{{office}}/file", taken, needs=Role.ADMINISTRATOR),
    page(f"{OFFICES}/{{office}}/file/download", downloaded, needs=Role.CLERK),
]
