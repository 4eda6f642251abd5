"""Tables. Times are wall-clock Asia/Tokyo without a zone, as in the calendar."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from calendar_backend.tokyo import TokyoTime


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class AccountRow(Base):
    """Somebody who may sign in."""

    __tablename__ = "accounts"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    role: Mapped[str] = mapped_column(String(16))
    password: Mapped[str] = mapped_column(String(255))
    """An argon2id hash in PHC format."""
    created_at: Mapped[datetime] = mapped_column(TokyoTime)
    last_sign_in: Mapped[datetime | None] = mapped_column(TokyoTime)


class SignInRow(Base):
    """A browser that is signed in."""

    __tablename__ = "sign_ins"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the cookie, hex: the cookie itself is kept nowhere."""
    account: Mapped[str] = mapped_column(ForeignKey("accounts.name", ondelete="CASCADE"), index=True)
    since: Mapped[datetime] = mapped_column(TokyoTime)
    seen: Mapped[datetime] = mapped_column(TokyoTime)
    """To the minute."""


class AuditRow(Base):
    """Something that somebody did. Never changed, never removed by a page."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "target", "id"), Index(None, "who", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(TokyoTime, index=True)
    who: Mapped[str] = mapped_column(String(40))
    """An account's name; empty: nobody was signed in."""
    action: Mapped[str] = mapped_column(String(60))
    target: Mapped[str] = mapped_column(String(200))
    """On what: `booking:4711`, `office:demo`."""
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


_CallId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite's own row id is an INTEGER, of 64 bits."""


class CallRow(Base):
    """A call that can be looked up. Made from its folder, and made anew from it at any time."""

    __tablename__ = "calls"

    id: Mapped[int] = mapped_column(_CallId, primary_key=True, autoincrement=False)
    """Sorts as the calls began (`archive/row_id`)."""
    folder: Mapped[str] = mapped_column(String(80), unique=True)
    """Below `var/calls`: `2026-11-24/CA…`."""
    sid: Mapped[str] = mapped_column(String(64), index=True)
    began: Mapped[datetime] = mapped_column(TokyoTime)
    ended: Mapped[datetime] = mapped_column(TokyoTime)
    outcome: Mapped[str] = mapped_column(String(16))
    """Empty: the call has not ended, or its end was not written."""
    office: Mapped[str] = mapped_column(String(63))
    procedures: Mapped[str] = mapped_column(String(1000))
    """Ids with a space before and after each."""
    caller: Mapped[str] = mapped_column(String(16))
    """Masked."""
    confidence: Mapped[float | None] = mapped_column(Float)
    """The lowest score of what was taken for said."""
    silences: Mapped[int]
    transfers: Mapped[int]
    booking: Mapped[str] = mapped_column(String(16))
    turns: Mapped[int]
    first_words: Mapped[str] = mapped_column(String(200))


class CallTextRow(Base):
    """What was said in a call. Beside it lies `call_grams`, which each database makes in its own way."""

    __tablename__ = "call_texts"

    call: Mapped[int] = mapped_column(
        _CallId, ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    text: Mapped[str] = mapped_column(Text)
    """A sentence a line."""
    plain: Mapped[str] = mapped_column(Text)
    """The same as it is searched (`archive/grams`)."""


class CallFiguresRow(Base):
    """What a call adds to the figures."""

    __tablename__ = "call_figures"

    call: Mapped[int] = mapped_column(
        _CallId, ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    figures: Mapped[str] = mapped_column(Text)
    """JSON (`archive/figures`)."""


class CallDayRow(Base):
    """The figures of a day's calls, added up."""

    __tablename__ = "call_days"

    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    """`2026-11-24`"""
    figures: Mapped[str] = mapped_column(Text)
    """JSON (`archive/tally`)."""
    stale: Mapped[bool]
    """A call of the day came, went or changed since."""


class CallLabelRow(Base):
    """What somebody found about a call. By its folder, so that it outlives a rebuilt index."""

    __tablename__ = "call_labels"

    folder: Mapped[str] = mapped_column(String(80), primary_key=True)
    label: Mapped[str] = mapped_column(String(40), primary_key=True)
    at: Mapped[datetime] = mapped_column(TokyoTime)
    who: Mapped[str] = mapped_column(String(40))


class CallNoteRow(Base):
    """What somebody wrote about a call."""

    __tablename__ = "call_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    folder: Mapped[str] = mapped_column(String(80), index=True)
    at: Mapped[datetime] = mapped_column(TokyoTime)
    who: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)


class RetentionRow(Base):
    """How long calls are kept: one row, the newest, counts."""

    __tablename__ = "retention"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(TokyoTime)
    who: Mapped[str] = mapped_column(String(40))
    audio_days: Mapped[int | None]
    """None: for ever; also below."""
    record_days: Mapped[int | None]


class SentenceChangeRow(Base):
    """A sentence of the bot that somebody put in other words, or back into the file's. Never changed, never removed."""

    __tablename__ = "sentence_changes"
    __table_args__ = (
        UniqueConstraint("key", "number", "previous", name="uq_sentence_changes_key_number_previous"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    """Which of the key's wordings, from 0."""
    previous: Mapped[int]
    """The id of the change before it, 0 for none: of two at once one is refused."""
    at: Mapped[datetime] = mapped_column(TokyoTime)
    who: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    """Empty: as the file has it."""
    reading: Mapped[str] = mapped_column(Text)
    speech: Mapped[str] = mapped_column(Text)
