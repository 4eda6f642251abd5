"""Pipecat answering a telephone from fixed audio: run by the peer's own Python, it imports nothing of ours.

Its Twilio transport, Silero, Whisper and Smart Turn are put together as its generated telephone bots have them; in the
place of a language model and a voice stands one sentence. Kinder than its default: all calls share one copy of Whisper.
"""

import argparse
import json
import socket
import sys
import wave
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response, WebSocket
from faster_whisper import WhisperModel
from loguru import logger
from pipecat.audio.vad.silero import SileroVADAnalyzer
from pipecat.frames.frames import (
    ClientConnectedFrame,
    Frame,
    OutputTransportMessageFrame,
    TTSAudioRawFrame,
    TTSStartedFrame,
    TTSStoppedFrame,
    UserStoppedSpeakingFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.audio.vad_processor import VADProcessor
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.serializers.twilio import TwilioFrameSerializer
from pipecat.services.whisper.stt import WhisperSTTService
from pipecat.transcriptions.language import Language
from pipecat.transports.websocket.fastapi import FastAPIWebsocketParams, FastAPIWebsocketTransport
from pipecat.turns.user_turn_processor import UserTurnProcessor
from pipecat.workers.runner import WorkerRunner

RATE = 8_000
TWIML = '<Response><Connect><Stream url="ws://{host}/stream"/></Connect></Response>'


class Answer(FrameProcessor):
    """Says the sentence when the line is open and after each turn, with a mark behind it."""

    def __init__(self, pcm: bytes, stream_sid: str) -> None:
        super().__init__()
        self._pcm, self._sid, self._count = pcm, stream_sid, 0

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        await super().process_frame(frame, direction)
        await self.push_frame(frame, direction)
        if isinstance(frame, (ClientConnectedFrame, UserStoppedSpeakingFrame)):
            self._count += 1
            mark = {"event": "mark", "streamSid": self._sid, "mark": {"name": str(self._count)}}
            await self.push_frame(TTSStartedFrame())
            await self.push_frame(TTSAudioRawFrame(self._pcm, RATE, 1))
            await self.push_frame(TTSStoppedFrame())
            await self.push_frame(OutputTransportMessageFrame(mark))


class SharedWhisper(WhisperSTTService):
    """The model is loaded once for all calls."""

    model: WhisperModel

    def _load(self) -> None:
        self._model = self.model


def app(pcm: bytes, weights: str) -> FastAPI:
    web = FastAPI()

    @web.post("/twilio/voice")
    async def voice(request: Request) -> Response:
        return Response(TWIML.format(host=request.headers["host"]), media_type="text/xml")

    @web.post("/twilio/status")
    async def status() -> Response:
        return Response(status_code=204)

    @web.websocket("/stream")
    async def stream(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.receive_text()  # connected
        started: dict[str, Any] = json.loads(await websocket.receive_text())["start"]
        await _call(websocket, started["streamSid"], pcm, weights)

    return web


async def _call(websocket: WebSocket, stream_sid: str, pcm: bytes, weights: str) -> None:
    serializer = TwilioFrameSerializer(
        stream_sid, params=TwilioFrameSerializer.InputParams(auto_hang_up=False)
    )
    transport = FastAPIWebsocketTransport(
        websocket=websocket,
        params=FastAPIWebsocketParams(
            audio_in_enabled=True,
            audio_out_enabled=True,
            audio_out_auto_silence=False,
            serializer=serializer,
        ),
    )
    settings = WhisperSTTService.Settings(model=weights, language=Language.JA)
    pipeline = Pipeline(
        [
            transport.input(),
            VADProcessor(vad_analyzer=SileroVADAnalyzer()),
            SharedWhisper(device="cpu", compute_type="int8", settings=settings),
            UserTurnProcessor(),
            Answer(pcm, stream_sid),
            transport.output(),
        ]
    )
    worker = PipelineWorker(
        pipeline, params=PipelineParams(audio_in_sample_rate=RATE, audio_out_sample_rate=RATE)
    )

    async def over(*_: object) -> None:
        await worker.cancel()

    transport.add_event_handler("on_client_disconnected", over)
    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    await runner.run()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", help="folder of a converted Whisper")
    parser.add_argument("answer", type=Path, help="WAV, 16 bits, 8,000 Hz")
    args = parser.parse_args()
    logger.remove()
    logger.add(sys.stderr, level="WARNING")
    with wave.open(str(args.answer)) as file:
        pcm = file.readframes(file.getnframes())
    SharedWhisper.model = WhisperModel(args.weights, device="cpu", compute_type="int8")
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app(pcm, args.weights), log_level="warning"))
        print(f"ready http://127.0.0.1:{door.getsockname()[1]}", flush=True)
        server.run(sockets=[door])


if __name__ == "__main__":
    main()
