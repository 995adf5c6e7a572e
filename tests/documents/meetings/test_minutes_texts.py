"""The sentences of the minutes, as councils write them, in both written forms."""

import pytest

from app.councils.domain.majority_of_chair import Round
from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.closing import ClosingBasis, ClosingGround
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.events import (
    AdmissionAsked,
    Arrived,
    Decided,
    DisqualificationRaised,
    ItemOpened,
    ItemPostponed,
    ItemWithdrawn,
    LeaderTookOver,
    Left,
    LotDrawn,
    MeetingAdjourned,
    MeetingClosed,
    MeetingResumed,
    MeetingSet,
    OfficeRoundHeld,
    OnClosing,
    OnDisqualification,
    OnProcedure,
    OnProposal,
    ProposalMoved,
    ProposalWithdrawn,
    QuestionAnswered,
    QuestionAsked,
    RecordingPermitted,
    RemarkEntered,
    SpokeAsOther,
    StatementEntered,
    VoteHeld,
)
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.minutes import ItemMinutes, Occasion, full_minutes, public_minutes
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.taking_part import Capacity
from app.meetings.domain.vote_forms import ByGroup, Choice, SecretBallot, Unanimous
from app.meetings.minutes_texts.attendance_lines import at_roll, name_and_party, remarks
from app.meetings.minutes_texts.item_lines import ItemText, between_lines, item_text, people_of
from app.meetings.minutes_texts.words import BOKMAAL, NYNORSK, WORDS, Words, WrittenForm, clock_time, listed, paragraph
from tests.domain.meetings.committees import a_committee
from tests.domain.meetings.evenings import OCCASION, a_closed_item, an_evening
from tests.domain.meetings.meetings import (
    HANDLED,
    START,
    Recorder,
    a_setting,
    an_item,
    disqualify,
    per_seat,
    postponement,
    roll,
    running,
    vote,
)

FOR, AGAINST = Choice.FOR, Choice.AGAINST
LEFT_SIDE_AGAINST = ByGroup((("Ap", AGAINST), ("SV", AGAINST), ("R", AGAINST)), FOR)
"""8 (H 4, FrP 2, KrF 1, V 1) to 7 (Ap 4, SV 2, R 1)."""


def first_item(recorder: Recorder) -> ItemMinutes:
    return full_minutes(recorder.now, OCCASION).items[0]


def texts(recorder: Recorder, *, item: ItemMinutes | None = None) -> tuple[ItemText, ItemText]:
    """The first item in bokmål and in nynorsk."""
    people = people_of(recorder.now.setting.roster)
    told = item or first_item(recorder)
    return item_text(told, people, BOKMAAL), item_text(told, people, NYNORSK)


def voting(recorder: Recorder) -> tuple[str, str]:
    """The last vote in bokmål and in nynorsk."""
    bokmaal, nynorsk = texts(recorder)
    return bokmaal.voting[-1], nynorsk.voting[-1]


def an_alternative(recorder: Recorder) -> Recorder:
    recorder.record(ProposalMoved("alt", ProposalKind.ALTERNATIVE, "Another park.", (9, 13)))
    return recorder


@pytest.mark.rule("R-300")
def test_a_unanimous_vote() -> None:
    meeting = running()
    meeting.record(vote())
    assert voting(meeting) == ("Innstillingen ble enstemmig vedtatt.", "Tilrådinga vart samrøystes vedteken.")


@pytest.mark.rule("R-300")
def test_a_vote_with_the_numbers_of_each_party_on_both_sides() -> None:
    meeting = running()
    meeting.record(vote(form=LEFT_SIDE_AGAINST))
    assert voting(meeting) == (
        "Innstillingen ble vedtatt med 8 stemmer (H 4, FrP 2, KrF 1, V 1) mot 7 (Ap 4, SV 2, R 1).",
        "Tilrådinga vart vedteken med 8 røyster (H 4, FrP 2, KrF 1, V 1) mot 7 (Ap 4, SV 2, R 1).",
    )


@pytest.mark.rule("R-300")
def test_a_proposal_that_falls() -> None:
    meeting = an_alternative(running())
    meeting.record(vote("v1", "alt", ByGroup((("R", FOR),), AGAINST)))
    assert voting(meeting) == (
        "Forslag 1 falt med 1 stemme (R 1) mot 14 (H 4, FrP 2, KrF 1, V 1, Ap 4, SV 2).",
        "Framlegg 1 fall med 1 røyst (R 1) mot 14 (H 4, FrP 2, KrF 1, V 1, Ap 4, SV 2).",
    )


