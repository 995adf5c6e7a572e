"""The sheet that lies on top of a bundle: which bundle, which list, how many, how it is typed; bokmål or nynorsk.

It has a number to read aloud and write on the bundle, and nothing that a machine reads.

Rules: R-115.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import number
from app.elections.changed_ballots.models import TypedBatch
from app.elections.domain.typed_batches import ballot_code
from app.pdf.blocks import Block, BulletList, Column, Heading, KeyValues, Look, Paragraph, Row, Table
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels, Language

SheetLanguage = Literal["nb", "nn"]
PDF_LANGUAGES = {"nb": Language.BOKMAL, "nn": Language.NYNORSK}


def batch_sheet_pdf(batch: TypedBatch, language: SheetLanguage) -> bytes:
    """The sheet as PDF: the same bundle gives the same bytes."""
    with force_locale(language):
        election = batch.contest.election
        facts = document_facts(
            _("Bunke %(code)s, %(district)s", code=batch.code, district=batch.contest.district.name),
            election.municipality.name,
            f"BA-{election.address}-{batch.contest.code}-{batch.code}",
            batch.registered_at,
            language,
        )
        return build_pdf(facts, tuple(batch_sheet_blocks(batch)))


def batch_sheet_blocks(batch: TypedBatch) -> Iterator[Block]:
    """The sheet from its number to where the two sign, in the language of the moment."""
    candidate_list = batch.candidate_list
    yield Heading(1, _("Bunke %(code)s", code=batch.code))
    yield Paragraph(
        _(
            "Endrede stemmesedler, %(district)s, liste %(list)s",
            district=batch.contest.district.name,
            list=candidate_list.code,
        ),
        Look.LEAD,
    )
    yield KeyValues(
        (
            (_("Valg"), batch.contest.election.name),
            (_("Bydel"), batch.contest.district.name),
            (_("Liste"), f"{candidate_list.code} – {candidate_list.name}"),
            (_("Antall sedler"), number(batch.ballots)),
        )
    )
    yield Heading(2, _("Før inntastingen"))
    yield BulletList(
        (
            _("Tell sedlene. Stemmer ikke antallet, si fra før noe tastes."),
            _(
                "Skriv bunkens nummer og et løpenummer øverst på hver seddel, fra %(first)s til %(last)s. Nummeret "
                "følger bare papiret; ingenting viser hvem som har stemt.",
                first=ballot_code(1),
                last=ballot_code(batch.ballots),
            ),
            _("Hold sedlene i den rekkefølgen til bunken er godkjent."),
        ),
        numbered=True,
    )
    yield Heading(2, _("Slik skrives en seddel"))
    yield _examples()
    yield Heading(2, _("Underskrifter"))
    yield _signatures()


def _examples() -> Table:
    rows = (
        ("1 4 7", _("kryss ved nummer 1, 4 og 7")),
        ("2 B3", _("kryss ved nummer 2, og nummer 3 på liste B skrevet til")),
        (_("Kari Nordmann"), _("et navn skrevet til; begynnelsen av navnene er nok")),
        ("?", _("et navn som ikke kan leses, eller som ikke står på noen liste")),
        ("-", _("ingen endring på seddelen likevel")),
        ("x", _("seddelen med dette nummeret finnes ikke i bunken")),
    )
    return Table((Column(_("Skriv"), row_header=True), Column(_("Betyr"))), tuple(Row(each) for each in rows))


def _signatures() -> Table:
    columns = (Column(_("Ledd"), row_header=True), Column(_("Dato og klokkeslett")), Column(_("Navn")))
    steps = (_("Talt og nummerert"), _("Tastet første gang"), _("Tastet andre gang"), _("Lagt i esken"))
    return Table(columns, tuple(Row((step, "\n", "")) for step in steps))


def document_facts(
    title: str, municipality: str, document_id: str, dated: datetime, language: SheetLanguage
) -> DocumentFacts:
    """What is said about a paper of the counting room as a whole."""
    return DocumentFacts(
        title=title,
        language=PDF_LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=municipality),
        document_id=document_id,
        dated=dated,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )
