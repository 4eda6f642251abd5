"""What the numbering plans say of digits."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType

JAPAN = "JP"
COUNTRY = 81

FROM_ABROAD = "0081"
"""Japan, dialled from most other countries."""


def parsed(number: str) -> PhoneNumber:
    """`number`: digits with or without a plus; as dialled in Japan where it has none. Raises NumberParseException."""
    plain = f"+{number[2:]}" if number.startswith(FROM_ABROAD) else number
    return phonenumbers.parse(plain, JAPAN)


def assigned(number: PhoneNumber) -> bool:
    """Whether somebody can have it. Nobody has the numbers that are dialled within Japan alone, 0037 and the like, nor the
    ten-digit 060, which was withdrawn before it became a mobile's beginning."""
    if not phonenumbers.is_valid_number(number):
        return False
    withdrawn = phonenumbers.number_type(number) == PhoneNumberType.PERSONAL_NUMBER
    return number.country_code != COUNTRY or not (number.italian_leading_zero or withdrawn)


def assigned_in_japan(national: str) -> bool:
    """Whether somebody in Japan can have the digits, as dialled there: 0 and the area code first."""
    try:
        number = parsed(national)
    except NumberParseException:
        return False
    whole = f"0{phonenumbers.national_significant_number(number)}" == national
    return whole and number.country_code == COUNTRY and assigned(number)
