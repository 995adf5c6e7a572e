"""Changed ballots in the database: marks and write-ins in the ballot's row, or in rows beside it?

    .venv/bin/python -m benchmarks.ballot_storage [DATABASE_URL]

Stores and reads back a city's 75 000 changed ballots both ways and prints seconds and megabytes. Without an address an
SQLite file in a temporary folder is used.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine, func, select, text
from sqlalchemy.orm import Session

from app.core.bulk import insert_many
from config import engine_url

BALLOTS = 75_000
metadata = MetaData()
whole = Table(
    "whole_ballot",
    metadata,
    Column("batch_id", Integer, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("list_id", Integer),
    Column("marks", Text),
    Column("write_ins", Text),
)
split = Table(
    "split_ballot",
    metadata,
    Column("batch_id", Integer, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("list_id", Integer),
)
beside = Table(
    "beside_ballot",
    metadata,
    Column("batch_id", Integer, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("list_id", Integer),
    Column("position", Integer),
)


def ballots() -> Iterator[tuple[int, str, int, str, str]]:
    """Three marks on each ballot, a write-in on every seventh: about what a city's ballots look like."""
    for n in range(BALLOTS):
        marks = " ".join(str(1 + (n * step) % 21) for step in (1, 3, 7))
        yield n // 200, f"F-{n:06d}", 1 + n % 16, marks, f"L{1 + n % 15:02d}:{1 + n % 21}" if n % 7 == 0 else ""


def store_whole(session: Session) -> None:
    """One row a ballot, as text."""
    insert_many(session, whole, ("batch_id", "code", "list_id", "marks", "write_ins"), ballots())


def store_beside(session: Session) -> None:
    """One row a ballot, and one for each mark and write-in."""
    insert_many(session, split, ("batch_id", "code", "list_id"), (ballot[:3] for ballot in ballots()))
    rows = (
        (batch, code, ordinal, 0 if ":" not in mark else int(mark[1:3]), int(mark.rpartition(":")[2]))
        for batch, code, _, marks, write_ins in ballots()
        for ordinal, mark in enumerate(f"{marks} {write_ins}".split())
    )
    insert_many(session, beside, ("batch_id", "code", "ordinal", "list_id", "position"), rows)


def recount_whole(session: Session) -> int:
    """Read every ballot and count its marks in Python, as the settlement does."""
    seen: Counter[tuple[int, str, str]] = Counter()
    statement = select(whole.c.list_id, whole.c.marks, whole.c.write_ins).execution_options(yield_per=5000)
    for list_id, marks, write_ins in session.execute(statement):
        seen[list_id, marks, write_ins] += 1
    return sum(number * len(f"{marks} {write_ins}".split()) for (_, marks, write_ins), number in seen.items())


def recount_beside(session: Session) -> int:
    """Let the database group marks by list and position (no quota, no order, no reasons: less than the law asks)."""
    own = select(split.c.list_id, beside.c.position, func.count().label("number"))
    own = own.join(beside, (beside.c.batch_id == split.c.batch_id) & (beside.c.code == split.c.code))
    return sum(row.number for row in session.execute(own.group_by(split.c.list_id, beside.c.position)))


def seconds(act: Callable[[], object]) -> str:
    """Wall-clock seconds of ``act``."""
    started = time.perf_counter()
    act()
    return f"{time.perf_counter() - started:.2f}"


def megabytes(session: Session, *tables: Table) -> str:
    """The space the tables take, as the database tells it."""
    if session.get_bind().dialect.name == "postgresql":
        sizes = [session.scalar(text("SELECT pg_total_relation_size(:name)"), {"name": table.name}) for table in tables]
    else:
        names = [name for table in tables for name in (table.name, f"sqlite_autoindex_{table.name}_1")]
        sizes = [
            session.scalar(text("SELECT sum(pgsize) FROM dbstat WHERE name = :name"), {"name": name}) for name in names
        ]
    return f"{sum(size or 0 for size in sizes) / 1e6:.1f}"


def main() -> None:
    """Measure both ways and print one line for each."""
    with tempfile.TemporaryDirectory() as folder:
        address = engine_url(sys.argv[1]) if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'ballots.sqlite'}"
        engine = create_engine(address)
        metadata.drop_all(engine)
        metadata.create_all(engine)
        with Session(engine) as session:
            for name, store, recount, tables in (
                ("in the row", store_whole, recount_whole, (whole,)),
                ("beside it", store_beside, recount_beside, (split, beside)),
            ):
                stored = seconds(partial(store, session))
                session.commit()
                read = seconds(partial(recount, session))
                space = megabytes(session, *tables)
                print(f"{engine.dialect.name}, {name}: store {stored} s, recount {read} s, {space} MB")
        metadata.drop_all(engine)
        engine.dispose()


if __name__ == "__main__":
    main()
