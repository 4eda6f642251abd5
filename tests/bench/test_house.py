"""Counting on a small house."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench import house
from bench.house import Code, Patterns, counted, rows

FILES = {
    "nlu/words.py": """\"\"\"明後日 and 火曜 in a docstring.\"\"\"

import re

# 明後日 in a comment
DAYS = "今日 明後日"
\"\"\"明後日 of an attribute.\"\"\"
_DAY = re.compile(r"月曜|火曜|[|あ]|a\\|b")
found = re.sub("あ|い", "", DAYS) or DAYS.split("|") or re.escape("a|b")
""",
    "nlu/deep/er.py": "from nlu.people import count\n",
    "dialog/said.yaml": "# 明後日\nday: 火曜 # 明後日\n",
    "dialog/state.py": "class State:\n    party_size: int = 0\n    peoples = partying = 1\n",
    "dialog/plain.py": "party = None\n",
    "voicebot/console/day.yaml": "day: 明後日\n",
    "voicebot/speech/ctc_a.py": "a = 1\nb = 2\n",
    "voicebot/speech/kana_b.py": "",
    "voicebot/speech/wav.py": "c = 3\n",
    "bench/suite.py": "SAID = '明後日'\nparty = 2\n",
    "prompts/sentences.yaml": "day: 明後日\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_words_count_where_the_code_holds_them_and_not_where_it_speaks_of_them(root: Path):
    found = counted(root)
    assert found.date_word == ("nlu/words.py", "voicebot/console/day.yaml")
    assert (found.weekdays["月曜"], found.weekdays["火曜"], found.weekdays["水曜"]) == (1, 2, 0)


def test_patterns_are_calls_of_re_with_their_choices_outside_of_classes(root: Path):
    assert counted(root).patterns == Patterns(2, 4)


def test_modules_and_lines_are_those_of_nlu_and_of_what_hears_sounds(root: Path):
    found = counted(root)
    assert found.nlu == Code(2, 10)
    assert found.feeding == Code(2, 2)


def test_a_slot_is_named_where_a_whole_part_of_a_name_is_its_name(root: Path):
    assert counted(root).slot == 3


def test_goals_are_one_file_few_patterns_and_fewer_modules_and_lines(root: Path):
    now = counted(root)
    assert [row.met for row in rows(now, house.BEFORE)] == [False, None, True, True, True, None]
    grown = replace(now, date_word=("a.py",), patterns=Patterns(61, 0), nlu=Code(2, 10_000))
    assert [row.met for row in rows(grown, house.BEFORE)] == [True, None, False, False, True, None]


def test_the_house_itself_can_be_counted():
    assert "nlu/vocabulary/days.py" in counted(house.ROOT).date_word
