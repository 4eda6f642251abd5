"""The HTTP face of a service."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from voicebot.api.app import mounted
from voicebot.api.context import Context
from voicebot.console import routes as console
from voicebot.export import feed_route
from voicebot.metrics import Metrics
from voicebot.readiness import readiness
from voicebot.service import Service
from voicebot.telephony import asterisk, media, webhooks
from voicebot.telephony.signed import Refused


async def metrics(request: Request) -> Response:
    """What is measured, for Prometheus; nothing of a caller is in it."""
    service: Service = request.app.state.service
    return Response(service.metrics.exposition(), media_type=Metrics.CONTENT_TYPE)


async def healthz(request: Request) -> Response:
    """The process lives."""
    return PlainTextResponse("ok\n")


async def readyz(request: Request) -> Response:
    """Calls can be taken: the database answers and the service is not going down."""
    found = await readiness(request.app.state.service)
    if not found.ready:
        return JSONResponse({"ready": False, "why": found.why}, status_code=503)
    return JSONResponse({"ready": True, "lines": found.lines})


def make_app(service: Service) -> Starlette:
    """The ASGI application for a service."""
    api = mounted(Context(service.city, service.clock, service.settings.api_clients))
    pages, answering = console.make()
    routes = [
        Route("/healthz", healthz),
        Route("/metrics", metrics),
        Route("/readyz", readyz),
        api,
        *feed_route.routes,
        *webhooks.routes,
        *media.routes,
        *asterisk.routes,
        *pages,
    ]
    app = Starlette(routes=routes, exception_handlers={Refused: webhooks.refuse})
    app.state.service = service
    console.install(app, answering)
    return app
