"""Letters to members and deputies: what they are elected to, and what follows. One PDF a contest; texts for e-mail.

Nobody has to accept: who is elected is elected. The letter says so, and what one does who cannot take the place.

Law: valgloven (2002) § 11-13; valgloven (2023) § 13-3; kommuneloven (2018) §§ 7-9, 8-1.
Rules: R-192, R-200, R-210, R-253.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.core.formatting import long_date, moment
from app.elections.complaints.queries import complaint_facts
from app.elections.documents.gathered_record import NotSettled
from app.elections.documents.record import PDF_LANGUAGES, RecordLanguage
from app.elections.domain.complaints import About, ComplaintPeriod, complaint_period
from app.elections.domain.elected import ElectedList, Ranked, elected_of
from app.elections.domain.election import RuleSetName
from app.elections.models import ContestRow
from app.elections.queries import current_settlement, load_contest
from app.pdf.blocks import Block, Heading, KeyValues, PageBreak, Paragraph
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels

LAW = {
    RuleSetName.VALGLOVEN_2002: "valgloven (2002) § 11-13",
    RuleSetName.VALGLOVEN_2023: "valgloven (2023) § 13-3",
}


class LetterLanguages(StrEnum):
    """In which written form each letter is printed; both: one page each."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    BOTH = "nb-nn"


@dataclass(frozen=True, slots=True)
class ElectedPerson:
    """Somebody elected, in the order of the record: members of a list, then its deputies."""

    name: str
    list_name: str
    number: int
    is_member: bool


@dataclass(frozen=True, slots=True)
class ElectedLetters:
    """What all letters of a contest have in common, and to whom they go."""

    municipality: str
    election: str
    election_day: date
    district: str
    rule_set: RuleSetName
    document_id: str
    settled_at: datetime
    complaints: ComplaintPeriod
    persons: tuple[ElectedPerson, ...]


def elected_letters(session: Session, contest_id: int) -> ElectedLetters:
    """The letters of a contest as it is settled now. Refused (``NotSettled``) before that.

    Rules: R-192.
    """
    row = session.get_one(ContestRow, contest_id)
    stored = current_settlement(session, contest_id)
    if stored is None:
        raise NotSettled(row.code)
    elected = elected_of(load_contest(session, contest_id), stored.settlement)
    return ElectedLetters(
        municipality=row.election.municipality.name,
        election=row.election.name,
        election_day=row.election.election_day,
        district=row.district.name,
        rule_set=RuleSetName(row.election.rule_set),
        document_id=f"BV-{row.election.address}-{row.code}-{stored.number}",
        settled_at=stored.made_at,
        complaints=complaint_period(About.SETTLEMENT, complaint_facts(session, row)),
        persons=tuple(person for each in elected.lists for person in _persons(each)),
    )


def elected_letters_pdf(letters: ElectedLetters, languages: LetterLanguages) -> bytes:
    """Every letter on a page of its own, in the order of the record; the same settlement gives the same bytes."""
    chosen: list[RecordLanguage] = [each for each in ("nb", "nn") if each in languages.split("-")]
    blocks = tuple(_letters(letters, chosen))
    with force_locale(chosen[0]):
        return build_pdf(_facts(letters, chosen[0]), blocks)


def elected_letter_text(letters: ElectedLetters, person: ElectedPerson, language: RecordLanguage) -> str:
    """The same words as plain text, for an e-mail."""
    with force_locale(language):
        return "\n\n".join([_title(letters, person), *_words(letters, person)])


def _persons(each: ElectedList) -> Iterator[ElectedPerson]:
    for ranked, is_member in ((each.members, True), (each.deputies, False)):
        yield from _numbered(ranked, each.name, is_member=is_member)


def _numbered(ranked: Sequence[Ranked], list_name: str, *, is_member: bool) -> Iterator[ElectedPerson]:
    for number, one in enumerate(ranked, start=1):
        yield ElectedPerson(one.candidate.name, list_name, number, is_member)


def _facts(letters: ElectedLetters, language: RecordLanguage) -> DocumentFacts:
    return DocumentFacts(
        title=_("Brev til de valgte: %(district)s, %(election)s", district=letters.district, election=letters.election),
        language=PDF_LANGUAGES[language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=letters.municipality),
        document_id=letters.document_id,
        dated=letters.settled_at,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def _letters(letters: ElectedLetters, languages: Sequence[RecordLanguage]) -> Iterator[Block]:
    for at, (person, language) in enumerate((each, one) for each in letters.persons for one in languages):
        if at:
            yield PageBreak()
        with force_locale(language):
            yield from tuple(_letter(letters, person))


def _letter(letters: ElectedLetters, person: ElectedPerson) -> Iterator[Block]:
    yield KeyValues(((_("Til"), person.name), (_("Dato"), moment(letters.settled_at).rpartition(",")[0])))
    yield Heading(1, _title(letters, person))
    for paragraph in _words(letters, person):
        yield Paragraph(paragraph)


def _title(letters: ElectedLetters, person: ElectedPerson) -> str:
    if person.is_member:
        return _("Du er valgt til %(district)s bydelsutvalg", district=letters.district)
    return _("Du er valgt til varamedlem av %(district)s bydelsutvalg", district=letters.district)


def _words(letters: ElectedLetters, person: ElectedPerson) -> Iterator[str]:
    facts = {
        "election": letters.election,
        "day": long_date(letters.election_day),
        "number": person.number,
        "list": person.list_name,
        "law": LAW[letters.rule_set].replace("§ ", "§\u00a0"),
    }
    if person.is_member:
        yield _(
            "I %(election)s %(day)s ble du valgt til medlem nr. %(number)s for %(list)s. Valgstyret melder dette etter "
            "%(law)s.",
            **facts,
        )
    else:
        yield _(
            "I %(election)s %(day)s ble du valgt til varamedlem nr. %(number)s for %(list)s. Du blir kalt inn når "
            "medlemmer fra listen har forfall og turen kommer til deg. Valgstyret melder dette etter %(law)s.",
            **facts,
        )
    yield _(
        "Du trenger ikke svare. Den som er valgt, har plikt til å ta imot vervet. Utvalget tiltrer når kommunestyret "
        "har godkjent valget."
    )
    yield _(
        "Har du flyttet fra kommunen, fått en stilling som utelukker fra valg, eller kan du av andre grunner ikke "
        "sitte i utvalget, meld fra til valgstyret så snart du kan. Kommunestyret kan gi fritak etter søknad."
    )
    yield _complaints(letters.complaints)
    yield "\n".join([_("Hilsen"), _("Valgstyret i %(municipality)s kommune", municipality=letters.municipality)])


def _complaints(period: ComplaintPeriod) -> str:
    if period.last_day:
        return _("Det kan klages på valgoppgjøret til og med %(day)s.", day=long_date(period.last_day))
    return _("Det kan klages på valgoppgjøret i %(days)s dager. Fristen er ikke begynt å gå ennå.", days=period.days)
