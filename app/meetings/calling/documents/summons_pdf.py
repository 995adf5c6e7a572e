"""The summons as PDF in the council's written form: head, those called, the agenda, then each case with its papers.

Law: kommuneloven (2018) § 11-3; offentleglova (2006) § 13.
Rules: R-282, R-283.
"""

from collections.abc import Iterator
from typing import Literal

from flask_babel import force_locale, format_date
from flask_babel import gettext as _

from app.core.clock import OSLO
from app.councils.domain.membership import Role
from app.councils.membership_words import role_name
from app.meetings.calling.documents.html_blocks import html_blocks
from app.meetings.calling.documents.summons_content import Summons, SummonsItem
from app.meetings.domain.exemption import Passage
from app.meetings.domain.minutes import Face
from app.meetings.texts import form_text, item_kind_name
from app.pdf.blocks import Block, BulletList, Column, Heading, KeyValues, Look, Paragraph, Row, Table
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels, Language

SummonsLanguage = Literal["nb", "nn"]
LANGUAGES = {"nb": Language.BOKMAL, "nn": Language.NYNORSK}
NOTHING = "–"


def summons_pdf(summons: Summons, language: SummonsLanguage) -> bytes:
    """The summons of one face: the same content gives the same bytes."""
    with force_locale(language):
        return build_pdf(_facts(summons, language), tuple(_blocks(summons)))


def when(summons: Summons) -> str:
    """«tirsdag 11. mars 2025 kl. 18:00», in Norway."""
    at = summons.starts_at.astimezone(OSLO)
    return _("%(day)s kl. %(clock)s", day=format_date(at.date(), "EEEE d. MMMM y"), clock=f"{at:%H:%M}")


def title_of(summons: Summons) -> str:
    """«Møteinnkalling 6/25: Fana bydelsutvalg»."""
    return _("Møteinnkalling %(number)s: %(council)s", number=summons.number, council=summons.council)


def withheld_text(paragraph: str) -> str:
    """What stands where something is kept back."""
    return _("Unntatt offentlighet etter %(basis)s.", basis=paragraph)


def _facts(summons: Summons, language: SummonsLanguage) -> DocumentFacts:
    face = "" if summons.face is Face.PUBLIC else "-U"
    return DocumentFacts(
        title=title_of(summons),
        language=LANGUAGES[language],
        author=_("%(municipality)s kommune", municipality=summons.municipality),
        document_id=f"MI-{summons.address}{face}",
        dated=summons.dated,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def _blocks(summons: Summons) -> Iterator[Block]:
    yield Heading(1, title_of(summons))
    if summons.face is Face.FULL and any(_exempt(each) for each in summons.items):
        yield Paragraph(_("Inneholder opplysninger som er unntatt offentlighet."), Look.NOTICE)
    yield from _head(summons)
    yield from _attendance(summons)
    yield Heading(2, _("Saksliste"))
    yield _agenda(summons)
    yield Paragraph(_signed(summons))
    for item in summons.items:
        if _has_papers(item):
            yield from _case(item)


def _head(summons: Summons) -> Iterator[Block]:
    pairs = [
        (_("Kommune"), summons.municipality),
        (_("Utvalg"), summons.council),
        (_("Møteform"), form_text(summons.form)),
        (_("Møtested"), summons.place or NOTHING),
        (_("Møtetid"), when(summons)),
    ]
    if summons.archive_reference:
        pairs.append((_("Arkivreferanse"), summons.archive_reference))
    yield KeyValues(tuple(pairs))
    yield Paragraph(
        _(
            "Den som ikke kan møte, melder forfall så snart som mulig til %(to)s. Varamedlemmer møter bare etter "
            "nærmere innkalling.",
            to=summons.absence_to or NOTHING,
        )
    )
    if summons.question_time_minutes:
        minutes = summons.question_time_minutes
        yield Paragraph(_("Før møtet settes er det åpen halvtime, inntil %(minutes)s minutter.", minutes=minutes))


def _attendance(summons: Summons) -> Iterator[Block]:
    if not summons.called:
        return
    yield Heading(2, _("Innkalte"))
    yield Table(
        (Column(_("Navn"), row_header=True), Column(_("Funksjon")), Column(_("Parti"))),
        tuple(
            Row((each.name, role_name(Role(each.role)) if each.role else _("Medlem"), each.party or _("Uavhengig")))
            for each in summons.called
        ),
        dense=True,
    )


def _agenda(summons: Summons) -> Table:
    return Table(
        (
            Column(_("Saksnr."), row_header=True),
            Column(_("Tittel")),
            Column(_("Arkivsak")),
            Column(_("Unntatt offentlighet")),
        ),
        tuple(Row(_agenda_row(each)) for each in summons.items),
    )


def _agenda_row(item: SummonsItem) -> tuple[str, str, str, str]:
    title = _("%(title)s (tilleggssak)", title=item.title) if item.additional else item.title
    title = _("%(title)s (trukket)", title=title) if item.withdrawn else title
    return item.number or NOTHING, title, item.archive_number or NOTHING, item.exempt_under or NOTHING


def _signed(summons: Summons) -> str:
    day = format_date(summons.dated.astimezone(OSLO).date(), "d. MMMM y")
    leader = _("%(name)s, leder", name=summons.leader) if summons.leader else ""
    secretary = _("%(name)s, møtesekretær", name=summons.secretary) if summons.secretary else ""
    return "\n".join(filter(None, (day, leader, secretary)))


def _has_papers(item: SummonsItem) -> bool:
    """Whether the case has a part of its own; one that the public cannot read has, and it says so."""
    return bool(item.passages or item.papers or item.recommendation or item.not_attached or item.withheld)


def _case(item: SummonsItem) -> Iterator[Block]:
    yield Heading(2, f"{item.number} {item.title}".strip())
    pairs = [(_("Sakstype"), item_kind_name(item.kind))]
    if item.archive_number:
        pairs.append((_("Arkivsak"), item.archive_number))
    if item.case_officer:
        pairs.append((_("Saksbehandler"), item.case_officer))
    yield KeyValues(tuple(pairs))
    if item.withheld:
        yield Paragraph(withheld_text(item.withheld), Look.NOTICE)
        return
    yield from _case_text(item)
    if item.recommendation:
        yield Heading(3, _("Forslag til vedtak"))
        yield Paragraph(item.recommendation)
        if item.recommended_by:
            yield Paragraph(item.recommended_by, Look.NOTE)
    yield from _papers(item)


def _case_text(item: SummonsItem) -> Iterator[Block]:
    if not item.passages:
        return
    yield Heading(3, _("Saksframlegg"))
    for passage in item.passages:
        if not isinstance(passage, Passage):
            yield Paragraph(withheld_text(passage.exempt_under), Look.NOTICE)
            continue
        if passage.exempt_under:
            yield Paragraph(withheld_text(passage.exempt_under), Look.NOTICE)
        yield from html_blocks(passage.text)


def _papers(item: SummonsItem) -> Iterator[Block]:
    if item.papers:
        yield Heading(3, _("Vedlegg"))
        yield BulletList(tuple(each.title or withheld_text(each.withheld) for each in item.papers), numbered=True)
    if item.not_attached:
        yield Heading(3, _("Ikke vedlagte dokumenter"))
        yield BulletList(item.not_attached)


def _exempt(item: SummonsItem) -> bool:
    passages = any(isinstance(each, Passage) and each.exempt_under for each in item.passages)
    return bool(item.exempt_under) or passages or any(each.withheld for each in item.papers)
