"""Calls: those under way, those that were, and each one's own page."""

from voicebot.console.page import Live, Page, form, live, page
from voicebot.console.pages.calls import call, files, findings, listing, under_way
from voicebot.console.roles import Role

ONE = "/console/calls/{day}/{sid}"

routes: list[Page | Live] = [
    page("/console/calls", listing.listed, needs=Role.VIEWER, nav="calls.nav"),
    live("/console/calls/live", under_way.watched, needs=Role.VIEWER),
    page(ONE, call.shown, needs=Role.VIEWER),
    page(ONE + "/transcript.{kind}", files.transcript, needs=Role.VIEWER),
    page(ONE + "/audio/{side}.wav", files.audio, needs=Role.OPERATOR),
    form(ONE + "/person", under_way.person, needs=Role.OPERATOR),
    form(ONE + "/labels", findings.label, needs=Role.OPERATOR),
    form(ONE + "/labels/{label}/remove", findings.remove_label, needs=Role.OPERATOR),
    form(ONE + "/notes", findings.note, needs=Role.OPERATOR),
    form(ONE + "/notes/{id}/remove", findings.remove_note, needs=Role.OPERATOR),
]
