"""The address that Twilio is told and signs: as configured, or as the proxies in front tell it."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.telephony.conftest import running_line
from tests.telephony.test_webhooks import PUBLIC, SECRET, signature
from tests.telephony.wire_phone import Line, token_of
from voicebot.telephony.caller import HangUp, Keys, Pace
from voicebot.telephony.caller import phone as call
from voicebot.telephony.caller_exchange import parse_twiml


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """A service that knows its Twilio token, and its address only from the proxies in front of it."""
    with running_line(tmp_path_factory.mktemp("proxied"), SECRET) as made:
        yield made


@pytest.mark.parametrize(
    "told",
    [
        {"Host": "city.example", "X-Forwarded-Proto": "https"},
        {"Host": "city.example", "X-Forwarded-Proto": "https,http"},
        {"Host": "city.example", "X-Forwarded-Proto": "HTTPS"},
        {"Host": "city.example", "X-Forwarded-Proto": "Https , http"},
        {"Host": "city.example", "X-Forwarded-Proto": "wss"},
        {"Host": "10.0.0.3:8080", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "city.example"},
        {"X-Forwarded-Proto": "https, http", "X-Forwarded-Host": "city.example, inner.example:81"},
        {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "city.example", "X-Forwarded-For": "203.0.113.7"},
    ],
)
async def test_behind_proxies_the_address_is_that_of_the_first(line: Line, told: dict[str, str]):
    phone = line.phone()
    answer = await phone.post("voice", signature(phone, f"{PUBLIC}/twilio/voice") | told)
    assert answer.status_code == 200
    assert parse_twiml(answer.text)[0].stream_url == "wss://city.example/twilio/media"


@pytest.mark.parametrize("host", ["city.example:8443", "[2001:db8::7]:8443"])
async def test_a_port_and_an_address_in_brackets_are_kept(line: Line, host: str):
    phone = line.phone()
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": host}
    answer = await phone.post("voice", signature(phone, f"https://{host}/twilio/voice") | told)
    assert parse_twiml(answer.text)[0].stream_url == f"wss://{host}/twilio/media"


@pytest.mark.parametrize(
    "told",
    [
        {"X-Forwarded-Proto": "http,https", "X-Forwarded-Host": "city.example"},
        {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example, city.example"},
        {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "city.example/evil"},
        {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "user@city.example"},
        {"X-Forwarded-Proto": "gopher", "X-Forwarded-Host": "city.example"},
        {"X-Forwarded-Proto": "", "X-Forwarded-Host": ""},
    ],
)
async def test_a_signature_for_another_address_is_refused(line: Line, told: dict[str, str]):
    phone = line.phone()
    headers = signature(phone, f"{PUBLIC}/twilio/voice") | told
    assert (await phone.post("voice", headers)).status_code == 403


async def test_what_proxies_tell_does_not_stand_against_the_setting(tmp_path: Path):
    with running_line(tmp_path, SECRET, PUBLIC) as line:
        phone = line.phone()
        told = {"X-Forwarded-Proto": "http", "X-Forwarded-Host": "inner.example"}
        answer = await phone.post("voice", signature(phone, f"{PUBLIC}/twilio/voice") | told)
    assert parse_twiml(answer.text)[0].stream_url == "wss://city.example/twilio/media"


@pytest.mark.parametrize("path", ["/bot", "/kokura/bot"])
async def test_a_public_address_with_a_path_keeps_it_everywhere(tmp_path: Path, path: str):
    with running_line(tmp_path, SECRET, PUBLIC + path) as line:
        phone = line.phone()

        async def post(to: str) -> str:
            answer = await phone.post(to, signature(phone, f"{PUBLIC}{path}/twilio/{to}"))
            assert answer.status_code < 300
            return answer.text

        assert (await phone.post("voice", signature(phone, f"{PUBLIC}/twilio/voice"))).status_code == 403
        verbs = parse_twiml(await post("voice"))
        assert verbs[0].stream_url == f"wss://city.example{path}/twilio/media"
        assert verbs[1].text == f"{path}/twilio/after"
        await phone.open(token_of(verbs))
        await phone.hears("ask_procedure")
        await phone.presses("1")
        await phone.hears("ask_date")
        await phone.presses("0#")
        await phone.hears_out()
        number = ElementTree.fromstring(await post("after")).find("Dial/Number")
        assert number is not None
        whisper = number.attrib["url"]
        assert whisper.startswith(f"{path}/twilio/whisper/")
        play = ElementTree.fromstring((await phone.get(whisper.removeprefix(path + "/"))).text).find("Play")
        assert play is not None
        assert play.text == f"{whisper}.wav"
        await post("status")


async def test_the_simulated_caller_finds_a_service_whose_public_address_has_a_path(tmp_path: Path):
    with running_line(tmp_path, public_url=f"{PUBLIC}/bot") as line:
        result = await call(line.url, [Keys("1"), HangUp()], pace=Pace.FAST)
    assert result.outcome == "abandoned"
    assert len(result.turns) > 0
