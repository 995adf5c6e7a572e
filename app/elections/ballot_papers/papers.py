"""The ballot papers of an election, from the frozen lists to the bytes of each PDF, under names that sort.

Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10.
Rules: R-66, R-68, R-69.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.elections.ballot_papers.content import PrintedPaper
from app.elections.ballot_papers.drawing import paper_pdf
from app.elections.ballot_papers.layout import paper_layout
from app.elections.ballot_papers.refusals import UnknownPaper
from app.elections.ballot_papers.settings import PaperSettings
from app.elections.ballot_papers.words import PaperHead, printed_paper
from app.elections.domain.ballot_papers import (
    BlankPaper,
    GenericPaper,
    ListPaper,
    MajorityPaper,
    Paper,
    papers_of,
    require_lists_decided,
)
from app.elections.domain.election import Contest, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.states import ElectionState
from app.elections.lists.queries import lists_approved_at
from app.elections.models import ElectionRow
from app.elections.queries import contest_by_code, load_election
from app.pdf.facts import DocumentFacts, FooterLabels
from app.pdf.facts import Language as PdfLanguage

PDF_LANGUAGES = {"nb": PdfLanguage.BOKMAL, "nn": PdfLanguage.NYNORSK}
GENERIC, BLANK, MAJORITY, OF_LIST = "avkryssing", "blank", "flertallsvalg", "liste-"


@dataclass(frozen=True, slots=True)
class ContestPaper:
    """One paper of a contest. ``key`` names it in addresses; ``contest_number`` and ``number`` count from 1."""

    address: str
    contest_number: int
    contest: str
    number: int
    head: PaperHead
    paper: Paper
    dated: datetime

    @property
    def key(self) -> str:
        match self.paper:
            case ListPaper(code=code):
                return f"{OF_LIST}{code}"
            case BlankPaper():
                return BLANK
            case GenericPaper():
                return GENERIC
            case MajorityPaper():
                return MAJORITY

    def document_id(self, settings: PaperSettings) -> str:
        """SS-2027-fana-liste-A-nb; a sample's ends in -prove."""
        sample = "-prove" if settings.sample else ""
        return f"SS-{self.address}-{self.contest}-{self.key}-{settings.language}{sample}"

    def file_name(self, settings: PaperSettings) -> str:
        """Sorts by district, then by list, in the order of the setup; samples apart from real papers."""
        kind = "prove" if settings.sample else "stemmeseddel"
        numbered = f"{self.contest_number:02}-{self.contest}-{self.number:02}-{self.key}"
        return f"{kind}-{self.address}-{numbered}-{settings.language}.pdf"


@dataclass(frozen=True, slots=True)
class ContestPapers:
    """The papers of one contest."""

    contest: Contest
    papers: tuple[ContestPaper, ...]


def election_papers(session: Session, row: ElectionRow) -> tuple[ContestPapers, ...]:
    """The papers of each contest, in the order of the setup.

    Each is dated by the last approval of a list; where the lists came in a setup file, by the day they did. Refused
    (``ListsNotDecided``) until all lists are decided.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-11.
    Rules: R-66, R-69.
    """
    require_lists_decided(ElectionState(row.state))
    election, rules = load_election(session, row), RULE_SETS[RuleSetName(row.rule_set)]
    dated = lists_approved_at(session, row.id) or row.created_at
    gathered = []
    for contest_number, contest in enumerate(election.contests, start=1):
        head = PaperHead(election.name, election.election_day, election.municipality.name, contest.district)
        papers = tuple(
            ContestPaper(row.address, contest_number, contest.code, number, head, paper, dated)
            for number, paper in enumerate(papers_of(contest, rules), start=1)
        )
        gathered.append(ContestPapers(contest, papers))
    return tuple(gathered)


def papers_to_print(session: Session, row: ElectionRow, contest: str | None = None) -> tuple[ContestPaper, ...]:
    """Every paper of the election, or of one contest. Refused (``UnknownContest``) when it has no such contest."""
    if contest is not None:
        contest_by_code(session, row, contest)
    gathered = [each for each in election_papers(session, row) if contest in (None, each.contest.code)]
    return tuple(paper for each in gathered for paper in each.papers)


def one_paper(session: Session, row: ElectionRow, contest: str, key: str) -> ContestPaper:
    """The paper with this key. Refused (``UnknownPaper``) when the contest has none such."""
    for paper in papers_to_print(session, row, contest):
        if paper.key == key:
            return paper
    raise UnknownPaper(contest, key)


@dataclass(frozen=True, slots=True)
class WordedPaper:
    """A paper in words that has been found to fit on its sheet: all that is left is to draw it."""

    file_name: str
    facts: DocumentFacts
    printed: PrintedPaper
    settings: PaperSettings

    def pdf(self) -> bytes:
        """The paper as PDF, dated by its lists: the same lists and settings give the same bytes."""
        return paper_pdf(self.facts, self.printed, self.settings)


def worded(papers: Sequence[ContestPaper], settings: PaperSettings) -> tuple[WordedPaper, ...]:
    """The papers in words. Refused (``PaperOverfull``), before any is drawn, if one does not fit on its sheet."""
    with force_locale(settings.language):
        return tuple(_worded(paper, settings) for paper in papers)


def _worded(paper: ContestPaper, settings: PaperSettings) -> WordedPaper:
    printed = printed_paper(paper.head, paper.paper, settings)
    paper_layout(printed)
    facts = DocumentFacts(
        title=printed.title,
        language=PDF_LANGUAGES[settings.language],
        author=_("Valgstyret i %(municipality)s kommune", municipality=paper.head.municipality),
        document_id=paper.document_id(settings),
        dated=paper.dated,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )
    return WordedPaper(paper.file_name(settings), facts, printed, settings)


def print_paper(paper: ContestPaper, settings: PaperSettings) -> bytes:
    """One paper as PDF. Refused (``PaperOverfull``) when it does not fit on its sheet."""
    return worded((paper,), settings)[0].pdf()


def print_papers(papers: Sequence[WordedPaper]) -> Iterator[tuple[str, bytes]]:
    """The name and bytes of each paper in turn, so that no more than one is held at a time."""
    for paper in papers:
        yield paper.file_name, paper.pdf()
