"""How a page is made: the reader's choices, the templates, the answer. Not for what stands on a page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mithaq.publish.words import LANGUAGES
from mithaq.web.desk import Desk
from mithaq.web.explaining import show_explanation
from mithaq.web.marking import main_direction, mark_snippet
from mithaq.web.naming import names_in
from mithaq.web.values import show_layer, show_side, show_slot, show_slot_plainly
from mithaq.web.views.shapes import Citation, LayerSpan, Snippet
from mithaq.web.wording import DIGITS, Wording, desk_words

LOOKS = ("auto", "light", "dark")
NAVIGATION = (
    ("overview", "/"), ("meetings", "/meetings"), ("commitments", "/commitments"), ("money", "/money"),
    ("members", "/members"), ("people", "/people"), ("disagreements", "/disagreements"), ("articles", "/articles"),
    ("search", "/search"), ("review", "/review"), ("reading", "/reading"),
)  # fmt: skip
PageNumber = Annotated[int, Query(ge=1, le=100_000)]
# What a reader chooses once: asked for in the address, kept in a cookie.
CHOICES: Mapping[str, tuple[str, ...]] = {"lang": LANGUAGES, "digits": DIGITS, "look": LOOKS}
_YEAR_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Ui(Wording):
    """The wording of one page, with where it is and how it looks. ``params`` are those of its address, choices left out."""

    look: str = "auto"
    path: str = "/"
    params: tuple[tuple[str, str], ...] = field(default=())

    def here(self, **changes: object) -> str:
        """The address of this page with other parameters."""
        kept = [(name, value) for name, value in self.params if name not in changes]
        pairs = [*kept, *((name, str(value)) for name, value in changes.items())]
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    @property
    def query(self) -> str:
        """The parameters as they stand in an address, with the question mark; empty where there are none."""
        kept = [(name, value) for name, value in self.params if value and name != "page"]
        return f"?{urlencode(kept)}" if kept else ""

    def slot(self, slot: str) -> str:
        """What a slot of a claim is called."""
        return self.told("slot", slot)

    def slot_value(self, slot: str, value: Any) -> Markup:
        """A slot's value in words."""
        return show_slot(self, slot, value)

    def slot_plain(self, slot: str, value: Any) -> str:
        """A slot's value in words, without markup."""
        return show_slot_plainly(self, slot, value)

    def layer_value(self, layer: LayerSpan) -> Markup:
        """What an annotation is worth."""
        return show_layer(self, layer.kind, layer.value, layer.label)

    def side(self, value: str) -> Markup:
        """A value of a disagreement."""
        return show_side(self, value)

    def explain(self, sentence: str) -> Markup:
        """Why something was concluded."""
        return show_explanation(self, sentence)

    def by_article(self, citations: Sequence[Citation]) -> list[tuple[Citation, int]]:
        """The first citation of each article, and how many places of it are cited."""
        places = Counter(citation.article_id for citation in citations)
        firsts: dict[str, Citation] = {}
        for citation in citations:
            firsts.setdefault(citation.article_id, citation)
        return [(citation, places[article]) for article, citation in firsts.items()]

    def direction_in(self, words: str) -> str:
        """The direction of most letters of a name."""
        return main_direction(words)

    def snippet(self, snippet: Snippet) -> Markup:
        """Words that were found, the matching ones marked."""
        return mark_snippet(snippet.text, snippet.marks)


def show_error(ui: Ui, code: str, message: str, hint: str) -> Markup:
    """What failed and what to do in the reader's language; beneath it the detail, in English."""
    known = code if code in desk_words(ui.language)["failure"] else "failed"
    detail = ". ".join(part[:1].upper() + part[1:] for part in (message, hint) if part)
    return Markup(
        '<strong>{}.</strong> {}<br><span class="small">{}{}<span lang="en" dir="ltr">{}.</span></span>'
    ).format(ui.say(f"failure.{known}"), ui.say(f"failure_hint.{known}"), ui.say("desk.detail"), ui.colon, detail)


def desk_of(request: Request) -> Desk:
    """The open record that the application serves."""
    desk: Desk = request.app.state.desk
    return desk


def ui_for(request: Request, desk: Desk | None) -> Ui:
    """The reader's choices: of the address, else of the cookie, else of the browser."""
    chosen = {name: _chosen(request, name) for name in CHOICES}
    language = chosen["lang"] or _preferred(request.headers.get("accept-language", ""))
    names = names_in(desk, language) if desk is not None else {}
    params = tuple((name, value) for name, value in request.query_params.multi_items() if name not in CHOICES)
    return Ui(language, chosen["digits"] or DIGITS[0], names.get, chosen["look"] or LOOKS[0], request.url.path, params)


def _chosen(request: Request, name: str) -> str | None:
    for value in (request.query_params.get(name), request.cookies.get(name)):
        if value in CHOICES[name]:
            return value
    return None


def _preferred(header: str) -> str:
    """The first language of ``Accept-Language`` that the desk speaks; English else."""
    for part in header.split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("mithaq.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_TEMPLATES = _environment()
_DEFAULTS: Mapping[str, Any] = {
    "scripts": (),
    "query": "",
    "message": "",
    "message_tone": "good",
    "has_token": False,
    "navigation": NAVIGATION,
}


def render(request: Request, ui: Ui, template: str, status: int = 200, **view: Any) -> HTMLResponse:
    """The page as an answer, with the choices that the address made kept in cookies."""
    current = template.removesuffix(".html")
    is_locked = request.app.state.settings.record_is_locked
    made = {"title": ui.say(f"nav.{_title(current)}"), "current": current, "is_locked": is_locked, "ui": ui}
    context = {**_DEFAULTS, **made, **view}
    page = HTMLResponse(_TEMPLATES.get_template(template).render(context), status)
    page.headers["Cache-Control"] = "no-cache"
    page.headers["Content-Language"] = ui.language
    for name, allowed in CHOICES.items():
        value = request.query_params.get(name)
        if value in allowed:
            page.set_cookie(name, str(value), max_age=_YEAR_SECONDS, samesite="lax", httponly=True)
    return page


def _title(template: str) -> str:
    return {"meeting": "meetings", "commitment": "commitments", "person": "people"}.get(template, template)
