"""The map of a body's members: shapes of states, and dots for those too small for one. Not for who is a member."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from mithaq.web.views.members import IN
from mithaq.web.views.shapes import MemberLine
from mithaq.web.wording import Wording


@cache
def load_world() -> dict[str, Any]:
    """Width, height, a path or a point by ISO 3166-1 code."""
    text = files("mithaq.web").joinpath("static/world.json").read_text(encoding="utf-8")
    world: dict[str, Any] = json.loads(text)
    return world


def member_map(marks: Sequence[MemberLine], wording: Wording) -> Markup:
    """All land, states with a line of ``marks`` marked; each marked state leads to the words that tell it."""
    world = load_world()
    known = {line.member: line for line in marks}
    plain = "".join(path for code, path in world["paths"].items() if code not in known)
    parts = [Markup('<path d="{}" class="land"/>').format(plain)]
    marked = 0
    for code, line in sorted(known.items()):
        style = "member" if line.change in IN else "left"
        if code in world["paths"]:
            shape = Markup('<path d="{}" class="land {}">{}</path>').format(
                world["paths"][code], style, _tip(line, wording)
            )
        elif code in world["points"]:
            x, y = world["points"][code]
            shape = Markup('<circle cx="{}" cy="{}" r="5" class="dot {}">{}</circle>').format(
                x, y, style, _tip(line, wording)
            )
        else:
            continue
        marked += style == "member"
        parts.append(_linked(shape, line, wording))
    label = wording.say("members.map_text", count=wording.plain_number(marked))
    return Markup('<svg viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        world["width"], world["height"], label, Markup("").join(parts)
    )


def _tip(line: MemberLine, wording: Wording) -> Markup:
    return Markup("<title>{}</title>").format(_told(line, wording))


def _told(line: MemberLine, wording: Wording) -> str:
    return f"{wording.name_plain(line.member)}{wording.colon}{wording.told('change', line.change)}"


def _linked(shape: Markup, line: MemberLine, wording: Wording) -> Markup:
    if not line.citations:
        return shape
    return Markup('<a href="{}" aria-label="{}">{}</a>').format(line.citations[0].href, _told(line, wording), shape)
