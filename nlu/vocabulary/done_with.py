"""Behind a word for cancelling or changing a booking: whether it was done, or is to be done and more with it."""

from nlu.vocabulary.phrase import Phrases, maybe, never

_NOT_DONE = never("い かろ かっ")
OVER = Phrases(
    (maybe("を が"), "した た", _NOT_DONE),
    (maybe("を が"), "しました しまして"),
    (maybe("を が"), maybe("する る"), "ので から けん んで"),
)
"""取り消しました"""

THEN = Phrases((maybe("を が"), "して しに行 て", never("くだ 下 ほ 欲 も いた お $")))
"""取り消して、また別の日に"""
