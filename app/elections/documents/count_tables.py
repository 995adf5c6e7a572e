"""One count of one category as a table: a row per list, a column per place, a sum where there are several places.

Rules: R-133, R-137, R-139.
"""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from app.core.formatting import number
from app.elections.documents.record_content import CategoryCount, PlaceCount, Unit
from app.elections.documents.record_tables import name_column, number_columns
from app.elections.documents.record_words import NOTHING, category_name, place_name
from app.elections.domain.election import CandidateList
from app.pdf.blocks import Block, Look, Paragraph, Row, RowLook, Table


def count_blocks(count: CategoryCount, lists: Sequence[CandidateList], *, rejects: bool) -> Iterator[Block]:
    """The table of one category. The second count ``rejects`` ballots; the first sets doubtful ones aside."""
    columns = list(count.places)
    titles = [place_name(each.place) for each in columns]
    if len(columns) > 1:
        columns.append(count.together)
        titles.append(_("Sum"))
    rows = tuple(_rows(columns, lists, rejects=rejects))
    yield Table(
        (name_column(_("Liste")), *number_columns(*titles)), rows, dense=len(columns) > 1, fill=len(columns) > 2
    )
    for place in count.places:
        if place.absorbed:
            yield Paragraph(_absorbed(place), Look.NOTE)


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


def _absorbed(place: PlaceCount) -> str:
    """That a column holds more than its title says, and why."""
    return _(
        "For at ingen skal kunne se hvordan noen få har stemt, er «%(place)s» vist sammen med: %(units)s.",
        place=place_name(place.place),
        units="; ".join(map(unit_name, place.absorbed)),
    )


def unit_name(unit: Unit) -> str:
    """A category, and the place if it was not counted centrally."""
    return f"{category_name(unit.category)}, {unit.place}" if unit.place else category_name(unit.category)
