"""Bookings on their way out of and into the calendar: feed, day sheet, list."""
