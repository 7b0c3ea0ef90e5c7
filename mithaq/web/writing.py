"""The API for writing: judging, reading in, the token. Everything here asks the guards first."""

import json
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, File, Form, Path, Request, Response, Security, UploadFile
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field

from mithaq.errors import UsageError
from mithaq.languages import available_languages
from mithaq.model.judgement import Judgement
from mithaq.sources import ReadOptions
from mithaq.web.api import FAILURES, FailureBody, TheDesk
from mithaq.web.failures import Refused
from mithaq.web.fetching import fetch
from mithaq.web.handing import Handed, pasted_name
from mithaq.web.judging import decide_now
from mithaq.web.reading import Readings
from mithaq.web.settings import Settings
from mithaq.web.tokens import WHERE_THE_TOKEN_IS, enter, require_writer, set_cookies
from mithaq.web.views import shapes

GUARDED: dict[int | str, dict[str, Any]] = {
    **FAILURES,
    **{
        code: {"model": FailureBody, "description": what}
        for code, what in (
            (401, "The token is missing."), (403, "It may not be done."), (413, "It is too large."),
            (502, "The address cannot be fetched."), (507, "There is no room."),
        )
    },
}  # fmt: skip

router = APIRouter(prefix="/api", tags=["writing"], responses=GUARDED)
Short = Annotated[str | None, Field(max_length=300)]


class JudgementBody(BaseModel):
    """What a person decides. ``about`` holds one claim's id (accept, reject, correct) or two (same, different); ``value``
    is the right value of ``slot``."""

    about: Annotated[
        list[Annotated[str, Field(min_length=4, max_length=16, pattern="^[0-9a-f]+$")]],
        Field(min_length=1, max_length=2),
    ]
    verdict: Literal["accept", "reject", "correct", "same", "different"]
    why: Annotated[str, Field(min_length=1, max_length=1000)]
    who: Annotated[str, Field(min_length=1, max_length=100)]
    slot: Short = None
    value: Any = None
    revoked: bool = False


class JudgementKept(BaseModel):
    """The judgement as it was kept. ``settled``: what the claims amount to was worked out anew already."""

    about: list[str]
    verdict: str
    who: str
    when: str
    why: str
    revoked: bool
    slot: str | None
    settled: bool


class TextBody(BaseModel):
    """A text that was pasted, with what is known of it."""

    text: Annotated[str, Field(min_length=1, max_length=2_000_000)]
    title: Short = None
    outlet: Short = None
    published: Annotated[str | None, Field(max_length=10)] = None
    language: Literal["ar", "en", "fr", "auto"] = "auto"


class AddressBody(BaseModel):
    """An address to be fetched."""

    address: Annotated[str, Field(min_length=8, max_length=2000)]
    outlet: Short = None
    published: Annotated[str | None, Field(max_length=10)] = None
    language: Literal["ar", "en", "fr", "auto"] = "auto"


class TokenBody(BaseModel):
    """The desk's token."""

    token: Annotated[str, Field(max_length=500)]


_BEARER = HTTPBearer(auto_error=False, description="The desk's token.")


def writer(request: Request, _: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]) -> None:
    """Only who has the token."""
    require_writer(request)


Guarded = Depends(writer)


def readings_of(request: Request) -> Readings:
    """The readings of this desk."""
    readings: Readings = request.app.state.readings
    return readings


TheReadings = Annotated[Readings, Depends(readings_of)]


@router.post("/judgements", status_code=201, dependencies=[Guarded])
def judge(desk: TheDesk, body: JudgementBody) -> JudgementKept:
    """Decide about a claim, or whether two claims speak of the same thing. Nothing is overwritten."""
    # A correction's value is JSON; null means that none was given.
    value = None if body.value is None else json.dumps(body.value, ensure_ascii=False)
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    wanted = Judgement(
        tuple(body.about), body.verdict, _one_line(body.who), when, _one_line(body.why), body.revoked, body.slot, value
    )
    kept, settled = decide_now(desk, wanted)
    return JudgementKept(
        about=list(kept.about), verdict=kept.verdict, who=kept.who, when=kept.when, why=kept.why,
        revoked=kept.revoked, slot=kept.slot, settled=settled,
    )  # fmt: skip


def _one_line(text: str) -> str:
    shown = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    if not shown:
        raise UsageError("who and why must say something; write a word or two")
    return shown


@router.post("/reading", status_code=202, dependencies=[Guarded])
async def read_files(
    request: Request,
    readings: TheReadings,
    files: Annotated[list[UploadFile], File(description="Texts (.txt) and saved pages (.html).")],
    outlet: Annotated[str | None, Form(max_length=300)] = None,
    published: Annotated[str | None, Form(max_length=10)] = None,
    language: Annotated[Literal["ar", "en", "fr", "auto"], Form()] = "auto",
) -> shapes.ReadingView:
    """Read files into the record; the answer says where to follow it."""
    settings: Settings = request.app.state.settings
    if len(files) > settings.max_files:
        raise Refused(413, "too_many_files", f"more than {settings.max_files} files at once", "send them in parts")
    handed = [Handed(file.filename or "file.txt", await file.read()) for file in files]
    return readings.begin(handed, _options(settings, outlet, published, language))


@router.post("/reading/text", status_code=202, dependencies=[Guarded])
def read_text(request: Request, readings: TheReadings, body: TextBody) -> shapes.ReadingView:
    """Read a pasted text into the record."""
    title = " ".join((body.title or "").split())
    text = f"# title: {title}\n\n{body.text}" if title else body.text
    options = _options(request.app.state.settings, body.outlet, body.published, body.language)
    return readings.begin([Handed(pasted_name(body.text), text.encode("utf-8", "replace"))], options)


@router.post("/reading/address", status_code=202, dependencies=[Guarded])
def read_address(request: Request, readings: TheReadings, body: AddressBody) -> shapes.ReadingView:
    """Fetch a page and read it; only where the desk was started with --allow-fetch."""
    settings: Settings = request.app.state.settings
    if not settings.allow_fetch:
        raise Refused(403, "fetch_off", "this desk fetches nothing", "start it with --allow-fetch, or hand in a file")
    options = _options(settings, body.outlet, body.published, body.language)
    return readings.begin([fetch(body.address, settings.max_upload)], options)


@router.get("/reading/{reading_id}")
def reading(readings: TheReadings, reading_id: Annotated[str, Path(min_length=1, max_length=64)]) -> shapes.ReadingView:
    """How far a reading has come."""
    return readings.get(reading_id)


@router.post("/token", status_code=204)
def take_token(request: Request, body: Annotated[TokenBody, Body()]) -> Response:
    """Let this browser write: keeps the token in a cookie that scripts cannot read."""
    settings: Settings = request.app.state.settings
    if not enter(request, body.token.strip()):
        raise Refused(401, "no_token", "this is not the desk's token", WHERE_THE_TOKEN_IS)
    answer = Response(status_code=204)
    set_cookies(answer, settings)
    return answer


def _options(settings: Settings, outlet: str | None, published: str | None, language: str) -> ReadOptions:
    named = " ".join((outlet or "").split()) or None
    return ReadOptions(available_languages(), published or None, named, language, settings.max_upload)
