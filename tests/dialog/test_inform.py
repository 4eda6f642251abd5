"""What is asked in passing is answered, and the call goes on where it was."""

from dataclasses import replace
from datetime import date, time

import pytest

from dialog.calendar import Booking
from dialog.office import Counter
from dialog.opening import Day, open_days
from dialog.state import Outcome, Phase
from nlu.lexicon import Term
from nlu.meaning import Request
from tests.dialog.conversation import NOW, Conversation, moment


def test_what_to_bring_is_told_and_the_question_asked_again():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票をお願いします")
    answer = call.says("持ち物は何ですか")
    assert "本人確認書類" in answer
    assert call.keys == ("bring", "ask_date")
    call.says("12月2日の午後2時で")
    assert call.state.phase is Phase.CONFIRMING


def test_a_question_about_a_procedure_chooses_it():
    call = Conversation()
    call.says("児童手当には何が必要ですか")
    assert call.keys == ("procedure_heard", "bring", "ask_date")
    assert call.state.procedure == "jido_teate"


def test_without_a_procedure_the_hours_of_all_counters_are_told():
    call = Conversation()
    assert "午前9時から午後5時まで" in call.says("窓口は何時まで開いていますか")
    assert call.keys == ("hours_of_all", "ask_procedure")


def test_where_counters_differ_the_hours_of_most_are_told():
    call = Conversation()
    first, *others = call.state.office.procedures
    late = replace(first, hours=Term("平日の、午後8時まで", "へいじつの、ごごはちじまで"))
    call.state = replace(call.state, office=replace(call.state.office, procedures=(late, *others)))
    assert "午前9時から午後5時まで" in call.says("窓口は何時まで開いていますか")
    assert call.keys == ("hours_of_most", "ask_procedure")


def test_what_depends_on_the_procedure_is_answered_once_that_is_known():
    call = known(answers=((Request.FEE, Term("1通300円", "いっつう さんびゃくえん")),))
    call.says("手数料はいくらですか")
    assert call.keys == ("depends_on_procedure", "ask_procedure")
    assert "1通300円" in call.says("住民票です")
    assert call.keys == ("procedure_heard", "fee", "ask_date")
    assert "1通300円" not in call.says("12月2日です")


@pytest.mark.parametrize(
    ("asked", "request_", "words"),
    [
        ("いくらですか", Request.FEE, "1通300円"),
        ("代理でもいいですか", Request.PROXY, "委任状があればできます"),
        ("はんこはいりますか", Request.SEAL, "いりません"),
        ("コンビニで取れますか", Request.CONVENIENCE_STORE, "カードがあれば取れます"),
    ],
)
def test_what_an_office_says_of_a_procedure_is_told_and_else_a_person_knows(
    asked: str, request_: Request, words: str
):
    call = known(answers=((request_, Term(words, "ことば")),))
    call.says("住民票をお願いします")
    assert words in call.says(asked)
    assert call.keys == (request_.value, "ask_date")
    silent = known()
    silent.says("住民票をお願いします")
    silent.says(asked)
    unknown = "proxy_not_known" if request_ is Request.PROXY else "not_known"
    assert silent.keys == (unknown, "ask_date")


def test_where_in_the_building_a_counter_is_is_told():
    call = known()
    counter = replace(call.state.office.counters[0], floor=Term("1階の3番", "いっかいの さんばん"))
    call.state = replace(call.state, office=replace(call.state.office, counters=(counter,)))
    call.says("住民票をお願いします")
    assert "証明窓口は、1階の3番です" in call.says("何階ですか")
    assert call.keys == ("counter_is", "floor", "ask_date")


def test_the_hours_are_those_of_the_procedure_s_counter():
    call = Conversation()
    call.says("住民票をお願いします")
    assert "午前9時から午後5時まで" in call.says("何時まで開いていますか")


def test_a_question_into_the_read_back_has_everything_read_again_and_no_yes_is_lost():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("何を持って行けばいいですか")
    assert call.keys == ("bring", "read_back", "confirm")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 2, 14), "+81935551234")]


def weekdays(day: date) -> Day:
    return Day(day, ((time(9), time(17)),) if day.weekday() < 5 else ())


def known(**facts: object) -> Conversation:
    """A call to an office that knows more of the procedure 住民票, and its counter's days."""
    call = Conversation(moment(12, 2, 14))
    office = call.state.office
    first, *others = office.procedures
    counter = Counter(
        "shomei",
        Term("証明窓口", "しょうめいまどぐち"),
        open_days(NOW.date(), weekdays),
    )
    told = replace(first, counter="shomei", **facts)  # type: ignore[arg-type]
    call.state = replace(call.state, office=replace(office, procedures=(told, *others), counters=(counter,)))
    return call


def test_the_deadline_the_counter_and_the_duration_are_the_office_s():
    call = known(deadline=Term("14日以内", "じゅうよっかいない"), minutes=75)
    call.says("住民票をお願いします")
    assert "14日以内" in call.says("いつまでに出せばいいですか")
    assert "1時間15分" in call.says("どのくらいかかりますか")
    assert "証明窓口" in call.says("どの窓口ですか")
    assert call.keys == ("counter_is", "ask_date")


