"""The municipal council's decision to appoint its district councils as a document, in bokmål or nynorsk.

Everything is printed from what the decision kept; nothing is reckoned anew.

Law: kommuneloven (2018) §§ 5-7, 7-4, 7-5, 7-6, 7-7, 7-8.
Rules: R-220, R-221, R-223, R-224, R-225, R-226, R-227, R-229, R-230.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import decimal, long_date, number
from app.councils.appointing.texts import chair_elected_text, decided_by_text, method_text, promotion_text, role_text
from app.councils.domain.decided_council import DecidedCouncil, OfficerElected
from app.councils.domain.lots import Lot
from app.councils.domain.proportional_election import ListElected, Method, ProportionalElection
from app.pdf.blocks import (
    Align,
    Block,
    BulletList,
    Column,
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
from app.pdf.facts import Language as PdfLanguage

DecisionLanguage = Literal["nb", "nn"]
PDF_LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}


@dataclass(frozen=True, slots=True)
class DecidedPart:
    """One council of the decision. ``names``: person → name; ``groups``: code → name; ``lots``: those drawn."""

    decision: DecidedCouncil
    names: Mapping[int, str]
    groups: Mapping[str, str]
    lots: tuple[Lot, ...]


@dataclass(frozen=True, slots=True)
class AppointmentDecision:
    """The decision as a whole. ``to_on`` is the first day after the term."""

    number: int
    name: str
    municipality: str
    case: str
    decided_on: date
    from_on: date
    last_on: date
    recorded_at: datetime
    councils: tuple[DecidedPart, ...]


def decision_pdf(decision: AppointmentDecision, language: DecisionLanguage) -> bytes:
    """The decision as PDF, dated by when it was entered: the same bytes every time."""
    with force_locale(language):
        return build_pdf(decision_facts(decision, language), tuple(decision_blocks(decision)))


def decision_facts(decision: AppointmentDecision, language: DecisionLanguage) -> DocumentFacts:
    """What is said about the document as a whole, in the language of the moment."""
    return DocumentFacts(
        title=_("Vedtak om oppnevning: %(name)s", name=decision.name),
        language=PDF_LANGUAGES[language],
        author=_("%(municipality)s kommune", municipality=decision.municipality),
        document_id=f"OV-{decision.number}",
        dated=decision.recorded_at,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def decision_blocks(decision: AppointmentDecision) -> Iterator[Block]:
    """The decision from its title to the signature, in the language of the moment."""
    yield Heading(1, _("Oppnevning av bydelsutvalg"))
    yield Paragraph(decision.name, Look.LEAD)
    yield KeyValues(
        (
            (_("Saksnummer"), decision.case),
            (_("Vedtatt"), long_date(decision.decided_on)),
            (_("Utvalgene sitter"), f"{long_date(decision.from_on)} – {long_date(decision.last_on)}"),
        )
    )
    for index, each in enumerate(decision.councils):
        if index:
            yield PageBreak()
        yield from _council(each)
    yield SignatureLines((Signatory(_("Ordfører")),), _("Sted og dato"))


def _council(part: DecidedPart) -> Iterator[Block]:
    decision = part.decision
    yield Heading(2, decision.council)
    facts = [(_("Plasser"), number(decision.seats)), (_("Valgt ved"), method_text(decision.method))]
    if decision.exception:
        facts.append((_("Unntak fra kravet om 40 prosent"), decision.exception))
    yield KeyValues(tuple(facts))
    if decision.method is Method.AGREED:
        yield Paragraph(_("Bystyret var enstemmig, både om å bruke avtalevalg og om innstillingen (R-229)."))
    if decision.election:
        yield from _election(decision.election, part)
    yield from _people(part)
    yield Heading(3, _("Leder og nestleder"))
    for officer in decision.officers:
        yield from _officer(officer, part.names)


def _election(held: ProportionalElection, part: DecidedPart) -> Iterator[Block]:
    """Votes, every quotient that took a seat with the next in line, lots, and each step of the balance.

    Rules: R-223, R-224, R-225, R-226.
    """
    yield Heading(3, _("Stemmer og plasser"))
    columns = (
        Column(_("Liste"), row_header=True),
        Column(_("Stemmer"), Align.RIGHT),
        Column(_("Plasser"), Align.RIGHT),
    )
    rows = [Row((_list(each.code, part), number(each.votes), number(each.seats))) for each in held.lists]
    blank = Row((_("Blanke"), number(held.blank), "–"))
    yield Table(columns, (*rows, blank), fill=False, dense=True)
    yield _ladder(held, part)
    for lot in part.lots:
        yield Paragraph(
            _(
                "Det ble trukket lodd mellom %(tied)s. %(winner)s vant.",
                tied=", ".join(lot.lists),
                winner=lot.winner,
            )
        )
    steps = tuple(text for each in held.lists for text in _steps(each))
    if steps:
        yield Heading(3, _("Kjønnsbalanse"))
        yield BulletList(steps)


def _ladder(held: ProportionalElection, part: DecidedPart) -> Table:
    """Rules: R-224."""
    columns = (
        Column(_("Plass"), Align.RIGHT),
        Column(_("Liste"), row_header=True),
        Column(_("Stemmer"), Align.RIGHT),
        Column(_("Delt på"), Align.RIGHT),
        Column(_("Kvotient"), Align.RIGHT),
        Column(_("Merknad")),
    )
    rows = [
        Row(
            (
                number(each.seat),
                _list(each.list_code, part),
                number(each.votes),
                _plain(each.divisor),
                decimal(each.quotient, 6),
                decided_by_text(each.decided_by),
            )
        )
        for each in held.distribution.seat_order
    ]
    rows += [
        Row(
            (
                "–",
                _list(each.list_code, part),
                number(each.votes),
                _plain(each.divisor),
                decimal(each.quotient, 6),
                _("neste i køen"),
            ),
            RowLook.MARKED,
        )
        for each in held.distribution.next_in_line
    ]
    return Table(columns, tuple(rows), dense=True)


def _steps(elected: ListElected) -> Iterator[str]:
    """Rules: R-226, R-227."""
    for whose, picked in ((_("medlemmer"), elected.members), (_("varamedlemmer"), elected.deputies)):
        for step in picked.promotions:
            yield f"{elected.code}, {whose}: {promotion_text(step)}"


def _people(part: DecidedPart) -> Iterator[Block]:
    """Members and deputies, group by group, in the order of the seats and of the call."""
    for title, kind in ((_("Medlemmer"), "members"), (_("Varamedlemmer"), "deputies")):
        yield Heading(3, title)
        columns = (Column(_("Nr."), Align.RIGHT), Column(_("Navn"), row_header=True))
        rows: list[Row] = []
        for each in part.decision.outcome.lists:
            people: tuple[int, ...] = getattr(each, kind)
            if people:
                rows.append(Row((_list(each.code, part),), RowLook.GROUP))
                rows += [Row((number(at), part.names[who])) for at, who in enumerate(people, start=1)]
        yield Table(columns, tuple(rows), fill=False, dense=True) if rows else Paragraph(_("Ingen."))


def _officer(officer: OfficerElected, names: Mapping[int, str]) -> Iterator[Block]:
    """Rules: R-230."""
    won = officer.elected
    told = chair_elected_text(names[int(won.winner)], won.round, won.votes, won.needed, by_lot=won.by_lot)
    yield Paragraph(f"{role_text(officer.role).capitalize()}: {told}")
    rounds = [officer.vote.first, *([officer.vote.second] if officer.vote.second else [])]
    columns = (
        Column(_("Votering"), Align.RIGHT),
        Column(_("Kandidat"), row_header=True),
        Column(_("Stemmer"), Align.RIGHT),
    )
    rows = [
        Row((number(at), names[int(who)], number(votes)))
        for at, held in enumerate(rounds, start=1)
        for who, votes in held.votes
    ]
    rows += [Row((number(at), _("Blanke"), number(held.blank))) for at, held in enumerate(rounds, 1) if held.blank]
    yield Table(columns, tuple(rows), fill=False, dense=True)


def _list(code: str, part: DecidedPart) -> str:
    name = part.groups.get(code, code)
    return name if name == code else f"{code}: {name}"


def _plain(divisor: Fraction) -> str:
    return number(divisor.numerator) if divisor.denominator == 1 else decimal(divisor, 1)
