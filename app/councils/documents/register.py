"""The membership register on a day as a document, in bokmål or nynorsk: one council, or each that sat that day.

Law: kommuneloven (2018) §§ 5-7, 5-8, 7-9, 7-10, 11-3, 11-4.
Rules: R-253, R-254, R-255, R-262.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from app.core.formatting import long_date, moment, number
from app.councils.documents.gathered_register import Register
from app.councils.documents.register_content import (
    CouncilRegister,
    DeputyList,
    Group,
    RegisteredMember,
    RegisteredSeat,
)
from app.councils.membership_words import cause_words, kind_words, role_name
from app.pdf.blocks import (
    Align,
    Block,
    Column,
    Contents,
    Heading,
    KeepTogether,
    KeyValues,
    Look,
    PageBreak,
    Paragraph,
    Row,
    RowLook,
    Table,
)
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels
from app.pdf.facts import Language as PdfLanguage

RegisterLanguage = Literal["nb", "nn"]
PDF_LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}
NOTHING = "–"


def register_pdf(register: Register, language: RegisterLanguage) -> bytes:
    """The register as PDF, dated by what was last written down in it: what is known gives the same bytes every time."""
    with force_locale(language):
        return build_pdf(register_facts(register, language), tuple(register_blocks(register)))


def register_facts(register: Register, language: RegisterLanguage) -> DocumentFacts:
    """What is said about the register as a whole, in the language of the moment."""
    one = register.councils[0].facts if len(register.councils) == 1 else None
    return DocumentFacts(
        title=_("Medlemmer: %(council)s %(day)s", council=_of(register), day=long_date(register.day)),
        language=PDF_LANGUAGES[language],
        author=_("%(municipality)s kommune", municipality=register.municipality),
        document_id=f"MR-{one.slug if one else 'alle'}-{register.day.isoformat()}",
        dated=register.recorded_at,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def register_blocks(register: Register) -> Iterator[Block]:
    """The register from its title to the last deputy, in the language of the moment."""
    yield Heading(1, _("Medlemmer og varamedlemmer"))
    yield Paragraph(_("%(council)s %(day)s", council=_of(register), day=long_date(register.day)), Look.LEAD)
    yield Paragraph(
        _(
            "Registeret viser hvem som hadde vervene denne dagen, slik det er kjent etter siste endring, som ble ført "
            "inn %(moment)s.",
            moment=moment(register.recorded_at),
        ),
        Look.NOTE,
    )
    if len(register.councils) == 1:
        yield from _council(register.councils[0])
        return
    yield KeepTogether((Heading(2, _("Utvalgene")), _overview(register)))
    yield Heading(2, _("Innhold"))
    yield Contents(deepest=2)
    for each in register.councils:
        yield PageBreak()
        yield Heading(2, each.facts.name)
        yield from _council(each, level=3)


def _of(register: Register) -> str:
    if len(register.councils) == 1:
        return register.councils[0].facts.name
    return _("Bydelsutvalgene i %(municipality)s", municipality=register.municipality)


def _overview(register: Register) -> Table:
    """The councils one under the other: who leads each, and how many seats are taken."""
    columns = (
        Column(_("Utvalg"), row_header=True),
        Column(_("Leder")),
        Column(_("Nestleder")),
        Column(_("Plasser"), Align.RIGHT),
        Column(_("Ledige"), Align.RIGHT),
    )
    return Table(columns, tuple(_overview_row(each) for each in register.councils))


def _overview_row(council: CouncilRegister) -> Row:
    names = [officer.name if officer else NOTHING for officer in (council.chair, council.deputy_chair)]
    return Row((council.facts.name, *names, number(len(council.seats)), number(council.vacant)))


def _council(council: CouncilRegister, level: int = 2) -> Iterator[Block]:
    yield KeyValues(tuple(_facts(council)))
    yield Heading(level, _("Medlemmer"))
    yield _members(council)
    if council.facts.groups:
        yield Paragraph(
            _("Der det ikke står noe annet, hører medlemmet til gruppen plassen er vunnet av."),
            Look.NOTE,
        )
    if any(seat.absent for seat in council.seats):
        yield Paragraph(
            _(
                "Den som har fritak eller ikke møter for tiden, beholder plassen. Er ingen settemedlem valgt, kalles "
                "vara inn."
            ),
            Look.NOTE,
        )
    yield from _deputies(council, level)


def order_of_call(council: CouncilRegister) -> str:
    """In which order deputies are called, in one sentence."""
    if council.facts.groups:
        return _("De kalles inn i nummerrekkefølge, fra listen eller gruppen som har forfallet.")
    return _("De kalles inn i nummerrekkefølge.")


def _facts(council: CouncilRegister) -> Iterator[tuple[str, str]]:
    facts = council.facts
    yield _("Bydel"), facts.district
    yield _("Periode"), _("%(term)s, fra %(day)s", term=facts.term, day=long_date(facts.from_on))
    yield _("Valgt"), f"{kind_words(facts.kind)}, {long_date(facts.elected_on)}"
    if council.decisions:
        yield _("Vedtak"), ", ".join(council.decisions)
    yield _("Plasser"), _seats_in_words(council)
    if facts.contact:
        yield _("Kontakt"), facts.contact


def _seats_in_words(council: CouncilRegister) -> str:
    seats = number(len(council.seats))
    if not council.vacant:
        return seats
    return ngettext("%(seats)s, av dem %(num)s ledig", "%(seats)s, av dem %(num)s ledige", council.vacant, seats=seats)


def _members(council: CouncilRegister) -> Table:
    columns = (
        Column(_("Plass"), Align.RIGHT),
        Column(_("Navn"), row_header=True),
        Column(_("Verv")),
        Column(_("Valgt for")),
        Column(_("Fra")),
        Column(_("Merknad")),
    )
    rows = tuple(row for seat in council.seats for row in _rows(seat, council.facts.from_on))
    return Table(columns, rows, dense=True)


def _rows(seat: RegisteredSeat, first: date) -> Iterator[Row]:
    """The holder, and under it the substitute who sits for the time being."""
    if seat.holder is None:
        vacant = (number(seat.number), _("Ledig plass"), NOTHING, _group(seat.group), NOTHING, NOTHING)
        yield Row(vacant, RowLook.MARKED)
        return
    office = role_name(seat.role) if seat.role else _("Medlem")
    yield _row(seat, seat.holder, office, "; ".join(_remarks(seat, seat.holder, first)) or NOTHING)
    if seat.substitute:
        yield _row(seat, seat.substitute, _("Settemedlem"), _("sitter for %(name)s", name=seat.holder.person.name))


def _row(seat: RegisteredSeat, member: RegisteredMember, office: str, remark: str) -> Row:
    return Row(
        (number(seat.number), member.person.name, office, _group(seat.group), _short_date(member.from_on), remark)
    )


def _short_date(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def _remarks(seat: RegisteredSeat, holder: RegisteredMember, first: date) -> Iterator[str]:
    """How one came who was not there from the first day, another group than the list, and whether one meets."""
    if holder.cause and holder.from_on != first:
        yield cause_words(holder.cause)
    if seat.present_group:
        yield _("nå i gruppen %(group)s", group=seat.present_group)
    if seat.absent:
        yield _("har fritak for en tid") if seat.on_leave else _("møter ikke for tiden")


def _deputies(council: CouncilRegister, level: int) -> Iterator[Block]:
    yield Heading(level, _("Varamedlemmer"))
    if not council.deputies:
        yield Paragraph(_("Utvalget hadde ingen varamedlemmer denne dagen."))
        return
    yield Paragraph(order_of_call(council), Look.NOTE)
    columns = (
        Column(_("Nr."), Align.RIGHT),
        Column(_("Navn"), row_header=True),
        Column(_("Fra")),
        Column(_("Merknad")),
    )
    yield Table(columns, tuple(row for each in council.deputies for row in _deputy_rows(each)), fill=False, dense=True)


def _deputy_rows(listed: DeputyList) -> Iterator[Row]:
    yield Row((_group(listed.group, _("Felles for hele utvalget")),), RowLook.GROUP)
    for each in listed.deputies:
        remark = _("møter ikke for tiden") if each.absent else NOTHING
        yield Row((number(each.rank), each.person.name, _short_date(each.from_on), remark))


def _group(group: Group, otherwise: str = NOTHING) -> str:
    return group.name or otherwise
