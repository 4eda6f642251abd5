"""Who watches is told, and nobody waits for it."""

import asyncio
import threading

from dialog import events
from dialog.state import Outcome
from tests.calendar_backend.small_office import NOW
from voicebot.hub import WAITING, CallEnded, CallForgot, CallHappened, Hub, Missed

ENDED = CallEnded("CA1", Outcome.BOOKED)


def happened(ms: int) -> CallHappened:
    return CallHappened("CA1", ms, events.NoInput(NOW), ())


async def test_a_watcher_gets_what_it_watches_in_order_and_at_once_what_has_come_since():
    hub = Hub()
    with hub.watching(CallHappened, CallEnded) as watcher:
        for news in (happened(1), CallForgot("CA1"), happened(2), ENDED):
            hub.publish(news)
        assert await watcher.news() == [happened(1), happened(2), ENDED]
        hub.publish(happened(3))
        assert await watcher.news() == [happened(3)]


async def test_each_watcher_gets_its_own():
    hub = Hub()
    with hub.watching(CallEnded) as one, hub.watching(CallForgot) as other:
        hub.publish(ENDED)
        hub.publish(CallForgot("CA2"))
        assert (await one.news(), await other.news()) == ([ENDED], [CallForgot("CA2")])
        assert hub.watchers == 2
    assert hub.watchers == 0
    hub.publish(ENDED)


async def test_a_slow_watcher_loses_the_oldest_and_is_told():
    hub = Hub()
    with hub.watching(CallHappened) as watcher:
        for ms in range(WAITING + 3):
            hub.publish(happened(ms))
        missed, first, *_, last = await watcher.news()
        assert (missed, first, last) == (Missed(), happened(3), happened(WAITING + 2))
        hub.publish(happened(9))
        assert await watcher.news() == [happened(9)]


async def test_news_from_another_thread_wake_a_watcher():
    hub = Hub()
    with hub.watching(CallEnded) as watcher:
        waiting = asyncio.create_task(watcher.news())
        await asyncio.sleep(0)
        teller = threading.Thread(target=hub.publish, args=(ENDED,))
        teller.start()
        assert await waiting == [ENDED]
        teller.join()


async def test_a_closed_hub_lets_everybody_go_after_the_last_news():
    hub = Hub()
    with hub.watching(CallEnded) as watcher:
        hub.publish(ENDED)
        hub.close()
        assert await watcher.news() == [ENDED]
        assert await watcher.news() == []
    with hub.watching(CallEnded) as late:
        assert await late.news() == []


def test_a_watcher_whose_loop_is_gone_disturbs_nobody():
    hub = Hub()
    stack = []

    async def watches() -> None:
        watching = hub.watching(CallEnded)
        stack.append(watching)
        watching.__enter__()

    asyncio.run(watches())
    hub.publish(ENDED)
    stack[0].__exit__(None, None, None)
    assert hub.watchers == 0
