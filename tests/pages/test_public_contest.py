"""The result in one district, on the worked examples W-1 and W-2 of the rule book."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.domain.lots import Lot
from app.elections.domain.states import ElectionState
from tests.browser import Browser
from tests.builders import a_contest, a_list, a_tally
from tests.pages.reading import heading, links, page_words, rows
from tests.public_elections import a_settled_election, a_settlement, an_election, with_parties

FANA = "/valg/2023/fana"


@pytest.fixture
def fana(session: Session, client: Browser) -> str:
    """The page of W-1 as held in Fana, after release."""
    with transaction() as writing:
        a_settled_election(writing)
    return client.get(FANA).text


def test_the_result_is_told_in_one_sentence(fana: str) -> None:
    assert heading(fana) == "Valget i Fana"
    assert "Arbeiderpartiet og Høyre fikk like mange plasser: 5 av 15 hver." in page_words(fana)
    assert "Kommunestyret har ennå ikke tatt stilling til om valget er gyldig." in page_words(fana)


def test_turnout_is_crosses_in_the_roll_over_electors(fana: str) -> None:
    """8 130 + 1 020 = 9 150 crosses of 15 000 electors = 61.0 %."""
    said = page_words(fana)
    assert "Valgdeltakelse 61,0 % 9 150 av 15 000 stemmeberettigede" in said
    assert "Godkjente stemmesedler 9 140 76 av dem blanke" in said
    assert "Forkastede stemmesedler 10" in said


@pytest.mark.rule("R-150", "R-151")
def test_ballots_become_list_votes_and_seats(fana: str) -> None:
    """R-150, W-1: A has 3 264 · 15 − 380 + 286 = 48 866."""
    assert rows(fana, "Fra stemmesedler til listestemmer og plasser") == [
        ["A Arbeiderpartiet", "3 264", "36,0 %", "48 960", "380", "286", "48 866", "5"],
        ["B Høyre", "3 014", "33,3 %", "45 210", "251", "224", "45 183", "5"],
        ["C Rødt", "1 481", "16,3 %", "22 215", "132", "214", "22 297", "3"],
        ["D Venstre", "904", "10,0 %", "13 560", "103", "101", "13 558", "2"],
        ["E Nærmiljølisten", "401", "4,4 %", "6 015", "106", "147", "6 056", "0"],
        ["Sum", "9 064", "", "135 960", "972", "972", "135 960", "15"],
    ]


@pytest.mark.rule("R-152", "R-156")
def test_the_ladder_has_every_seat_and_the_next_in_line(fana: str) -> None:
    ladder = rows(fana, "Kvotientene som ga plass")
    assert ladder[0] == ["1", "A Arbeiderpartiet", "48 866", "1,4", "34 904,285714", ""]
    assert ladder[14] == ["15", "C Rødt", "22 297", "5", "4 459,400000", ""]
    assert ladder[15] == ["–", "A Arbeiderpartiet", "48 866", "11", "4 442,363636", "Neste i køen"]
    assert len(ladder) == 16


@pytest.mark.rule("R-153")
def test_how_far_the_next_in_line_was_behind(fana: str) -> None:
    """4 459.4 − 4 442.363636… = 17.036364; 22 297 · 11 / 5 = 49 053.4, so 49 054 − 48 866 = 188 list votes."""
    said = page_words(fana)
    assert "Arbeiderpartiet var nærmest å få én plass til: kvotienten var 17,036364 lavere" in said
    assert "Med 188 flere listestemmer, og alt annet likt, hadde listen fått plassen." in said


@pytest.mark.rule("R-160", "R-161", "R-162", "R-163", "R-164")
def test_candidates_stand_by_rank_with_all_that_ranked_them(fana: str) -> None:
    """W-2. C1: 370.25 + 612 + 108 = 1 090.25. C3 and C5 are equal, 219.00: the list order decides. C6 is skipped."""
    candidates = rows(fana, "Kandidatene på listen Rødt")
    assert candidates[:6] == [
        ["1", "Kandidat C1", "1", "370,25", "612", "108", "1 090,25", "Medlem 1"],
        ["2", "Kandidat C2", "2", "370,25", "48", "7", "425,25", "Medlem 2"],
        ["3", "Kandidat C7", "7", "–", "402", "23", "425,00", "Medlem 3"],
        [
            "4", "Kandidat C3", "3", "–", "205", "14", "219,00",
            "Vara 1Likt med Kandidat C5: listens rekkefølge avgjorde",
        ],
        [
            "5", "Kandidat C5", "5", "–", "190", "29", "219,00",
            "Vara 2Likt med Kandidat C3: listens rekkefølge avgjorde",
        ],
        [
            "6", "Kandidat C4", "4", "–", "88", "3", "91,00",
            "Vara 3Likt med Kandidat C11: listens rekkefølge avgjorde",
        ],
    ]  # fmt: skip
    assert candidates[-1] == ["–", "Kandidat C6", "6", "–", "520", "0", "–", "Ikke valgbar"]


def test_those_who_are_elected_stand_by_name_under_their_list(fana: str) -> None:
    """C has 3 members and 3 + 3 = 6 deputies."""
    assert "C Rødt 3 plasser Kandidat C1 Kandidat C2 Kandidat C7 6 varamedlemmer Kandidat C3" in page_words(fana)


@pytest.mark.rule("R-111")
def test_write_ins_from_each_list_to_each_list(fana: str) -> None:
    matrix = rows(fana, "Slengere fra velgerne på hver liste til kandidatene på hver liste")
    assert matrix[0] == ["A Arbeiderpartiet", "–", "118", "164", "41", "57", "380"]
    assert matrix[5] == ["Fått i alt", "286", "224", "214", "101", "147", "972"]


@pytest.mark.rule("R-114")
def test_what_did_not_count_is_told_with_the_reason(fana: str) -> None:
    assert rows(fana, "Merker og navn som ikke telte, etter grunn") == [
        ["Navn på kandidater som ikke er valgbare", "21"],
        ["Flere navn enn det er lov til på én seddel; de siste faller bort", "3"],
    ]


@pytest.mark.rule("R-101", "R-130", "R-133")
def test_both_counts_are_shown(fana: str) -> None:
    """1 000 + 16 blank in advance; 8 064 + 60 blank on election day; the first count had one of A's too few."""
    assert rows(fana, "Endelig opptelling etter hvordan det ble stemt") == [
        ["Forhåndsstemmer", "1 000", "16", "1 016", "0"],
        ["Valgtingsstemmer", "8 064", "60", "8 124", "10"],
    ]
    assert rows(fana, "Forkastede stemmesedler etter grunn") == [
        ["Mangler offentlig stempel", "7"],
        ["Partiet eller gruppen stiller ikke liste i bydelen", "3"],
    ]
    assert rows(fana, "Stemmesedler i de to opptellingene")[0] == ["A Arbeiderpartiet", "3 263", "3 264", "+1"]


