"""Part D of the record: the second count, what it changed, what was rejected and what was disregarded on ballots.

Law: valgloven (2002) §§ 10-3, 10-6; valgloven (2023) §§ 10-3, 10-10, 10-12.
Rules: R-101, R-114, R-130, R-139, R-190.
"""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from app.core.formatting import number
from app.elections.counting.control_texts import code_title
from app.elections.counting.texts import count_name
from app.elections.documents.count_tables import count_blocks
from app.elections.documents.legal_basis import Basis, act, legal_basis, section
from app.elections.documents.record_content import (
    Deviation,
    Explained,
    ListTotal,
    RecordContent,
    SecondCount,
    UnitDeviation,
)
from app.elections.documents.record_tables import figures, name_column, number_columns, signed
from app.elections.documents.record_words import (
    category_name,
    category_title,
    group_name,
    group_title,
    place_name,
    reason_disregarded,
    rejection_grounds,
)
from app.elections.domain.election import RuleSetName
from app.pdf.blocks import Block, Column, Heading, KeepTogether, Look, Paragraph, Row, RowLook, Table


def second_count_section(content: RecordContent) -> Iterator[Block]:
    """Part D: each group by itself, then all ballots per list, the units, and the changed ballots."""
    yield Heading(2, _("D Endelig opptelling"))
    at = 0
    for at, part in enumerate(content.second_counts, start=1):
        yield from _group(f"D{at}", part, content)
    yield KeepTogether((Heading(3, f"D{at + 1} " + _("Alle stemmesedler til listene")), _totals(content.totals)))
    units = Heading(3, f"D{at + 2} " + _("Avvik mellom opptellingene"))
    yield KeepTogether((units, _unit_deviations(content.unit_deviations)))
    if content.explained:
        yield Paragraph(_("Valgstyrets forklaringer til det kontrollene stanset ved:"))
        yield _explained(content.explained)
    yield from _changed_ballots(f"D{at + 3}", content)


def _group(numbering: str, part: SecondCount, content: RecordContent) -> Iterator[Block]:
    yield Heading(3, f"{numbering} {group_name(part.group)}")
    if part.missing:
        names = ", ".join(category_name(category).lower() for category in part.missing)
        yield Paragraph(_("Endelig opptelling er ikke registrert for: %(names)s.", names=names), Look.NOTICE)
    if not part.categories:
        return
    lists = Heading(4, f"{numbering}.1 " + _("Stemmesedler per liste"))
    yield KeepTogether((lists, *count_blocks(part.categories, content.lists, rejects=True)))
    rejected = Heading(4, f"{numbering}.2 " + _("Forkastede stemmesedler"))
    yield KeepTogether((rejected, _rejections(part, content.setting.rules.name)))
    if part.deviations:
        deviations = Heading(4, f"{numbering}.3 " + _("Foreløpig og endelig opptelling"))
        yield KeepTogether((deviations, _deviations(_("Liste"), part.deviations)))


def _deviations(title: str, deviations: Sequence[Deviation]) -> Table:
    rows = [_deviation((each.name,), each.first, each.second) for each in deviations]
    first, second = sum(each.first for each in deviations), sum(each.second for each in deviations)
    rows.append(_deviation((_("Sum"),), first, second, RowLook.TOTAL))
    return Table((name_column(title), *number_columns(*_deviation_titles())), tuple(rows), fill=False, dense=True)


def _unit_deviations(deviations: Sequence[UnitDeviation]) -> Block:
    if not deviations:
        return Paragraph(_("Ingen enhet er registrert med begge opptellingene."), Look.NOTE)
    rows = [
        _deviation((category_name(each.unit.category), place_name(each.unit.place)), each.first, each.second)
        for each in deviations
    ]
    first, second = sum(each.first for each in deviations), sum(each.second for each in deviations)
    rows.append(_deviation((_("Sum"), ""), first, second, RowLook.TOTAL))
    columns = (name_column(_("Stemmesedler")), Column(_("Telt i")), *number_columns(*_deviation_titles()))
    return Table(columns, tuple(rows), dense=True)


def _explained(explained: Sequence[Explained]) -> Table:
    """The controls by their numbers, which never change."""
    rows = tuple(
        Row(
            (
                f"{each.code.value} {code_title(each.code)}",
                category_name(each.unit.category),
                place_name(each.unit.place),
                count_name(each.count),
                each.text,
            )
        )
        for each in explained
    )
    titles = (_("Stemmesedler"), _("Telt i"), _("Opptelling"), _("Forklaring"))
    return Table((name_column(_("Kontroll")), *map(Column, titles)), rows, dense=True)


def _deviation_titles() -> tuple[str, str, str]:
    return _("Foreløpig"), _("Endelig"), _("Avvik")


def _deviation(names: tuple[str, ...], first: int, second: int, look: RowLook = RowLook.PLAIN) -> Row:
    return Row((*names, number(first), number(second), signed(second - first)), look)


def _rejections(part: SecondCount, rule_set: RuleSetName) -> Table:
    rows = []
    for at, (letter, wording) in enumerate(rejection_grounds()):
        numbers = [each.by_code[at] for each in part.rejections]
        basis = f"{section(rule_set, Basis.REJECTION)} {letter}"
        rows.append(Row((wording, basis, *map(number, (*numbers, sum(numbers))))))
    sums = [sum(each.by_code) for each in part.rejections]
    rows.append(Row((_("Sum"), "", *map(number, (*sums, sum(sums)))), RowLook.TOTAL))
    titles = (*(category_title(each.category) for each in part.rejections), _("Sum"))
    return Table((name_column(_("Grunn")), Column(act(rule_set)), *number_columns(*titles)), tuple(rows), dense=True)


def _totals(totals: Sequence[ListTotal]) -> Table:
    groups = [group for group, _number in totals[0].ballots]
    rows = [figures(each.name, *(ballots for _group, ballots in each.ballots), each.in_all) for each in totals]
    sums = [sum(each.ballots[at][1] for each in totals) for at in range(len(groups))]
    rows.append(figures(_("Sum"), *sums, sum(each.in_all for each in totals), look=RowLook.TOTAL))
    titles = (*map(group_title, groups), _("Sum"))
    return Table((name_column(_("Liste")), *number_columns(*titles)), tuple(rows), fill=False, dense=True)


def _changed_ballots(numbering: str, content: RecordContent) -> Iterator[Block]:
    rows = [figures(reason_disregarded(reason), times) for reason, times in content.disregarded]
    heading = Heading(3, f"{numbering} " + _("Rettede stemmesedler"))
    told = Paragraph(
        _(
            "%(number)s stemmesedler har personstemmer eller slengere. Hjemmel: %(basis)s.",
            number=number(content.key_figures.changed_ballots),
            basis=legal_basis(content.setting.rules.name, Basis.VOTERS_CHANGES),
        )
    )
    if not rows:
        yield KeepTogether((heading, told, Paragraph(_("Alle personstemmer og slengere på dem er talt med."))))
        return
    intro = Paragraph(_("Dette er ikke talt med. Stemmeseddelen teller likevel for listen den gjelder."))
    columns = (name_column(_("Grunn")), *number_columns(_("Antall")))
    yield KeepTogether((heading, told, intro, Table(columns, tuple(rows), fill=False, dense=True)))
