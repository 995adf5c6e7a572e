"""The slips that the board draws between: one for each of the tied, alike but for the name, to be cut apart.

Law: valgloven (2002) §§ 11-4 (3), 12-3; valgloven (2023) §§ 11-4 (3), 14-3.
Rules: R-154, R-155, R-183.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import decimal, number
from app.councils.domain.lots import LotRequired
from app.elections.domain.candidates import Outcome
from app.elections.domain.majority_election import PersonLotRequired
from app.elections.models import ContestRow
from app.pdf.blocks import (
    Block,
    BulletList,
    Column,
    CutSlips,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    Row,
    Signatory,
    SignatureLines,
    Table,
)
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels
from app.pdf.facts import Language as PdfLanguage

SlipLanguage = Literal["nb", "nn"]
LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}
WITNESS_LINES = 4


@dataclass(frozen=True, slots=True)
class Slips:
    """What a lot is drawn for: ``facts`` that are told, and the text of each slip. ``place`` is the seat's number."""

    place: int
    facts: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]


def lot_slips_pdf(
    contest: ContestRow,
    required: LotRequired | PersonLotRequired,
    names: dict[str, str],
    language: SlipLanguage,
    at: datetime,
) -> bytes:
    """How the lot is drawn, lines for the outcome and the witnesses, and the slips, equally large, to be cut apart.

    ``names`` has the names of the lists by code.
    """
    with force_locale(language):
        slips = _of_persons(required) if isinstance(required, PersonLotRequired) else _of_lists(required, names)
        return build_pdf(_facts(contest, slips, language, at), tuple(_blocks(contest, slips)))


def _of_lists(required: LotRequired, names: dict[str, str]) -> Slips:
    facts = (
        (_("Det trekkes lodd om"), _("plass %(seat)s", seat=required.seat)),
        (_("Listestemmetall, likt for alle"), number(required.list_votes)),
        (_("Kvotient, lik for alle"), decimal(required.quotient, 6)),
    )
    return Slips(required.seat, facts, tuple(f"{code}: {names[code]}" for code in required.lists))


def _of_persons(required: PersonLotRequired) -> Slips:
    place = (
        _("medlem nr. %(number)s", number=required.number)
        if required.outcome is Outcome.MEMBER
        else _("varamedlem nr. %(number)s", number=required.number)
    )
    facts = ((_("Det trekkes lodd om"), place), (_("Stemmer, likt for alle"), number(required.votes)))
    return Slips(required.number, facts, required.persons)


def _facts(contest: ContestRow, slips: Slips, language: SlipLanguage, at: datetime) -> DocumentFacts:
    return DocumentFacts(
        title=_("Loddtrekning: %(district)s, plass %(seat)s", district=contest.district.name, seat=slips.place),
        language=LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=contest.election.municipality.name),
        document_id=f"LODD-{contest.election.address}-{contest.code}-{slips.place}",
        dated=at,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def _blocks(contest: ContestRow, slips: Slips) -> Iterator[Block]:
    yield Heading(1, _("Loddtrekning i %(district)s", district=contest.district.name))
    yield Paragraph(contest.election.name)
    yield KeyValues(slips.facts)
    yield Heading(2, _("Det trekkes mellom"))
    yield BulletList(slips.texts)
    yield Heading(2, _("Slik trekkes loddet"))
    yield BulletList(
        (
            _("Klipp lappene på neste side fra hverandre langs de prikkede linjene. Kontroller at ingen mangler."),
            _("Brett lappene likt, så navnet ikke synes, og legg dem i en beholder som ingen kan se ned i."),
            _("Bland lappene. Én i valgstyret trekker én lapp mens de andre ser på."),
            _("Les opp lappen som er trukket. Den har vunnet plassen."),
            _("Skriv utfallet her, og skriv under. Før det deretter i Verv."),
        ),
        numbered=True,
    )
    yield Heading(2, _("Utfallet"))
    yield Table(
        (Column(_("Trukket lapp"), row_header=True), Column(_("Dato og klokkeslett"))), (Row((" \n ", " \n ")),)
    )
    yield SignatureLines(
        tuple(Signatory("", _("Vitne")) for _number in range(WITNESS_LINES)), place_and_date=_("Sted og dato")
    )
    yield PageBreak()
    yield Heading(2, _("Lapper"))
    yield CutSlips(slips.texts)
