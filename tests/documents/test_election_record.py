"""The record of a contest: its content against figures that can be checked by hand, and the printed document.

W-1 and W-2 of the rule book, with the ballots spread over categories and places as in ``recorded_elections``.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.domain.seats import DecidedBy
from app.elections.documents.gathered_record import NotSettled, record_content
from app.elections.documents.record import RecordLanguage, record_blocks, record_pdf
from app.elections.documents.record_content import CountGroup, Deviation, RecordContent, Unit
from app.elections.domain.candidates import Outcome
from app.elections.domain.election import RuleSetName
from app.elections.models import ContestRow
from app.elections.setting_models import ElectionSetting
from app.pdf.blocks import Block, Heading, KeepTogether, Paragraph, Table
from tests.documents.recorded_elections import (
    FIRST_COUNT,
    SAMI_NAME,
    SECOND_COUNT,
    a_recorded_contest,
    tied_contest,
    w1_in_fana,
    w1_recorded,
    w1_tally_in_fana,
)
from tests.documents.samples import ACCESSIBLE, ARCHIVE, broken_rules, page_texts
from tests.domain.worked_examples import (
    W1_BALLOTS,
    W1_LIST_VOTES,
    W1_SEATS_WON,
    W1_WRITE_INS,
    w1_tally_of_list_votes,
    w2_list,
)
from tests.elections import CountKey, a_stored_election, lists_of

PRINT_IN_ANOTHER_PROCESS = """
import hashlib, sys
from app import create_app
from app.core.database import db
from app.elections.documents.record import record_pdf
from config import Config

with create_app(Config(sys.argv[1], "x" * 32, testing=True)).app_context():
    print(hashlib.sha256(record_pdf(db.session(), int(sys.argv[2]), "nb")).hexdigest())
"""


@pytest.fixture
def w1(session: Session) -> int:
    """The contest's id."""
    with transaction() as writing:
        return w1_recorded(writing)


@pytest.fixture
def content(session: Session, w1: int) -> RecordContent:
    return record_content(session, w1)


@pytest.mark.rule("R-190")
def test_the_record_says_which_election_and_which_settlement_it_is_of(content: RecordContent) -> None:
    head = content.head

    assert (head.document_id, head.municipality, head.municipality_number) == ("VP-2023-fana-1", "Bergen", "4601")
    assert (head.district, head.seats, head.settlement_number) == ("Fana", 15, 1)
    assert head.election_day.isoformat() == "2023-09-11"
    assert head.settled_at.isoformat() == "2023-09-12T12:05:00+00:00"


@pytest.mark.rule("R-91", "R-103", "R-190")
def test_key_figures_come_from_the_second_count_and_the_roll(content: RecordContent) -> None:
    """Advance: 2850 + 174 for lists, 20 blank. Election day: 3250 + 2782 + 8 for lists, 27 blank. In all 9064 + 47."""
    key = content.key_figures

    assert key.approved == ((CountGroup.ADVANCE, 3044), (CountGroup.ELECTION_DAY, 6067))
    assert (key.approved_in_all, key.list_ballots, key.blank, key.rejected) == (9111, 9064, 47, 5)
    assert (key.electors, key.ticks, key.changed_ballots) == (15_000, 9120, 4000)


@pytest.mark.rule("R-150")
def test_list_votes_show_every_step(content: RecordContent) -> None:
    lines = content.seats.list_votes

    assert {each.code: each.ballots for each in lines} == W1_BALLOTS
    assert {each.code: each.list_votes for each in lines} == W1_LIST_VOTES
    assert {each.code: each.seats for each in lines} == W1_SEATS_WON
    for each in lines:
        assert each.product - each.write_ins_given + each.write_ins_received == each.list_votes
    assert lines[0].name == "Sámi listu"
    assert (lines[0].product, lines[0].write_ins_given, lines[0].write_ins_received) == (48960, 380, 286)


@pytest.mark.rule("R-111", "R-151")
def test_the_write_in_matrix_shows_who_gave_to_whom(content: RecordContent) -> None:
    codes = [line.code for line in content.seats.write_ins]

    for line in content.seats.write_ins:
        assert dict(zip(codes, line.given, strict=True)) == {line.code: 0} | W1_WRITE_INS[line.code]


