"""Which questions of a life event come up, and what is to be done by the answers. Pure; both the pages and the telephone go by it."""

from guidance.conditions import Answers, followed, needed, perhaps

__all__ = ["Answers", "followed", "needed", "perhaps"]