@pytest.mark.rule("R-300")
def test_two_proposals_against_each_other_say_what_against_what() -> None:
    meeting = an_alternative(running())
    meeting.record(vote("v1", "", LEFT_SIDE_AGAINST, against="alt"))
    assert voting(meeting)[0] == (
        "Innstillingen ble satt opp mot forslag 1. "
        "Innstillingen ble vedtatt med 8 stemmer (H 4, FrP 2, KrF 1, V 1) mot 7 (Ap 4, SV 2, R 1)."
    )
    other = an_alternative(running())
    other.record(vote("v1", "", per_seat("FFFFAAAAAAAAAAA"), against="alt"))
    assert voting(other)[1] == (
        "Tilrådinga vart sett opp mot framlegg 1. "
        "Framlegg 1 vart vedteke med 11 røyster (FrP 2, KrF 1, V 1, Ap 4, SV 2, R 1) mot 4 (H 4)."
    )


@pytest.mark.rule("R-289", "R-300")
def test_the_casting_vote_is_named() -> None:
    meeting = running(seats=range(1, 15))
    meeting.record(vote(form=per_seat("FFFFFFFAAAAAAA")))
    assert voting(meeting) == (
        "Innstillingen ble vedtatt med 7 stemmer (H 4, FrP 2, KrF 1) mot 7 (V 1, Ap 4, SV 2), "
        "med møtelederens avgjørende stemme (Member 1 (H)).",
        "Tilrådinga vart vedteken med 7 røyster (H 4, FrP 2, KrF 1) mot 7 (V 1, Ap 4, SV 2), "
        "med avgjerande røyst frå møteleiaren (Member 1 (H)).",
    )


@pytest.mark.rule("R-300")
def test_who_split_from_their_party_is_named() -> None:
    meeting = running()
    meeting.record(vote(form=ByGroup((("H", FOR), ("FrP", FOR)), AGAINST, ((2, AGAINST),))))
    assert voting(meeting) == (
        "Innstillingen falt med 5 stemmer (H 3, FrP 2) mot 10 (H 1, KrF 1, V 1, Ap 4, SV 2, R 1). "
        "Fra H stemte Member 2 mot.",
        "Tilrådinga fall med 5 røyster (H 3, FrP 2) mot 10 (H 1, KrF 1, V 1, Ap 4, SV 2, R 1). "
        "Frå H røysta Member 2 mot.",
    )


@pytest.mark.rule("R-300")
def test_in_an_alternative_vote_the_split_names_the_proposal() -> None:
    meeting = an_alternative(running())
    meeting.record(
        vote("v1", "", ByGroup((("H", FOR),), FOR, ((2, AGAINST), (3, AGAINST), (4, AGAINST))), against="alt")
    )
    assert voting(meeting)[0].endswith("Fra H stemte Member 1 for innstillingen.")


@pytest.mark.rule("R-288", "R-300")
def test_a_secret_ballot_has_numbers_only() -> None:
    meeting = running(an_item(kind=ItemKind.STAFF_APPOINTMENT))
    meeting.record(vote(form=SecretBallot(9, 5, 1)))
    assert voting(meeting) == (
        "Innstillingen ble vedtatt ved skriftlig avstemning med 9 stemmer mot 5. 1 stemte blankt.",
        "Tilrådinga vart vedteken ved skriftleg røysting med 9 røyster mot 5. 1 røysta blankt.",
    )
    nobody = running(an_item(kind=ItemKind.STAFF_APPOINTMENT))
    nobody.record(vote(form=SecretBallot(7, 6, 2)))
    assert voting(nobody)[0] == "Innstillingen falt: 7 for, 6 mot og 2 blanke, der 8 måtte til."


@pytest.mark.rule("R-300")
def test_a_trial_vote_says_that_it_is_one() -> None:
    meeting = running()
    meeting.record(VoteHeld("t", OnProposal("", trial=True), per_seat("FFFFAAAAAAAAAAA")))
    assert voting(meeting) == (
        "Prøvevotering: 4 stemmer (H 4) for og 11 (FrP 2, KrF 1, V 1, Ap 4, SV 2, R 1) mot.",
        "Prøverøysting: 4 røyster (H 4) for og 11 (FrP 2, KrF 1, V 1, Ap 4, SV 2, R 1) mot.",
    )


@pytest.mark.rule("R-295", "R-300")
def test_disqualification_with_its_basis() -> None:
    meeting = running()
    meeting.record(*disqualify(5))
    assert voting(meeting) == (
        "Member 5 (FrP) ble enstemmig erklært inhabil, jf. forvaltningsloven § 6 (1) a.",
        "Member 5 (FrP) vart samrøystes erklært inhabil, jf. forvaltningslova § 6 (1) a.",
    )


