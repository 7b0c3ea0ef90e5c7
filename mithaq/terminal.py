"""What the commands show while they work and when they are done. Not for briefs and exports: ``publish`` makes those."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table as RichTable

from mithaq.model.rejection import CLAIM_REASONS

if TYPE_CHECKING:
    from mithaq.pipeline import Progress, Tally
    from mithaq.publish import Table

NOTES_SHOWN = 20
WIDE = 100_000
"""Characters a line when nobody's window sets the width: a table sent to a file or another program is not cut."""


@contextmanager
def following(progress_to: TextIO) -> Iterator[Callable[["Progress"], None]]:
    """Give a function that tells each refusal, in one line, and moves a bar if ``progress_to`` is a terminal."""
    console = Console(file=progress_to, highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not console.is_terminal:
        yield lambda progress: _tell(console, progress)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def report(progress: "Progress") -> None:
            bar.update(task, completed=progress.done, total=progress.total)
            _tell(console, progress)

        yield report


def _tell(console: Console, progress: "Progress") -> None:
    if progress.refusal is not None:
        console.print(f"refused: {one_line(progress.refusal.source)}: {one_line(progress.refusal.message)}")


def one_line(text: str) -> str:
    """``text`` without line ends and control characters, which a file's name may hold."""
    return "".join(character if character.isprintable() else " " for character in text)


def show_tally(tally: "Tally", out: TextIO, remarks: TextIO) -> None:
    """The closing tables of a run on ``out``; remarks on single files and on files passed over on ``remarks``."""
    for note in tally.notes[:NOTES_SHOWN]:
        print(f"note: {one_line(note)}", file=remarks)
    if len(tally.notes) > NOTES_SHOWN:
        print(f"note: and {len(tally.notes) - NOTES_SHOWN} more notes of this kind", file=remarks)
    if tally.passed_over:
        kinds = ", ".join(f"{count} {one_line(ending)}" for ending, count in sorted(tally.passed_over.items()))
        print(f"note: files of other kinds were passed over: {kinds}", file=remarks)
    articles = {name: getattr(tally, name) for name in ("new", "changed", "unchanged", "refused")}
    reasons = {CLAIM_REASONS.get(code, code): count for code, count in tally.rejections.items()}
    console = _console(out)
    _print(console, _counts("articles", articles))
    for title, counts in (("claims", tally.claims), ("looked at and left out because", reasons)):
        if counts:
            _print(console, "", _counts(title, dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))))


def show_table(table: "Table", out: TextIO) -> None:
    """A table without its empty columns; one block a row where the terminal is too narrow to hold it side by side."""
    used = [number for number in range(len(table.columns)) if any(row[number] for row in table.rows)]
    columns = [table.columns[number] for number in used]
    rows = [[_flat(row[number]) for number in used] for row in table.rows]
    console = _console(out)
    widths = [max(cell_len(line[number]) for line in (columns, *rows)) for number in range(len(columns))]
    if sum(widths) + 3 * len(widths) <= console.width:
        grid = RichTable(
            title=f"{table.title}: {len(rows):,}", title_justify="left", title_style="bold", box=SIMPLE_HEAD
        )
        for column in columns:
            grid.add_column(column)
        for row in rows:
            grid.add_row(*row)
        _print(console, grid)
        return
    indent = max(map(len, columns))
    blocks = (
        "\n".join(f"{column:>{indent}}  {cell}" for column, cell in zip(columns, row, strict=True) if cell)
        for row in rows
    )
    _print(console, f"{table.title}: {len(rows):,}\n", *(f"{block}\n" for block in blocks))


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _console(out: TextIO) -> Console:
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else Console(file=out, highlight=False, markup=False, emoji=False, width=WIDE)


def _print(console: Console, *parts: RenderableType) -> None:
    """Written by us, not by the console, which would end the program when the reader of the output goes away."""
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    console.file.write(captured.get())


def _counts(title: str, counts: Mapping[str, int]) -> RichTable:
    table = RichTable(
        title=title, title_justify="left", title_style="bold", box=None, show_header=False, padding=(0, 1)
    )
    table.add_column("count", justify="right")
    table.add_column("what")
    for name, count in counts.items():
        table.add_row(f"{count:,}", name)
    return table


def tell(message: str) -> None:
    """One line on the error stream, as the software's own."""
    print(f"mithaq: {one_line(message)}", file=sys.stderr)
