"""The page on which articles are handed in, and what its forms send. Reading itself is the pipeline's."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from mithaq.languages import available_languages
from mithaq.sources import ReadOptions
from mithaq.web.fetching import fetch
from mithaq.web.guards import Refused, csrf_of, may_write, require_writer
from mithaq.web.reading import Handed, Readings, pasted_name
from mithaq.web.rendering import desk_of, render, ui_for
from mithaq.web.settings import Settings
from mithaq.web.views.articles import refusals

reading_pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@reading_pages.get("/reading")
def show_reading(request: Request, reading: Annotated[str, Query(max_length=64)] = "") -> HTMLResponse:
    """The forms, how far a reading has come, and what was refused before."""
    desk, settings = desk_of(request), _settings(request)
    readings: Readings = request.app.state.readings
    allowed = may_write(request)
    return render(
        request,
        ui_for(request, desk),
        "reading.html",
        view=readings.get(reading) if reading else None,
        refusals=refusals(desk),
        can_write=allowed,
        has_token=settings.token is not None,
        csrf=csrf_of(settings) if allowed else "",
        allow_fetch=settings.allow_fetch,
        scripts=("reading.js",),
    )


_Line = Annotated[str, Form(max_length=300)]


@reading_pages.post("/reading")
def take_files(
    request: Request,
    files: Annotated[list[UploadFile], File()],
    csrf: _Line = "",
    outlet: _Line = "",
    published: _Line = "",
) -> RedirectResponse:
    """Begin to read files."""
    require_writer(request, csrf)
    settings = _settings(request)
    if len(files) > settings.max_files:
        raise Refused(413, "too_many_files", f"more than {settings.max_files} files at once", "send them in parts")
    return _begin(
        request, [(file.filename or "file.txt", file.file.read()) for file in files if file.filename], outlet, published
    )


@reading_pages.post("/reading/text")
def take_text(
    request: Request,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    csrf: _Line = "",
    title: _Line = "",
    outlet: _Line = "",
    published: _Line = "",
) -> RedirectResponse:
    """Begin to read a text that was pasted."""
    require_writer(request, csrf)
    named = " ".join(title.split())
    whole = f"# title: {named}\n\n{text}" if named else text
    return _begin(
        request, [(pasted_name(text), whole.encode("utf-8", "replace"))] if text.strip() else [], outlet, published
    )


@reading_pages.post("/reading/address")
def take_address(
    request: Request, address: Annotated[str, Form(max_length=2000)] = "", csrf: _Line = ""
) -> RedirectResponse:
    """Fetch a page and begin to read it, where that is allowed."""
    require_writer(request, csrf)
    settings = _settings(request)
    if not settings.allow_fetch:
        raise Refused(403, "fetch_off", "this desk fetches nothing", "start it with --allow-fetch, or hand in a file")
    return _begin(request, [fetch(address, settings.max_upload)], "", "")


def _begin(request: Request, handed: list[Handed], outlet: str, published: str) -> RedirectResponse:
    readings: Readings = request.app.state.readings
    named = " ".join(outlet.split()) or None
    options = ReadOptions(available_languages(), published or None, named, "auto", _settings(request).max_upload)
    return RedirectResponse(f"/reading?reading={readings.begin(handed, options).id}#progress", 303)


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings
