from pathlib import Path

import pytest

import prompts
from prompts.catalogue import SENTENCES

ORIGINAL = SENTENCES.read_text("utf-8")


def edited(tmp_path: Path, old: str, new: str) -> Path:
    assert ORIGINAL.count(old) == 1
    path = tmp_path / "sentences.yaml"
    path.write_text(ORIGINAL.replace(old, new), "utf-8")
    return path


def line_of(path: Path, piece: str) -> int:
    return path.read_text("utf-8").split(piece)[0].count("\n") + 1


def test_the_sentences_that_ship_are_without_complaint() -> None:
    assert prompts.check() == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            'text: "ゆっくり申し上げます。"',
            'text: "{day}をゆっくり申し上げます。"',
            "unknown placeholder {day}",
        ),
        (
            'text: "予約番号は、{number}です。"',
            'text: "予約番号です。"',
            "'text' lacks the placeholder {number}",
        ),
        ('reading: "ゆっくりもうしあげます。"', 'reading: ""', "'reading' is missing"),
        (
            'reading: "ゆっくりもうしあげます。"',
            'reading: "ゆっくり申し上げます。"',
            "write 「上申」 in hiragana",
        ),
        ('text: "ゆっくり申し上げます。"', 'text: "{ゆっくり申し上げます。"', "a brace without its partner"),
        (
            'reading: "ゆっくりもうしあげます。"',
            f'reading: "{"ゆっくりもうしあげます" * 7}"',
            "takes 14 s without a 「。」",
        ),
        (
            'reading: "ゆっくりもうしあげます。"',
            f'reading: "{"ゆっくりもうしあげます。" * 14}"',
            "takes 28 s (at most 25 s)",
        ),
        (
            'text: "ゆっくり申し上げます。"',
            'text: "ゆっくり申し上げますか。よろしいですか。"',
            "more than one question",
        ),
        ("slower:", "slowre:", "the key 'slower' is missing"),
        ("slower:", "slowre:", "no conversation says this key"),
    ],
)
def test_a_wrong_edit_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    complaints = prompts.check(edited(tmp_path, old, new))
    assert any(complaint in line for line in complaints), complaints


def test_a_complaint_names_the_line(tmp_path: Path) -> None:
    path = edited(tmp_path, 'reading: "ゆっくりもうしあげます。"', 'reading: "OK"')
    assert prompts.check(path) == [
        f"{path}, line {line_of(path, 'OK') - 1} (slower): "
        "'reading' may hold hiragana, ー, 、 and 。 only; write 「KO」 in hiragana"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('  - text: "ゆっくり申し上げます。"', '  - text: "ゆっくり申し上げます。'),
        ("slower:\n", "slower\n"),
        ('    reading: "ゆっくりもうしあげます。"', '    redaing: "ゆっくりもうしあげます。"'),
        ("slower:\n", "greeting:\n"),
        (
            '  - text: "ゆっくり申し上げます。"\n    reading: "ゆっくりもうしあげます。"',
            '  "ゆっくり申し上げます。"',
        ),
        (
            '  - text: "ゆっくり申し上げます。"\n    reading: "ゆっくりもうしあげます。"',
            '  - "ゆっくり申し上げます。"',
        ),
        ('text: "ゆっくり申し上げます。"', "text: [ゆっくり申し上げます。]"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_and_remedy(tmp_path: Path, old: str, new: str) -> None:
    path = edited(tmp_path, old, new)
    with pytest.raises(prompts.PromptsError, match=r"sentences\.yaml, line \d+: .+;.+"):
        prompts.check(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(prompts.PromptsError, match=r"none\.yaml: cannot be read"):
        prompts.check(tmp_path / "none.yaml")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("", "utf-8")
    with pytest.raises(prompts.PromptsError, match="no sentences"):
        prompts.check(path)
