import pytest

from nlu.meaning import Impossible
from nlu.question import Expect
from tests.nlu.conftest import Hear

# Open 8:30 to 17:15; now is 10:00.
MOMENTS = [
    ("9時", "09:00"), ("9時半", "09:30"), ("くじはん", "09:30"), ("10時15分", "10:15"), ("3時10分前", "14:50"), ("正午", "12:00"),
    ("お昼の12時", "12:00"), ("午後2時", "14:00"), ("2時", "14:00"), ("2時半", "14:30"), ("午後一番", "13:00"), ("朝いちばん", "08:30"),
    ("13時", "13:00"), ("じゅうさんじ", "13:00"), ("0分後", "10:00"), ("2時間15分後", "12:15"), ("2時間後", "12:00"), ("30分後", "10:30"), ("ごごにじ", "14:00"), ("午前十時", "10:00"),
    ("１０時", "10:00"), ("PM3時", "15:00"), ("15:20", "15:20"), ("3:20 pm", "15:20"), ("午後の三時十五分", "15:15"), ("夕方の4時", "16:00"),
    ("しちじ", "07:00"), ("よじ", "16:00"), ("くじ", "09:00"), ("じゅうじじゅうごふん", "10:15"), ("8時半", "08:30"), ("11時ちょうど", "11:00"),
    ("10時からでお願いします", "10:00"), ("PM12", "12:00"), ("木曜日に十時", "10:00"), ("もくようびにじゅうじ", "10:00"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "start"), MOMENTS)
def test_a_moment_is_understood(hear: Hear, said: str, start: str) -> None:
    span = hear(said, Expect.TIME).times[0].value
    assert span.single
    assert span.first.isoformat("minutes") == start


SPANS = [
    ("午前中", "08:30", "11:59"), ("午後", "12:00", "17:15"), ("2時以降", "14:00", "17:15"), ("3時まで", "08:30", "15:00"),
    ("10時から11時の間", "10:00", "11:00"), ("午後1時半から3時10分", "13:30", "15:10"), ("夕方", "16:00", "17:15"), ("お昼過ぎ", "12:30", "14:00"),
    ("午後ならいつでも", "12:00", "17:15"), ("9時から11時まで", "09:00", "11:00"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "first", "last"), SPANS)
def test_a_range_of_times_is_understood(hear: Hear, said: str, first: str, last: str) -> None:
    span = hear(said, Expect.TIME).times[0].value
    assert (span.first.isoformat("minutes"), span.last.isoformat("minutes")) == (first, last)


@pytest.mark.parametrize("said", ["2時ごろ", "2時くらいで", "2時頃", "2時半前後"])
def test_about_is_kept(hear: Hear, said: str) -> None:
    assert hear(said, Expect.TIME).times[0].value.about


def test_a_bare_hour_yields_both_halves_of_the_day_ranked_by_the_opening_hours(hear: Hear) -> None:
    afternoon, night = hear("2時").times
    assert (afternoon.value.first.hour, night.value.first.hour) == (14, 2)
    assert afternoon.score >= 0.8 > 0.5 > night.score


def test_an_hour_outside_the_opening_hours_is_not_sure(hear: Hear) -> None:
    assert all(s.score < 0.8 for s in hear("7時").times)


@pytest.mark.parametrize(
    ("said", "start"),
    [("2時、いや3時", "15:00"), ("10時じゃなくて11時", "11:00"), ("9時、すみません、10時で", "10:00")],
)
def test_after_a_correction_only_the_last_time_stands(hear: Hear, said: str, start: str) -> None:
    assert hear(said).times[0].value.first.isoformat("minutes") == start


@pytest.mark.parametrize("said", ["25時", "9時70分", "午前13時"])
def test_a_time_that_cannot_be_is_named_and_not_bent(hear: Hear, said: str) -> None:
    meaning = hear(said, Expect.TIME)
    assert meaning.times == ()
    assert meaning.impossible == (Impossible(said, Expect.TIME),)


@pytest.mark.parametrize(("said", "start"), [("9", "09:00"), ("12です", "12:00"), ("二", "14:00")])
def test_a_number_alone_is_a_time_when_the_time_was_asked(hear: Hear, said: str, start: str) -> None:
    found = hear(said, Expect.TIME).times[0]
    assert found.value.first.isoformat("minutes") == start
    assert found.score < 0.8


@pytest.mark.parametrize(
    ("said", "start"),
    [("国班", "09:30"), ("ごぜんじゅじ", "10:00"), ("五号二時", "14:00"), ("護午後2時", "14:00")],
)
def test_a_time_is_found_by_its_sound_where_the_writing_is_wrong(hear: Hear, said: str, start: str) -> None:
    assert hear(said, Expect.TIME).times[0].value.first.isoformat("minutes") == start


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("おひるをたべてからいちじじゅうごふんでおねがいします", "13:15"),
        ("お昼を食べてから、1時15分で", "13:15"),
        ("昼飯ば食うてから1時半に行きます", "13:30"),
        ("お昼ご飯のあと2時で", "14:00"),
        ("昼ごはんを済ませてから、1時半", "13:30"),
        ("昼食後の1時半でお願いします", "13:30"),
        ("お昼が済んでから2時にお願いします", "14:00"),
        ("お昼の薬を飲んでから、1時に行きます", "13:00"),
        ("お昼のニュースを見てから1時半でよかですか", "13:30"),
        ("昼のドラマが終わったら1時15分に出ます", "13:15"),
        ("朝の散歩が済んでから10時で", "10:00"),
        ("お昼の12時でお願いします", "12:00"),
        ("昼の1時で", "13:00"),
    ],
)
def test_what_is_done_before_is_no_time_of_its_own(hear: Hear, said: str, start: str) -> None:
    found = hear(said, Expect.TIME).times
    assert found[0].value.first.isoformat("minutes") == start
    assert all(one.score < 0.5 for one in found[1:])


def test_after_lunch_alone_is_a_part_of_the_day(hear: Hear) -> None:
    span = hear("お昼を食べてから行きます", Expect.TIME).times[0].value
    assert (span.first.isoformat("minutes"), span.last.isoformat("minutes")) == ("12:30", "14:00")
