"""The brief as Markdown (CommonMark), whole: for a wiki, a repository or a word processor."""

import re
from collections.abc import Iterator

from mithaq.publish.cited_lines import own_words, render_line
from mithaq.publish.outline import Brief, Section
from mithaq.publish.words import Words, words_in

# What CommonMark and its usual extensions (tables, mathematics) take for a mark; a dash or plus only at the start.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!$]|^[+-])")


def render_markdown(brief: Brief) -> str:
    """The brief as Markdown; each item ends with its citation, ``“words” [number of the article]``."""
    words = words_in(brief.language)
    lines = [f"# {brief.title}", "", brief.introduction, "", words.say("page", "how"), ""]
    for section in brief.sections:
        lines += [f"## {section.title}", "", *_section_lines(section, words)]
    lines += [f"## {words.say('page', 'sources')}", ""]
    for source in brief.sources:
        title, about = escape_markdown(source.title), escape_markdown(source.about)
        shown = own_words(f"**{title}**{words.say('marks', 'dash')}{about}", words)
        lines.append(f"- [{source.number}] {shown}")
    if brief.silent:
        files = escape_markdown(words.say("marks", "comma").join(brief.silent))
        lines += ["", own_words(words.say("page", "silent", files=files), words)]
    return "\n".join(lines) + "\n"


def escape_markdown(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return _MARKS.sub(r"\\\1", text)


def _section_lines(section: Section, words: Words) -> Iterator[str]:
    if not section.blocks:
        yield from (words.say("page", "nothing"), "")
    for block in section.blocks:
        if block.heading:
            yield from (f"### {own_words(escape_markdown(block.heading), words)}", "")
        for line in block.lines:
            yield f"- {render_line(line, words, escape_markdown)}"
        yield ""
