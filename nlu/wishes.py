"""Wishes among free places, and slots named without a value."""

from nlu.meaning import Order
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.vocabulary.wishes import LEFT_TO_DO, ORDERS, TOPICS


def find_order(text: str) -> Order | None:
    return next((order for order, phrases in ORDERS.items() if phrases.found(text)), None)


def order_of(best: Prepared, question: Question) -> Order | None:
    """The latest of places that are offered is one of them."""
    order = find_order(best.written) or find_order(best.text)
    return None if order is Order.LATEST and question.choices else order


def find_topic(text: str) -> Expect | None:
    """「時間を変えたい」, or the bare 「日にち」 after 「どこが違いますか」."""
    text = LEFT_TO_DO.replaced(text, "。")
    return next((topic for topic, phrases in TOPICS.items() if phrases.found(text)), None)
