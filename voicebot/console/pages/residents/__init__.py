"""What residents see: no account, no script needed."""

from voicebot.console.page import Live, Page
from voicebot.console.pages.residents import language

routes: list[Page | Live] = [*language.routes]
