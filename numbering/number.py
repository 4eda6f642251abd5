"""A telephone number as anybody writes it, as E.164."""

import re
import unicodedata
from enum import Enum

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult

from numbering.completeness import Completeness, completeness
from numbering.plan import COUNTRY, assigned, parsed
from numbering.withheld import is_withheld

SHORT_CODE = 6
"""Digits of the longest of the numbers for services, 110 to 188 and 104."""

LONGEST = 60
"""Characters of a number with its punctuation; what is longer is read no further."""


class Reason(Enum):
    """Why it is no number; for programmers and, in Japanese, for clerks."""

    WITHHELD = ("stands for a withheld number", "は非通知を表すもので、電話番号ではありません")
    NOT_A_NUMBER = ("is not a telephone number", "は電話番号として読めません")
    EXTENSION = ("has an extension; leave it out", "に内線番号があります。内線番号は除いてください")
    SHORT_CODE = ("is a service that cannot be phoned back", "は折り返しのできない番号です")
    TOO_SHORT = ("has too few digits", "は桁が足りません")
    TOO_LONG = ("has too many digits", "は桁が多すぎます")
    UNASSIGNED = (
        "is in no numbering plan; compare the area code",
        "は使われていない番号です。市外局番を確かめてください",
    )

    @property
    def english(self) -> str:
        return self.value[0]

    @property
    def japanese(self) -> str:
        return self.value[1]


class BadNumber(ValueError):
    """Why a text is no telephone number. The message does not repeat it: it may be somebody's."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"the telephone number {reason.english}")
        self.reason = reason


_LABEL = re.compile(r"^(?:tel|phone|電話(?:番号)?|でんわ)[.:：\s]*", re.IGNORECASE)
_PREFIX = re.compile(r"18[46]-?(?=0)")
"""Dialled before the number to show or hide one's own; not part of it."""

_NOTE = re.compile(r"\s*\(?(?:代表?|直通|自宅|携帯|職場)\)?$")
_EXTENSION = re.compile(r"\d[\s(]*(?:内線|内|ext\.?|x|[#;,])[\s:.]*\d", re.IGNORECASE)
_WRITTEN = re.compile(r"\(?\+?[\d\s().\[\]/~〜・\-‐‑‒–—―−ー─一]*")
_PUNCTUATION = re.compile(r"\D")


def e164(text: str) -> str:
    """`093-555-1234`, `+81(0)93…`, `0081 93…`, `010-81-93…`, `０９３（５５５）１２３４` as +81935551234; without a country
    code it is Japanese. Raises BadNumber."""
    number = _plain(text)
    try:
        found = parsed(number)
    except NumberParseException as error:
        raise BadNumber(_unparsed(error, number)) from None
    if not assigned(found):
        raise BadNumber(_reason(number, found))
    return phonenumbers.format_number(found, PhoneNumberFormat.E164)


def caller_id(text: str) -> str:
    """As E.164; empty where it is withheld. Raises BadNumber for what is neither."""
    try:
        return e164(text)
    except BadNumber as error:
        if error.reason is Reason.WITHHELD:
            return ""
        raise


def national(number: str) -> str:
    """An E.164 number of Japan as it is dialled there, 093-555-1234; all else as it is."""
    try:
        found = parsed(number)
    except NumberParseException:
        return number
    if found.country_code != COUNTRY or not assigned(found):
        return number
    return phonenumbers.format_number(found, PhoneNumberFormat.NATIONAL)


def number_or_none(text: str) -> str:
    """As E.164; empty where it is withheld or no number: nobody is known by it."""
    try:
        return e164(text)
    except BadNumber:
        return ""


def _plain(text: str) -> str:
    """Digits, after a plus where there is one. Raises BadNumber."""
    if len(text) > LONGEST:
        raise BadNumber(Reason.NOT_A_NUMBER)
    shown = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    written = _NOTE.sub("", _LABEL.sub("", "".join(shown).strip()))
    if is_withheld(written):
        raise BadNumber(Reason.WITHHELD)
    if _EXTENSION.search(written):
        raise BadNumber(Reason.EXTENSION)
    if not _WRITTEN.fullmatch(written):
        raise BadNumber(Reason.NOT_A_NUMBER)
    digits = _PUNCTUATION.sub("", written)
    return f"+{digits}" if "+" in written else _PREFIX.sub("", digits)


def _unparsed(error: NumberParseException, number: str) -> Reason:
    match error.error_type:
        case NumberParseException.TOO_LONG:
            return Reason.TOO_LONG
        case NumberParseException.INVALID_COUNTRY_CODE:
            return Reason.UNASSIGNED
        case _:
            return _short(number)


def _reason(number: str, found: phonenumbers.PhoneNumber) -> Reason:
    if found.country_code != COUNTRY:
        length = phonenumbers.is_possible_number_with_reason(found)
        if length == ValidationResult.TOO_LONG:
            return Reason.TOO_LONG
        return _short(number) if length == ValidationResult.TOO_SHORT else Reason.UNASSIGNED
    national = f"0{phonenumbers.national_significant_number(found)}"
    if len(number) <= SHORT_CODE or completeness(national) is Completeness.GROWING:
        return _short(number)
    begins = (completeness(national[:length]) for length in range(len(national)))
    return Reason.TOO_LONG if Completeness.COMPLETE in begins else Reason.UNASSIGNED


def _short(number: str) -> Reason:
    return Reason.SHORT_CODE if len(number.lstrip("+")) <= SHORT_CODE else Reason.TOO_SHORT
