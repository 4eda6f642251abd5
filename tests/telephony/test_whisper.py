"""The person hears what a call is about before being connected; nobody else does."""

import io
import wave
from xml.etree import ElementTree

from tests.telephony.wire_phone import Line, Phone
from voicebot.telephony.caller_exchange import parse_twiml


async def transferred(line: Line, whispered: bool = True) -> tuple[Phone, ElementTree.Element]:
    """A call that goes to a person, and Twilio's <Dial>."""
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1" if whispered else "0")
    if whispered:
        await phone.hears("ask_date")
        await phone.presses("0#")
    await phone.hears_out()
    answer = await phone.post("after")
    assert parse_twiml(answer.text)[0].text == line.service.office.agent_phone
    dial = ElementTree.fromstring(answer.text).find("Dial")
    assert dial is not None
    return phone, dial


async def test_what_is_known_is_played_to_the_person(line: Line):
    phone, dial = await transferred(line)
    number = dial.find("Number")
    assert number is not None
    path = number.attrib["url"].lstrip("/")
    play = ElementTree.fromstring((await phone.get(path)).text).find("Play")
    assert play is not None
    sound = await phone.get((play.text or "").lstrip("/"))
    with wave.open(io.BytesIO(sound.content)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (8000, 1, 2)
        assert file.getnframes() > 0


async def test_without_the_token_nothing_is_told(line: Line):
    phone, dial = await transferred(line)
    number = dial.find("Number")
    assert number is not None
    path = number.attrib["url"].lstrip("/")
    for wrong in (path[:-1], f"{path[:-1]}.wav", f"twilio/whisper/CA0/{path.rsplit('/')[-1]}"):
        assert (await phone.get(wrong)).status_code == 404


async def test_of_a_call_without_a_wish_nothing_is_whispered(line: Line):
    _, dial = await transferred(line, whispered=False)
    assert dial.find("Number") is None
