"""The changed sentences as YAML, as they would stand in `prompts/sentences.yaml`."""

import yaml
from starlette.responses import Response

from prompts.catalogue import Wording, load
from voicebot import own_sentences
from voicebot.console.ask import Ask
from voicebot.console.page import page
from voicebot.console.pages.sentences.listing import LIST
from voicebot.console.roles import Role
from voicebot.database import reading


def as_yaml(ask: Ask) -> Response:
    """Every wording of each key of which one was changed: the key can be pasted over the file's."""
    with reading(ask.engine) as connection:
        changes = own_sentences.current(connection)
    own = {at: change.wording for at, change in changes.items() if change.wording is not None}
    keys = {key for key, _ in own}
    found = {
        key: [_fields(own.get((key, number), wording)) for number, wording in enumerate(wordings)]
        for key, wordings in load().items()
        if key in keys
    }
    text = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=1_000) if found else ""
    headers = {"Content-Disposition": 'attachment; filename="sentences.yaml"'}
    return Response(text, media_type="application/yaml; charset=utf-8", headers=headers)


def _fields(wording: Wording) -> dict[str, str]:
    fields = {"text": wording.text, "reading": wording.reading}
    return fields | ({"speech": wording.speech} if wording.speech else {})


routes = [page(f"{LIST}.yaml", as_yaml, needs=Role.CLERK)]
