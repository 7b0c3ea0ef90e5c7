"""The parts of the desk put together. Not for what any of them does."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.gzip import GZipMiddleware

from mithaq.publish.words import LANGUAGES
from mithaq.web import api, views, writing
from mithaq.web.desk import Desk, NotFound
from mithaq.web.docs_page import docs_page
from mithaq.web.failures import add_failures
from mithaq.web.guards import Guard, with_etag
from mithaq.web.judging import Settler
from mithaq.web.meaning import understand
from mithaq.web.naming import names_in
from mithaq.web.reading import Readings
from mithaq.web.settings import Settings
from mithaq.web.tokens import Door
from mithaq.web.views.articles import related

# The first page has this long to itself.
FIRST_PAGE_SECONDS = 2.0


def create_app(settings: Settings) -> FastAPI:
    """The application over the record of ``settings``, which is opened now. Raises RecordError."""
    desk = Desk.open(settings.record, new=settings.new)
    settings = replace(settings, record_is_locked=not desk.record.is_writable)
    door = Door(settings.token)
    app = FastAPI(
        title="Mithaq desk",
        description="A record of what was promised at summits, with every citation. Read-only without the token.",
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.desk, app.state.settings, app.state.readings = desk, settings, Readings(desk)
    app.state.door = door
    add_failures(app)
    app.include_router(api.router)
    app.include_router(writing.router)
    app.include_router(docs_page)
    app.add_api_route("/api/{unknown:path}", _nothing, methods=["GET"], include_in_schema=False)
    _add_pages(app)
    app.add_middleware(BaseHTTPMiddleware, dispatch=with_etag)
    app.add_middleware(GZipMiddleware, minimum_size=2000, compresslevel=3)
    app.add_middleware(Guard, settings=settings, door=door)
    return app


def _nothing(unknown: str) -> None:
    raise NotFound(f"there is no /api/{unknown[:80]}; see /api/openapi.json for what there is")


def _add_pages(app: FastAPI) -> None:
    from mithaq.web import pages

    getattr(pages, "add_pages", lambda _: None)(app)


def warm(desk: Desk) -> None:
    """Make what the other pages need."""
    understand(desk, ["summit"])
    views.commitment_choices(desk)
    views.review(desk)
    views.people(desk)
    views.members(desk)
    related(desk, "")
    for language in LANGUAGES:
        names_in(desk, language)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Make the first page ready before anybody asks; the rest when it was shown. The record is closed at the end.

    What a run that broke off has left behind is worked out meanwhile.
    """
    desk: Desk = app.state.desk
    settler = desk.part(Settler)
    if desk.record.is_writable and not desk.record.is_settled():
        settler.wake()
    views.overview(desk)
    later = threading.Timer(FIRST_PAGE_SECONDS, warm, (desk,))
    later.daemon = True
    later.start()
    yield
    later.cancel()
    later.join()
    app.state.readings.wait()
    settler.wait()
    desk.close()
