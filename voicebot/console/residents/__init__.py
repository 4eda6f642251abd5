"""What the pages for residents stand on, and is no page."""