@pytest.mark.rule("R-152", "R-156")
def test_each_list_shows_the_quotients_that_won_and_its_next(content: RecordContent) -> None:
    """A: 48866 over 1.4, 3, 5, 7 and 9 took seats 1, 3, 6, 10 and 12; over 11 none. E: 6056/1.4 = 4325.714286."""
    by_code = {each.code: each for each in content.seats.quotients}

    assert [award.seat for award in by_code["A"].won] == [1, 3, 6, 10, 12]
    assert by_code["A"].following is not None
    assert by_code["A"].following.quotient == Fraction(48866, 11)
    assert by_code["E"].won == ()
    assert by_code["E"].following is not None
    assert by_code["E"].following.quotient == Fraction(6056 * 5, 7)


@pytest.mark.rule("R-152", "R-154")
def test_seats_stand_in_order_with_the_next_in_line(content: RecordContent) -> None:
    seats = content.seats

    assert "".join(award.list_code for award in seats.order) == "ABACBADBCABABDC"
    assert {award.decided_by for award in seats.order} == {DecidedBy.QUOTIENT}
    assert [(each.list_code, each.quotient) for each in seats.next_in_line] == [("A", Fraction(48866, 11))]
    assert (seats.lots, seats.passed_over, seats.unfilled_seats) == ((), (), 0)


@pytest.mark.rule("R-160", "R-161", "R-162", "R-163", "R-164")
def test_candidates_stand_with_bonus_marks_write_ins_and_rank(content: RecordContent) -> None:
    """W-2: bonus 1481/4 = 370.25, so C1 has 612 + 108 + 370.25 = 1090.25; C7 is a quarter vote behind C2."""
    list_c = content.candidates[2]
    lines = [
        (line.candidate.name, line.result.score_quarters, line.result.rank, line.result.outcome)
        for line in list_c.candidates[:7]
    ]

    assert (list_c.ballots, list_c.seats) == (1481, 3)
    assert lines == [
        ("C1", 4361, 1, Outcome.MEMBER),
        ("C2", 1701, 2, Outcome.MEMBER),
        ("C3", 876, 4, Outcome.DEPUTY),
        ("C4", 364, 6, Outcome.DEPUTY),
        ("C5", 876, 5, Outcome.DEPUTY),
        ("C6", 2080, None, Outcome.INELIGIBLE),
        ("C7", 1700, 3, Outcome.MEMBER),
    ]
    assert [line.candidate.name for line in list_c.chosen(Outcome.MEMBER)] == ["C1", "C2", "C7"]
    assert [line.candidate.name for line in list_c.chosen(Outcome.DEPUTY)] == ["C3", "C5", "C4", "C11", "C9", "C8"]


@pytest.mark.rule("R-133", "R-139")
def test_differences_between_the_counts_are_shown_per_list_and_per_unit(content: RecordContent) -> None:
    """Advance, first and second: A 1063 and 1064, C 532 and 530, E 159 and 160. FO: 2850 + 20 + 3 both times."""
    advance, election_day = content.second_counts

    assert advance.deviations == (
        Deviation("Sámi listu", 1063, 1064),
        Deviation("List B", 950, 950),
        Deviation("List C", 532, 530),
        Deviation("List D", 320, 320),
        Deviation("List E", 159, 160),
    )
    assert [each.difference for each in election_day.deviations] == [0, 0, 0, 0, 0]
    assert [(each.unit, each.first, each.second) for each in content.unit_deviations] == [
        (Unit("FO", ""), 2873, 2873),
        (Unit("FS", ""), 174, 174),
        (Unit("VO", "Nesttun"), 3267, 3267),
        (Unit("VO", "Kaland"), 2794, 2794),
        (Unit("VS", ""), 8, 8),
    ]


@pytest.mark.rule("R-101")
def test_rejected_ballots_stand_by_code_and_category(content: RecordContent) -> None:
    rejections = {each.category: each.by_code for part in content.second_counts for each in part.rejections}

    assert rejections["FO"] == (3, 0, 0, 0)
    assert rejections["VO"] == (0, 0, 0, 2)


@pytest.mark.rule("R-137")
def test_how_eight_voters_voted_is_never_shown_by_itself(content: RecordContent) -> None:
    """The eight special envelopes join Kaland, the smaller polling district: 997 + 3 for A, 960 + 4 for B."""
    (category,) = content.second_counts[1].categories

    assert [place.place for place in category.places] == ["Nesttun", "Kaland"]
    assert category.places[1].lists == (1000, 964, 451, 284, 91)
    assert category.places[1].absorbed == (Unit("VS", ""),)
    assert category.together.list_ballots == 6040


