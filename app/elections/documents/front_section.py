"""The first pages of the record: which election this is, the key figures, and who got the seats.

Rules: R-190.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.core.formatting import long_date, moment, number, percent
from app.elections.documents.legal_basis import Basis, act, legal_basis
from app.elections.documents.record_content import KeyFigures, RecordContent
from app.elections.documents.record_tables import figures, name_column, number_columns
from app.elections.documents.record_words import group_name
from app.pdf.blocks import Block, Contents, Heading, KeepTogether, KeyValues, Look, Paragraph, Row, RowLook, Table


def front_section(content: RecordContent) -> Iterator[Block]:
    """Title, facts, key figures, the result in one table, and the table of contents."""
    head = content.head
    yield Heading(1, _("Valgprotokoll"))
    yield Paragraph(_("Direkte valg av bydelsutvalg: %(district)s", district=head.district), Look.LEAD)
    yield KeyValues(tuple(_facts(content)))
    yield KeepTogether((Heading(2, _("Resultat")), _result(content)))
    yield KeepTogether((Heading(2, _("Nøkkeltall")), _key_figures(content.key_figures)))
    yield Heading(2, _("Innhold"))
    yield Contents(deepest=3)


def _facts(content: RecordContent) -> Iterator[tuple[str, str]]:
    head, rule_set = content.head, content.setting.rules.name
    number_of = f" ({head.municipality_number})" if head.municipality_number else ""
    yield _("Kommune"), f"{head.municipality}{number_of}"
    yield _("Bydel"), head.district
    yield _("Valg"), head.election_name
    yield _("Valgdag"), long_date(head.election_day)
    yield _("Plasser i bydelsutvalget"), number(head.seats)
    yield _("Regelsett"), act(rule_set)
    yield (
        _("Valgoppgjør"),
        _("nr. %(number)s, gjort %(moment)s", number=head.settlement_number, moment=moment(head.settled_at)),
    )
    if head.issued_at:
        yield _("Utstedt"), moment(head.issued_at)
    yield _("Protokollen føres etter"), legal_basis(rule_set, Basis.RECORD)


def _key_figures(key: KeyFigures) -> Table:
    return Table((name_column(_("Hva")), *number_columns(_("Antall"))), tuple(_key_rows(key)), fill=False)


def _key_rows(key: KeyFigures) -> Iterator[Row]:
    if key.electors is not None:
        yield figures(_("Stemmeberettigede"), key.electors)
    if key.ticks is not None:
        yield figures(_("Kryss i manntallet"), key.ticks)
        if key.electors:
            yield Row((_("Valgdeltakelse"), percent(key.ticks, key.electors, 2)))
    for group, ballots in key.approved:
        yield figures(_("Godkjente stemmesedler: %(group)s", group=group_name(group).lower()), ballots)
    yield figures(_("Godkjente stemmesedler i alt"), key.approved_in_all, look=RowLook.TOTAL)
    yield figures(_("av dem blanke"), key.blank)
    yield figures(_("av dem til listene"), key.list_ballots)
    yield figures(_("Rettede stemmesedler"), key.changed_ballots)
    yield figures(_("Forkastede stemmesedler"), key.rejected)


def _result(content: RecordContent) -> Table:
    lists = content.seats.list_votes
    ballots, votes, seats = (
        sum(each.ballots for each in lists),
        sum(each.list_votes for each in lists),
        sum(each.seats for each in lists),
    )
    rows = (
        Row((e.name, number(e.ballots), percent(e.ballots, ballots), number(e.list_votes), number(e.seats)))
        for e in lists
    )
    total = Row((_("Sum"), number(ballots), "", number(votes), number(seats)), RowLook.TOTAL)
    titles = (_("Stemmesedler"), _("Andel"), _("Listestemmetall"), _("Plasser"))
    return Table((name_column(_("Liste")), *number_columns(*titles)), (*rows, total))
