"""The brief as plain text for a terminal: one line a fact, no colours, no wrapping; long lists show their start."""

from collections.abc import Iterator

from mithaq.publish.cited_lines import own_words, render_line
from mithaq.publish.isolates import isolate
from mithaq.publish.outline import Block, Brief, Section
from mithaq.publish.words import Words, words_in

# What fits a screen or two for each section of a few dozen articles; the rest is a command away.
_LINES_OF_BLOCK = {"statements": 5, "commitments": 8}
_LINES_OF_OTHER_BLOCK = 30
_BLOCKS_OF_SECTION = 20
_SILENT_FILES = 10


def render_text(brief: Brief) -> str:
    """The brief as text; each line of a section ends with its citation, ``“words” [number of the article]``."""
    words = words_in(brief.language)
    dash = words.say("marks", "dash")
    lines = [brief.title.upper(), brief.introduction, words.say("page", "how")]
    for section in brief.sections:
        lines += ["", section.title.upper(), *_section_lines(section, words)]
    lines += ["", words.say("page", "sources").upper()]
    lines += [f"[{source.number}] {own_words(source.title + dash + source.about, words)}" for source in brief.sources]
    if brief.silent:
        lines.append(own_words(words.say("page", "silent", files=_some(brief.silent, words)), words))
    return "\n".join(lines) + "\n"


def _section_lines(section: Section, words: Words) -> Iterator[str]:
    if not section.blocks:
        yield f"  {words.say('page', 'nothing')}"
    for block in section.blocks[:_BLOCKS_OF_SECTION]:
        yield from _block_lines(block, section, words)
    left = sum(len(block.lines) for block in section.blocks[_BLOCKS_OF_SECTION:])
    if left:
        yield _more(left, section, words)


def _block_lines(block: Block, section: Section, words: Words) -> Iterator[str]:
    if block.heading:
        yield f"  {own_words(block.heading, words)}"
    limit = _LINES_OF_BLOCK.get(section.key, _LINES_OF_OTHER_BLOCK)
    # One line more takes no more room than saying that there is one.
    shown = block.lines if len(block.lines) == limit + 1 else block.lines[:limit]
    for line in shown:
        yield f"  • {render_line(line, words)}"
    if len(block.lines) > len(shown):
        yield _more(len(block.lines) - len(shown), section, words)


def _more(count: int, section: Section, words: Words) -> str:
    command = isolate(section.command, words.direction)
    return "    " + words.say("page", "more", count=str(count), command=command)


def _some(files: tuple[str, ...], words: Words) -> str:
    shown = words.say("marks", "comma").join(files[:_SILENT_FILES])
    return shown if len(files) <= _SILENT_FILES else f"{shown} … ({len(files)})"
