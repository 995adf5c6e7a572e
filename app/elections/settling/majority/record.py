"""The record of a majority election: the elected, everybody's votes, lots, what was said of names, signatures.

Law: valgloven (2002) §§ 10-7, 12-3; valgloven (2023) §§ 10-15 (2), 14-3.
Rules: R-182, R-183, R-190.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.core.formatting import long_date, moment, number
from app.elections.domain.election import RuleSetName
from app.elections.domain.majority_election import MajoritySettlement, Place
from app.elections.models import SettlementRow
from app.elections.settling.majority.document import read_majority
from app.elections.settling.majority.models import MajorityBatchRow, MajorityNameRulingRow
from app.elections.settling.majority.queries import batches_of, rulings_of
from app.elections.settling.majority.texts import placed_text, ruling_text
from app.elections.settling.models import SettlementDecisionRow, SettlementLotRow
from app.elections.settling.queries import lot_rows
from app.pdf.blocks import (
    Align,
    Block,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Row,
    Signatory,
    SignatureLines,
    Table,
)
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels
from app.pdf.facts import Language as PdfLanguage

LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}


@dataclass(frozen=True, slots=True)
class MajorityRecord:
    """All that the record says."""

    row: SettlementRow
    settlement: MajoritySettlement
    decision: SettlementDecisionRow
    batches: Sequence[MajorityBatchRow]
    lots: Sequence[SettlementLotRow]
    rulings: Sequence[MajorityNameRulingRow]


def majority_record_pdf(session: Session, row: SettlementRow, language: Literal["nb", "nn"]) -> bytes:
    """The record of a settlement that is decided, dated by it: the same database gives the same bytes.

    Rules: R-190.
    """
    contest = row.contest
    record = MajorityRecord(
        row,
        read_majority(row.document),
        session.get_one(SettlementDecisionRow, row.id),
        batches_of(session, contest.id),
        lot_rows(session, contest.id, row.input_sha256),
        rulings_of(session, contest.id),
    )
    with force_locale(language):
        return build_pdf(_facts(record, language), tuple(majority_blocks(record)))


def _facts(record: MajorityRecord, language: Literal["nb", "nn"]) -> DocumentFacts:
    contest, election = record.row.contest, record.row.contest.election
    return DocumentFacts(
        title=_("Valgprotokoll: %(district)s, %(election)s", district=contest.district.name, election=election.name),
        language=LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=election.municipality.name),
        document_id=f"VP-{election.address}-{contest.code}-{record.row.number}",
        dated=record.decision.decided_at,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def majority_blocks(record: MajorityRecord) -> Iterator[Block]:
    """The record from its title to the signatures, in the language of the moment."""
    yield from _front(record)
    yield from _places(_("Medlemmer"), record.settlement.members)
    yield from _places(_("Varamedlemmer i rekkefølge"), record.settlement.deputies)
    yield from _votes(record.settlement)
    yield from _lots(record.lots)
    yield from _rulings(record.rulings)
    yield Heading(2, _("Underskrifter"))
    names = record.decision.present.splitlines() or ["", "", ""]
    yield SignatureLines(tuple(Signatory(name, _("Valgstyret")) for name in names), place_and_date=_("Sted og dato"))


def _front(record: MajorityRecord) -> Iterator[Block]:
    contest, decision = record.row.contest, record.decision
    yield Heading(1, _("Valgprotokoll for flertallsvalg i %(district)s", district=contest.district.name))
    yield Paragraph(_basis(RuleSetName(contest.election.rule_set)))
    facts = [
        (_("Valg"), contest.election.name),
        (_("Valgdag"), long_date(contest.election.election_day)),
        (_("Plasser"), number(contest.seats)),
        (_("Stemmesedler med navn"), number(sum(batch.ballots for batch in record.batches))),
        (_("Bunker, hver skrevet av to personer"), number(len(record.batches))),
        (_("Oppgjør"), _("nr. %(number)s", number=record.row.number)),
        (_("Vedtatt"), moment(decision.decided_at)),
        (_("Fingeravtrykk av det det bygger på"), record.row.input_sha256),
    ]
    if decision.met_on:
        present = decision.present.splitlines()
        facts.insert(-1, (_("Valgstyrets møte"), f"{long_date(decision.met_on)}, {decision.case_number}"))
        facts.insert(
            -1,
            (
                _("Til stede"),
                _(
                    "%(present)s av %(members)s: %(names)s",
                    present=len(present),
                    members=decision.members,
                    names=", ".join(present),
                ),
            ),
        )
    yield KeyValues(tuple(facts))


def _basis(rule_set: RuleSetName) -> str:
    """Law: valgloven (2002) §§ 12-1, 12-3; valgloven (2023) §§ 14-1, 14-3.
    Rules: R-180, R-182.
    """
    paragraphs = "§§ 12-1–12-3" if rule_set is RuleSetName.VALGLOVEN_2002 else "§§ 14-1–14-3"
    act = _("valgloven (2002)") if rule_set is RuleSetName.VALGLOVEN_2002 else _("valgloven (2023)")
    return _(
        "Færre enn to lister er godkjent, og valget er holdt som flertallsvalg etter %(act)s %(paragraphs)s. De med "
        "flest stemmer som medlem er valgt. Blant de andre er de med flest stemmer til sammen varamedlemmer. Likt "
        "stemmetall er avgjort ved loddtrekning.",
        act=act,
        paragraphs=paragraphs,
    )


def _places(title: str, places: Sequence[Place]) -> Iterator[Block]:
    yield Heading(2, title)
    columns = (
        Column(_("Nr."), Align.RIGHT, row_header=True),
        Column(_("Navn")),
        Column(_("Stemmer"), Align.RIGHT),
        Column(_("Avgjort ved")),
    )
    rows = (Row((number(each.number), each.person, number(each.votes), placed_text(each.placed_by))) for each in places)
    yield Table(columns, tuple(rows))


def _votes(settlement: MajoritySettlement) -> Iterator[Block]:
    yield Heading(2, _("Alle som fikk stemmer"))
    columns = (
        Column(_("Navn"), row_header=True),
        Column(_("Som medlem"), Align.RIGHT),
        Column(_("Som varamedlem"), Align.RIGHT),
        Column(_("Til sammen"), Align.RIGHT),
    )
    falling = sorted(settlement.votes, key=lambda each: (-each.member_votes, -each.deputy_votes, each.person))
    rows = (
        Row(
            (
                each.person,
                number(each.member_votes),
                number(each.deputy_votes),
                number(each.member_votes + each.deputy_votes),
            )
        )
        for each in falling
    )
    yield Table(columns, tuple(rows))


def _lots(lots: Sequence[SettlementLotRow]) -> Iterator[Block]:
    yield Heading(2, _("Loddtrekning"))
    if not lots:
        yield Paragraph(_("Det var ikke nødvendig å trekke lodd."))
        return
    columns = (
        Column(_("Plass"), Align.RIGHT, row_header=True),
        Column(_("Mellom")),
        Column(_("Vant")),
        Column(_("Dag")),
        Column(_("Vitner")),
    )
    rows = (
        Row(
            (
                number(each.seat),
                ", ".join(each.between.splitlines()),
                each.winner,
                long_date(each.drawn_on),
                ", ".join(each.witnesses.splitlines()),
            )
        )
        for each in lots
    )
    yield Table(columns, tuple(rows))


def _rulings(rulings: Sequence[MajorityNameRulingRow]) -> Iterator[Block]:
    if not rulings:
        return
    yield Heading(2, _("Navn som valgstyret har tatt stilling til"))
    columns = (Column(_("Skrevet"), row_header=True), Column(_("Valgstyret")), Column(_("Begrunnelse")))
    rows = (Row((each.written, ruling_text(each.ruling, each.person), each.reason)) for each in rulings)
    yield Table(columns, tuple(rows))