@pytest.mark.rule("R-295", "R-300")
def test_when_all_took_part_since_too_few_would_be_left_the_minutes_say_so() -> None:
    meeting = running(seats=range(1, 10))
    meeting.record(DisqualificationRaised(5, Ground.PARTY), DisqualificationRaised(6, Ground.RELATED))
    meeting.record(VoteHeld("d", OnDisqualification(5), Unanimous(AGAINST)))
    assert voting(meeting) == (
        "Member 5 (FrP) ble enstemmig erklært habil, jf. forvaltningsloven § 6 (1) a. "
        "Alle som var til stede, avgjorde spørsmålet, siden 7 ellers ville vært for få.",
        "Member 5 (FrP) vart samrøystes erklært habil, jf. forvaltningslova § 6 (1) a. "
        "Alle som var til stades, avgjorde spørsmålet, sidan 7 elles ville ha vore for få.",
    )


@pytest.mark.rule("R-297", "R-300")
def test_one_who_is_excused_and_one_who_is_not() -> None:
    meeting = running()
    meeting.record(*disqualify(5, Ground.PERSONAL_REASONS))
    assert voting(meeting) == (
        "Member 5 (FrP) ble enstemmig fritatt fra å delta i behandlingen av saken, jf. kommuneloven § 11-11.",
        "Member 5 (FrP) vart samrøystes friteken frå å ta del i handsaminga av saka, jf. kommunelova § 11-11.",
    )
    refused = running()
    refused.record(DisqualificationRaised(5, Ground.PERSONAL_REASONS))
    refused.record(VoteHeld("d", OnDisqualification(5), Unanimous(AGAINST)))
    assert voting(refused)[0] == "Ønsket fra Member 5 (FrP) om fritak ble enstemmig avslått, jf. kommuneloven § 11-11."


@pytest.mark.rule("R-292", "R-300")
def test_closing_has_its_vote_and_basis_and_the_public_sees_no_more() -> None:
    meeting = a_closed_item()
    public = public_minutes(meeting.now, OCCASION).items[0]
    bokmaal, nynorsk = texts(meeting, item=public)
    assert (bokmaal.heading, bokmaal.withheld) == (
        "45/25 A personal matter",
        "Unntatt offentlighet, jf. offentleglova § 13.",
    )
    assert bokmaal.voting[1:] == (
        "Det ble enstemmig vedtatt å lukke dørene under behandlingen av saken, jf. kommuneloven § 11-5.",
    )
    assert nynorsk.voting[1:] == (
        "Det vart samrøystes vedteke å lukke dørene under handsaminga av saka, jf. kommunelova § 11-5.",
    )
    assert (bokmaal.decisions, bokmaal.proposals, bokmaal.recommendation) == ((), (), None)


def test_closing_that_falls_and_a_vote_on_procedure() -> None:
    meeting = running()
    closing = OnClosing(ClosingGround(ClosingBasis.PRIVACY))
    meeting.record(VoteHeld("c", closing, Unanimous(AGAINST)))
    assert voting(meeting)[0] == "Forslaget om å lukke dørene falt enstemmig."
    meeting.record(VoteHeld("p", OnProcedure("Sakslisten"), Unanimous()))
    assert voting(meeting)[0] == "Sakslisten: enstemmig vedtatt."
    meeting.record(VoteHeld("q", OnProcedure("Taletid på to minutter"), LEFT_SIDE_AGAINST))
    assert voting(meeting)[0].startswith("Taletid på to minutter: vedtatt med 8 stemmer (H 4")


@pytest.mark.rule("R-286", "R-300")
def test_proposals_stand_with_number_movers_parties_and_fate() -> None:
    meeting = an_alternative(running())
    meeting.record(ProposalMoved("add", ProposalKind.ADDITIONAL, "And a bench.", (15,)), ProposalWithdrawn("add"))
    bokmaal, nynorsk = texts(meeting)
    assert [(each.heading, each.note) for each in bokmaal.proposals] == [
        ("Forslag 1 fra Member 9 (Ap) og Member 13 (SV), fellesforslag", ""),
        ("Tilleggsforslag 2 fra Member 15 (R)", "Forslaget ble trukket."),
    ]
    assert nynorsk.proposals[1].heading == "Tilleggsframlegg 2 frå Member 15 (R)"


