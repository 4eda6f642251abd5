"""Finding calls, on SQLite or the server of VOICEBOT_TEST_DATABASE."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from tests.telephony.conftest import NOW
from voicebot.archive import index
from voicebot.archive.search import COUNTED, Wish, count, of_sid, one, search
from voicebot.archive.summary import UNFINISHED, Summary
from voicebot.database import reading, writing
from voicebot.database.tables import CallLabelRow


def call(number: int, text: str = "", days: int = 0, **changes: Any) -> Summary:
    began = NOW + timedelta(days=days, seconds=number)
    values: dict[str, Any] = {
        "folder": f"{began:%Y-%m-%d}/CA{number}",
        "sid": f"CA{number}",
        "began": began,
        "ended": began + timedelta(seconds=90),
        "outcome": "booked",
        "office": "kita",
        "procedures": ("juminhyo",),
        "caller": "＊＊＊34",
        "confidence": 0.9,
        "silences": 0,
        "transfers": 0,
        "booking": "",
        "turns": 3,
        "first_words": "",
        "text": text,
    }
    return Summary(**values | changes)


def put(engine: Engine, *calls: Summary) -> None:
    with writing(engine) as connection:
        for one_call in calls:
            index.put(connection, one_call)


def sids(engine: Engine, wish: Wish, **more: Any) -> list[str]:
    with reading(engine) as connection:
        return [found.sid for found in search(connection, wish, **more)]


SAID = {
    1: "お電話ありがとうございます。\n住民票をお願いします",
    2: "テンニュウ届を出したいです\n来週の金曜",
    3: "ねんきんのことで\n０９３の５５５です",
    4: "住民\n票を数えました",
    5: "Passport を取りたい\n%_\\ \"*' OR 1=1",
    6: "戸籍の\nこ\n票",
    7: "",
}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("住民票", [1]),
        ("住民", [4, 1]),
        ("票", [6, 4, 1]),
        ("転入", []),
        ("てんにゅう", [2]),
        ("テンニュウ", [2]),
        ("ﾃﾝﾆｭｳ", [2]),
        ("年金", []),
        ("ねんきん", [3]),
        ("093", [3]),
        ("０９３", [3]),
        ("093の555", [3]),
        ("住民票 お願い", [1]),
        ("住民票　お願い", [1]),
        ("お願い 住民票", [1]),
        ("住民票 金曜", []),
        ("passport", [5]),
        ("PASSPORT", [5]),
        ("pass", [5]),
        ("port", [5]),
        ("1=1", [5]),
        ("票を", [4, 1]),
        ("民票を", [1]),
        ("こ", [6, 3]),
        ("ことで", [3]),
        ("す", [3, 2, 1]),
        ("戸籍の", [6]),
        ("籍", [6]),
        ("の", [6, 3, 2]),
        ("住" * 300, []),
        ("NEAR(住民 票)", []),
        ("ありがとうございます。", [1]),
        ("民票をお願いします", [1]),
    ],
)
def test_what_was_said_is_found_by_its_words_whole_or_in_part(engine: Engine, words: str, found: list[int]):
    put(engine, *(call(number, text) for number, text in SAID.items()))
    assert sids(engine, Wish(text=words)) == [f"CA{number}" for number in found]


@pytest.mark.parametrize("nothing", ["", " ", "　", '"', "*", "%", "_", "' OR '", "。、", "()"])
def test_a_query_without_a_letter_asks_for_nothing(engine: Engine, nothing: str):
    put(engine, *(call(number, text) for number, text in SAID.items()))
    wanted = [5] if "OR" in nothing else sorted(SAID, reverse=True)
    assert sids(engine, Wish(text=nothing)) == [f"CA{number}" for number in wanted]


def test_hostile_text_is_kept_as_it_is(engine: Engine):
    text = "<script>alert(1)</script>\n=SUM(A1)\n\0'; DROP TABLE calls; --\n\ue000\ue000"
    put(engine, call(1, text))
    assert sids(engine, Wish(text="<script>")) == ["CA1"]
    assert sids(engine, Wish(text="drop table")) == ["CA1"]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (Wish(), [4, 3, 2, 1]),
        (Wish(days=(date(2026, 11, 24), date(2026, 11, 24))), [2, 1]),
        (Wish(days=(date(2026, 11, 25), date(2026, 12, 31))), [4, 3]),
        (Wish(outcomes=("booked",)), [1]),
        (Wish(outcomes=("transferred", UNFINISHED)), [3, 2]),
        (Wish(office="minami"), [2]),
        (Wish(procedure="juminhyo"), [3, 1]),
        (Wish(procedure="juminh"), []),
        (Wish(procedure="%"), []),
        (Wish(below=0.5), [2]),
        (Wish(silences=2), [3]),
        (Wish(transferred=True), [2]),
        (Wish(label="misheard"), [4]),
        (Wish(label="misheard", office="minami"), []),
        (Wish(text="住民票", outcomes=("booked",), days=(date(2026, 11, 24), date(2026, 11, 24))), [1]),
    ],
)
def test_calls_are_found_by_what_is_known_of_them(engine: Engine, wish: Wish, found: list[int]):
    put(
        engine,
        call(1, "住民票"),
        call(2, outcome="transferred", office="minami", procedures=(), confidence=0.2, transfers=1),
        call(3, "住民票", days=1, outcome=UNFINISHED, procedures=("tennyu", "juminhyo"), silences=2),
        call(4, days=1, outcome="failed", procedures=("tennyu",), confidence=None),
    )
    with writing(engine) as connection:
        labelled = {"folder": "2026-11-25/CA4", "label": "misheard", "at": NOW, "who": "hana"}
        connection.execute(insert(CallLabelRow).values(labelled))
    assert sids(engine, wish) == [f"CA{number}" for number in found]
    with reading(engine) as connection:
        assert count(connection, wish) == len(found)


def test_a_list_goes_on_where_it_stopped(engine: Engine):
    put(engine, *(call(number, "はい") for number in range(1, 8)))
    for wish in (Wish(), Wish(text="はい")):
        seen: list[str] = []
        before = None
        while True:
            with reading(engine) as connection:
                found = search(connection, wish, before=before, most=3)
            if not found:
                break
            seen += [one_call.sid for one_call in found]
            before = found[-1].id
        assert seen == [f"CA{number}" for number in range(7, 0, -1)]


def test_a_call_written_again_replaces_what_was_known(engine: Engine):
    put(engine, call(1, "住民票"), call(1, "転入届", outcome="changed"))
    assert sids(engine, Wish(text="住民票")) == []
    assert sids(engine, Wish(text="転入", outcomes=("changed",))) == ["CA1"]
    with writing(engine) as connection:
        index.remove(connection, ["2026-11-24/CA1", "2026-11-24/nobody"])
    assert sids(engine, Wish(text="転入")) == []
    assert sids(engine, Wish()) == []


def test_two_calls_of_one_moment_are_two(engine: Engine):
    put(
        engine,
        *(
            call(1, "はい", folder=f"2026-11-24/CA{number}", sid=f"CA{number}")
            for number in range(3_000)[::30]
        ),
    )
    assert len(set(sids(engine, Wish(text="はい"), most=200))) == 100


def test_one_call_is_found_by_its_folder_or_by_the_id_that_a_booking_names(engine: Engine):
    put(engine, call(1), call(2))
    with reading(engine) as connection:
        found = one(connection, "2026-11-24/CA2")
        assert found is not None
        assert (found.sid, found.seconds, found.procedures) == ("CA2", 90, ("juminhyo",))
        assert of_sid(connection, "CA2") == found
        assert one(connection, "2026-11-24/CA3") is of_sid(connection, "CA3") is None


def test_no_more_are_counted_than_need_be(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("voicebot.archive.search.COUNTED", 5)
    put(engine, *(call(number, "はい") for number in range(8)))
    with reading(engine) as connection:
        assert count(connection, Wish()) == count(connection, Wish(text="はい")) == 5
    assert COUNTED == 1_000
