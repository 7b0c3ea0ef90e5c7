"""The commands. Not for what they do: each one opens a record, calls one function of a stage, and shows the result.

Exit codes: 0 done; 1 something was refused, failed or does not hold; 2 the command cannot be carried out as given.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

import typer
from typer.core import TyperGroup

from mithaq.errors import MithaqError, RecordError, RecordFull, UsageError

if TYPE_CHECKING:
    from mithaq.model.extraction import Reconciliation
    from mithaq.pipeline import Tally
    from mithaq.record import Record
    from mithaq.sources import ReadOptions

SAMPLES = Path(__file__).parent / "samples"
MEGABYTE = 1_000_000

ShowKind = Literal[
    "meetings", "members", "commitments", "funding", "figures", "statements", "people", "articles",
    "stories", "copies", "facts", "disagreements", "follow-ups", "changes", "standing", "curve", "judgements",
]  # fmt: skip
VerdictName = Literal["accept", "reject", "correct", "same", "different"]
BriefFormat = Literal["text", "md", "html"]
BriefLanguage = Literal["en", "ar", "fr"]
RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="The record, as named with --into.")]
OutputPath = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to the screen.")
]


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Judge promises as they stood that day; later articles count for nothing."
    ),
]


class Commands(TyperGroup):
    """Turns every error of ours, and every misuse of a command, into one line and an exit code."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Parse the arguments and run the command."""
        from mithaq.terminal import tell

        if not more.get("standalone_mode", True):
            return super().main(*args, **more)
        try:
            code = super().main(*args, **{**more, "standalone_mode": False})
        except Exception as error:
            # Typer's own errors are of no class that it would show to others: their method tells them.
            if not hasattr(error, "format_message"):
                raise
            context, message = getattr(error, "ctx", None), error.format_message()
            if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
                print(context.get_help())
            else:
                path = context.command_path if context is not None else "mithaq"
                tell(f"{message.rstrip('.')}; see {path} --help")
            sys.exit(getattr(error, "exit_code", 2))
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        from mithaq.terminal import tell

        try:
            return super().invoke(ctx)
        except MithaqError as error:
            tell(str(error))
            raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error
        except KeyboardInterrupt as error:
            tell("stopped; every article read so far is kept, run the same command again to go on.")
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: mithaq demo",
)


def main() -> None:
    """The entry point of the program: text goes out in UTF-8 with plain line ends, whatever the system's habit."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    app(prog_name="mithaq")


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"mithaq {version('mithaq')}")
        except PackageNotFoundError:
            print("mithaq (not installed)")
        raise typer.Exit


@app.callback()
def mithaq(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Read the news of summits and coalitions, in Arabic, English and French, and keep the cited record of what was promised.

    Every value in the record points at the words it was read from.
    """


@app.command(epilog="Example: mithaq read articles/ extra.html --into record.db --outlet Anadolu")
def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files (.txt, .html) and folders of them.")],
    into: Annotated[Path, typer.Option("--into", metavar="RECORD", help="The record to add to; made if absent.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of all of them: 2022-05-12, 2022-05 or 2022.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of all of them.")] = None,
    language: Annotated[str, typer.Option(metavar="CODE", help="ar, en, fr; auto finds it out.")] = "auto",
    max_mb: Annotated[float, typer.Option(metavar="MB", help="Refuse files larger than this.")] = 20,
) -> None:
    """Read articles into a record.

    Reading the same article twice adds nothing; a changed one becomes a new version.

    Lines at the top of a text such as "# published: 2022-05-12" tell about it.
    The keys are source, url, outlet, published, title and language.
    """
    options = _read_options(published, outlet, language, int(max_mb * MEGABYTE))
    _check_paths(paths)
    with _opened(into, create=True) as record:
        tally = _read(paths, record, options)
    if tally.new or tally.changed or tally.unchanged:
        print(f"\nNext: mithaq brief {quote(str(into))}")
    _leave(tally)