def test_the_page_leads_to_the_record_in_both_languages_and_to_the_check(fana: str) -> None:
    assert {f"{FANA}/protokoll-nb.pdf", f"{FANA}/protokoll-nn.pdf", "/valg/2023/kontroll"} <= set(links(fana))


def test_nobody_outside_is_told_who_pressed_the_button(fana: str) -> None:
    assert "valgansvarlig@bergen.example" not in fana


@pytest.mark.rule("R-154", "R-155")
def test_a_lot_is_explained(session: Session, client: Browser) -> None:
    """Three seats, A and B 100 ballots each: 300 / 1.4 twice, then 300 / 3 = 100 twice for one seat. B wins the lot."""
    contest = a_contest(3, ["A", "B"])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, {"A": 100, "B": 100}), [Lot(("A", "B"), "B")])
    page = client.get(FANA).text
    assert (
        "Det ble trukket lodd mellom List A og List B, som hadde like høy kvotient og like mange listestemmer. "
        "List B vant." in page_words(page)
    )
    assert rows(page, "Kvotientene som ga plass") == [
        ["1", "A List A", "300", "1,4", "214,285714", "Lik kvotient og like mange listestemmer, men plass til alle"],
        ["2", "B List B", "300", "1,4", "214,285714", "Lik kvotient og like mange listestemmer, men plass til alle"],
        ["3", "B List B", "300", "3", "100,000000", "Lik kvotient og like mange listestemmer: loddtrekning"],
        ["–", "A List A", "300", "3", "100,000000", "Neste i køen"],
    ]


@pytest.mark.rule("R-165")
def test_seats_that_a_list_could_not_fill_are_explained(session: Session, client: Browser) -> None:
    """Five seats and two lists of one candidate each: A's next quotient 500 / 3 is passed over, three seats stay empty.

    A 100 ballots, B 50: 500 / 1.4 and 250 / 1.4 take a seat each.
    """
    contest = a_contest(5, [a_list("A", candidates=1), a_list("B", candidates=1)])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, {"A": 100, "B": 50}))
    said = page_words(client.get(FANA).text)
    assert "3 plasser står tomme" in said
    assert "List A: 500 : 3 = 166,666667" in said


@pytest.mark.parametrize(
    ("ballots", "sentence"),
    [
        ({"A": 90, "B": 10, "C": 0}, "Arbeiderpartiet fikk flertall: 6 av 7 plasser."),
        ({"A": 40, "B": 30, "C": 30}, "Arbeiderpartiet fikk flest plasser: 3 av 7."),
    ],
)
def test_a_majority_is_told_from_most_seats(
    session: Session, client: Browser, ballots: dict[str, int], sentence: str
) -> None:
    """Seven seats. 630 / 1.4, 3, 5, 7, 9 and 11 = 57.3 are A's; 630 / 13 = 48.5 loses to B's 70 / 1.4 = 50.

    280, 210 and 210: 200, 150, 150, 93.3, 70, 70 and A's 280 / 5 = 56, before 210 / 5 = 42.
    """
    contest = with_parties(a_contest(7))
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, ballots))
    assert sentence in page_words(client.get(FANA).text)


def test_a_valid_election_says_so(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing).state = ElectionState.VALID
    assert "Kommunestyret har godkjent valget." in page_words(client.get(FANA).text)


def test_the_newest_settlement_is_the_one_shown(session: Session, client: Browser) -> None:
    contest = a_contest(3, ["A", "B"])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, {"A": 100, "B": 10}))
        a_settlement(writing, election, contest, a_tally(contest, {"A": 10, "B": 100}))
    assert "List B fikk flertall: 3 av 3 plasser." in page_words(client.get(FANA).text)


def test_candidates_with_all_that_is_known_of_them(session: Session, client: Browser) -> None:
    contest = a_contest(3, ["A"])
    known = replace(contest.lists[0].candidates[0], birth_year=1980, profession="lærer", residence="Nesttun")
    contest = replace(contest, lists=(replace(contest.lists[0], candidates=(known, *contest.lists[0].candidates[1:])),))
    with transaction() as writing:
        an_election(writing, contest)
    assert "A1, født 1980, lærer, Nesttun" in page_words(client.get(FANA).text)
