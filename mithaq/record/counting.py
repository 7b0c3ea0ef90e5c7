"""How often each part of the record was changed, so that whoever made something from it can tell whether it still holds.

Parts: "articles" and "conclusions", for what is shown; "grounds", what conclusions are drawn from (articles and
judgements); "settled", the number of changes of the grounds that the conclusions reckon with.
"""

from sqlalchemy import Connection, insert, select, update

from mithaq.record.schema import state


def read_counts(connection: Connection) -> dict[str, int]:
    """The number of every part; one that was never changed counts as 0."""
    known = {row.part: row.number for row in connection.execute(select(state))}
    return {part: known.get(part, 0) for part in ("articles", "conclusions", "grounds", "settled")}


def note_change(connection: Connection, part: str) -> None:
    """Count a change of a part."""
    _set(connection, part, read_counts(connection)[part] + 1)


def note_settled(connection: Connection, grounds: int | None) -> None:
    """The conclusions reckon with so many changes of the grounds; None: with all of them."""
    _set(connection, "settled", read_counts(connection)["grounds"] if grounds is None else grounds)


def _set(connection: Connection, part: str, number: int) -> None:
    changed = connection.execute(update(state).where(state.c.part == part).values(number=number))
    if not changed.rowcount:
        connection.execute(insert(state), {"part": part, "number": number})
