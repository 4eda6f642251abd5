"""What residents see: no account, no script needed."""

from voicebot.console.page import Live, Page
from voicebot.console.pages.residents import guide, language, procedures

routes: list[Page | Live] = [*guide.routes, *procedures.routes, *language.routes]
