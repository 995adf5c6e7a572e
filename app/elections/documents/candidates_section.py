"""Parts E2 and E3 of the record: every candidate's figures, and who is elected.

Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2.
Rules: R-160, R-161, R-162, R-163, R-164, R-190.
"""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from app.core.formatting import number, percent, quarters
from app.elections.documents.legal_basis import Basis, legal_basis
from app.elections.documents.record_content import CandidateLine, ListCandidates, RecordContent
from app.elections.documents.record_tables import name_column, number_columns
from app.elections.documents.record_words import NOTHING, outcome_words
from app.elections.domain.candidates import Outcome
from app.pdf.blocks import Block, Column, Heading, KeepTogether, Look, Paragraph, Row, RowLook, Table

KEPT_WHOLE = 12  # a list with more candidates may run over the edge of a page


def candidates_section(content: RecordContent) -> Iterator[Block]:
    """Part E2: a table per list, in printed order, with what decided each rank."""
    rules = content.setting.rules
    yield Heading(3, _("E2 Kandidatenes stemmetall"))
    yield Paragraph(
        _(
            "Stemmetallet er personstemmer, slengere og stemmetillegg. Stemmetillegget er %(share)s av listens "
            "stemmesedler og blir ikke avrundet. Ved likt stemmetall avgjør rekkefølgen på listen. Hjemmel: %(basis)s.",
            share=percent(rules.bonus_share.numerator, rules.bonus_share.denominator, 0),
            basis=legal_basis(rules.name, Basis.CANDIDATES),
        ),
        Look.NOTE,
    )
    for at, each in enumerate(content.candidates, start=1):
        yield from _list_candidates(f"E2.{at} {each.name}", each)


def elected_section(content: RecordContent) -> Iterator[Block]:
    """Part E3: members, then deputies, in order, list by list."""
    yield Heading(3, _("E3 Valgte medlemmer og varamedlemmer"))
    yield Heading(4, _("E3.1 Medlemmer"))
    yield _elected(content.candidates, Outcome.MEMBER)
    yield Heading(4, _("E3.2 Varamedlemmer"))
    basis = legal_basis(content.setting.rules.name, Basis.DEPUTIES)
    yield Paragraph(_("I den rekkefølgen de kalles inn. Hjemmel: %(basis)s.", basis=basis), Look.NOTE)
    yield _elected(content.candidates, Outcome.DEPUTY)


def _list_candidates(title: str, each: ListCandidates) -> Iterator[Block]:
    told = _("Stemmesedler: %(ballots)s. Plasser: %(seats)s.", ballots=number(each.ballots), seats=number(each.seats))
    columns = (
        *number_columns(_("Nr.")),
        name_column(_("Kandidat")),
        *number_columns(_("Tillegg"), _("Personstemmer"), _("Slengere"), _("Stemmetall"), _("Rang")),
        Column(_("Valgt som")),
    )
    marks, write_ins = (
        sum(line.result.marks for line in each.candidates),
        sum(line.result.write_ins for line in each.candidates),
    )
    total = Row(("", _("Sum"), "", number(marks), number(write_ins), "", "", ""), RowLook.TOTAL)
    table = Table(columns, (*map(_candidate, each.candidates), total), caption=told, dense=True)
    blocks = (Heading(4, title), table, *_ties(each))
    if len(each.candidates) <= KEPT_WHOLE:
        yield KeepTogether(blocks)
    else:
        yield from blocks


def _candidate(line: CandidateLine) -> Row:
    result = line.result
    elected = result.outcome is Outcome.MEMBER
    return Row(
        (
            number(result.position),
            line.candidate.name,
            quarters(result.bonus_quarters) if line.candidate.bonus else NOTHING,
            number(result.marks),
            number(result.write_ins),
            quarters(result.score_quarters),
            NOTHING if result.rank is None else number(result.rank),
            outcome_words(result),
        ),
        RowLook.MARKED if elected else RowLook.PLAIN,
    )


def _ties(each: ListCandidates) -> Iterator[Block]:
    """Which members and deputies stand beside someone with an equal score, so that the printed order decided."""
    groups = {
        tuple(sorted((line.result.position, *line.result.tied_with)))
        for line in each.candidates
        if line.result.tied_with and line.result.outcome in (Outcome.MEMBER, Outcome.DEPUTY)
    }
    if not groups:
        return
    told = "; ".join(_("nr. %(positions)s", positions=", ".join(map(str, group))) for group in sorted(groups))
    yield Paragraph(_("Likt stemmetall, ordnet etter rekkefølgen på listen: %(groups)s.", groups=told), Look.NOTE)


def _elected(lists: Sequence[ListCandidates], outcome: Outcome) -> Table:
    with_year = any(line.candidate.birth_year for each in lists for line in each.candidates)
    columns = (
        *number_columns(_("Nr.")),
        name_column(_("Navn")),
        *(number_columns(_("Fødselsår")) if with_year else ()),
        *number_columns(_("Nr. på listen"), _("Stemmetall")),
    )
    rows = tuple(row for each in lists for row in _elected_rows(each, outcome, with_year=with_year))
    return Table(columns, rows, dense=True)


def _elected_rows(each: ListCandidates, outcome: Outcome, *, with_year: bool) -> Iterator[Row]:
    lines = each.chosen(outcome)
    if lines:
        yield Row((each.name,), RowLook.GROUP)
    for line in lines:
        year = (str(line.candidate.birth_year or NOTHING),) if with_year else ()
        result = line.result
        yield Row(
            (
                number(result.number or 0),
                line.candidate.name,
                *year,
                number(result.position),
                quarters(result.score_quarters),
            )
        )