@pytest.mark.rule("R-116", "R-133")
def test_all_ballots_of_a_list_add_up_to_what_it_is_settled_with(content: RecordContent) -> None:
    assert [total.in_all for total in content.totals] == list(W1_BALLOTS.values())
    assert content.totals[0].ballots == ((CountGroup.ADVANCE, 1064), (CountGroup.ELECTION_DAY, 2200))


@pytest.mark.rule("R-165")
def test_a_quotient_that_nobody_could_use_is_shown(session: Session) -> None:
    """With two eligible candidates on C its third quotient, 22297/5, is passed over; the seat goes to A."""
    contest = w1_in_fana(w2_list(eligible=2))
    tally = w1_tally_of_list_votes(contest)
    with transaction() as writing:
        contest_id = a_recorded_contest(writing, contest, tally, SECOND_COUNT)

    content = record_content(session, contest_id)

    assert [(each.list_code, each.quotient) for each in content.seats.passed_over] == [("C", Fraction(22297, 5))]
    assert content.seats.quotients[2].following is None
    text = words(record_blocks(content))
    assert "E1.6 Lister uten flere valgbare kandidater" in text
    assert "4\u202f459,400000" in text


@pytest.mark.rule("R-154", "R-155")
def test_a_lot_is_told_with_who_it_was_between_and_who_won(session: Session) -> None:
    with transaction() as writing:
        contest_id = tied_contest(writing)

    content = record_content(session, contest_id)

    assert content.seats.order[2].decided_by is DecidedBy.LOT
    text = words(record_blocks(content))
    assert "valgstyret trakk lodd" in text
    assert "1 | List A, List B | List B" in text


def test_there_is_no_record_before_the_settlement(session: Session) -> None:
    with transaction() as writing:
        contest_id = a_stored_election(writing, w1_in_fana()).contests[0].id

    with pytest.raises(NotSettled) as refusal:
        record_content(session, contest_id)

    assert refusal.value == NotSettled("fana")


@pytest.mark.rule("R-190")
def test_what_was_never_counted_is_said_and_not_left_blank(session: Session) -> None:
    """The first count has nothing on election day; special envelopes were counted once only."""
    first: dict[CountKey, dict[str, int]] = {(1, "FO", ""): FIRST_COUNT[1, "FO", ""], (1, "VB", ""): lists_of(A=70)}
    contest = w1_in_fana()
    with transaction() as writing:
        contest_id = a_recorded_contest(writing, contest, w1_tally_in_fana(contest), first, SECOND_COUNT)

    content = record_content(session, contest_id)

    assert content.second_counts[1].missing == ("VB",)
    assert "Endelig opptelling er ikke registrert for: valgtingsstemmer i beredskapskonvolutt." in words(
        record_blocks(content)
    )


def test_a_contest_without_a_first_count_says_so_in_parts_b_and_c(session: Session) -> None:
    contest = w1_in_fana()
    with transaction() as writing:
        contest_id = a_recorded_contest(writing, contest, w1_tally_in_fana(contest), SECOND_COUNT)

    text = words(record_blocks(record_content(session, contest_id)))

    assert text.count("Ingen foreløpig opptelling er registrert i Verv.") == 2
    assert "Ingen enhet er registrert med begge opptellingene." in text


@pytest.mark.rule("R-114", "R-137")
def test_too_few_ballots_from_other_districts_are_shown_with_those_of_election_day(session: Session) -> None:
    counts = SECOND_COUNT | {(2, "BF", ""): lists_of(A=5)}
    contest = w1_in_fana()
    with transaction() as writing:
        contest_id = a_recorded_contest(writing, contest, w1_tally_in_fana(contest), counts)

    content = record_content(session, contest_id)

    assert [part.group for part in content.second_counts] == [CountGroup.ADVANCE, CountGroup.ELECTION_DAY]
    (category,) = content.second_counts[1].categories
    assert category.together.lists[0] == 1200 + 997 + 3 + 5


@pytest.mark.rule("R-56", "R-112", "R-113", "R-114", "R-155", "R-161", "R-164")
def test_settings_that_decide_the_result_are_printed(content: RecordContent) -> None:
    text = words(record_blocks(content))

    assert "Fordeling av plasser | høyeste kvotient, delingstall 1,4 – 3 – 5 – 7 – 9 …" in text
    assert "Slengere på én stemmeseddel | høyst 5" in text
    assert "Flere slengere enn dette | de første gyldige teller" in text
    assert "Slenger til egen liste | teller ikke" in text
    assert "Slenger til en kandidat som ikke er valgbar | teller ikke" in text
    assert "25\u00a0% av listens stemmesedler, ikke avrundet; høyst 4 kandidater" in text
    assert "Varamedlemmer | listens plasser og 3 til" in text


