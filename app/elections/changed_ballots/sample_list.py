"""The list of drawn ballots: which to look up, with room for what is found, and how anyone draws them again.

Rules: R-115.
"""

from collections.abc import Iterator

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import moment, number
from app.elections.changed_ballots.models import BallotSample
from app.elections.changed_ballots.sheet import SheetLanguage, document_facts
from app.pdf.blocks import Block, Column, Heading, KeyValues, Paragraph, Row, Table
from app.pdf.document import build_pdf

NOTHING = "–"


def sample_pdf(sample: BallotSample, language: SheetLanguage) -> bytes:
    """The list as PDF. What has been recorded stands in it; the rest is left open to write in."""
    with force_locale(language):
        election = sample.contest.election
        facts = document_facts(
            _("Stikkprøve %(number)s, %(district)s", number=sample.number, district=sample.contest.district.name),
            election.municipality.name,
            f"SP-{election.address}-{sample.contest.code}-{sample.number}",
            sample.drawn_at,
            language,
        )
        return build_pdf(facts, tuple(sample_blocks(sample)))


def sample_blocks(sample: BallotSample) -> Iterator[Block]:
    """The list from the dice to the last ballot, in the language of the moment."""
    yield Heading(1, _("Stikkprøve av endrede stemmesedler"))
    yield KeyValues(
        (
            (_("Valg"), sample.contest.election.name),
            (_("Bydel"), sample.contest.district.name),
            (_("Terningkast"), sample.seed),
            (_("Trukket"), moment(sample.drawn_at)),
            (_("Så på"), sample.witnesses or NOTHING),
            (
                _("Antall"),
                _(
                    "%(drawn)s av %(all)s endrede stemmesedler",
                    drawn=number(len(sample.ballots)),
                    all=number(sample.population),
                ),
            ),
        )
    )
    yield Heading(2, _("Sedlene"))
    yield _ballots(sample)
    yield Heading(2, _("Slik trekkes de samme sedlene på nytt"))
    yield Paragraph(how_drawn())
    yield Paragraph(f"{sample.seed},{sample.contest.code},{sample.ballots[0].batch},{sample.ballots[0].ballot}")


def how_drawn() -> str:
    """The draw in plain words."""
    return _(
        "Hver seddel får et lodd: SHA-256 av teksten «terningkast,bydelens kode,bunke,seddel», uten mellomrom. Sedlene "
        "med de laveste loddene er trukket, det laveste først. For den første seddelen på listen er teksten:"
    )


def _ballots(sample: BallotSample) -> Table:
    columns = (
        Column(_("Nr."), row_header=True),
        Column(_("Bunke")),
        Column(_("Seddel")),
        Column(_("Liste")),
        Column(_("Kryss")),
        Column(_("Slengere")),
        Column(_("Funnet")),
    )
    rows = (
        Row(
            (
                str(each.ordinal),
                each.batch,
                each.ballot,
                each.list_code,
                each.marks or NOTHING,
                each.write_ins or NOTHING,
                found_text(agrees=each.agrees, difference=each.difference),
            )
        )
        for each in sample.ballots
    )
    return Table(columns, tuple(rows))


def found_text(*, agrees: bool | None, difference: str) -> str:
    """What was found of a ballot; nothing before somebody has looked."""
    if agrees is None:
        return ""
    return _("Som papiret") if agrees else difference
