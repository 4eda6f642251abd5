"""The documents of the project, where they lie beside the program (a clone has them)."""

import re
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from voicebot.console.ask import Ask, View
from voicebot.console.page import page
from voicebot.console.refusal import NOT_FOUND, Refusal

FOLDER = Path(__file__).parents[3] / "docs"
_LINK = re.compile(r'href="(?:docs/)?([a-z_-]+)\.md(#[^"]*)?"')


def names() -> list[str]:
    """Empty where there are none."""
    return sorted(path.stem for path in FOLDER.glob("*.md"))


def contents(ask: Ask) -> View:
    return View("documents.html", {"names": names()})


def document(ask: Ask) -> View:
    """Raises Refusal."""
    name = ask.param("name")
    if name not in names():
        raise Refusal(NOT_FOUND, "not_found")
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    linked = _LINK.sub(r'href="/docs/\1\2"', html).replace("<pre>", '<pre tabindex="0">')
    return View("document.html", {"name": name, "document": Markup(linked)})


routes = [
    page("/docs", contents, needs=None),
    page("/docs/{name}", document, needs=None),
]
