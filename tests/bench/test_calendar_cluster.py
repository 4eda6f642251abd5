import sys
from pathlib import Path

import pytest

from bench import calendar_cluster
from bench.calendar_cluster import PostgresMissing


def test_without_postgresql_the_message_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    def missing() -> Path:
        raise PostgresMissing("PostgreSQL is not installed; install it with: apt-get install postgresql")

    monkeypatch.setattr(calendar_cluster, "programs", missing)
    monkeypatch.setattr(sys, "argv", ["calendar_cluster", "true"])
    assert calendar_cluster.main() == 2
    assert "apt-get install postgresql" in capsys.readouterr().err


def test_a_program_that_fails_is_told_with_its_last_words():
    with pytest.raises(PostgresMissing, match="ls failed"):
        calendar_cluster._run([], "ls", "/nowhere-at-all")
