"""The slips that the board draws between: one for each of the tied, alike but for the name, to be cut apart.

Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
Rules: R-154, R-155.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import decimal, number
from app.councils.domain.lots import LotRequired
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

LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}
WITNESS_LINES = 4


def lot_slips_pdf(
    contest: ContestRow, required: LotRequired, names: dict[str, str], language: Literal["nb", "nn"], at: datetime
) -> bytes:
    """How the lot is drawn, a form for the outcome, and the slips, equally large, to be cut apart."""
    with force_locale(language):
        return build_pdf(_facts(contest, required, language, at), tuple(_blocks(contest, required, names)))


def _facts(contest: ContestRow, required: LotRequired, language: Literal["nb", "nn"], at: datetime) -> DocumentFacts:
    return DocumentFacts(
        title=_("Loddtrekning: %(district)s, plass %(seat)s", district=contest.district.name, seat=required.seat),
        language=LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=contest.election.municipality.name),
        document_id=f"LODD-{contest.election.address}-{contest.code}-{required.seat}",
        dated=at,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def _blocks(contest: ContestRow, required: LotRequired, names: dict[str, str]) -> Iterator[Block]:
    yield Heading(1, _("Loddtrekning i %(district)s", district=contest.district.name))
    yield Paragraph(contest.election.name)
    yield KeyValues(
        (
            (_("Det trekkes lodd om"), _("plass %(seat)s av %(seats)s", seat=required.seat, seats=contest.seats)),
            (_("Listestemmetall, likt for alle"), number(required.list_votes)),
            (_("Kvotient, lik for alle"), decimal(required.quotient, 6)),
        )
    )
    yield Table(
        (Column(_("Kode"), row_header=True), Column(_("Liste"))),
        tuple(Row((code, names[code])) for code in required.lists),
        caption=_("Listene det trekkes mellom"),
        fill=False,
    )
    yield Heading(2, _("Slik trekkes loddet"))
    yield BulletList(
        (
            _("Klipp lappene på neste side fra hverandre langs de prikkede linjene. Hver liste har én lapp."),
            _("Brett lappene likt, så navnet ikke synes, og legg dem i en beholder som ingen kan se ned i."),
            _("Bland lappene. Én i valgstyret trekker én lapp mens de andre ser på."),
            _("Les opp navnet på lappen. Den listen får plassen."),
            _("Skriv utfallet her, og skriv under. Før det deretter i Verv."),
        ),
        numbered=True,
    )
    yield Heading(2, _("Utfallet"))
    yield Table(
        (Column(_("Listen som vant"), row_header=True), Column(_("Dato og klokkeslett"))),
        (Row((" \n ", " \n ")),),
    )
    yield SignatureLines(
        tuple(Signatory("", _("Vitne")) for _number in range(WITNESS_LINES)), place_and_date=_("Sted og dato")
    )
    yield PageBreak()
    yield Heading(2, _("Lapper"))
    yield CutSlips(tuple(f"{code}: {names[code]}" for code in required.lists))
