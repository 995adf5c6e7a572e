"""What a new edition of the record changed: before struck through, after in red, with the reason and who issued it.

Law: valgloven (2002) § 10-7; valgloven (2023) § 10-15 (2).
Rules: R-190, R-207.
"""

from collections.abc import Iterator, Mapping

from flask_babel import gettext as _

from app.core.formatting import moment, number
from app.councils.domain.lots import Lot
from app.elections.documents.record_content import Correction, RecordContent
from app.elections.documents.record_words import NOTHING, list_names
from app.elections.domain.candidates import Outcome
from app.elections.domain.settlement_changes import CandidateChange, ListFigure, Place, SettlementChanges
from app.pdf.blocks import Block, BulletList, Heading, Inserted, KeyValues, Look, Paragraph, Removed, Text


def correction_section(content: RecordContent) -> Iterator[Block]:
    """Nothing in a first edition."""
    correction = content.correction
    if correction is None:
        return
    yield Heading(2, _("Rettet protokoll"))
    yield Paragraph(
        _(
            "Denne protokollen erstatter %(earlier)s, utstedt %(moment)s. Den gamle er tatt vare på slik den var.",
            earlier=correction.earlier_id,
            moment=moment(correction.earlier_issued_at),
        ),
        Look.NOTICE,
    )
    yield KeyValues(
        (
            (_("Hvorfor"), correction.reasons),
            (_("Utstedt av"), correction.issued_by or _("valgstyret")),
            (_("Utstedt"), moment(correction.issued_at)),
        )
    )
    yield from _changes(content, correction)


def _changes(content: RecordContent, correction: Correction) -> Iterator[Block]:
    if correction.changes is None:
        yield Paragraph(_("Valgoppgjøret er det samme. Det som er nytt, er det som er ført om klager og vedtak."))
        return
    if correction.changes.is_empty:
        yield Paragraph(_("Valgoppgjøret er gjort på nytt og ga nøyaktig det samme."))
        return
    yield Heading(3, _("Hva som er endret"))
    moved = correction.changes.seats_moved
    yield Paragraph(
        _("Fordelingen av plassene mellom listene er endret.")
        if moved
        else _("Fordelingen av plassene mellom listene er den samme.")
    )
    yield BulletList(tuple(_points(content, correction.changes)))


def _points(content: RecordContent, changes: SettlementChanges) -> Iterator[Text]:
    names = list_names(content.candidates)
    for figure in changes.figures:
        what = f"{names.get(figure.list_code, figure.list_code)}, {figure_name(figure.figure)}"
        yield _from_to(what, number(figure.before), number(figure.after))
    for seat in changes.seats:
        had, has = (names.get(code or "", NOTHING) for code in (seat.before, seat.after))
        yield _from_to(_("Plass %(seat)s", seat=seat.seat), had, has)
    for candidate in changes.candidates:
        yield _from_to(_candidate(content, candidate), place_text(candidate.before), place_text(candidate.after))
    if changes.lots:
        before, after = (_lots_text(lots, names) for lots in changes.lots)
        yield _from_to(_("Loddtrekning"), before, after)


def _from_to(what: str, before: str, after: str) -> Text:
    """Read aloud it says «før» and «nå», so that neither colour nor the stroke is needed."""
    return (f"{what}: " + _("før") + " ", Removed(before), ", " + _("nå") + " ", Inserted(after))


def figure_name(figure: ListFigure) -> str:
    """A list's figure."""
    return {
        ListFigure.BALLOTS: _("stemmesedler"),
        ListFigure.WRITE_INS_GIVEN: _("slengere gitt"),
        ListFigure.WRITE_INS_RECEIVED: _("slengere mottatt"),
        ListFigure.LIST_VOTES: _("listestemmetall"),
        ListFigure.SEATS: _("plasser"),
    }[figure]


def place_text(place: Place) -> str:
    """What a candidate is."""
    match place.outcome:
        case Outcome.MEMBER:
            return _("medlem %(number)s", number=place.number)
        case Outcome.DEPUTY:
            return _("varamedlem %(number)s", number=place.number)
        case Outcome.INELIGIBLE:
            return _("ikke valgbar")
        case Outcome.NONE:
            return _("ikke valgt")


def _candidate(content: RecordContent, change: CandidateChange) -> str:
    of_list = next(each for each in content.candidates if each.code == change.list_code)
    named = next(line.candidate.name for line in of_list.candidates if line.candidate.position == change.position)
    return f"{named} ({of_list.name})"


def _lots_text(lots: tuple[Lot, ...], names: Mapping[str, str]) -> str:
    told = (
        _(
            "%(winner)s vant mellom %(lists)s",
            winner=names.get(lot.winner, lot.winner),
            lists=", ".join(names.get(code, code) for code in lot.lists),
        )
        for lot in lots
    )
    return "; ".join(told) or _("ingen")
