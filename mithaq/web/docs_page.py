"""The page that lists what the API answers, made from its OpenAPI document. Not for the API itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from mithaq.web.rendering import render, ui_for

docs_page = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_GROUPS = ("reading", "writing")
_DOCUMENT = Markup('<a href="/api/openapi.json"><code dir="ltr">/api/openapi.json</code></a>')


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address and what can be given with it: names, and of what kind they are."""

    group: str
    method: str
    path: str
    told: str
    parameters: tuple[tuple[str, str], ...]


@docs_page.get("/api/docs")
def show_docs(request: Request) -> HTMLResponse:
    """Every address of the API."""
    ui = ui_for(request, None)
    found = list(endpoints_of(request.app.openapi()))
    groups = [(group, [endpoint for endpoint in found if endpoint.group == group]) for group in _GROUPS]
    return render(request, ui, "docs.html", current="", groups=groups, link=_DOCUMENT)


def endpoints_of(document: Mapping[str, Any]) -> Iterator[Endpoint]:
    """What an OpenAPI document (3.1) describes, in its order."""
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            given = [(one["name"], _kind_of(one["schema"], one["required"])) for one in told.get("parameters", ())]
            given += _body_of(document, told.get("requestBody"))
            yield Endpoint(told["tags"][0], method.upper(), path, told.get("description", ""), tuple(given))


def _body_of(document: Mapping[str, Any], body: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    if body is None:
        return []
    (content,) = body["content"].values()
    shape = document["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]
    required = shape.get("required", ())
    return [(name, _kind_of(part, name in required)) for name, part in shape["properties"].items()]


def _kind_of(schema: Mapping[str, Any], required: bool) -> str:
    options = [option for option in schema.get("anyOf", (schema,)) if option.get("type") != "null"]
    known = "; ".join(_told_of(option) for option in options)
    parts = [known, "needed" if required else "", schema.get("description", "")]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _told_of(option: Mapping[str, Any]) -> str:
    if "enum" in option:
        return ", ".join(map(str, option["enum"]))
    if option.get("type") == "array":
        return f"list of {_told_of(option['items'])}"
    return str(option.get("type", "any value"))
