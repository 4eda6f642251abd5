"""What is said once more, more exactly, or put right without a word that says so."""

from datetime import time

import pytest

from nlu.question import Expect
from tests.nlu.conftest import Hear


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("9時……9時半で", "09:30"),
        ("くじ……くじはんで", "09:30"),
        ("10時、10時15分。10時15分にしてください", "10:15"),
        ("8時……8時半は早いか、9時、9時15分で", "09:15"),
        ("3時半……3時で", "15:00"),
        ("10時と思いよったけど、バスが10時5分にしか着かんのです。10時15分に", "10:15"),
        ("じゅうじとおもっとったけど、じゅうじはんにして", "10:30"),
        ("2時に行きます。昼のね", "14:00"),
    ],
)
def test_the_last_time_is_the_one_that_is_wished(hear: Hear, said: str, start: str) -> None:
    sure = [one.value.first for one in hear(said, Expect.TIME).times if one.score >= 0.8]
    assert sure == [time.fromisoformat(start)]


@pytest.mark.parametrize(
    "said", ["10時か10時半", "10時、10時半、11時、どれでもいい", "10時ごろ、10時半ごろがいいです"]
)
def test_times_that_are_left_to_choose_from_all_stand(hear: Hear, said: str) -> None:
    starts = {one.value.first for one in hear(said, Expect.TIME).times if one.score >= 0.8}
    assert {time(10), time(10, 30)} <= starts


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("金曜がいいんです、来週の金曜、12月4日", "2026-12-04"),
        ("きんようがいいんです、らいしゅうのきんよう、よっか", "2026-12-04"),
        ("水曜がいいんです、来週の水曜、2日ですね", "2026-12-02"),
        ("水曜日の、来週の水曜日", "2026-12-02"),
        ("4日と思いよったけど、8日に", "2026-12-08"),
        ("あら、3日は木曜やったね、金曜のほうです、12月4日の金曜日", "2026-12-04"),
    ],
)
def test_one_day_said_in_several_ways_is_sure(hear: Hear, said: str, day: str) -> None:
    sure = [str(one.value.first) for one in hear(said, Expect.DATE).dates if one.score >= 0.8]
    assert sure == [day]


def test_two_weeks_to_choose_from_both_stand(hear: Hear) -> None:
    days = {str(one.value.first) for one in hear("水曜か、来週の水曜", Expect.DATE).dates}
    assert days == {"2026-11-25", "2026-12-02"}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("水曜と木曜とどっちがよかと、木曜は病院やろうもん。ええ、来週の水曜日にします", "2026-12-02"),
        (
            "すいようともくようとどっちがよかと、もくようはびょういんやろうもん。ええ、らいしゅうのすいようびにします",
            "2026-12-02",
        ),
        ("水曜と木曜とどっちがいいかねえ、うん、木曜にします", "2026-11-26"),
        ("2日と3日とどっちがええかいね、母さん。ああ3日やね、3日でお願いします", "2026-12-03"),
        ("水曜がいいかね。うん、来週の木曜にします", "2026-12-03"),
        ("水曜がいいかね、来週の水曜日で", "2026-12-02"),
    ],
)
def test_days_that_are_weighed_give_way_to_the_one_that_is_decided_on(
    hear: Hear, said: str, day: str
) -> None:
    sure = [str(one.value.first) for one in hear(said, Expect.DATE).dates if one.score >= 0.8]
    assert sure == [day]


@pytest.mark.parametrize(
    "said",
    [
        "水曜がいいかね、それか木曜でお願いします",
        "水曜と木曜のどっちかでお願いします",
        "水曜と木曜、どっちでもいいです",
        "水曜と木曜のどっちが空いとりますか",
    ],
)
def test_days_that_will_both_do_both_stand(hear: Hear, said: str) -> None:
    days = {str(one.value.first) for one in hear(said, Expect.DATE).dates}
    assert days == {"2026-11-25", "2026-11-26"}
