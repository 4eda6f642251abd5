"""A line that waits for the service: however long the engine takes, no time goes by in the call."""

from dataclasses import dataclass, field
from pathlib import Path

from nlu.hypothesis import Hypothesis
from recordings_fixtures import load_all
from recordings_fixtures.playing import Settling
from tests.telephony.conftest import running_line
from voicebot.service import Service
from voicebot.speech.fake_recognizer import FakeListening
from voicebot.telephony.caller import Pace, phone


@dataclass
class Late(FakeListening):
    """Notes the call's time when it is asked, and when it has worked for a while."""

    line: Service | None = None
    times: list[tuple[int, int]] = field(default_factory=list)

    def result(self) -> tuple[Hypothesis, ...]:
        before = self.now_ms
        sum(range(2_000_000))
        self.times.append((before, self.now_ms))
        return super().result()

    @property
    def now_ms(self) -> int:
        assert self.line is not None
        (session,) = self.line.sessions
        return session._ears.now_ms


async def test_the_line_stands_still_while_the_engine_works(tmp_path: Path):
    path = next(turn.path for call in load_all() for turn in call.turns if turn.path)
    times: list[tuple[int, int]] = []
    said = []
    for run in ("once", "again"):
        with running_line(tmp_path / run) as line:
            line.ears.script += [(Hypothesis("パスポート"),), (Hypothesis("わかりません"),)]
            service = line.service
            line.ears.listen = lambda hints, line=line, service=service: Late(  # type: ignore[method-assign, misc]
                line.ears, line=service, times=times
            )
            result = await phone(
                line.url, [path, path], pace=Pace.FAST, patience_ms=3_000, settled=Settling(service)
            )
        said.append((len(result.said), result.heard))
    assert len(times) >= 4
    assert all(before == after for before, after in times)
    assert said[0] == said[1]