@app.command(epilog="Example: mithaq brief record.db --format html --language ar -o brief.html")
def brief(
    record_path: RecordPath,
    format_: Annotated[BriefFormat, typer.Option("--format", help="How it is written.")] = "text",
    language: Annotated[BriefLanguage, typer.Option(help="Language of headings and explanations.")] = "en",
    as_of: AsOf = None,
    output: OutputPath = None,
) -> None:
    """Write the cited brief: meetings, who takes part, what was promised, money, figures, who said what, disagreements.

    The html form is one file; each citation opens the sentence with its words highlighted.
    """
    with _opened(record_path) as record, _writing(output, record_path) as out:
        out.write(_brief(record, record_path, format_, language, as_of))


@app.command(epilog="Example: mithaq explain record.db 3f2a91c4")
def explain(
    record_path: RecordPath,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or its first characters.")],
) -> None:
    """Explain how a claim was read: the rule, the words, every slot with its own words, who says so."""
    from mithaq.publish import explain_claim

    with _opened(record_path) as record:
        typer.echo(explain_claim(record.extractions(), claim), nl=False)


@app.command(epilog="Example: mithaq show record.db funding --format csv -o funding.csv")
def show(
    record_path: RecordPath,
    kind: Annotated[ShowKind, typer.Argument(metavar="KIND", help="What to show.")],
    format_: Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="How it is written.")] = "table",
    as_of: AsOf = None,
    output: OutputPath = None,
) -> None:
    """Show one kind of claim, the articles, the people, or what the articles amount to together, as a table."""
    from mithaq.publish import (
        CONCLUSION_KINDS,
        table_as_csv,
        table_as_json,
        tabulate,
        tabulate_conclusions,
        tabulate_judgements,
    )
    from mithaq.terminal import show_table

    if as_of is not None and kind not in CONCLUSION_KINDS:
        raise UsageError(f"{kind} are the same on every day; --as-of goes with {', '.join(CONCLUSION_KINDS)}")
    with _opened(record_path) as record, _writing(output, record_path) as out:
        if kind in CONCLUSION_KINDS:
            table = tabulate_conclusions(record.extractions(), _reconciled(record, as_of), kind)
        elif kind == "judgements":
            table = tabulate_judgements(record.extractions(), record.judgements())
        else:
            table = tabulate(record.extractions(), kind)
        if format_ == "table":
            show_table(table, out)
        else:
            out.write(table_as_csv(table) if format_ == "csv" else table_as_json(table))


@app.command(
    epilog='Example: mithaq judge record.db reject 3f2a91c4 --why "the visit was called off"',
)
def judge(
    record_path: RecordPath,
    verdict: Annotated[
        VerdictName, typer.Argument(metavar="VERDICT", help="accept, reject, correct, same, different.")
    ],
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM", help="Ids of claims, or their first characters.")],
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept with the judgement.")],
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; your user name unless you say otherwise.")
    ] = None,
    slot: Annotated[str | None, typer.Option(metavar="SLOT", help="With correct: which slot.")] = None,
    value: Annotated[
        str | None, typer.Option(metavar="JSON", help="With correct: its right value, text in double quotes.")
    ] = None,
    revoke: Annotated[bool, typer.Option("--revoke", help="Take such a judgement back.")] = False,
) -> None:
    """Decide about a claim, or whether two claims speak of the same thing.

    What you decide wins over the program, is kept with who, when and why, and outlasts reading everything again.
    Nothing is deleted: a judgement is taken back with --revoke. "mithaq show RECORD judgements" lists them.
    """
    from getpass import getuser

    from mithaq.model.judgement import Judgement
    from mithaq.pipeline import judge as judged

    when = datetime.now(UTC).isoformat(timespec="microseconds")
    wanted = Judgement(tuple(claims), verdict, who or getuser(), when, why, revoke, slot, value)
    with _opened(record_path, write=True) as record:
        kept = judged(record, wanted)
    print(f"{'Taken back' if revoke else 'Kept'}: {kept.verdict} {' '.join(kept.about)}, {kept.who}: {kept.why}")


