"""Why the calendar refuses, in Japanese, for people who are not on the telephone."""

from calendar_backend import errors
from calendar_backend.reason import Reason

_REASONS = {
    Reason.CLOSED: "その日は窓口が開いていません",
    Reason.FULL: "その時間には空きがありません",
    Reason.PAST: "その時刻はもう過ぎています",
    Reason.TOO_SOON: "その日はもう受け付けていません",
    Reason.TOO_FAR: "その日はまだ受け付けていません",
    Reason.OUTSIDE_HOURS: "その時刻に始めると、窓口の開いている時間に収まりません",
    Reason.OFF_GRID: "その時刻には始められません（予約の刻みに合いません）",
}

_KINDS: dict[type[errors.CalendarError], str] = {
    errors.UnknownOffice: "その役所はありません",
    errors.UnknownProcedure: "その手続きはありません",
    errors.UnknownCounter: "その窓口はありません",
    errors.UnknownBooking: "その予約はありません",
    errors.UnknownEntry: "その番号のものはありません",
    errors.PlaceTaken: "その時刻はもう埋まっています",
    errors.PersonLimit: "この電話番号では、これ以上予約できません",
    errors.TooLate: "変更と取り消しの期限が過ぎています",
    errors.HoldGone: "押さえた枠は、もうありません",
    errors.StepReused: "同じ求めが、前に別の内容で来ています",
    errors.BadWish: "日付、人数、手続きの組み合わせが正しくありません",
    errors.NumbersExhausted: "予約番号が足りません",
}


def in_words(error: errors.CalendarError) -> str:
    """Without the closing mark; of what is not known here, that the database failed."""
    if isinstance(error, errors.NotBookable):
        return _REASONS[error.reason] + (f"（{error.detail}）" if _is_holiday(error) else "")
    return next(
        (told for kind, told in _KINDS.items() if isinstance(error, kind)), "予約のデータベースが使えません"
    )


def _is_holiday(error: errors.NotBookable) -> bool:
    return bool(error.detail) and not error.detail.isascii()
