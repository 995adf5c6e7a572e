"""Letters about a list as PDF and as plain text, in bokmål or nynorsk: to the representative and to each candidate.

Law: valgloven (2002) §§ 3-4, 6-6; valgloven (2023) §§ 3-4, 5-10, 5-11.
Rules: R-42, R-61, R-62.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import long_date, moment
from app.elections.domain.list_findings import Finding
from app.elections.domain.list_proposal import Reply
from app.elections.lists.documents import findings_in
from app.elections.lists.models import DefectNoticeRow, ListProposalRow, ProposedCandidateRow
from app.elections.lists.queries import Reviewed, candidate_value
from app.elections.lists.texts import finding_text
from app.pdf.blocks import Block, BulletList, Heading, KeyValues, PageBreak, Paragraph
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels
from app.pdf.facts import Language as PdfLanguage

LetterLanguage = Literal["nb", "nn"]
PDF_LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class DefectLetter:
    """What the representative is told: what is wrong with which list, and until when it can be put right."""

    municipality: str
    election: str
    district: str
    heading: str
    representative: str
    address: str
    findings: tuple[Finding, ...]
    respond_by: date
    dated: datetime
    document_id: str


@dataclass(frozen=True, slots=True)
class LetterHead:
    """Who writes, which document it is, and from when."""

    municipality: str
    document_id: str
    dated: datetime


def defect_letter(found: Reviewed, notice: DefectNoticeRow | date, at: datetime) -> DefectLetter:
    """The letter of a notice that was sent; with a day instead, as it would be sent now with that day to answer by."""
    row = found.row
    election = row.contest.election
    sent = notice if isinstance(notice, DefectNoticeRow) else None
    number = sent.number if sent else len(row.notices) + 1
    return DefectLetter(
        municipality=election.municipality.name,
        election=election.name,
        district=row.contest.district.name,
        heading=row.heading,
        representative=found.representatives.representative or NOTHING,
        address=row.contact_address or NOTHING,
        findings=findings_in(sent.findings) if sent else found.of("defect"),
        respond_by=sent.respond_by if sent else notice if isinstance(notice, date) else at.date(),
        dated=sent.sent_at if sent else at,
        document_id=f"LF-{election.address}-{row.contest.code}-{row.code}-{number}",
    )


def defect_letter_pdf(letter: DefectLetter, language: LetterLanguage) -> bytes:
    """The letter as PDF: the same notice gives the same bytes."""
    with force_locale(language):
        head = LetterHead(letter.municipality, letter.document_id, letter.dated)
        title = _("Mangler ved listeforslaget %(heading)s", heading=letter.heading)
        return build_pdf(_facts(title, head, language), tuple(_defect_blocks(letter)))


def defect_letter_text(letter: DefectLetter, language: LetterLanguage) -> str:
    """The same letter as plain text, for an e-mail."""
    with force_locale(language):
        points = [f"{at}. {finding_text(each)} ({each.rule})" for at, each in enumerate(letter.findings, start=1)]
        return "\n".join([_defect_opening(letter), "", *points, "", _answer_until(letter), "", *_signed(letter)])


def candidate_letters_pdf(row: ListProposalRow, decline_by: date, at: datetime, language: LetterLanguage) -> bytes:
    """One letter for each candidate who has not answered, each on its own page, in the order of the list.

    Law: valgloven (2002) § 3-4; valgloven (2023) § 3-4.
    Rules: R-42, R-61.
    """
    election = row.contest.election
    with force_locale(language):
        document_id = f"KB-{election.address}-{row.contest.code}-{row.code}"
        head = LetterHead(election.municipality.name, document_id, at)
        title = _("Til kandidatene på %(heading)s", heading=row.heading)
        return build_pdf(_facts(title, head, language), tuple(_candidate_blocks(row, decline_by)))


def candidate_letter_text(row: ListProposalRow, decline_by: date, language: LetterLanguage) -> str:
    """The same words for an e-mail to all who have not answered."""
    with force_locale(language):
        return "\n\n".join(_candidate_words(row, None, decline_by))


def _facts(title: str, row: LetterHead, language: LetterLanguage) -> DocumentFacts:
    return DocumentFacts(
        title=title,
        language=PDF_LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=row.municipality),
        document_id=row.document_id,
        dated=row.dated,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def _defect_blocks(letter: DefectLetter) -> Iterator[Block]:
    yield KeyValues(
        ((_("Til"), letter.representative), (_("Adresse"), letter.address), (_("Dato"), _day(letter.dated)))
    )
    yield Heading(1, _("Mangler ved listeforslaget %(heading)s", heading=letter.heading))
    yield Paragraph(_defect_opening(letter))
    if letter.findings:
        yield BulletList(tuple(f"{finding_text(each)} ({each.rule})" for each in letter.findings), numbered=True)
    yield Paragraph(_answer_until(letter))
    yield Paragraph("\n".join(_signed(letter)))


def _defect_opening(letter: DefectLetter) -> str:
    return _(
        "Valgstyret har gått gjennom listeforslaget «%(heading)s» til %(election)s i %(district)s. Dette må rettes før "
        "listen kan godkjennes:",
        heading=letter.heading,
        election=letter.election,
        district=letter.district,
    )


def _answer_until(letter: DefectLetter) -> str:
    return _(
        "Fristen for å rette er %(day)s. Etter at fristen for å levere lister er ute, kan bare det endres som må til "
        "for å rette manglene.",
        day=long_date(letter.respond_by),
    )


def _signed(letter: DefectLetter) -> list[str]:
    return [_("Hilsen"), _("Valgstyret i %(municipality)s kommune", municipality=letter.municipality)]


def _candidate_blocks(row: ListProposalRow, decline_by: date) -> Iterator[Block]:
    waiting = [each for each in row.candidates if each.reply is Reply.NONE] or list(row.candidates)
    for at, each in enumerate(waiting):
        if at:
            yield PageBreak()
        name = candidate_value(each).name or NOTHING
        yield KeyValues(((_("Til"), name), (_("Adresse"), each.address or NOTHING)))
        yield Heading(1, _("Du er ført opp på en valgliste"))
        for paragraph in _candidate_words(row, each, decline_by):
            yield Paragraph(paragraph)


def _candidate_words(row: ListProposalRow, each: ProposedCandidateRow | None, decline_by: date) -> list[str]:
    election = row.contest.election
    place = (
        _("Du står på plass %(position)s på listen «%(heading)s»", position=each.position, heading=row.heading)
        if each
        else _("Du står på listen «%(heading)s»", heading=row.heading)
    )
    return [
        _(
            "%(place)s til %(election)s i %(district)s.",
            place=place,
            election=election.name,
            district=row.contest.district.name,
        ),
        _(
            "Du kan takke nei. Det må være skriftlig og ha kommet til valgstyret innen %(day)s. Hører vi ikke fra deg, "
            "står du på listen, og blir du valgt, har du plikt til å ta imot valget.",
            day=long_date(decline_by),
        ),
        _("Står du på flere lister i samme bydel, må du velge hvilken du vil stå på."),
        "\n".join([_("Hilsen"), _("Valgstyret i %(municipality)s kommune", municipality=election.municipality.name)]),
    ]


def _day(value: datetime) -> str:
    return moment(value).rpartition(",")[0]
