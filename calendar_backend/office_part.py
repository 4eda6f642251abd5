"""What every part of an office file is made of."""

from pydantic import BaseModel, ConfigDict

from calendar_backend.office_fields import Name, Reading


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Wording(Part):
    """A word or phrase and how it sounds, in hiragana."""

    text: Name
    reading: Reading
