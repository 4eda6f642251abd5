"""What a clerk does of a day, in a browser and by the keyboard."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import signs_in
from tests.browser.dialling import CALL_MS
from tests.browser.sites import OFFICE, address
from voicebot.console.roles import Role
from voicebot.telephony.caller import CallResult

Opened = Callable[..., Page]


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).press("Enter")


def follow(page: Page, link: str) -> None:
    page.get_by_role("link", name=link, exact=True).press("Enter")


def test_an_administrator_signs_in_and_changes_hours_and_takes_them_back(pages: Opened):
    page = pages("/")
    signs_in(page, Role.ADMINISTRATOR, back=f"{OFFICE}/counters/ido")
    close = page.locator('[name="hours.1.close"]')
    expect(close).to_have_value("19:00")
    close.fill("18:00")
    page.get_by_role("button", name="変えるとどうなるかを見る").last.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("変えるとどうなるか")
    expect(page.get_by_role("main")).to_contain_text("まだ保存していません")
    expect(page.get_by_role("main")).to_contain_text("困る予約はありません。")
    press(page, "この内容で保存する")
    expect(page.get_by_role("status")).to_be_visible()
    page.goto(f"{OFFICE}/counters/ido")
    expect(close).to_have_value("18:00")
    page.goto(f"{OFFICE}/history")
    expect(page.get_by_role("main")).to_contain_text("administrator")
    page.get_by_role("main").get_by_role("row").nth(1).get_by_role("link").press("Enter")
    press(page, "この変更を取り消す")
    expect(page.get_by_role("main")).to_contain_text("まだ保存していません")
    press(page, "この内容で保存する")
    expect(page.get_by_role("status")).to_be_visible()
    page.goto(f"{OFFICE}/counters/ido")
    expect(close).to_have_value("19:00")


def test_the_typhoon_button_tells_who_is_affected_and_what_callers_hear(pages: Opened):
    page = pages("/")
    signs_in(page, Role.CLERK, back=f"{OFFICE}/close")
    page.get_by_label("この日から").fill("2026-12-08")
    page.get_by_role("button", name="だれに関わるかを見る").press("Enter")
    main = page.get_by_role("main")
    for text in ("モリ ヨシコ", "090-5555-0106", "イシイ タロウ", "090-5555-0107", "台風"):
        expect(main).to_contain_text(text)
    expect(main.get_by_role("blockquote").first).to_contain_text("台風")
    heard = page.evaluate(
        "fetch(document.querySelector('audio').src).then(answer => answer.arrayBuffer()).then(sound => sound.byteLength)"
    )
    assert heard > 10_000
    page.get_by_role("button", name="閉める").press("Enter")
    page.goto(f"{OFFICE}/to-phone")
    expect(page.get_by_role("main")).to_contain_text("090-5555-0106")
    page.goto("/console/bookings?day=2026-12-08")
    expect(page.get_by_role("main")).to_contain_text("台風")


def test_a_call_is_heard_from_the_middle(pages: Opened, call: CallResult):
    page = pages("/")
    signs_in(page, Role.OPERATOR, back=address("call", call))
    sentence = page.locator("a.at").nth(3)
    middle = float(sentence.get_attribute("data-at") or "")
    assert middle > 5
    sentence.press("Enter")
    page.wait_for_function(
        "from => { const sound = document.getElementById('audio'); return !sound.paused && sound.currentTime > from + 0.5; }",
        arg=middle,
    )
    assert page.evaluate("document.getElementById('audio').currentTime") < middle + 60
    page.get_by_role("button", name="1.5").press("Enter")
    assert page.evaluate("document.getElementById('audio').playbackRate") == 1.5


def test_a_call_is_replayed_and_made_a_recording(pages: Opened, var: Path, call: CallResult):
    page = pages("/")
    signs_in(page, Role.CLERK, back=address("call", call))
    page.get_by_role("main").get_by_role("link", name="今のプログラムでもう一度試す").press("Enter")
    press(page, "できごとから再生")
    expect(page.get_by_role("status")).to_contain_text("違いはありません。")
    press(page, "音声から再生（聞き取りから）")
    expect(
        page.get_by_text("結果と予約は同じです").or_(page.get_by_text("違いはありません。"))
    ).to_be_visible(timeout=CALL_MS)
    page.get_by_label("録音の名前").fill("from_the_console")
    press(page, "録音にする")
    expect(page.get_by_text("この録音は今のプログラムで通ります。")).to_be_visible(timeout=CALL_MS)
    made = var / "recordings_fixtures"
    assert "outcome: booked" in (made / "calls" / "from_the_console.yaml").read_text()
    # The last is the silence of somebody who wants nothing else.
    assert len(list((made / "audio").glob("from_the_console_*.wav"))) == len(call.turns)