def test_the_recommendation_says_whose_it_is() -> None:
    bokmaal, nynorsk = texts(running(an_item(recommended_by="bydelsdirektøren")))
    assert bokmaal.recommendation is not None
    assert nynorsk.recommendation is not None
    assert (bokmaal.recommendation.heading, nynorsk.recommendation.heading) == (
        "Innstilling fra bydelsdirektøren",
        "Tilråding frå bydelsdirektøren",
    )


@pytest.mark.rule("R-284", "R-300")
def test_a_late_case_tells_who_objected_and_that_it_was_postponed() -> None:
    meeting = running(an_item(sent_on=None), seats=range(1, 13))
    meeting.record(AdmissionAsked("park", objecting=(9, 10, 11, 12)), postponement(), vote("v", "later"))
    meeting.record(ItemPostponed("v"))
    bokmaal, nynorsk = texts(meeting)
    assert bokmaal.consideration == (
        "4 av 12 til stede hadde innvendinger mot at saken ble avgjort; 4 kan stanse den.",
    )
    assert bokmaal.voting == ("Utsettelsesforslag 1 ble enstemmig vedtatt.",)
    assert (bokmaal.decisions, nynorsk.decisions) == (("Saken ble utsatt.",), ("Saka vart utsett.",))


@pytest.mark.rule("R-284", "R-300")
@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (AdmissionAsked("park"), "Ingen hadde innvendingar mot at saka vart avgjord."),
        (AdmissionAsked("park", leader_objects=True), "Møteleiaren hadde innvendingar mot at saka vart avgjord."),
        (
            AdmissionAsked("park", objecting=(9,)),
            "1 av 15 til stades hadde innvendingar mot at saka vart avgjord; 5 kan stanse ho.",
        ),
    ],
)
def test_what_was_answered_when_it_was_asked_about(asked: AdmissionAsked, line: str) -> None:
    meeting = running(an_item(sent_on=None))
    meeting.record(asked)
    assert texts(meeting)[1].consideration == (line,)


@pytest.mark.rule("R-281", "R-286", "R-293", "R-300")
def test_who_took_over_who_spoke_and_who_recorded() -> None:
    meeting = running()
    meeting.record(LeaderTookOver(9), SpokeAsOther("Kari Ness", Capacity.MAYOR), RecordingPermitted("Avisen"))
    meeting.record(ItemWithdrawn("park"))
    bokmaal, nynorsk = texts(meeting)
    assert bokmaal.consideration == (
        "Member 9 (Ap) overtok som møteleder kl. 18.03.",
        "Kari Ness hadde ordet.",
        "Møtelederen tillot opptak: Avisen.",
    )
    assert nynorsk.consideration[0] == "Member 9 (Ap) tok over som møteleiar kl. 18.03."
    assert (bokmaal.decisions, nynorsk.decisions) == (("Saken ble trukket.",), ("Saka vart trekt.",))


@pytest.mark.rule("R-285", "R-300")
def test_what_was_said_stands_in_its_order_and_statements_by_themselves() -> None:
    meeting = running()
    meeting.record(RemarkEntered("The director informed."), MeetingAdjourned("Gruppemøter"), MeetingResumed())
    meeting.record(vote(), Decided("The park is opened.", "v1"), StatementEntered(9, "We disagree."))
    meeting.record(RemarkEntered("She is ill.", "offentleglova (2006) § 13"))
    bokmaal, _ = texts(meeting, item=public_minutes(meeting.now, OCCASION).items[0])
    assert bokmaal.consideration == (
        "The director informed.",
        "Møtet tok pause kl. 18.04: Gruppemøter.",
        "Møtet ble satt igjen kl. 18.05.",
        "Unntatt offentlighet, jf. offentleglova § 13.",
    )
    assert bokmaal.statements == ("Protokolltilførsel fra Member 9 (Ap): We disagree.",)
    assert bokmaal.decisions == ("The park is opened.",)


@pytest.mark.rule("R-230", "R-290", "R-300")
def test_an_election_tells_votes_round_and_lot() -> None:
    held = Round((("Anne", 7), ("Bo", 7)))
    meeting = running(an_item(kind=ItemKind.ELECTION), seats=range(1, 15))
    meeting.record(OfficeRoundHeld("e", Office.CHAIR, held), OfficeRoundHeld("e", Office.CHAIR, held))
    assert texts(meeting)[0].voting == ()
    meeting.record(LotDrawn("e", "Bo"))
    assert voting(meeting) == (
        "Bo ble valgt til leder med 7 av 14 stemmer etter ny avstemning ved loddtrekning.",
        "Bo vart vald til leiar med 7 av 14 røyster etter ny røysting ved loddtrekking.",
    )


