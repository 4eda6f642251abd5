"""Telephone numbers, however they are written, pressed or said: E.164, or a refusal that says why.

The one door for every number that comes in; and the My Number, which goes through none. What holds of the world's numbering plans is the library's (`phonenumbers`).
"""

from numbering.completeness import Completeness, completeness
from numbering.my_number import is_my_number, name_holds_my_number
from numbering.number import BadNumber, Reason, caller_id, e164, national, number_or_none

__all__ = [
    "BadNumber",
    "Completeness",
    "Reason",
    "caller_id",
    "completeness",
    "e164",
    "is_my_number",
    "name_holds_my_number",
    "national",
    "number_or_none",
]
