"""The block of people: who is grouped with whom, and what is asked of them."""

from dataclasses import replace

import numpy as np
import pytest

from bench import ears_people
from bench.ears_people import Heard
from bench.ears_people_samples import Clip
from bench.ears_samples import Sample
from nlu.hints import Hints
from nlu.hypothesis import Hypothesis

SAID = Sample(np.zeros(0, np.int16), "a" * 100, Hints())


def heard(speaker: str, wrong: int, hertz: float = 120.0, gender: str = "", known: bool = True) -> Heard:
    """A clip of 100 sounds; the head hears twice as many wrong, Whisper three times."""
    clip = Clip(SAID, speaker, known, gender, hertz)
    return Heard(clip, {"head": 2 * wrong, "whisper": 3 * wrong, "both": wrong})


def stranger(clip: str, wrong: int) -> Heard:
    return heard(clip, wrong, known=False)


def test_head_and_engine_are_held_to_their_goals_and_whisper_to_none():
    rows = ears_people.errors([heard("cv:a", 4), heard("cv:b", 5)])
    head, whisper, both, better = rows
    assert (head.goal, head.met) == ("<= 9 %", True)
    assert (whisper.goal, whisper.met) == ("-", None)
    assert (both.goal, both.met) == ("<= 8 %", True)
    assert both.measured.startswith("4.5 % (9 of 200 sounds in 2 by 2; ")
    assert better.met


def test_an_engine_above_its_goal_misses_it():
    assert [row.met for row in ears_people.errors([heard("cv:a", 10)])] == [False, None, False, True]


def test_the_median_is_of_known_speakers_with_enough_clips():
    few = [heard("cv:few", 90)] * (ears_people.ENOUGH - 1)
    many = [heard(f"cv:{n}", wrong) for n, wrong in enumerate((2, 6, 50)) for _ in range(ears_people.ENOUGH)]
    strangers = [stranger(f"{n}.mp3", 80) for n in range(20)]
    both = ears_people.medians([*few, *many, *strangers])[2]
    assert both.measured.startswith("6.0 % (of 3 speakers; ")
    assert both.met


def test_of_nobody_no_median_is_told():
    both = ears_people.medians([stranger("1.mp3", 3)])[2]
    assert (both.measured, both.met) == ("nobody", None)


@pytest.mark.parametrize(("wrong", "met"), [(6, True), (7, False)])
def test_higher_voices_are_measured_against_lower_ones(wrong: int, met: bool):
    rows = ears_people.voices(
        [heard("cv:low", 5, 110.0), heard("cv:high", wrong, 220.0), heard("cv:none", 99, 0.0)]
    )
    assert rows[-1].measured.startswith(f"{wrong / 5:.2f} times")
    assert rows[-1].met is met


def test_gender_is_told_as_far_as_it_was_given():
    female, male = ears_people.genders([heard("cv:a", 4, gender="male"), heard("cv:b", 9)])
    assert female.measured == "nobody"
    assert male.measured.startswith("4.0 % (4 of 100 sounds in 1 by 1; ")


def test_the_worst_speakers_come_worst_first_with_their_accounts_shortened():
    ones = [heard(f"cv:{n:04}deadbeef", n) for n in range(14) for _ in range(ears_people.LISTED_FROM)]
    rows = ears_people.worst([*ones, heard("cv:once", 99), stranger("1.mp3", 99)])
    assert len(rows) == ears_people.WORST
    assert "1: 0013, both" in rows[0].what
    assert rows[0].measured.startswith("13.0 % (26 of 200 sounds in 2; ")
    assert "deadbeef" not in "".join(row.what for row in rows)


def test_an_interval_draws_whole_speakers():
    steady = [heard(f"cv:{n}", 5) for n in range(20)]
    one_bad = [replace(steady[0], wrong={"head": 0, "whisper": 0, "both": 50 * (n < 10)}) for n in range(20)]
    by_clip = [replace(one, clip=replace(one.clip, speaker=f"cv:{n}")) for n, one in enumerate(one_bad)]
    by_speaker = [
        replace(one, clip=replace(one.clip, speaker=f"cv:{n < 10}")) for n, one in enumerate(one_bad)
    ]
    narrow, wide = (ears_people.errors(part)[2].measured for part in (by_clip, by_speaker))
    assert "in 20 by 20; " in narrow
    assert wide.endswith("in 20 by 2; 0.0 to 50.0 %)")


@pytest.mark.parametrize(("share", "met"), [(0.6, True), (0.5, False)])
def test_enough_of_the_answers_must_be_sure(share: float, met: bool):
    judged = [(0.95, True)] * round(10 * share) + [(0.4, True)] * round(10 * (1 - share))
    row = ears_people.sure(judged, 0.9)
    assert row.met is met


def test_a_day_that_nobody_said_is_counted_and_one_that_was_is_not():
    texts = ("授業を始めましょう", "来週の水曜日でお願いします", "絵を見る")
    said = [Clip(replace(SAID, text=text), "cv:a", True, "", 120.0) for text in texts]
    made = [(Hypothesis("12月4日です"),), (Hypothesis("来週の木曜日です"),), (Hypothesis("えおみる"),)]
    doubted = [(Hypothesis("12月4日です", 0.1), Hypothesis("住むんです", 0.9)), *made[1:]]
    rows = {}
    for name, heard in (("clear", made), ("doubted", doubted)):
        rows[name] = ears_people.made_up(said, dict.fromkeys(("head", "whisper", "both"), heard))
    assert [row.measured[:16] for row in rows["clear"]] == ["50.0 % (1 of 2; "] * 2
    assert [row.measured[:7] for row in rows["doubted"]] == ["50.0 % ", "0.0 % ("]
