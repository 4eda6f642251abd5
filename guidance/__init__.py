"""Which questions of a life event come up, and what is to be done by the answers. Pure; both the pages and the telephone go by it."""

from guidance.conditions import followed, needed, perhaps

__all__ = ["followed", "needed", "perhaps"]