@pytest.mark.rule("R-110", "R-114")
def test_what_was_disregarded_on_ballots_is_told_by_reason(content: RecordContent) -> None:
    assert "Slenger til en kandidat som ikke er valgbar | 21" in words(record_blocks(content))


@pytest.mark.rule("R-162")
def test_equal_scores_of_the_elected_are_explained(content: RecordContent) -> None:
    text = words(record_blocks(content))

    assert "Likt stemmetall, ordnet etter rekkefølgen på listen: nr. 3, 5; nr. 4, 11." in text


@pytest.mark.parametrize(
    ("rule_set", "basis"),
    [
        (RuleSetName.VALGLOVEN_2002, "valgloven (2002) §\u00a010-6\u00a0(3)"),
        (RuleSetName.VALGLOVEN_2023, "valgloven (2023) §\u00a013-1\u00a0(3)"),
    ],
    ids=["valgloven 2002", "valgloven 2023"],
)
def test_each_part_has_its_basis_in_the_act_the_election_was_held_under(
    session: Session, rule_set: RuleSetName, basis: str
) -> None:
    with transaction() as writing:
        contest_id = w1_recorded(writing, rule_set)

    assert basis in words(record_blocks(record_content(session, contest_id)))


@pytest.mark.rule("R-190")
def test_the_printed_record_has_every_part_in_order(session: Session, w1: int) -> None:
    text = "\n".join(page_texts(record_pdf(session, w1, "nb")))

    parts = ["A3 Innst", "B Foreløpig", "C Foreløpig", "D Endelig", "E1.1 Liste", "E1.4 Plass", "E2.3 List C", "E3.2"]
    places = [text.rindex(part) for part in parts]
    assert places == sorted(places)
    assert "34 904,285714" in text.replace("\u202f", " ")
    assert "1 090,25" in text.replace("\u202f", " ")
    assert SAMI_NAME in text
    assert "Nesttun" in text
    assert "5" * 64 in text


def test_the_record_in_nynorsk_has_the_words_of_official_records(session: Session, w1: int) -> None:
    text = "\n".join(page_texts(record_pdf(session, w1, "nn")))

    for word in ("Valprotokoll", "Førebels oppteljing", "Listestemmetal", "stemmesetlar", "Slengarar", "Varamedlem"):
        assert word in text
    for word in ("Valgprotokoll", "stemmesedler", "opptelling", "Stemmekretser", "ikke"):
        assert word not in text


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_record_can_be_archived_and_read_aloud(session: Session, w1: int, language: RecordLanguage) -> None:
    file = record_pdf(session, w1, language)

    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []


def test_the_same_database_gives_the_same_file_in_another_process(session: Session, w1: int, database_url: str) -> None:
    here = record_pdf(session, w1, "nb")

    assert record_pdf(session, w1, "nb") == here
    printed = subprocess.run(
        [sys.executable, "-c", PRINT_IN_ANOTHER_PROCESS, database_url, str(w1)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout.strip() == hashlib.sha256(here).hexdigest()


def words(blocks: Iterator[Block]) -> str:
    """What the blocks say, a line for each heading, paragraph and table row."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case KeepTogether():
            for each in block.blocks:
                yield from _lines(each)
        case Heading():
            yield block.text
        case Paragraph():
            yield str(block.text)
        case Table():
            yield from (" | ".join(row.cells) for row in block.rows)
        case _:
            pass


def test_what_was_decided_for_the_election_stands_with_the_settings(session: Session) -> None:
    """An election from files has decided nothing, and its record is as before; the ballot's colour decides nothing."""
    with transaction() as writing:
        contest_id = w1_recorded(writing)
    assert "Hvem som kan velges" not in words(record_blocks(record_content(session, contest_id)))
    with transaction() as writing:
        election_id = writing.get_one(ContestRow, contest_id).election_id
        for name, value in (("residence_restriction", "district"), ("ballot_colour", "grey")):
            writing.add(ElectionSetting(election_id=election_id, name=name, value=value))
    text = words(record_blocks(record_content(session, contest_id)))
    assert "Hvem som kan velges | bare de som bor i bydelen" in text
    assert "Samme person på lister i flere bydeler | lov, men det sies fra" in text
    assert "Farge på stemmeseddelen" not in text
