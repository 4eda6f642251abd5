"""A call says in other words what it was told to at its beginning, to its end, and again when it is replayed."""

from dialog import events
from dialog.actions import Say, Transfer
from dialog.state import State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from prompts import Override
from tests.dialog.conversation import NOW, OFFICE
from voicebot.telephony.record import dump_event, load_event
from voicebot.telephony.stored import dump_state, load_state

OWN = (
    Override("greeting", 0, "{office}でございます。", "{office}でございます。"),
    Override("ask_procedure", 0, "どのようなご用件ですか。", "どのようなごようけんですか。"),
    Override("ask_date", 0, "いついらっしゃいますか。", "いついらっしゃいますか。"),
    Override("whisper", 0, "{wish}のかたです。", "{wish}のかたです。"),
)
BEGINS = events.CallStarted(NOW, OFFICE, "+81935551234", overrides=OWN)
NONE = events.BookingsFound(NOW, ())


def heard(text: str) -> events.Heard:
    return events.Heard(NOW, (Hypothesis(text, 0.9),))


def told(*happened: events.Event) -> tuple[list[str], State]:
    state, said = State(), []
    for event in happened:
        state, actions = step(state, event)
        said += [
            sentence.text for action in actions if isinstance(action, Say) for sentence in action.sentences
        ]
    return said, state


def test_from_the_greeting_on():
    said, _ = told(BEGINS, heard("住民票"), NONE)
    assert said[0] == "小倉北区役所 市民課でございます。"
    assert "どのようなご用件ですか。" in said
    assert said[-1] == "いついらっしゃいますか。"


def test_also_from_the_beginning_anew_and_again():
    said, _ = told(BEGINS, heard("住民票"), NONE, heard("最初からお願いします"), heard("もう一度"))
    assert said.count("どのようなご用件ですか。") == 3


def test_also_to_the_person_who_takes_over():
    _, state = told(BEGINS, heard("住民票"), NONE, heard("係員をお願いします"))
    _, (transfer,) = step(state, events.Played(NOW, "transferring", True))
    assert isinstance(transfer, Transfer)
    assert transfer.whisper is not None
    assert transfer.whisper.text == "住民票のかたです。"


def test_a_call_beside_it_says_the_files():
    mine, mine_state = told(BEGINS)
    plain = events.CallStarted(NOW, OFFICE, "+81935551234")
    theirs, theirs_state = told(plain)
    assert mine != theirs
    _, actions = step(theirs_state, heard("ふにゃふにゃ"))
    assert told(plain, heard("ふにゃふにゃ"))[0][len(theirs) :] == [
        sentence.text for action in actions if isinstance(action, Say) for sentence in action.sentences
    ]
    assert mine_state.overrides == OWN


def test_a_record_replays_in_the_words_of_its_call():
    happened = (BEGINS, heard("住民票"), NONE, heard("最初から"))
    again = [load_event(dump_event(event)) for event in happened]
    assert again == list(happened)
    assert told(*again) == told(*happened)


def test_a_state_that_another_process_takes_up_goes_on_in_them():
    _, state = told(BEGINS, heard("住民票"))
    state = load_state(dump_state(state))
    _, actions = step(state, NONE)
    assert isinstance(actions[-1], Say)
    assert actions[-1].sentences[-1].text == "いついらっしゃいますか。"


def test_a_record_of_before_there_were_any_is_read():
    line = dump_event(events.CallStarted(NOW, OFFICE, "+81935551234"))
    del line["data"]["overrides"]
    assert load_event(line) == events.CallStarted(NOW, OFFICE, "+81935551234")
