"""What the calendar refuses, as problems."""

from calendar_backend import errors
from voicebot.api.problem import Refusal
from voicebot.refusal_words import in_words

_FREE = "GET /api/availability にある時刻を使ってください。"

_KINDS: dict[type[errors.CalendarError], tuple[int, str, str]] = {
    errors.UnknownOffice: (404, "unknown-office", "GET /api/offices にある id を使ってください。"),
    errors.UnknownProcedure: (404, "unknown-procedure", "GET /api/procedures にある id を使ってください。"),
    errors.UnknownCounter: (404, "unknown-counter", "GET /api/offices にある窓口の id を使ってください。"),
    errors.UnknownBooking: (404, "unknown-booking", "番号、役所、電話番号を確かめてください。"),
    errors.NotBookable: (409, "not-bookable", _FREE),
    errors.PlaceTaken: (409, "place-taken", _FREE),
    errors.PersonLimit: (409, "person-limit", "先に、要らなくなった予約を取り消してください。"),
    errors.SamePerson: (
        409,
        "same-person",
        "前の予約を変えるのか、別にもう1件取るのかをたずねてください。もう1件なら、second に true を付けて送ってください。",
    ),
    errors.TooLate: (409, "too-late", "役所に電話で知らせてください。"),
    errors.HoldGone: (410, "hold-gone", "空きを調べ直して、もう一度押さえてください。"),
    errors.StepReused: (422, "key-reused", "求めごとに新しい Idempotency-Key を使ってください。"),
    errors.MyNumberGiven: (422, "invalid", "名前から番号を除いて送ってください。"),
    errors.BadWish: (422, "invalid", "始まりと終わり、人数、手続きの数を確かめてください。"),
    errors.NumbersExhausted: (503, "numbers-exhausted", "役所の係員に知らせてください。"),
}


def refused(error: errors.CalendarError) -> Refusal:
    """The problem that a refusal of the calendar is; what is not known here is the database's (503)."""
    title = in_words(error)
    for kind, (status, name, detail) in _KINDS.items():
        if isinstance(error, kind):
            more = {}
            if isinstance(error, errors.NotBookable):
                title, detail = "その時刻は予約できません", f"{title}。"
                more = {"reason": error.reason.value} | ({"closed": error.detail} if error.detail else {})
            return Refusal(status, name, title, detail, None, **more)
    detail = "しばらくしてから、同じ Idempotency-Key でもう一度試してください。"
    return Refusal(503, "unavailable", title, detail, {"Retry-After": "5"})