@pytest.mark.rule("R-224", "R-290", "R-300")
def test_a_proportional_election_tells_votes_seats_and_names() -> None:
    """9 to 5, three seats: A 9, B 5, A 4.5."""
    meeting = running(an_item(kind=ItemKind.ELECTION), seats=range(1, 15))
    meeting.record(a_committee(7, 7))
    assert texts(meeting)[0].voting == ()
    other = running(an_item(kind=ItemKind.ELECTION), seats=range(1, 15))
    other.record(a_committee(9, 5))
    assert texts(other)[0].voting == (
        "Forholdsvalg til Working committee:",
        "A: 9 stemmer, 2 plasser: A1, A2.",
        "B: 5 stemmer, 1 plass: B1.",
    )
    assert texts(other)[1].voting[2] == "B: 5 røyster, 1 plass: B1."


@pytest.mark.rule("R-300")
def test_attendance_as_the_tables_have_it() -> None:
    """The roll is called at 18.00 in Oslo; member 14 comes at 18.03."""
    minutes = full_minutes(an_evening().now, OCCASION)
    met = minutes.attendance
    assert at_roll(minutes, BOKMAAL) == "13 av 15 medlemmer var til stede ved opprop."
    assert remarks(met.members[0], minutes, BOKMAAL) == ""
    assert remarks(met.members[13], minutes, BOKMAAL) == "kom kl. 18.03"
    assert remarks(met.members[4], minutes, BOKMAAL) == "fratrådte i sak 46/25"
    assert remarks(met.members[4], minutes, NYNORSK) == "gjekk frå i sak 46/25"
    assert [remarks(each, minutes, BOKMAAL) for each in met.deputies] == [
        "møtte for Member 2, kom kl. 18.16, møtte i sak 47/25",
        "møtte for Member 5, møtte i sak 46/25",
    ]
    assert name_and_party(met.members[0], NYNORSK) == "Member 1 (H)"


@pytest.mark.rule("R-300")
def test_a_deputy_in_several_cases() -> None:
    items: list[AgendaItem] = [an_item(f"i{place}", number=f"{place}/15") for place in (25, 33, 35, 36)]
    recorder = Recorder(a_setting(*items))
    recorder.record(roll(range(1, 15)), MeetingSet(1), Arrived(15, 113))
    for item in items:
        if item.key == "i36":
            recorder.record(Left(113))
        recorder.record(ItemOpened(item.key), vote(item.key), HANDLED)
    minutes = full_minutes(recorder.now, OCCASION)
    (deputy,) = minutes.attendance.deputies
    assert remarks(deputy, minutes, BOKMAAL).endswith("møtte i sakene 25/15, 33/15 og 35/15")


@pytest.mark.rule("R-281", "R-300")
def test_what_happens_outside_the_items() -> None:
    meeting = running()
    meeting.record(vote(), HANDLED, QuestionAsked("q", 5, "When?"), QuestionAnswered("q", "Member 1", "In June."))
    meeting.record(MeetingClosed())
    minutes = full_minutes(meeting.now, OCCASION)
    people = people_of(meeting.now.setting.roster)
    assert between_lines(minutes, people, NYNORSK) == (
        "Møtet vart sett kl. 18.01.",
        "Møteleiar: Member 1 (H).",
        "Spørsmål frå Member 5 (FrP): When?",
        "Svar frå Member 1: In June.",
        "Møtet vart heva kl. 18.07.",
    )


@pytest.mark.parametrize("words", [BOKMAAL, NYNORSK])
def test_names_are_joined_and_paragraphs_lose_their_year(words: Words) -> None:
    assert (listed(["25"], words), listed(["25", "33", "35"], words)) == ("25", "25, 33 og 35")
    assert "(" not in paragraph("kommuneloven (2018) § 11-5; offentleglova (2006) § 13", words)


def test_both_forms_have_words_for_every_kind_and_office() -> None:
    for words in WORDS.values():
        assert set(words.nouns) == set(ProposalKind)
        assert set(words.offices) == set(Office)
    assert set(WORDS) == set(WrittenForm)


def test_the_clock_on_the_wall_is_the_one_in_oslo() -> None:
    assert clock_time(START) == "18.00"
    assert clock_time(START.replace(month=1)) == "17.00"


def test_the_same_events_give_the_same_words() -> None:
    occasion = Occasion("Bergen", "Fana", "6/25", "The town hall", "Siv Sand")
    first, second = an_evening(), an_evening()
    for words in WORDS.values():
        told = [
            [
                item_text(each, people_of(recorder.now.setting.roster), words)
                for each in full_minutes(recorder.now, occasion).items
            ]
            for recorder in (first, second)
        ]
        assert told[0] == told[1]
