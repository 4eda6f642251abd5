"""Days and times that are named as what it is not to be."""

from nlu.discourse.spans import Span, Talk
from nlu.vocabulary.refusals import NEITHER, NOR, UNLESS


def neither(talk: Talk, span: Span) -> bool:
    """「月曜でも水曜でもなければ金曜」, 「月曜じゃなければいつでも」."""
    text = talk.lattice.text
    if UNLESS.ends(text, span.end):
        return True
    while not NEITHER.ends(text, span.end):
        following = next((one for one in talk.of(span.kind) if one.start > span.start), None)
        if following is None or following.start not in NOR.ends(text, span.end):
            return False
        span = following
    return True