@pytest.mark.parametrize("asked", ["いつまでに出せばいいですか", "どのくらいかかりますか", "どの窓口ですか"])
def test_what_the_office_does_not_say_is_not_made_up(asked: str):
    call = Conversation()
    call.says("住民票をお願いします")
    call.says(asked)
    assert call.keys == ("not_known", "ask_date")


def test_on_which_floor_a_counter_is_a_person_knows():
    call = known()
    call.says("住民票をお願いします")
    call.says("何階ですか")
    assert call.keys == ("counter_is", "not_known", "ask_date")


def test_a_closed_day_is_told_with_its_date_and_taken_for_no_wish():
    call = known()
    call.says("住民票をお願いします")
    assert "11月28日、土曜日は、窓口がお休みです" in call.says("土曜日は開いていますか")
    assert call.keys == ("day_closed", "ask_date")
    assert call.state.day is None


def test_an_open_day_is_told_with_its_hours_before_anything_else_is_known():
    call = known()
    assert "12月2日、水曜日は、開いています。時間は、午前9時から午後5時までです" in call.says(
        "12月2日は開いていますか"
    )
    assert call.keys == ("day_open", "ask_procedure")


def test_an_open_day_that_is_asked_about_is_wished_instead_of_the_one_that_cannot_be_had():
    call = weekly()
    call.calendar.free = [moment(12, 1, 9), moment(12, 1, 10), moment(12, 3, 14), moment(12, 7, 14)]
    call.says("12月2日に住民票をお願いします")
    assert call.state.phase is Phase.OFFERING
    call.says("12月7日の月曜は開いとる？")
    assert call.keys[:1] == ("day_open",)
    assert call.state.day is not None
    assert call.state.day.first.day == 7


def test_a_day_that_the_office_does_not_know_yet_is_left_to_a_person():
    call = known()
    call.says("来年の3月28日の日曜日は開いていますか")
    assert call.keys == ("not_known", "ask_procedure")


def weekly(*late: int) -> Conversation:
    """A call of an office that closes at five, on the weekdays `late` at seven, and from the 29th of December to the 3rd
    of January."""

    def of(day: date) -> Day:
        closed = day.weekday() > 4 or date(2026, 12, 29) <= day <= date(2027, 1, 3)
        return Day(day, () if closed else ((time(9), time(19 if day.weekday() in late else 17)),))

    call = Conversation(moment(12, 2, 14))
    counter = Counter("front", Term("窓口", "まどぐち"), open=open_days(NOW.date(), of))
    procedures = tuple(replace(one, counter="front") for one in call.state.office.procedures)
    call.state = replace(
        call.state, office=replace(call.state.office, procedures=procedures, counters=(counter,))
    )
    return call


def test_who_asks_for_a_late_day_is_told_which():
    call = weekly(3)
    call.says("住民票")
    assert "木曜日は、午後7時まで" in call.says("遅くまで開いてる日はないの")
    assert call.keys == ("open_late", "ask_date")


def test_where_every_day_ends_alike_the_hours_are_told():
    call = weekly()
    call.says("住民票")
    call.says("遅くまで開いてる日はないの")
    assert call.keys == ("hours", "ask_date")


def test_the_last_day_before_the_holidays_is_told_with_the_first_after_them():
    call = weekly(3)
    call.says("住民票")
    answer = call.says("年末は何日までやってますか")
    assert "12月28日" in answer
    assert "1月4日" in answer
    assert call.keys == ("last_open", "ask_date")


def bringing_a_photo() -> Conversation:
    """Child allowance takes more than the other procedures."""
    call = Conversation(moment(12, 2, 14))
    *others, allowance = call.state.office.procedures
    allowance = replace(allowance, bring=Term("顔写真", "かおじゃしん"))
    call.state = replace(call.state, office=replace(call.state.office, procedures=(*others, allowance)))
    return call


@pytest.mark.parametrize("yes", [(), ("はい",)], ids=["read back", "booked"])
def test_a_paper_that_may_be_needed_is_not_what_is_asked_about(yes: tuple[str, ...]):
    call = bringing_a_photo()
    call.says("12月2日の午後2時に児童手当")
    for said in yes:
        call.says(said)
    assert "顔写真" in call.says("住民票っているんでしたっけ、何を持って行けばいいですか")
    assert "顔写真" not in call.says("住民票は何を持って行けばいいですか")


def test_what_to_bring_is_asked_of_the_booking_that_was_told():
    call = bringing_a_photo()
    call.calendar.standing = [Booking("5820", "jido_teate", moment(12, 4, 10))]
    call.says("予約の日を忘れたんですが、何日でしたか")
    assert "顔写真" in call.says("その日は何を持って行けばいいんでしたっけ")
    assert call.keys == ("bring", "anything_else")
    call.says("分かりました、変更はしません、そのままで大丈夫です。それだけです")
    assert call.state.outcome is Outcome.ANSWERED
    assert call.over is not None
