"""What is not done, and why."""

NOT_FOUND, FORBIDDEN, STALE, BAD, TOO_LONG, BUSY = 404, 403, 409, 400, 413, 429


class Refusal(Exception):
    """Shown as a page in the reader's language: `refusals.KEY.heading` and `refusals.KEY.why` of the texts."""

    def __init__(self, status: int, key: str, back: str = "", **values: object) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.back = back
        """Address of the page that shows how it stands now."""
        self.values = values
        """For both texts."""


class SignInNeeded(Exception):
    """Nobody is signed in where somebody has to be."""
