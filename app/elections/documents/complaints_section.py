"""Part F of the record: complaints that came in, whether they came in time, and what was decided. No names.

Law: valgloven (2002) §§ 10-7, 13-2; valgloven (2023) §§ 10-15 (2), 16-6, 16-8.
Rules: R-190, R-191, R-200, R-203.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.core.formatting import long_date, moment
from app.elections.complaints.texts import about_text, decided_at_text, outcome_text
from app.elections.documents.record_content import ComplaintLine, RecordContent
from app.pdf.blocks import Block, Heading, KeepTogether, KeyValues, Paragraph


def complaints_section(content: RecordContent) -> Iterator[Block]:
    """One table of facts a complaint; a sentence where there is none."""
    heading = Heading(2, _("F Klager"))
    if not content.complaints:
        yield KeepTogether((heading, Paragraph(_("Ingen klager er kommet inn."))))
        return
    yield heading
    for each in content.complaints:
        yield KeepTogether((Heading(3, _("Klage %(number)s", number=each.number)), KeyValues(tuple(_facts(each)))))


def _facts(each: ComplaintLine) -> Iterator[tuple[str, str]]:
    yield _("Gjelder"), about_text(each.about)
    yield _("Mottatt"), moment(each.received_at)
    yield _("Klagefrist"), _term(each)
    yield _("Hva klagen går ut på"), each.matter
    if each.forwarded_to:
        yield _("Sendt til"), decided_at_text(each.forwarded_to)
    if each.outcome is None or each.decided_at is None or each.decided_on is None:
        yield _("Avgjørelse"), _("ikke avgjort")
        return
    decided = _(
        "%(outcome)s, avgjort av %(body)s %(day)s",
        outcome=outcome_text(each.outcome),
        body=decided_at_text(each.decided_at),
        day=long_date(each.decided_on),
    )
    yield _("Avgjørelse"), decided
    if each.admitted_because:
        yield _("Hvorfor den ble behandlet etter fristen"), each.admitted_because
    yield _("Begrunnelse"), each.reasons
    yield _("Sak"), each.reference


def _term(each: ComplaintLine) -> str:
    if each.last_day is None:
        return _("ikke begynt da klagen kom")
    day = long_date(each.last_day)
    return _("%(day)s; klagen kom for sent", day=day) if each.late else _("%(day)s; klagen kom i tide", day=day)
