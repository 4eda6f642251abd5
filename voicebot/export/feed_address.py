"""The secret address of a counter's calendar feed."""

import base64
import hashlib
import hmac

from voicebot.settings import Settings


def secret(settings: Settings, office_id: str, counter_id: str) -> str:
    """Follows from the key alone, so that nothing is stored; another key makes all old addresses worthless."""
    digest = hmac.new(settings.feed_key.encode(), f"feed/{office_id}/{counter_id}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest.digest()).decode().rstrip("=")


def path(settings: Settings, office_id: str, counter_id: str) -> str:
    """Of the feed, below the service's address."""
    return f"/feeds/{office_id}/{counter_id}/{secret(settings, office_id, counter_id)}.ics"
