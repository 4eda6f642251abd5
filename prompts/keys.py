"""The keys a conversation may say, and the values each one takes."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from prompts import formats
from prompts.sentence import Spoken

KEYS: dict[str, tuple[str, ...]] = {
    "greeting": ("office",),
    "notice": (),
    "ask_procedure": (),
    "ask_date": (),
    "ask_day_of_month": ("month",),
    "ask_time": (),
    "which_procedure_2": ("choice1", "choice2"),
    "which_procedure_3": ("choice1", "choice2", "choice3"),
    "procedure_heard": ("procedure",),
    "date_heard": ("day",),
    "time_heard": ("clock",),
    "hours": ("procedure", "opening"),
    "depends_on_procedure": (),
    "nothing_to_bring": ("procedure",),
    "offer_1": ("place1",),
    "offer_2": ("place1", "place2"),
    "offer_3": ("place1", "place2", "place3"),
    "which_number": (),
    "day_closed": ("day",),
    "day_holiday": ("day", "holiday"),
    "day_full": ("day",),
    "time_full": (),
    "outside_hours": (),
    "date_past": (),
    "too_soon": (),
    "too_far": (),
    "none_as_wished": (),
    "nothing_free": (),
    "another_day": (),
    "impossible": ("said",),
    "place_taken": (),
    "read_back": ("procedure", "day", "clock"),
    "confirm": (),
    "confirm_again": (),
    "what_to_change": (),
    "booking_is": ("place1", "procedure"),
    "no_bookings": (),
    "ask_booking_number": (),
    "ask_booking_phone": (),
    "number_heard": ("number",),
    "no_such_booking": (),
    "which_booking_2": ("place1", "place2"),
    "which_booking_3": ("place1", "place2", "place3"),
    "cancel_confirm": (),
    "cancel_confirm_again": (),
    "cancelled": (),
    "not_cancelled": (),
    "change_to": (),
    "confirm_change": (),
    "changed": (),
    "too_late": (),
    "too_many_bookings": (),
    "thanks": (),
    "booked": (),
    "memo_ready": (),
    "number_is": ("number",),
    "number_again": ("number",),
    "bring": ("what",),
    "goodbye": (),
    "not_understood": (),
    "no_input": (),
    "slower": (),
    "start_over": (),
    "my_number_warning": (),
    "keys_procedure": ("menu",),
    "keys_date": (),
    "keys_time": (),
    "keys_answer": (),
    "keys_choice": (),
    "keys_digits": (),
    "transferring": (),
    "nobody_there": (),
    "offer_callback": (),
    "callback_noted": ("hours",),
    "call_back_later": ("hours", "phone"),
    "goodbye_no_booking": (),
    "system_trouble": (),
    "trouble_call_again": ("phone",),
}
"""Key to the names of its placeholders."""


def samples() -> dict[str, Spoken]:
    """A rather long value for every placeholder, for measuring and checking sentences."""
    tokyo = ZoneInfo("Asia/Tokyo")
    places = formats.moments(
        [
            datetime(2026, 11, 25, 10, 0, tzinfo=tokyo),
            datetime(2026, 11, 25, 14, 30, tzinfo=tokyo),
            datetime(2026, 12, 7, 9, 15, tzinfo=tokyo),
        ]
    )
    certificate = formats.name("印鑑登録証明書", "いんかんとうろくしょうめいしょ")
    moving_in = formats.name("転入届", "てんにゅうとどけ")
    moving_within = formats.name("転居届", "てんきょとどけ")
    return {
        "office": formats.name("小倉北区役所、市民課", "こくらきたくやくしょ、しみんか"),
        "choice1": moving_in,
        "choice2": moving_within,
        "choice3": formats.name("転出届", "てんしゅつとどけ"),
        "procedure": certificate,
        "day": formats.day(date(2026, 12, 8)),
        "month": formats.month(date(2026, 12, 1)),
        "opening": formats.name(
            "平日の、午前8時半から午後5時15分まで、木曜日は、午後7時まで",
            "へいじつの、ごぜんはちじはんからごごごじじゅうごふんまで、もくようびわ、ごごななじまで",
        ),
        "clock": formats.clock(time(17, 15)),
        "place1": places[0],
        "place2": places[1],
        "place3": places[2],
        "holiday": formats.name("勤労感謝の日", "きんろうかんしゃのひ"),
        "said": formats.heard("2月30日"),
        "number": formats.number("4719"),
        "what": formats.name("マイナンバーカード", "まいなんばーかーど"),
        "menu": formats.menu([(moving_in, "1"), (moving_within, "2"), (certificate, "3")]),
        "hours": formats.hours(time(8), time(21)),
        "phone": formats.phone("+81936718181"),
    }
