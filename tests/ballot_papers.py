"""Makers of ballot papers to test with: candidates with the facts and letters that make them hard to set."""

from datetime import UTC, date, datetime

from app.elections.ballot_papers.papers import ContestPaper
from app.elections.ballot_papers.words import PaperHead
from app.elections.domain.ballot_papers import ListPaper, Paper, papers_of
from app.elections.domain.election import Candidate, CandidateList, Contest
from tests.builders import RULES_2023

SIXTY_LETTERS = "Elle Márjá Gáccan Eira-Somby Utsi Bongo Čáhppesjohka Ŋarga Đorvu Ŧorsŋes"
"""72 signs, with every letter of North Sámi that Norwegian lacks."""
DATED = datetime(2027, 3, 1, 12, tzinfo=UTC)


def a_long_list(candidates: int = 21, bonus: int = 4, code: str = "A", long_names: bool = False) -> CandidateList:
    """A list whose candidates have year, profession and residence; every third has a name of 72 signs if asked for."""
    return CandidateList(
        code, f"Liste {code}", True, tuple(_person(n, bonus, long_names) for n in range(1, candidates + 1))
    )


def _person(number: int, bonus: int, long_names: bool) -> Candidate:
    name = SIXTY_LETTERS if long_names and number % 3 == 0 else f"Kari Nordmann {number}"
    profession = "førstekonservator" if long_names else "sykepleier"
    return Candidate(number, name, 1950 + number, number <= bonus, profession=profession, residence="Fana")


def a_paper_contest(*lists: CandidateList, seats: int = 15) -> Contest:
    """A contest in Fana with these lists, and a second list where there is one alone."""
    return Contest("fana", "Fana", seats, lists if len(lists) > 1 else (*lists, a_long_list(7, 0, "Z")))


def papers_of_lists(*lists: CandidateList, seats: int = 15) -> tuple[ContestPaper, ...]:
    """Every paper of that contest, in order: the lists, the blank one, the generic one."""
    papers = papers_of(a_paper_contest(*lists, seats=seats), RULES_2023)
    return tuple(a_contest_paper(paper, number) for number, paper in enumerate(papers, start=1))


def a_contest_paper(paper: Paper, number: int = 1) -> ContestPaper:
    head = PaperHead("Bydelsvalg 2027", date(2027, 9, 13), "Bergen", "Fana")
    return ContestPaper("2027", 1, "fana", number, head, paper, DATED)


def first_list(paper: ContestPaper) -> ListPaper:
    """The list on a paper that is known to be of one."""
    assert isinstance(paper.paper, ListPaper)
    return paper.paper


def majority_papers(seats: int = 15) -> tuple[ContestPaper, ...]:
    """The papers of a contest with one list: the one to write names on, the blank one."""
    papers = papers_of(Contest("fana", "Fana", seats, (a_long_list(),)), RULES_2023)
    return tuple(a_contest_paper(paper, number) for number, paper in enumerate(papers, start=1))
