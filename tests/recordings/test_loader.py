from pathlib import Path

import pytest

from recordings_fixtures.loader import BrokenCall, load

GOOD = """\
id: good
about: A call.
now: 2026-11-24T10:00+09:00
from: "+819012345678"
voice: {name: mei, speed: 0.9}
before:
  - {procedure: juminhyo, start: 2026-12-04T14:00:00+09:00, count: 2}
  - {procedure: koseki, start: 2026-12-07T09:00:00+09:00, phone: caller}
turns:
  - say: はい。
    reading: はい
    file: audio/good_1.wav
    means: {answer: "yes", time: "14:00"}
  - {silence_s: 3, file: audio/good_2.wav}
  - keys: "1#"
  - hang_up: true
expect:
  outcome: booked
  rows:
    - {procedure: juminhyo, start: 2026-12-04T14:15:00+09:00, more: [inkan-shomei]}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "good.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_call_is_read_whole(tmp_path: Path) -> None:
    call = load(written(tmp_path, GOOD))
    assert call.now.isoformat() == "2026-11-24T10:00:00+09:00"
    assert call.caller == "+819012345678"
    assert (call.before[0].count, call.before[0].phone) == (2, None)
    assert call.before[1].phone == "caller"
    assert call.turns[0].means.answer == "yes"
    assert call.turns[0].path is not None
    assert call.turns[2].keys == "1#"
    assert call.turns[3].hang_up
    assert call.expect.rows[0].start.isoformat() == "2026-12-04T14:15:00+09:00"
    assert call.expect.rows[0].more == ("inkan-shomei",)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("2026-11-24T10:00+09:00", "2026-11-24T10:00", "now"),
        ("name: mei", "name: jf_gongitsune", "voice.name"),
        ('"+819012345678"', '"090"', "from"),
        ("outcome: booked", "outcome: done", "expect.outcome"),
        ("count: 2}", "count: 2, phone: caller}", "before.0"),
        ("    reading: はい\n", "", "turns.0"),
        ("    file: audio/good_1.wav\n", "", "turns.0"),
        ("  - hang_up: true\n", '  - {hang_up: true, keys: "1"}\n', "turns.3"),
        ("outcome: booked", "outcome: booked\n  rowz: []", "expect.rowz"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    with pytest.raises(BrokenCall) as caught:
        load(written(tmp_path, GOOD.replace(old, new)))
    assert str(caught.value).startswith("good.yaml: ")
    assert place in str(caught.value)


def test_a_persons_call_has_no_voice_and_may_be_of_another_office(tmp_path: Path) -> None:
    text = GOOD.replace("voice: {name: mei, speed: 0.9}\n", "office: offices/good.yaml\n")
    text = text.replace("say: はい。\n    reading: はい", "spoken: はい").replace('"+819012345678"', '""')
    call = load(written(tmp_path, text))
    assert (call.voice, call.caller, call.turns[0].spoken) == (None, "", "はい")
    assert call.office_file is not None
    assert call.office_file.name == "good.yaml"


def test_what_is_no_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BrokenCall, match="line 2"):
        load(written(tmp_path, "id: good\nabout: a: b\n"))


def test_the_id_is_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenCall, match="alike"):
        load(written(tmp_path, GOOD.replace("id: good", "id: other")))
