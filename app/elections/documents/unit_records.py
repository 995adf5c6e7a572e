"""The record of each unit of the count: its own figures in both counts, and a place to sign, a page each.

Units too small to be shown by themselves stand with another one, here as everywhere.

Law: valgloven (2002) §§ 4-2, 10-4, 10-7; valgloven (2023) §§ 6-2, 10-5 (2), 10-15.
Rules: R-8, R-133, R-137, R-139, R-190.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.core.formatting import long_date, number
from app.elections.documents.count_parts import shown_counts
from app.elections.documents.count_tables import unit_name
from app.elections.documents.counts_content import FIRST, SECOND, ContestCounts
from app.elections.documents.record import PDF_LANGUAGES, RecordLanguage
from app.elections.documents.record_content import PlaceCount, Unit
from app.elections.documents.record_tables import name_column, number_columns, signed
from app.elections.documents.record_words import NOTHING, category_name, place_name
from app.elections.domain.election import CandidateList, RuleSetName
from app.elections.models import ContestRow
from app.elections.queries import count_lines, load_contest
from app.pdf.blocks import (
    Block,
    Heading,
    KeyValues,
    Look,
    PageBreak,
    Paragraph,
    Row,
    RowLook,
    Signatory,
    SignatureLines,
    Table,
)
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels


@dataclass(frozen=True, slots=True)
class CountedUnit:
    """A unit with its figures in the first and second count; None in one that did not have it."""

    category: str
    place: str
    absorbed: tuple[Unit, ...]
    first: PlaceCount | None
    second: PlaceCount | None


def counted_units(counts: ContestCounts) -> tuple[CountedUnit, ...]:
    """Every unit that is shown, in the order of the record.

    Rules: R-133, R-137.
    """
    first, second = (dict(_units(counts, count)) for count in (FIRST, SECOND))
    return tuple(_counted(unit, first.get(unit), second.get(unit)) for unit in dict.fromkeys((*first, *second)))


def unit_records_pdf(session: Session, contest_id: int, language: RecordLanguage, at: datetime) -> bytes:
    """All units of a contest, each on its own page, to be signed where it was counted."""
    row = session.get_one(ContestRow, contest_id)
    contest = load_contest(session, contest_id)
    units = counted_units(ContestCounts(contest, count_lines(session, contest_id)))
    with force_locale(language):
        return build_pdf(_facts(row, language, at), tuple(_blocks(row, contest.lists, units)))


def _units(counts: ContestCounts, count: int) -> Iterator[tuple[tuple[str, str], PlaceCount]]:
    for group in counts.groups:
        for category in shown_counts(counts, count, group):
            for place in category.places:
                yield (category.category, place.place), place


def _counted(unit: tuple[str, str], first: PlaceCount | None, second: PlaceCount | None) -> CountedUnit:
    absorbed = tuple(dict.fromkeys(each for found in (first, second) if found for each in found.absorbed))
    return CountedUnit(*unit, absorbed, first, second)


def _facts(row: ContestRow, language: RecordLanguage, at: datetime) -> DocumentFacts:
    election = row.election
    return DocumentFacts(
        title=_("Protokoll for stemmekretser og tellesteder: %(district)s", district=row.district.name),
        language=PDF_LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=election.municipality.name),
        document_id=f"SP-{election.address}-{row.code}",
        dated=at,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def _blocks(row: ContestRow, lists: tuple[CandidateList, ...], units: tuple[CountedUnit, ...]) -> Iterator[Block]:
    yield Heading(1, _("Protokoll for stemmekretser og tellesteder"))
    yield Paragraph(_("%(election)s, %(district)s", election=row.election.name, district=row.district.name), Look.LEAD)
    if not units:
        yield Paragraph(_("Ingen tall er registrert ennå."))
    for at, unit in enumerate(units):
        if at:
            yield PageBreak()
        yield from _unit(row, lists, unit)


def _unit(row: ContestRow, lists: tuple[CandidateList, ...], unit: CountedUnit) -> Iterator[Block]:
    yield Heading(2, f"{category_name(unit.category)}: {place_name(unit.place)}")
    yield KeyValues(
        (
            (_("Bydel"), row.district.name),
            (_("Valgdag"), long_date(row.election.election_day)),
            (_("Kryss i manntallet"), _ticks(unit)),
        )
    )
    if unit.absorbed:
        told = "; ".join(map(unit_name, unit.absorbed))
        yield Paragraph(_("Her er også disse talt med, fordi de er for få til å vises alene: %(units)s.", units=told))
    yield _figures(lists, unit)
    yield KeyValues(((_("Merknader"), ""),))
    roles = _roles(RuleSetName(row.election.rule_set))
    yield SignatureLines(tuple(Signatory("", role) for role in roles), place_and_date=_("Sted og dato"))


def _ticks(unit: CountedUnit) -> str:
    noted = [each.ticks for each in (unit.first, unit.second) if each and each.ticks is not None]
    return number(noted[0]) if noted else NOTHING


def _roles(rule_set: RuleSetName) -> tuple[str, ...]:
    """Who signs at a polling place: a committee of three, or its leader and deputy leader.

    Rules: R-8.
    """
    if rule_set is RuleSetName.VALGLOVEN_2002:
        return _("Leder av stemmestyret"), _("Nestleder"), _("Medlem")
    return _("Leder av valglokalet"), _("Nestleder")


def _figures(lists: tuple[CandidateList, ...], unit: CountedUnit) -> Table:
    columns = (name_column(_("Stemmesedler")), *number_columns(_("Foreløpig"), _("Endelig"), _("Avvik")))
    rows = [_row(each.name, *_pair(unit, _of_list(at))) for at, each in enumerate(lists)]
    rows.append(_row(_("Til listene"), *_pair(unit, lambda count: count.list_ballots), look=RowLook.TOTAL))
    rows.append(_row(_("Blanke"), *_pair(unit, lambda count: count.blank)))
    rows.append(_row(_("Tvilsomme, lagt til side"), *_pair(unit, lambda count: count.doubtful)))
    rows.append(_row(_("Forkastede"), *_pair(unit, lambda count: sum(count.rejected))))
    rows.append(_row(_("Stemmesedler i alt"), *_pair(unit, lambda count: count.ballots), look=RowLook.TOTAL))
    return Table(columns, tuple(rows), dense=True)


def _of_list(at: int) -> Callable[[PlaceCount], int]:
    """The ballots for the list in this place of the setup's order."""
    return lambda count: count.lists[at]


def _pair(unit: CountedUnit, figure: Callable[[PlaceCount], int]) -> tuple[int | None, int | None]:
    first, second = (figure(each) if each else None for each in (unit.first, unit.second))
    return first, second


def _row(name: str, first: int | None, second: int | None, *, look: RowLook = RowLook.PLAIN) -> Row:
    both = first is not None and second is not None
    difference = signed((second or 0) - (first or 0)) if both else NOTHING
    shown = (NOTHING if each is None else number(each) for each in (first, second))
    return Row((name, *shown, difference), look)
