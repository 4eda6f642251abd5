"""What the words mean that understanding looks for: each stands once, as data."""
