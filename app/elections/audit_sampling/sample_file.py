"""``sample.csv``: the papers that were drawn, and what was found on them.

Columns ``draw,stack,position,batch,ballot,found,write_ins``; the last two are filled in by those who look at the papers
and do not see what they were counted as. ``found`` is a list's code, ``blank``, ``rejected`` or ``missing``; the names
are written as in ``ballots.csv``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.input_files.faults import Unfit
from app.core.input_files.input_file import open_input
from app.elections.audit_sampling.papers import AuditPapers
from app.elections.audit_sampling.refusals import NotThisDraw, PaperNotRead
from app.elections.domain.audit_draw import DrawnPaper
from app.elections.domain.risk_limit import Comparison, PaperVotes
from app.elections.files.csv_rows import after_heading, rows_of

COLUMNS = ("draw", "stack", "position", "batch", "ballot", "found", "write_ins")
NO_LIST = ("blank", "rejected")
MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A row of the file: which paper, and what was written of it; nothing where nobody has looked at it yet."""

    place: tuple[str, ...]
    found: str
    write_ins: str


def write_sample(papers: AuditPapers, drawn: Sequence[DrawnPaper]) -> Iterator[bytes]:
    """The file to fill in."""
    yield (",".join(COLUMNS) + "\n").encode()
    for each in drawn:
        yield (",".join((*place_of(papers, each), "", "")) + "\n").encode()


def place_of(papers: AuditPapers, drawn: DrawnPaper) -> tuple[str, ...]:
    """How the paper is found: its draw, its stack, its place there, and the names of a changed ballot."""
    changed = papers.changed_paper(drawn)
    names = (changed.batch, changed.ballot) if changed else ("", "")
    return str(drawn.draw), drawn.stack, str(drawn.position), *names


def read_sample(path: Path) -> tuple[FoundPaper, ...]:
    """The rows of a file, up to the first that nobody has looked at yet."""
    found = []
    with open_input(path) as file:
        heading, blocks = after_heading(file, COLUMNS)
        for block in blocks:
            found += [
                FoundPaper(tuple(row[:5]), row[5].strip(), row[6].strip())
                for _, row in rows_of(file.name, block, heading)
            ]
    looked_at = next((at for at, each in enumerate(found) if not each.found), len(found))
    return tuple(found[:looked_at])


def comparisons(
    papers: AuditPapers, drawn: Sequence[DrawnPaper], found: Sequence[FoundPaper]
) -> tuple[Comparison, ...]:
    """Each paper as counted and as found. Refused: a row that the seed does not draw there, and what cannot be read."""
    compared = []
    for each, row in zip(drawn, found, strict=True):
        place = place_of(papers, each)
        if row.place != place:
            raise NotThisDraw(each.draw, ",".join(place))
        compared.append(Comparison(papers.counted(each), _votes(papers, each.draw, row)))
    return tuple(compared)


def _votes(papers: AuditPapers, draw: int, row: FoundPaper) -> PaperVotes | None:
    lists = tuple(each.code for each in papers.contest.lists)
    if row.found == MISSING:
        return None
    if row.found in NO_LIST:
        return {}
    try:
        return papers.votes(row.found, row.write_ins)
    except Unfit as unfit:
        raise PaperNotRead(draw, f"{row.found} {row.write_ins}".strip(), lists) from unfit
