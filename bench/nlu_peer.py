"""One peer's reading of dates and times. Runs alone in the peers' environment: `python nlu_peer.py NAME`.

Lines {"text", "now"} come in; for each a list of results goes out, best first, in the form of the suites; empty where
the peer found nothing or failed. What a peer says beside the day or the time that was named (the hour of 「明日」) is left
out, and a weekday is taken as the next such day: every peer gets the form in which it is right. Nothing of this project is
imported here.
"""

import datetime as dt
import importlib
import json
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any

Result = dict[str, Any]
Reader = Callable[[str, dt.datetime], list[Result]]


def _next_weekday(now: dt.datetime, weekday: int) -> str:
    return str((now + dt.timedelta(days=(weekday - now.weekday() - 1) % 7 + 1)).date())


def _clock(hour: int, minute: int = 0, second: int = 0) -> str:
    return f"{hour % 24:02}:{minute:02}" + (f":{second:02}" if second else "")


def _next_date(now: dt.datetime, month: int | None, day: int) -> str:
    for ahead in range(400):
        found = now.date() + dt.timedelta(days=ahead)
        if found.day == day and month in (None, found.month):
            return str(found)
    raise ValueError("no such day")


def ja_timex() -> Reader:
    """TIMEX3 values: 2021-12-30, XXXX-12-30, XXXX-WXX-4, T15-20-XX, P1D."""
    parser_of = importlib.import_module("ja_timex").TimexParser
    pendulum = importlib.import_module("pendulum")

    def read(text: str, now: dt.datetime) -> list[Result]:
        joined: Result = {}
        for timex in parser_of(reference=pendulum.instance(now, tz="Asia/Tokyo")).parse(text):
            value = timex.value
            if m := re.fullmatch(r"T(\d\d)-(\d\d|XX)-(\d\d|XX)", value):
                numbers = [0 if part == "XX" else int(part) for part in m.groups()]
                joined.setdefault("time", _clock(*numbers))
            elif m := re.fullmatch(r"XXXX-WXX-([1-7])", value):
                joined.setdefault("date", _next_weekday(now, int(m[1]) - 1))
            elif m := re.fullmatch(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d)", value):
                if m[1] != "XXXX":
                    joined.setdefault("date", value)
                else:
                    joined.setdefault("date", _next_date(now, None if m[2] == "XX" else int(m[2]), int(m[3])))
            elif timex.type == "DURATION" and value.startswith("P") and (moment := timex.to_datetime()):
                timed = value.startswith("PT")
                joined.setdefault(
                    "time" if timed else "date",
                    _clock(moment.hour, moment.minute) if timed else str(moment.date()),
                )
        return [joined] if joined else []

    return read


def dateparser() -> Reader:
    """`search_dates` in Japanese, preferring the future."""
    search = importlib.import_module("dateparser.search").search_dates

    def read(text: str, now: dt.datetime) -> list[Result]:
        settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "RETURN_TIME_AS_PERIOD": True}
        joined: Result = {}
        for words, moment in search(text, languages=["ja"], settings=settings) or []:
            timed = re.search(r"\d:\d|時|[ap]m", words.lower()) is not None
            dated = re.search(r"[年月曜]|\d日|今|明|昨|後|/|-", re.sub("午[前後]", "", words)) is not None
            if timed:
                joined.setdefault("time", _clock(moment.hour, moment.minute, moment.second))
            if dated or not timed:
                joined.setdefault("date", str(moment.date()))
        return [joined] if joined else []

    return read


def jatime() -> Reader:
    """Its parts of a moment: year, month, day, weekday, hour, minute."""
    analyze = importlib.import_module("jatime.analyzer").analyze

    def read(text: str, now: dt.datetime) -> list[Result]:
        joined: Result = {}
        for part in analyze(text, now):
            if isinstance(part, str) or "error" in part:
                continue
            if part["year"] and part["month"] and part["day"]:
                joined.setdefault("date", str(dt.date(part["year"], part["month"], part["day"])))
            elif part["day"]:
                joined.setdefault("date", _next_date(now, part["month"], part["day"]))
            elif part["dow"] is not None:
                joined.setdefault("date", _next_weekday(now, part["dow"]))
            if part["hour"] is not None:
                joined.setdefault("time", _clock(part["hour"], part["minute"] or 0))
        return [joined] if joined else []

    return read


def duckling() -> Reader:
    """The time dimension of duckling's Japanese rules; the grain tells whether a day or a time was named."""
    module = importlib.import_module("duckling")
    zones = module.load_time_zones("/usr/share/zoneinfo")
    language = module.parse_lang("JA")
    locale = module.parse_locale("JA", module.default_locale_lang(language))
    dimensions = module.parse_dimensions(["time"])

    def part(value: Mapping[str, Any], minutes: int = 0) -> Result:
        if value["grain"] in ("hour", "minute", "second"):
            moment = dt.datetime.fromisoformat(value["value"]) - dt.timedelta(minutes=minutes)
            return {"time": _clock(moment.hour, moment.minute, moment.second)}
        return {"date": value["value"][:10]}

    def read(text: str, now: dt.datetime) -> list[Result]:
        there = now.replace(tzinfo=dt.timezone(dt.timedelta(hours=9)))
        reference = module.parse_ref_time(zones, "Asia/Tokyo", int(there.timestamp()))
        joined: Result = {}
        for found in module.parse(text, module.Context(reference, locale), dimensions, False):
            value = found["value"]
            if value.get("type") == "interval":
                if "from" in value and "to" in value:
                    joined.setdefault("start", part(value["from"]))
                    joined.setdefault("end", part(value["to"], minutes=1))  # its ends are excluded
                continue
            for key, told in part(value).items():
                joined.setdefault(key, told)
        if "start" in joined and "date" in joined:
            day = {"date": joined.pop("date")}
            joined = {"start": day | joined["start"], "end": day | joined["end"]}
        return [joined] if joined else []

    return read


READERS = {"ja-timex": ja_timex, "dateparser": dateparser, "jatime": jatime, "duckling": duckling}


def main() -> None:
    reader = READERS[sys.argv[1]]()
    for line in sys.stdin:
        given = json.loads(line)
        try:
            results = reader(given["text"], dt.datetime.fromisoformat(given["now"]))
        except Exception:  # a peer that fails on a text has found nothing in it
            results = []
        print(json.dumps(results), flush=True)


if __name__ == "__main__":
    main()
