"""An office as forms: what is asked, what was answered, what is different, and what it is called."""
