"""One module a subject: handlers, and below them the pages that they make."""
