"""The pages that show articles' own text: one article, two side by side, what a search found. Not for lists of values."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from mithaq.model.annotation import ANNOTATION_KINDS
from mithaq.model.claim import CLAIM_KINDS
from mithaq.publish.words import LANGUAGES
from mithaq.web.marking import Mark, mark_text
from mithaq.web.rendering import PageNumber, desk_of, render, ui_for
from mithaq.web.views.articles import article
from mithaq.web.views.asking import LONGEST_QUERY
from mithaq.web.views.compare import compare
from mithaq.web.views.searching import SearchQuery, search
from mithaq.web.views.shapes import ArticleView, Count


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What the form of the search page sends; an empty field asks for nothing."""

    q: Annotated[str, Query(max_length=LONGEST_QUERY)] = ""
    language: str = ""
    kind: str = ""
    speaker: Annotated[str, Query(max_length=LONGEST_QUERY)] = ""
    since: str = ""
    until: str = ""

    def query(self) -> SearchQuery:
        """As the view wants it."""
        return SearchQuery(
            self.q.strip(), self.language or None, self.kind or None, self.speaker.strip() or None, self.since or None,
            self.until or None,
        )  # fmt: skip


article_pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@article_pages.get("/article/{article_id}")
def show_article(
    request: Request, article_id: str, at: Annotated[str | None, Query(max_length=30)] = None
) -> HTMLResponse:
    """One article, the words at ``at`` (start-end, in code points) marked."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), article(desk, article_id)
    target = _target(at, len(view.text))
    layers, claims = Counter(layer.kind for layer in view.layers), Counter(claim.kind for claim in view.claims)
    return render(
        request,
        ui,
        "article.html",
        view=view,
        title=view.head.title or view.head.file,
        current="articles",
        marked=mark_text(view.text, _marks(view), target, view.direction),
        not_found_words=bool(at) and target is None,
        corrected=[claim for claim in view.claims if claim.corrected and target and claim.is_at(*target)],
        layer_counts=[Count(kind, layers[kind]) for kind in ANNOTATION_KINDS if layers[kind]],
        claim_counts=[Count(kind, claims[kind]) for kind in CLAIM_KINDS if claims[kind]],
        scripts=("article.js",),
    )


def _target(at: str | None, length: int) -> tuple[int, int] | None:
    start, _, end = (at or "").partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    place = (int(start), int(end))
    return place if place[0] < place[1] <= length else None


def _marks(view: ArticleView) -> list[Mark]:
    marks = [Mark(start, end, "skipped") for start, end in view.skipped]
    marks += [Mark(layer.start, layer.end, f"l-{layer.kind}", f"a{number}") for number, layer in enumerate(view.layers)]
    marks += [Mark(claim.start, claim.end, f"c-{claim.kind}", f"c{number}") for number, claim in enumerate(view.claims)]
    return marks


@article_pages.get("/compare/{first_id}/{second_id}")
def show_comparison(request: Request, first_id: str, second_id: str) -> HTMLResponse:
    """Two articles with the words they share marked."""
    desk = desk_of(request)
    ui, view = ui_for(request, desk), compare(desk, first_id, second_id)
    first = [
        Mark(passage.first_start, passage.first_end, "shared", f"p{number}", "mark")
        for number, passage in enumerate(view.passages)
    ]
    second = [
        Mark(passage.second_start, passage.second_end, "shared", f"p{number}", "mark")
        for number, passage in enumerate(view.passages)
    ]
    return render(
        request,
        ui,
        "compare.html",
        view=view,
        current="articles",
        title=ui.say("nav.compare"),
        first=mark_text(view.first_text, first, None, view.first_direction),
        second=mark_text(view.second_text, second, None, view.second_direction),
        scripts=("article.js",),
    )


@article_pages.get("/search")
def show_search(request: Request, asked: Annotated[SearchForm, Depends()], page: PageNumber = 1) -> HTMLResponse:
    """The search form, and what was found if anything was asked."""
    desk = desk_of(request)
    ui = ui_for(request, desk)
    query = asked.query()
    view = search(desk, query, page) if query != SearchQuery("") else None
    kinds = [(kind, ui.say(f"kind.{kind}")) for kind in CLAIM_KINDS]
    languages = [(code, ui.language_name(code)) for code in LANGUAGES]
    return render(
        request, ui, "search.html", view=view, asked=query, query=query.words, kinds=kinds, languages=languages
    )
