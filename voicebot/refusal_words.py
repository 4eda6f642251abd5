"""Why the calendar refuses, for people who are not on the telephone."""

from calendar_backend import errors
from calendar_backend.reason import Reason

_REASONS = {
    Reason.CLOSED: ("その日は窓口が開いていません", "The counter is closed on that day"),
    Reason.FULL: ("その時間には空きがありません", "Nothing is free at that time"),
    Reason.PAST: ("その時刻はもう過ぎています", "That time is past"),
    Reason.TOO_SOON: ("その日はもう受け付けていません", "That day can no longer be booked"),
    Reason.TOO_FAR: ("その日はまだ受け付けていません", "That day cannot be booked yet"),
    Reason.OUTSIDE_HOURS: (
        "その時刻に始めると、窓口の開いている時間に収まりません",
        "A visit from that time on does not lie within the counter's hours",
    ),
    Reason.OFF_GRID: (
        "その時刻には始められません（予約の刻みに合いません）",
        "No visit begins at that time (it is not on the grid)",
    ),
}

_KINDS: dict[type[errors.CalendarError], tuple[str, str]] = {
    errors.UnknownOffice: ("その役所はありません", "There is no such office"),
    errors.UnknownProcedure: ("その手続きはありません", "There is no such procedure"),
    errors.UnknownCounter: ("その窓口はありません", "There is no such counter"),
    errors.UnknownBooking: ("その予約はありません", "There is no such booking"),
    errors.UnknownEntry: ("その番号のものはありません", "There is nothing of that number"),
    errors.PlaceTaken: ("その時刻はもう埋まっています", "That time is taken"),
    errors.PersonLimit: (
        "この電話番号では、これ以上予約できません",
        "This telephone number can have no more bookings",
    ),
    errors.SamePerson: (
        "この電話番号には、同じ手続きか、同じ時間の予約があります",
        "This telephone number has a booking for the same, or at the same time",
    ),
    errors.TooLate: ("変更と取り消しの期限が過ぎています", "It is too late to change or cancel it"),
    errors.HoldGone: ("押さえた枠は、もうありません", "The place is no longer kept"),
    errors.StepReused: (
        "同じ求めが、前に別の内容で来ています",
        "The same request came before with something else",
    ),
    errors.ChangedMeanwhile: ("ほかの人が先に変更しました", "Somebody else changed it first"),
    errors.MyNumberGiven: (
        "お名前に12桁の番号が含まれています。マイナンバーはどこにも残さない決まりです",
        "The name has a number of twelve digits. A My Number is kept nowhere",
    ),
    errors.BadWish: (
        "日付、人数、手続きの組み合わせが正しくありません",
        "The day, the people and the procedures do not go together",
    ),
    errors.NumbersExhausted: ("予約番号が足りません", "All booking numbers are in use"),
}
_UNUSABLE = ("予約のデータベースが使えません", "The database of bookings cannot be used")


def in_words(error: errors.CalendarError, language: str = "ja") -> str:
    """Without the closing mark; of what is not known here, that the database failed. `language`: ja or en."""
    which = 0 if language == "ja" else 1
    if isinstance(error, errors.NotBookable):
        return _REASONS[error.reason][which] + (f"（{error.detail}）" if _is_holiday(error) else "")
    return next((told for kind, told in _KINDS.items() if isinstance(error, kind)), _UNUSABLE)[which]


def _is_holiday(error: errors.NotBookable) -> bool:
    return bool(error.detail) and not error.detail.isascii()
