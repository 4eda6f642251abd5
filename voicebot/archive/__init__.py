"""Calls that were: their folders read back, and an index in the database in which they are found."""
