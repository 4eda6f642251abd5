"""The phone in the browser, in a browser."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soxr
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, chromium, watch
from tests.browser.dialling import CALL_MS, card_of, plays
from tests.browser.house import AUDIO
from voicebot.speech import mulaw, wav

Opened = Callable[..., Page]


def test_recordings_talk_until_the_booking_card_shows(pages: Opened):
    page = pages("/phone")
    plays(page, "090-1234-1111", [AUDIO / f"slot_by_slot_{number}.wav" for number in (3, 1, 4, 2)])
    expect(page.locator("#queued")).to_contain_text("slot_by_slot_1.wav → slot_by_slot_2.wav")
    page.get_by_role("button", name="電話をかける").press("Enter")
    card = card_of(page)
    for text in (
        "予約ができました。",
        "2026年12月4日（金）",
        "14:00",
        "住民票",
        "小倉北区役所",
        "本人確認書類",
    ):
        assert text in card
    words = page.get_by_role("log")
    for text in ("どのお手続きのご予約ですか。", "12月4日の金曜日", "予約が取れました。"):
        expect(words).to_contain_text(text)
    assert page.locator("#card-number").inner_text().isdecimal()
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


RATE = 48_000
SENTENCE_S, YES_S = 30, (40, 25, 25, 25)
"""Silence before each: longer than what the bot says before it."""


def spoken(into: Path) -> Path:
    """Everything in one breath after long silence, then yes, again and again: whichever comes after the question counts."""

    def silence(seconds: float) -> np.ndarray:
        return np.zeros(round(seconds * RATE), np.int16)

    def voice(name: str) -> np.ndarray:
        pcm = wav.read(AUDIO / name, 8_000).astype(np.float32) / 32_768
        return wav.to_int16(soxr.resample(pcm, 8_000, RATE))

    parts = [silence(SENTENCE_S), voice("one_breath_1.wav")]
    for seconds in YES_S:
        parts += [silence(seconds), voice("one_breath_2.wav")]
    path = into / "microphone.wav"
    wav.write(path, np.concatenate(parts), RATE)
    return path


TRIES = 4
"""A microphone does not wait: on a machine that is busy its words may come before their question, and its owner phones again."""


def test_a_voice_in_the_microphone_talks_until_the_booking_card_shows(service: str, tmp_path: Path):
    faults: list[str] = []
    with chromium(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={spoken(tmp_path)}%noloop",
    ) as browser:
        page = browser.new_page(base_url=service, locale="ja-JP")
        watch(page, faults)
        page.goto("/phone")
        call, card = page.get_by_role("button", name="電話をかける"), page.locator("#card")
        for _ in range(TRIES):
            call.click()
            expect(call).to_be_enabled(timeout=CALL_MS)
            if card.is_visible():
                break
        said = card.inner_text()
    assert faults == []
    for text in ("2026年12月2日（水）", "10:00", "転入届"):
        assert text in said


def test_without_a_microphone_or_a_permission_it_says_what_to_do(pages: Opened):
    page = pages("/phone")
    call = page.get_by_role("button", name="電話をかける")
    complaint = page.get_by_role("alert")
    for name, told in (
        ("NotAllowedError", "マイクの使用が許可されていません"),
        ("NotFoundError", "マイクが見つかりません"),
        ("NotReadableError", "マイクが使えません"),
    ):
        page.evaluate(
            "name => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name)); }",
            name,
        )
        call.press("Enter")
        expect(complaint).to_contain_text(told)
        expect(complaint).to_contain_text("録音を選")
        expect(call).to_be_focused()


def test_a_file_that_is_no_recording_is_named_and_the_others_stay(pages: Opened, tmp_path: Path):
    (tmp_path / "broken.wav").write_bytes(b"RIFF<b>" * 9)
    page = pages("/phone")
    files = page.get_by_label("マイクのかわりに使う録音")
    files.set_input_files([AUDIO / "one_breath_1.wav", tmp_path / "broken.wav"])
    expect(page.get_by_role("alert")).to_contain_text("broken.wav")
    expect(page.locator("#queued")).to_contain_text("one_breath_1.wav")
    page.get_by_role("button", name="録音を使わない").press("Enter")
    expect(page.locator("#queued")).to_be_empty()


def test_a_number_that_is_none_is_refused_before_the_call_and_the_recordings_stay(pages: Opened):
    page = pages("/phone")
    plays(page, "でんわ", [AUDIO / "one_breath_1.wav"])
    page.get_by_role("button", name="電話をかける").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("電話番号として読めません")
    expect(page.locator("#queued")).to_contain_text("one_breath_1.wav")


def test_who_phones_before_the_recordings_are_read_has_them_said(pages: Opened):
    page = pages("/phone")
    slow = """() => {
        const { arrayBuffer } = Blob.prototype;
        Blob.prototype.arrayBuffer = function () { return new Promise(go => setTimeout(() => go(arrayBuffer.call(this)), 2000)); };
    }"""
    page.evaluate(slow)
    plays(page, "090-1234-2222", [AUDIO / "clerk_1.wav"])
    page.get_by_role("button", name="電話をかける").press("Enter")
    expect(page.get_by_role("log")).to_contain_text("係", timeout=CALL_MS)
    expect(page.get_by_role("button", name="電話をかける")).to_be_enabled(timeout=CALL_MS)


def test_keys_are_pressed_with_the_keyboard_and_hanging_up_ends_the_call(pages: Opened):
    page = pages("/phone")
    page.get_by_label("マイクのかわりに使う録音").set_input_files([AUDIO / "clerk_1.wav"])
    expect(page.locator("#queued")).to_contain_text("clerk_1.wav")
    page.get_by_role("button", name="電話をかける").press("Enter")
    expect(page.get_by_role("log")).to_contain_text("お電話ありがとうございます", timeout=CALL_MS)
    page.keyboard.press("1")
    page.get_by_role("button", name="#").press("Enter")
    expect(page.locator("#pressed")).to_contain_text("1 #")
    page.get_by_role("button", name="電話を切る").press("Enter")
    expect(page.locator("#state")).to_contain_text("電話を切りました", timeout=CALL_MS)
    expect(page.get_by_role("button", name="電話をかける")).to_be_enabled()


def test_the_scripts_code_mu_law_as_the_service_does(pages: Opened):
    page = pages("/phone")
    module = "import('/static/phone/mulaw.js')"
    samples = np.arange(-32_768, 32_768).astype(np.int16)
    theirs = page.evaluate(
        f"{module}.then(m => Array.from({{length: 65536}}, (_, i) => m.encoded((i - 32768) / 32768)))"
    )
    assert bytes(theirs) == mulaw.encode(samples)
    back = page.evaluate(f"{module}.then(m => Array.from({{length: 256}}, (_, i) => m.decoded(i) * 32768))")
    assert back == mulaw.decode(bytes(range(256))).tolist()


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000, 96_000])
def test_the_line_carries_speech_at_every_rate_and_keeps_what_would_alias_out(pages: Opened, rate: int):
    page = pages("/phone")
    script = """([from, to, tone]) => import('/static/phone/resampler.js').then(({Resampler}) => {
        const resampler = new Resampler(from, to), made = [];
        for (let at = 0; at < from / 2; at += 128)
          made.push(...resampler.push(Float32Array.from({length: 128}, (_, i) => 0.5 * Math.sin(2 * Math.PI * tone * (at + i) / from))));
        const steady = made.slice(400, -400);
        return [made.length, Math.sqrt(steady.reduce((sum, x) => sum + x * x, 0) / steady.length)];
    })"""
    made, level = page.evaluate(script, [rate, 8_000, 1_000])
    assert abs(made - 4_000) < 60
    assert level == pytest.approx(0.3536, rel=0.02)
    assert page.evaluate(script, [rate, 8_000, 5_000])[1] < 0.004
    assert page.evaluate(script, [8_000, rate, 1_000])[1] == pytest.approx(0.3536, rel=0.02)
