"""The office that a page is about, as it stands in the database."""

from calendar_backend import store
from calendar_backend.database import reading
from calendar_backend.office import OfficeFile
from calendar_backend.store import Snapshot
from voicebot.console.ask import Ask
from voicebot.console.refusal import NOT_FOUND, STALE, Refusal

OFFICES = "/console/settings/offices"


def known(ask: Ask) -> Snapshot:
    """The one named in the path. Raises Refusal, DatabaseUnusable."""
    with reading(ask.engine) as connection:
        found = store.read(connection, ask.param("office"))
    if found is None:
        raise Refusal(NOT_FOUND, "not_found")
    return found


def unchanged(ask: Ask) -> Snapshot:
    """Like `known`, at the revision of the form. Raises Refusal where somebody was first."""
    found = known(ask)
    if ask.form.get("revision", "") != str(found.revision):
        page = ask.request.url.path.removesuffix("/remove").removesuffix("/undo")
        raise Refusal(STALE, "changed_meanwhile", back=page)
    return found


def address(office: OfficeFile, *rest: str) -> str:
    return "/".join((OFFICES, office.id, *rest))