@app.command(epilog="Example: mithaq export record.db -o record.jsonl")
def export(
    record_path: RecordPath,
    _format: Annotated[Literal["jsonl"], typer.Option("--format", help="One JSON object a line.")] = "jsonl",
    as_of: AsOf = None,
    output: OutputPath = None,
) -> None:
    """Write everything in the record, one JSON object a line, sorted: the same record gives the same bytes."""
    from mithaq.publish import write_jsonl

    with _opened(record_path) as record, _writing(output, record_path) as out:
        write_jsonl(record.extractions(), _reconciled(record, as_of), out)


@app.command(epilog="Example: mithaq verify record.db")
def verify(record_path: RecordPath) -> None:
    """Check every citation against the stored text and its SHA-256; name those that fail (exit code 1)."""
    with _opened(record_path) as record, _writing(None, record_path) as out:
        broken = record.verify()
        for citation in broken:
            place = f"{citation.file} ({citation.article_id}), characters {citation.start} to {citation.end}"
            words = f"expected {citation.expected!r}, found {citation.found!r}"
            out.write(f"{place}: {citation.cited_by} {citation.kind}: {words}\n")
        if broken:
            out.write(f"{len(broken)} citations do not hold.\n")
        else:
            counts = f"articles: {len(record.articles()):,}, claims: {len(record.claims()):,}"
            out.write(f"Every citation opens at its words ({counts}).\n")
    raise typer.Exit(1 if broken else 0)


@app.command(epilog="Example: mithaq demo --into try-it")
def demo(
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="Where to write; made if absent.")] = Path(
        "mithaq-demo"
    ),
) -> None:
    """Read the sample articles that come with the program, show their brief, and keep the record to try things on."""
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{into} cannot be made a folder ({error.strerror}); name another with --into.") from error
    record_path, page_path = into / "record.db", into / "brief.html"
    with _opened(record_path, create=True) as record:
        tally = _read([SAMPLES], record, _read_options())
        with _writing(None, record_path) as out:
            out.write("\n" + _brief(record, record_path, "text", "en"))
        with _writing(page_path, record_path) as out:
            out.write(_brief(record, record_path, "html", "en"))
    named = quote(str(record_path))
    print(f"\nThe record is {record_path}, the brief {page_path}: open it in a browser. Then try:")
    print(f"  mithaq show {named} commitments")
    print(f"  mithaq brief {named} --language ar")
    print(f"  mithaq verify {named}")
    print("  mithaq read YOUR-ARTICLES --into my-record.db")
    _leave(tally)


