"""The page on which articles are handed in, and what its forms send. Reading itself is the pipeline's."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from mithaq.errors import MithaqError
from mithaq.languages import available_languages
from mithaq.sources import ReadOptions
from mithaq.web.failures import Refused, tell
from mithaq.web.fetching import fetch
from mithaq.web.handing import Handed, pasted_name
from mithaq.web.reading import Readings
from mithaq.web.rendering import Ui, desk_of, render, show_error, ui_for
from mithaq.web.settings import Settings
from mithaq.web.tokens import csrf_of, may_write, require_writer
from mithaq.web.views.articles import refusals

reading_pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@reading_pages.get("/reading")
def show_reading(request: Request, reading: Annotated[str, Query(max_length=64)] = "") -> HTMLResponse:
    """The forms, how far a reading has come, and what was refused before."""
    readings: Readings = request.app.state.readings
    return _show(request, ui_for(request, desk_of(request)), view=readings.get(reading) if reading else None)


def _show(request: Request, ui: Ui, status: int = 200, **more: Any) -> HTMLResponse:
    settings, allowed = _settings(request), may_write(request)
    return render(
        request,
        ui,
        "reading.html",
        status,
        refusals=refusals(desk_of(request)),
        can_write=allowed,
        has_token=settings.token is not None and not settings.record_is_locked,
        csrf=csrf_of(settings) if allowed else "",
        allow_fetch=settings.allow_fetch,
        scripts=("reading.js",),
        **{"view": None, "typed": {}, **more},
    )


_Line = Annotated[str, Form(max_length=300)]


@reading_pages.post("/reading")
def take_files(
    request: Request,
    files: Annotated[list[UploadFile | str], File()],
    csrf: _Line = "",
    outlet: _Line = "",
    published: _Line = "",
) -> Response:
    """Begin to read files. A browser sends an empty part where none was chosen."""
    require_writer(request, csrf)
    most = _settings(request).max_files

    def handed() -> list[Handed]:
        if len(files) > most:
            raise Refused(413, "too_many_files", f"more than {most} files at once", "send them in parts")
        chosen = [file for file in files if not isinstance(file, str) and file.filename]
        return [Handed(file.filename or "", file.file.read()) for file in chosen]

    return _begin(request, handed, {"form": "files", "outlet": outlet, "published": published})


@reading_pages.post("/reading/text")
def take_text(
    request: Request,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    csrf: _Line = "",
    title: _Line = "",
    outlet: _Line = "",
    published: _Line = "",
) -> Response:
    """Begin to read a text that was pasted."""
    require_writer(request, csrf)
    named = " ".join(title.split())
    whole = f"# title: {named}\n\n{text}" if named else text
    typed = {"form": "text", "text": text, "title": title, "outlet": outlet, "published": published}
    handed = [Handed(pasted_name(text), whole.encode("utf-8", "replace"))] if text.strip() else []
    return _begin(request, lambda: handed, typed)


@reading_pages.post("/reading/address")
def take_address(request: Request, address: Annotated[str, Form(max_length=2000)] = "", csrf: _Line = "") -> Response:
    """Fetch a page and begin to read it, where that is allowed."""
    require_writer(request, csrf)
    settings = _settings(request)

    def handed() -> list[Handed]:
        if not settings.allow_fetch:
            hint = "start it with --allow-fetch, or hand in a file"
            raise Refused(403, "fetch_off", "this desk fetches nothing", hint)
        return [fetch(address, settings.max_upload)]

    return _begin(request, handed, {"form": "address", "address": address})


def _begin(request: Request, handed: Callable[[], list[Handed]], typed: Mapping[str, str]) -> Response:
    """To the page of the reading; where it cannot begin, the forms again with what was typed, and why."""
    readings: Readings = request.app.state.readings
    named = " ".join(typed.get("outlet", "").split()) or None
    try:
        options = ReadOptions(
            available_languages(), typed.get("published") or None, named, "auto", _settings(request).max_upload
        )
        begun = readings.begin(handed(), options)
    except MithaqError as error:
        ui = ui_for(request, desk_of(request))
        status, *told = tell(error)
        return _show(request, ui, status, typed=typed, message=show_error(ui, *told), message_tone="bad")
    return RedirectResponse(f"/reading?reading={begun.id}#progress", 303)


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings
