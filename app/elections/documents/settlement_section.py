"""Part E1 of the record: list votes, write-ins between lists, quotients, the order of the seats, lots.

Law: valgloven (2002) §§ 10-6 (3), 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2.
Rules: R-150, R-152, R-154, R-155, R-156, R-165, R-190.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from flask_babel import gettext as _

from app.core.formatting import number
from app.councils.domain.seats import Quotient, SeatAward
from app.elections.documents.legal_basis import Basis, legal_basis
from app.elections.documents.record_content import (
    ListQuotients,
    ListVotesLine,
    RecordContent,
    SeatsSettled,
    WriteInLine,
)
from app.elections.documents.record_tables import figures, name_column, number_columns
from app.elections.documents.record_words import (
    NO_BREAK,
    NOTHING,
    decision,
    divisor_words,
    list_names,
    quotient_words,
)
from app.pdf.blocks import Align, Block, Column, Heading, KeepTogether, Look, Paragraph, Row, RowLook, Table

DIVISORS_ON_ONE_PAGE = 7  # more columns than this make a table in several parts


def settlement_section(content: RecordContent) -> Iterator[Block]:
    """Part E1, with the paragraph that each step follows."""
    names = list_names(content.candidates)
    yield Heading(2, _("E Valgoppgjør"))
    yield Heading(3, _("E1 Fordeling av plassene på listene"))
    yield from _list_votes(content)
    yield from _write_ins(content.seats.write_ins)
    yield from _quotients(content)
    yield from _order(content, names)
    yield from _lots(content, names)
    if content.seats.passed_over or content.seats.unfilled_seats:
        yield from _exhausted(content, names)


def _list_votes(content: RecordContent) -> Iterator[Block]:
    lines = content.seats.list_votes
    heading = Heading(4, _("E1.1 Listestemmetall"))
    told = Paragraph(
        _(
            "Listestemmetallet er listens stemmesedler ganger antall plasser, minus slengere gitt til andre lister, "
            "pluss slengere mottatt. Hjemmel: %(basis)s.",
            basis=legal_basis(content.setting.rules.name, Basis.LIST_VOTES),
        ),
        Look.NOTE,
    )
    titles = (
        _("Stemmesedler"),
        f"×{NO_BREAK}{content.head.seats}",
        f"−{NO_BREAK}" + _("gitt"),
        f"+{NO_BREAK}" + _("mottatt"),
        f"={NO_BREAK}" + _("listestemmetall"),
        _("Plasser"),
    )
    rows = [_list_votes_row(each) for each in lines]
    sums = [sum(column) for column in zip(*map(_list_votes_figures, lines), strict=True)]
    rows.append(figures(_("Sum"), *sums, look=RowLook.TOTAL))
    yield KeepTogether((heading, told, Table((name_column(_("Liste")), *number_columns(*titles)), tuple(rows))))


def _list_votes_row(line: ListVotesLine) -> Row:
    return figures(line.name, *_list_votes_figures(line))


def _list_votes_figures(line: ListVotesLine) -> tuple[int, ...]:
    return (line.ballots, line.product, line.write_ins_given, line.write_ins_received, line.list_votes, line.seats)


def _write_ins(lines: Sequence[WriteInLine]) -> Iterator[Block]:
    heading = Heading(4, _("E1.2 Slengere mellom listene"))
    if not any(sum(line.given) for line in lines):
        yield KeepTogether((heading, Paragraph(_("Ingen slengere er talt med."))))
        return
    told = Paragraph(
        _("Raden er listen på stemmeseddelen, kolonnen er listen til kandidaten som er skrevet opp."), Look.NOTE
    )
    yield KeepTogether((heading, told, _write_in_table(lines)))


def _write_in_table(lines: Sequence[WriteInLine]) -> Table:
    rows = []
    for at, line in enumerate(lines):
        cells = [NOTHING if to == at else number(given) for to, given in enumerate(line.given)]
        rows.append(Row((line.name, *cells, number(sum(line.given)))))
    received = [sum(column) for column in zip(*(line.given for line in lines), strict=True)]
    rows.append(figures(_("Mottatt"), *received, sum(received), look=RowLook.TOTAL))
    titles = (*(line.code for line in lines), _("Gitt"))
    return Table((name_column(_("Fra")), *number_columns(*titles)), tuple(rows), dense=True)


def _quotients(content: RecordContent) -> Iterator[Block]:
    """A row per list, a column per divisor: as far as the list won, and one further."""
    heading = Heading(4, _("E1.3 Kvotienter"))
    told = Paragraph(
        _(
            "Listestemmetallet delt på hvert delingstall: alle kvotienter som ga plass, med plassens nummer, og "
            "listens neste kvotient. Hjemmel: %(basis)s.",
            basis=legal_basis(content.setting.rules.name, Basis.SEATS),
        ),
        Look.NOTE,
    )
    lists = content.seats.quotients
    divisors = sorted({each.divisor for of_list in lists for each in _ladder(of_list)})
    titles = (_("Delt på %(divisor)s", divisor=divisor_words(divisor)) for divisor in divisors)
    rows = tuple(_quotient_row(each, divisors) for each in lists)
    table = Table((name_column(_("Liste")), *number_columns(*titles)), rows, dense=True)
    if len(divisors) <= DIVISORS_ON_ONE_PAGE:
        yield KeepTogether((heading, told, table))
    else:
        yield from (heading, told, table)


def _ladder(each: ListQuotients) -> tuple[SeatAward | Quotient, ...]:
    return (*each.won, each.following) if each.following else each.won


def _quotient_row(each: ListQuotients, divisors: Sequence[Fraction]) -> Row:
    cells = {rung.divisor: _rung(rung) for rung in _ladder(each)}
    return Row((each.name, *(cells.get(divisor, "") for divisor in divisors)))


def _rung(rung: SeatAward | Quotient) -> str:
    """A quotient, and under it the seat that it took."""
    if isinstance(rung, Quotient):
        return quotient_words(rung.quotient)
    return quotient_words(rung.quotient) + "\n" + _("plass %(seat)s", seat=rung.seat)


def _order(content: RecordContent, names: Mapping[str, str]) -> Iterator[Block]:
    heading = Heading(4, _("E1.4 Plassene i rekkefølge"))
    columns = (
        Column(_("Plass"), Align.RIGHT, row_header=True),
        Column(_("Liste")),
        *number_columns(_("Listestemmetall"), _("Delingstall"), _("Kvotient")),
        Column(_("Avgjort ved")),
    )
    rows = tuple(
        Row(
            (
                number(award.seat),
                names[award.list_code],
                number(award.votes),
                divisor_words(award.divisor),
                quotient_words(award.quotient),
                decision(award.decided_by),
            )
        )
        for award in content.seats.order
    )
    yield KeepTogether((heading, Table(columns, rows), *_next_in_line(content.seats, names)))


def _next_in_line(seats: SeatsSettled, names: Mapping[str, str]) -> Iterator[Block]:
    if seats.next_in_line:
        closest = "; ".join(_quotient_of(each, names) for each in seats.next_in_line)
        yield Paragraph(_("Nærmest en plass til: %(lists)s.", lists=closest))


def _quotient_of(each: Quotient, names: Mapping[str, str]) -> str:
    return _(
        "%(list)s, kvotient %(quotient)s (delingstall %(divisor)s)",
        list=names[each.list_code],
        quotient=quotient_words(each.quotient),
        divisor=divisor_words(each.divisor),
    )


def _lots(content: RecordContent, names: Mapping[str, str]) -> Iterator[Block]:
    heading = Heading(4, _("E1.5 Loddtrekning"))
    basis = legal_basis(content.setting.rules.name, Basis.EQUAL_QUOTIENTS)
    if not content.seats.lots:
        yield KeepTogether(
            (heading, Paragraph(_("Det var ikke nødvendig å trekke lodd. Hjemmel: %(basis)s.", basis=basis)))
        )
        return
    rows = tuple(
        Row((number(at), ", ".join(names[code] for code in lot.lists), names[lot.winner]))
        for at, lot in enumerate(content.seats.lots, start=1)
    )
    columns = (Column(_("Nr."), Align.RIGHT, row_header=True), Column(_("Mellom")), Column(_("Vant plassen")))
    told = Paragraph(_("Lik kvotient og likt listestemmetall: valgstyret trakk lodd. Hjemmel: %(basis)s.", basis=basis))
    yield KeepTogether((heading, told, Table(columns, rows)))


def _exhausted(content: RecordContent, names: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(4, _("E1.6 Lister uten flere valgbare kandidater"))
    basis = legal_basis(content.setting.rules.name, Basis.EXHAUSTED_LIST)
    if content.seats.passed_over:
        yield Paragraph(
            _(
                "Disse kvotientene er høye nok til en plass, men listen har ikke flere valgbare kandidater. "
                "Plassen gikk til den neste i rekken. Hjemmel: %(basis)s.",
                basis=basis,
            )
        )
        columns = (name_column(_("Liste")), *number_columns(_("Delingstall"), _("Kvotient")))
        rows = tuple(
            Row((names[each.list_code], divisor_words(each.divisor), quotient_words(each.quotient)))
            for each in content.seats.passed_over
        )
        yield Table(columns, rows, fill=False)
    if content.seats.unfilled_seats:
        yield Paragraph(
            _("Plasser som ingen liste kunne ta: %(number)s.", number=content.seats.unfilled_seats), Look.NOTICE
        )
