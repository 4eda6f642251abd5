"""A call's words and its sound, to take along."""

from starlette.responses import Response

from voicebot.archive import folder, sound
from voicebot.console import transcript as transcripts
from voicebot.console.ask import Ask
from voicebot.console.call_shown import ShownCall
from voicebot.console.pages.calls.address import path_of
from voicebot.console.ranges import ranged
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.roles import Role

SIDES = (*sound.SIDES, "both")


def transcript(ask: Ask) -> Response:
    """Raises Refusal."""
    path, kind = path_of(ask), ask.param("kind")
    if kind not in transcripts.MEDIA:
        raise Refusal(NOT_FOUND, "not_found")
    call = ShownCall.read(path, ask.may(Role.OPERATOR), ask.words)
    text = transcripts.written(kind, call.words(), ask.words)
    name = f"{path.parent.name}-{path.name}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=transcripts.MEDIA[kind], headers=headers)


def audio(ask: Ask) -> Response:
    """As a whole or in the part that a player asks for. Raises Refusal."""
    path, side = path_of(ask), ask.param("side")
    if side not in SIDES:
        raise Refusal(NOT_FOUND, "not_found")
    heard = sound.read(folder.read(path))
    if not heard.streams:
        raise Refusal(NOT_FOUND, "no_sound")
    response = ranged(sound.as_wav(heard, side), "audio/wav", ask.request.headers.get("range", ""))
    if ask.query("download"):
        name = f"{path.parent.name}-{path.name}-{side}.wav"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
