"""The figures of `make bench-nlu`, on little material."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench import nlu, nlu_answers, nlu_recordings, nlu_suites
from bench.nlu_peers import Peer
from bench.nlu_suites import NOW, Line
from calendar_backend import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from recordings_fixtures import Turn
from recordings_fixtures.channel import RATE
from recordings_fixtures.loader import Means
from voicebot import desk
from voicebot.clock import SystemClock
from voicebot.speech import wav
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.understand import Asked

TOMORROW = Line("明日", NOW, ({"date": "2026-11-25"},))
NEVER = Line("2月30日", NOW, ({"date": "2027-03-02"},))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def test_a_suite_is_read_by_the_first_result(lexicon: Lexicon) -> None:
    read = nlu_suites.ours([TOMORROW, NEVER], lexicon)
    assert (read.right, read.total, read.sure, read.sure_right) == (1, 2, 1, 1)
    assert read.wrong == ("2月30日",)
    assert len(read.ms) == 2


def test_every_expression_of_the_lex_comparison_is_understood(lexicon: Lexicon) -> None:
    assert nlu_suites.ours(nlu_suites.lex(), lexicon).wrong == ()


def test_data_that_is_absent_is_told_in_the_table(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlu_suites, "DATA", Path("nowhere"))
    monkeypatch.setattr(nlu_answers, "DATA", Path("nowhere"))
    dates, answers = nlu.suite_rows({"dates.jsonl": nlu_suites.dates()}, lexicon), nlu.answer_rows(lexicon)
    assert [row.met for row in dates + answers] == [None, None]
    assert all("absent" in row.measured for row in dates + answers)


def _peer(tmp_path: Path, code: str) -> Peer:
    return Peer("peer", (sys.executable, "-c", code), tmp_path)


def test_a_peer_is_asked_for_every_line_and_its_first_result_counts(tmp_path: Path) -> None:
    answer = json.dumps([{"date": "2026-11-25"}, {"date": "2026-11-26"}])
    echo = f"import sys\nfor line in sys.stdin: print({answer!r})"
    right, ms = nlu_suites.peer([TOMORROW, NEVER], _peer(tmp_path, echo).read)
    assert right == 1
    assert ms > 0


def test_a_peer_that_stops_says_why(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such rule"):
        nlu_suites.peer([TOMORROW], _peer(tmp_path, "raise SystemExit('no such rule')").read)


def test_the_driver_of_a_peer_reads_lines_and_survives_texts_on_which_the_peer_fails(tmp_path: Path) -> None:
    (tmp_path / "jatime").mkdir()
    (tmp_path / "jatime" / "__init__.py").touch()
    (tmp_path / "jatime" / "analyzer.py").write_text(
        "def analyze(text, base):\n"
        "    parts = dict(year=None, month=None, day=None, dow=1, hour=14, minute=None)\n"
        "    return [parts] if text == '火曜の午後2時' else 1 / 0\n",
        encoding="utf-8",
    )
    driver = Path(nlu_suites.__file__).with_name("nlu_peer.py")
    code = f"import sys, runpy; sys.path.insert(0, {str(tmp_path)!r}); sys.argv[1:] = ['jatime']; runpy.run_path({str(driver)!r}, run_name='__main__')"
    results, _ = _peer(tmp_path, code).read([{"text": "火曜の午後2時", "now": NOW}, {"text": "", "now": NOW}])
    assert results == [[{"date": "2026-12-01", "time": "14:00"}], []]


def test_lines_held_to_be_mislabelled_are_named_once_and_left_out(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [n for listed in nlu_answers.MISLABELLED.values() for n in listed]
    assert len(numbers) == len(set(numbers))
    said = {"question": "よろしいですか", "text": "はい", "label": "no"}
    monkeypatch.setattr(
        nlu_answers, "lines", lambda: iter([(1, said | {"label": "yes"}), (numbers[0], said)])
    )
    asked = Asked("answer", lexicon, SystemClock().now())
    assert nlu_answers.tally(asked).pairs == {("yes", "yes"): 1, ("no", "yes"): 1}
    assert nlu_answers.tally(asked, nlu_answers.trusted).f1("yes") == 1.0


def test_noise_and_loss_spoil_the_line_by_as_much_as_they_say() -> None:
    rng = np.random.default_rng(1)
    speech = (6_000 * np.sin(np.arange(80_000) / 3)).astype(np.int16)
    noise = nlu_recordings.white_noise(speech, rng).astype(np.float64) - speech
    ratio = 10 * np.log10(np.mean(speech.astype(np.float64) ** 2) / np.mean(noise**2))
    assert ratio == pytest.approx(nlu_recordings.SNR_DB, abs=0.5)
    lost = nlu_recordings.frames_lost(speech, rng).reshape(-1, nlu_recordings.FRAME)
    assert np.mean(~lost.any(axis=1)) == pytest.approx(nlu_recordings.LOST, abs=0.02)


def test_a_turn_is_right_when_all_its_slots_are(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = [
        (call, turn) for call, turn in nlu_recordings.filling_turns() if turn.means.date and turn.means.time
    ][:2]
    monkeypatch.setattr(nlu_recordings, "filling_turns", lambda: iter(turns))
    engine = FakeRecognizer([(Hypothesis(turns[0][1].say or ""),), (Hypothesis("えーと"),)])
    found = nlu_recordings.understood(engine, lexicon, nlu_recordings.clean)
    assert (found.turns, found.right) == (2, 1)
    assert found.slots >= 4
    assert found.sure == found.sure_right
    assert len(found.ms) == sum(
        3 <= wav.read(turn.path, RATE).size / RATE <= 5 for _, turn in turns if turn.path
    )


def test_one_in_twenty_may_be_slower_than_the_goal() -> None:
    assert nlu.time_row("lattice", 20, [1.0] * 99 + [500.0]).met
    assert not nlu.time_row("lattice", 20, [1.0] * 8 + [25.0] * 2).met


@pytest.mark.parametrize(
    ("means", "expect"),
    [
        ({"procedure": "juminhyo"}, "procedure"),
        ({"date": "2026-12-01"}, "date"),
        ({"date": "2026-12-01", "time": "10:00"}, "any"),
        ({"answer": "yes"}, "answer"),
    ],
)
def test_a_turn_answers_the_question_of_what_it_fills(means: dict[str, Any], expect: str) -> None:
    turn = Turn(say="はい", reading="はい", file="a.wav", means=Means(**means))
    assert nlu_recordings.question_of(turn).expect.value == expect
