"""The bot's sentences: the list, a page for each, how they sound, and the changed ones as a file."""

from voicebot.console.page import Page
from voicebot.console.pages.sentences import changing, export, listing

routes: list[Page] = [*listing.routes, *export.routes, *changing.routes]
