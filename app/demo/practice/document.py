"""Invented paper as a document: a sheet per heap and count, and the changed ballots of each bundle."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import number
from app.demo.practice.paper import Bundle, ContestPaper, Pile
from app.elections.documents.record_words import category_name
from app.elections.domain.ballots import ChangedBallot, WriteIn
from app.elections.domain.election import Contest, Election
from app.pdf.blocks import Align, Block, Column, Heading, Look, PageBreak, Paragraph, Row, Table
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels, Language


def paper_pdf(election: Election, papers: Sequence[ContestPaper], seed: int, dated: datetime) -> bytes:
    """All the paper in one PDF, contest by contest. ``seed`` is told so that the same paper can be made again."""
    with force_locale("nb"):
        facts = DocumentFacts(
            title=_("Oppdiktede papirer til øvelse: %(election)s", election=election.name),
            language=Language.BOKMAL,
            author=election.municipality.name,
            document_id=_("Øvelse %(seed)s", seed=seed),
            dated=dated,
            labels=FooterLabels(
                page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
            ),
        )
        return build_pdf(facts, tuple(_story(facts.title, papers)))


def _story(title: str, papers: Sequence[ContestPaper]) -> Iterator[Block]:
    yield Heading(1, title)
    yield Paragraph(_("Alt her er oppdiktet: ingen har stemt slik. Før det i øvelsen, aldri i et virkelig valg."))
    for paper in papers:
        yield PageBreak()
        yield Heading(2, paper.contest.district)
        for pile in paper.piles:
            yield from _pile(paper.contest, pile)
        for bundle in paper.bundles:
            yield from _bundle(paper.contest, bundle)


def _pile(contest: Contest, pile: Pile) -> Iterator[Block]:
    names = {each.code: each.name for each in contest.polling_districts}
    place = f", {pile.place} {names.get(pile.place, '')}".rstrip() if pile.place else ""
    yield Heading(3, f"{category_name(pile.category)}{place}")
    yield _figures(contest, _("Foreløpig opptelling"), pile.first)
    yield _figures(contest, _("Endelig opptelling"), pile.second)


def _figures(contest: Contest, caption: str, lines: Mapping[str, int]) -> Table:
    names = {f"list:{each.code}": f"{each.code} {each.name}" for each in contest.lists} | {
        "ticks": _("Kryss i manntallet"),
        "blank": _("Blanke"),
        "doubtful": _("Tvilsomme"),
        "rejected-a": _("Forkastet: mangler stempel"),
    }
    rows = tuple(Row((names[line], number(value))) for line, value in lines.items())
    return Table((Column(_("Linje"), row_header=True), Column(_("Antall"), Align.RIGHT)), rows, caption, fill=False)


def _bundle(contest: Contest, bundle: Bundle) -> Iterator[Block]:
    yield Heading(3, _("Endrede stemmesedler, bunke %(code)s", code=bundle.code))
    yield Paragraph(_("Hver linje er en stemmeseddel slik den lå i bunken."), Look.NOTE)
    rows = tuple(
        Row((str(place), ", ".join(map(str, ballot.marks)) or "–", _names(contest, ballot)))
        for place, ballot in enumerate(bundle.ballots, start=1)
    )
    columns = (
        Column(_("Nr."), Align.RIGHT, row_header=True),
        Column(_("Kryss ved")),
        Column(_("Navn skrevet på")),
    )
    yield Table(columns, rows)


def _names(contest: Contest, ballot: ChangedBallot) -> str:
    return ", ".join(_name(contest, each) for each in ballot.write_ins) or "–"


def _name(contest: Contest, write_in: WriteIn | None) -> str:
    if write_in is None:
        return _("(uleselig)")
    of = next(each for each in contest.lists if each.code == write_in.list_code)
    return of.candidates[write_in.position - 1].name
