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
        ('text: "お調べします。"', 'text: "{day}をお調べします。"', "unknown placeholder {day}"),
        (
            'text: "予約番号は、{number}です。"',
            'text: "予約番号です。"',
            "'text' lacks the placeholder {number}",
        ),
        ('reading: "おしらべします。"', 'reading: ""', "'reading' is missing"),
        ('reading: "おしらべします。"', 'reading: "お調べします。"', "write 「調」 in hiragana"),
        ('text: "お調べします。"', 'text: "{お調べします。"', "a brace without its partner"),
        ('reading: "おしらべします。"', f'reading: "{"おしらべします" * 10}"', "takes 13 s without a 「。」"),
        ('reading: "おしらべします。"', f'reading: "{"おしらべします。" * 20}"', "takes 25 s"),
        ('text: "お調べします。"', 'text: "お調べしますか。よろしいですか。"', "more than one question"),
        ("one_moment:", "one_momemt:", "the key 'one_moment' is missing"),
        ("one_moment:", "one_momemt:", "no conversation says this key"),
    ],
)
def test_a_wrong_edit_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    complaints = prompts.check(edited(tmp_path, old, new))
    assert any(complaint in line for line in complaints), complaints


def test_a_complaint_names_the_line(tmp_path: Path) -> None:
    path = edited(tmp_path, 'reading: "おしらべします。"', 'reading: "OK"')
    assert prompts.check(path) == [
        f"{path}, line {line_of(path, 'OK') - 1} (one_moment): "
        "'reading' may hold hiragana, ー, 、 and 。 only; write 「KO」 in hiragana"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('  - text: "お調べします。"', '  - text: "お調べします。'),
        ("one_moment:\n", "one_moment\n"),
        ('    reading: "おしらべします。"', '    redaing: "おしらべします。"'),
        ("one_moment:\n", "greeting:\n"),
        ('  - text: "お調べします。"\n    reading: "おしらべします。"', '  "お調べします。"'),
        ('  - text: "お調べします。"\n    reading: "おしらべします。"', '  - "お調べします。"'),
        ('text: "お調べします。"', "text: [お調べします。]"),
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
