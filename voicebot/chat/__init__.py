"""Calls without a telephone: typed at the keyboard, from a scenario, or by a simulated resident."""
