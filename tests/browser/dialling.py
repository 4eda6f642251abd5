"""The phone in the browser, used as a newcomer would."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

CALL_MS = 300_000
"""A call takes as long as its sentences; a busy machine makes it longer."""


def plays(page: Page, number: str, recordings: Sequence[Path]) -> None:
    """Readies a call from this number with recordings in place of the microphone."""
    page.get_by_label("どの番号からかけるか").select_option("other")
    page.get_by_label("かける番号").fill(number)
    page.get_by_label("マイクのかわりに使う録音").set_input_files(recordings)


def card_of(page: Page) -> str:
    """What the card says when it has come."""
    expect(page.locator("#card")).to_be_visible(timeout=CALL_MS)
    expect(page.locator("#card")).to_be_focused()
    return page.locator("#card").inner_text()
