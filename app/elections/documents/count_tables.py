"""One count as a table: a row per list, a column per category and place, a sum where there are several columns.

Rules: R-133, R-137, R-139.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask_babel import gettext as _

from app.core.formatting import number
from app.elections.documents.record_content import CategoryCount, PlaceCount, Unit, together
from app.elections.documents.record_tables import name_column, number_columns
from app.elections.documents.record_words import NOTHING, category_name, category_title, place_name
from app.elections.domain.election import CandidateList
from app.pdf.blocks import Block, HeadGroup, Look, Paragraph, Row, RowLook, Table


@dataclass(frozen=True, slots=True)
class _CountColumn:
    """A column of figures under its title; ``over`` stands above it and its neighbours of the same category."""

    over: str
    title: str
    count: PlaceCount


def count_blocks(
    categories: Sequence[CategoryCount], lists: Sequence[CandidateList], *, rejects: bool
) -> Iterator[Block]:
    """The categories in one table. The second count ``rejects`` ballots; the first sets doubtful ones aside."""
    columns = [column for category in categories for column in _columns(category)]
    if len(columns) > 1:
        columns.append(_CountColumn("", _("Sum"), together([column.count for column in columns])))
    yield Table(
        (name_column(_("Liste")), *number_columns(*(column.title for column in columns))),
        tuple(_rows([column.count for column in columns], lists, rejects=rejects)),
        groups=tuple(_head_groups(columns)),
        fill=len(columns) > 3,
        dense=True,
    )
    for column in columns[:-1] or columns:
        if column.count.absorbed:
            yield Paragraph(_absorbed(column), Look.NOTE)


def _columns(category: CategoryCount) -> Iterator[_CountColumn]:
    """A category counted centrally is a column; one counted in several places has a title over its columns."""
    title = category_title(category.category)
    if len(category.places) == 1 and not category.places[0].place:
        yield _CountColumn("", title, category.places[0])
        return
    for place in category.places:
        yield _CountColumn(title, place_name(place.place), place)


def _head_groups(columns: Sequence[_CountColumn]) -> Iterator[HeadGroup]:
    if not any(column.over for column in columns):
        return
    yield HeadGroup("", 1)
    for over, neighbours in groupby(columns, key=lambda column: column.over):
        yield HeadGroup(over, len(list(neighbours)))


def _rows(places: Sequence[PlaceCount], lists: Sequence[CandidateList], *, rejects: bool) -> Iterator[Row]:
    for at, each in enumerate(lists):
        yield _row(each.name, [place.lists[at] for place in places])
    yield _row(_("Til listene"), [place.list_ballots for place in places], RowLook.TOTAL)
    yield _row(_("Blanke"), [place.blank for place in places])
    if rejects:
        yield _row(_("Forkastede"), [sum(place.rejected) for place in places])
    else:
        yield _row(_("Tvilsomme, lagt til side"), [place.doubtful for place in places])
    yield _row(_("Stemmesedler i alt"), [place.ballots for place in places], RowLook.TOTAL)
    if any(place.ticks is not None for place in places):
        yield _row(_("Kryss i manntallet"), [place.ticks for place in places])


def _row(name: str, numbers: Sequence[int | None], look: RowLook = RowLook.PLAIN) -> Row:
    return Row((name, *(NOTHING if each is None else number(each) for each in numbers)), look)


def _absorbed(column: _CountColumn) -> str:
    """That a column holds more than its title says, and why."""
    return _(
        "For at ingen skal kunne se hvordan noen få har stemt, er disse talt med under «%(column)s»: %(units)s.",
        column=column.title,
        units="; ".join(map(unit_name, column.count.absorbed)),
    )


def unit_name(unit: Unit) -> str:
    """A category, and the place if it was not counted centrally."""
    return f"{category_name(unit.category)}, {unit.place}" if unit.place else category_name(unit.category)
