"""The record (*valgprotokoll*) of a contest as a document: its parts in order, printed in bokmål or nynorsk.

Law: valgloven (2002) § 10-7; valgloven (2023) §§ 10-15 (2), 13-4.
Rules: R-190.
"""

from collections.abc import Iterator
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.elections.documents.candidates_section import candidates_section, elected_section
from app.elections.documents.complaints_section import complaints_section
from app.elections.documents.conduct_section import conduct_section
from app.elections.documents.correction_section import correction_section
from app.elections.documents.first_count_section import first_count_sections
from app.elections.documents.front_section import front_section
from app.elections.documents.gathered_record import record_content
from app.elections.documents.record_content import RecordContent
from app.elections.documents.second_count_section import second_count_section
from app.elections.documents.settlement_section import settlement_section
from app.elections.documents.signing_section import signing_section
from app.elections.settling.majority.queries import current_majority
from app.elections.settling.majority.record import majority_record_pdf
from app.pdf.blocks import Block
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels
from app.pdf.facts import Language as PdfLanguage

RecordLanguage = Literal["nb", "nn"]
PDF_LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}


def record_pdf(session: Session, contest_id: int, language: RecordLanguage) -> bytes:
    """The record as PDF, dated by the settlement: the same database gives the same bytes, whenever it is asked.

    A majority election has a record of its own. Refused (``NotSettled``) while the contest has no settlement.
    """
    if of_persons := current_majority(session, contest_id):
        return majority_record_pdf(session, of_persons, language)
    content = record_content(session, contest_id)
    with force_locale(language):
        return build_pdf(record_facts(content, language), tuple(record_blocks(content)))


def record_blocks(content: RecordContent) -> Iterator[Block]:
    """The record from its title to the signatures, in the language of the moment."""
    yield from front_section(content)
    yield from correction_section(content)
    yield from conduct_section(content)
    yield from first_count_sections(content)
    yield from second_count_section(content)
    yield from settlement_section(content)
    yield from candidates_section(content)
    yield from elected_section(content)
    yield from complaints_section(content)
    yield from signing_section(content)


def record_facts(content: RecordContent, language: RecordLanguage) -> DocumentFacts:
    """What is said about the record as a whole, in the language of the moment."""
    head = content.head
    return DocumentFacts(
        title=_("Valgprotokoll: %(district)s, %(election)s", district=head.district, election=head.election_name),
        language=PDF_LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=head.municipality),
        document_id=head.document_id,
        dated=head.dated,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )
