"""The texts: the same keys and values in every language, and all that the templates ask for."""

import re
import string

import pytest
from jinja2 import Environment, nodes

from calendar_backend import DEMO_OFFICE, load_office
from nlu.meaning import Request
from voicebot.console import templates
from voicebot.console.page import Page
from voicebot.console.residents.names import in_language
from voicebot.console.roles import Role
from voicebot.console.routes import PAGES
from voicebot.console.words import FOLDER, LANGUAGES, RESIDENTS_LANGUAGES, Words, for_residents, words

KANA = re.compile("[ぁ-んァ-ヶ]")


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def asked_for(environment: Environment, template: str) -> set[str]:
    """The keys that stand in a template word for word."""
    tree = environment.parse((FOLDER.parent / "templates" / template).read_text("utf-8"))
    calls = (
        call
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "t"
    )
    return {call.args[0].value for call in calls if call.args and isinstance(call.args[0], nodes.Const)}


STAFF = [words(language) for language in LANGUAGES]
RESIDENTS = [for_residents(language) for language in RESIDENTS_LANGUAGES]


@pytest.mark.parametrize("known", [STAFF, RESIDENTS], ids=["staff", "residents"])
def test_every_language_has_the_same_texts_with_the_same_values(known: list[Words]):
    first, *others = known
    for other in others:
        assert first.texts.keys() == other.texts.keys()
        assert {k: values(v) for k, v in first.texts.items()} == {
            k: values(v) for k, v in other.texts.items()
        }


def test_everything_that_a_caller_may_ask_for_has_words():
    assert {f"dialog.meant.{one}" for one in Request} <= words("en").texts.keys()


def test_no_text_is_empty_and_english_is_not_japanese():
    assert all(text.strip() for known in (*STAFF, *RESIDENTS) for text in known.texts.values())
    without_kana = [words("en"), *(for_residents(one) for one in ("en", "zh", "ko"))]
    assert not [key for known in without_kana for key, text in known.texts.items() if KANA.search(text)]


@pytest.mark.parametrize("template", templates.make().list_templates())
def test_every_text_that_a_template_asks_for_is_there(template: str):
    if template.endswith(".html"):
        known = for_residents("ja") if template.startswith("residents/") else words("ja")
        assert asked_for(templates.make(), template) <= known.texts.keys()
        if template == "refusal.html":
            assert asked_for(templates.make(), template) <= for_residents("ja").texts.keys()


def test_every_role_and_every_page_of_the_navigation_has_its_name():
    known = words("ja")
    assert all(f"roles.{role}" in known for role in Role)
    for page in (one for one in PAGES if isinstance(one, Page)):
        if page.residents:
            assert not page.nav or page.nav in for_residents("ja")
            continue
        assert not page.nav or page.nav in known
        assert not page.nav or page.path == "/console" or f"{page.nav}_what" in known


@pytest.mark.parametrize("language", [one for one in RESIDENTS_LANGUAGES if one != "ja"])
def test_every_procedure_of_the_demo_office_has_a_name_for_residents(language: str):
    names = [in_language(procedure.name, language) for procedure in load_office(DEMO_OFFICE).procedures]
    assert all(names)
    assert len(set(names)) == len(names)
    assert language == "easy" or not any(map(KANA.search, names))
    assert in_language("手続きではない", language) == ""
