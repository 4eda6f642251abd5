"""Recorded calls, and what must come of each."""

from recordings_fixtures.loader import Before, Call, Means, Row, Turn, Voice, call_files, load, load_all

__all__ = ["Before", "Call", "Means", "Row", "Turn", "Voice", "call_files", "load", "load_all"]