@app.command(epilog="Example: mithaq desk record.db")
def desk(
    record_path: RecordPath,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the browser finds it.")] = 8765,
    bind: Annotated[str, typer.Option(metavar="ADDRESS", help="Beyond this machine only with a token.")] = "127.0.0.1",
    token_file: Annotated[
        Path | None, typer.Option("--token-file", metavar="FILE", help="Holds the token that writing needs.")
    ] = None,
    allow_fetch: Annotated[bool, typer.Option("--allow-fetch", help="Read pages from addresses, too.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
    host: Annotated[
        list[str] | None, typer.Option("--host", metavar="NAME", help="Another name it is reached by; may be repeated.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin an empty record where there is none.")] = False,
) -> None:
    """Open the desk: read, search and judge the record in a browser, until Ctrl-C.

    It can be reached from this machine only. A token lets a browser write: one is made for each start, or taken
    from --token-file. Needs the extra packages that pip installs with \\[desk].
    """
    from importlib.util import find_spec

    if any(find_spec(needed) is None for needed in ("fastapi", "uvicorn", "jinja2", "python_multipart", "openpyxl")):
        raise UsageError("the desk needs more packages: pip install 'mithaq[desk]'")
    from mithaq.web.serving import Serving, serve

    if not record_path.parent.is_dir():
        raise UsageError(f"{record_path.parent} is no folder; give the path of a record.")
    if not new and not record_path.exists():
        named = quote(str(record_path))
        raise UsageError(
            f"there is no record at {record_path}; make one with mithaq read ARTICLES --into {named}, "
            f"or begin an empty one with mithaq desk {named} --new"
        )
    try:
        serve(Serving(record_path, port, bind, token_file, allow_fetch, not no_browser, tuple(host or ()), new))
    except RecordFull:
        raise
    except RecordError as error:
        raise UsageError(str(error)) from error


def _read_options(
    published: str | None = None, outlet: str | None = None, language: str = "auto", max_bytes: int = 20 * MEGABYTE
) -> "ReadOptions":
    from mithaq.languages import available_languages
    from mithaq.sources import ReadOptions

    return ReadOptions(available_languages(), published, outlet, language, max_bytes)


def _check_paths(paths: list[Path]) -> None:
    """Before a record is made for nothing: is there anything at all under these paths?"""
    from mithaq.sources import find_files

    if not any(os.path.lexists(path) for path in paths):
        raise UsageError(f"{', '.join(map(str, paths))}: no such file or folder; check the path.")
    if next(find_files(paths), None) is None:
        raise UsageError(f"{', '.join(map(str, paths))}: no .txt or .html file there; name other files or folders.")


def _read(paths: list[Path], record: "Record", options: "ReadOptions") -> "Tally":
    from mithaq.pipeline import read_paths
    from mithaq.terminal import following, show_tally

    read_at = datetime.now(UTC).isoformat(timespec="seconds")
    with following(sys.stderr) as report:
        tally = read_paths(paths, record, options, read_at, report)
    show_tally(tally, sys.stdout, sys.stderr)
    return tally


def _leave(tally: "Tally") -> None:
    """Exit with 1 when the run stopped early or refused something."""
    if tally.stopped is not None:
        raise RecordError(tally.stopped)
    if tally.refused:
        raise typer.Exit(1)


def _brief(
    record: "Record", record_path: Path, format_: BriefFormat, language: BriefLanguage, as_of: str | None = None
) -> str:
    from mithaq.publish import BriefOptions, write_brief

    options = BriefOptions(format_, language, str(record_path))
    return write_brief(tuple(record.extractions()), _reconciled(record, as_of), options)


def _reconciled(record: "Record", as_of: str | None) -> "Reconciliation":
    """What the articles amount to; with a remark where a run broke off before it had worked that out."""
    from mithaq.pipeline import reconciled
    from mithaq.terminal import tell

    if as_of is None and not record.is_settled():
        tell("note: the last run ended before it worked out what the articles amount to; run mithaq read again.")
    return reconciled(record, as_of)


@contextmanager
def _opened(path: Path, create: bool = False, write: bool = False) -> Iterator["Record"]:
    """The record at ``path``. One that cannot be opened is a wrong argument, unless the disk is full."""
    from mithaq.record import Record

    try:
        record = Record.open(path, create=create, write=create or write)
    except RecordFull:
        raise
    except RecordError as error:
        raise UsageError(str(error)) from error
    with record:
        yield record


@contextmanager
def _writing(output: Path | None, record_path: Path) -> Iterator[TextIO]:
    """The file at ``output``, or the standard output. A reader that goes away (``| head``) ends the writing in peace."""
    if output is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            # Python would complain again when it flushes at its end: give it somewhere to write.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            raise UsageError(f"the output cannot be written: {error.strerror}; send it elsewhere with -o.") from error
        return
    if output.exists() and record_path.exists() and output.samefile(record_path):
        raise UsageError(f"{output} is the record itself; write to another file.")
    try:
        with open(output, "w", encoding="utf-8", newline="\n") as file:
            yield file
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}; name another file with -o.") from error
