"""A sentence that was put in other words is said from the next call on, without a restart; the call under way keeps its own."""

from collections.abc import Sequence
from pathlib import Path

from calendar_backend import open_database
from prompts.catalogue import Wording, load
from tests.telephony.conftest import NOW
from tests.telephony.wire_phone import Line, Phone
from voicebot import own_sentences
from voicebot.archive import folder
from voicebot.archive.summary import folded
from voicebot.database import writing

OWN = Wording("どのようなご用件ですか。", "どのようなごようけんですか。", "", line=0)


def elsewhere(line: Line, wording: Wording | None, seen: int) -> None:
    """Another process changes it."""
    engine = open_database(line.service.settings.database_url)
    with writing(engine) as connection:
        own_sentences.change(connection, "ask_procedure", 0, wording, seen, NOW, "hana")
    engine.dispose()


def said(line: Line, phone: Phone) -> Sequence[str]:
    return [text for one in folder.read(line.record(phone)).lines for text in one.said]


async def test_the_next_call_says_it_and_the_one_under_way_does_not(line: Line, tmp_path: Path):
    before = await line.phone().dial()
    await before.hears("ask_procedure")
    elsewhere(line, OWN, seen=0)
    after = await line.phone("+81935551299").dial()
    await after.hears("ask_procedure")
    for phone in (before, after):
        await phone.presses("*")
        await phone.hears("ask_procedure")
        await phone.hangs_up()
    await line.settled()
    original = load()["ask_procedure"][0].text
    assert (said(line, before).count(original), said(line, before).count(OWN.text)) == (2, 0)
    assert (said(line, after).count(original), said(line, after).count(OWN.text)) == (0, 2)
    assert folded(folder.read(line.record(after))).overrides[0].text == OWN.text


async def test_what_was_taken_back_is_said_as_the_file_has_it(line: Line):
    elsewhere(line, OWN, seen=0)
    elsewhere(line, None, seen=1)
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    await line.settled()
    assert OWN.text not in said(line, phone)
