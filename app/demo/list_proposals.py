"""The next election, still open for lists: in each of the eight districts a list in every state a list can be in."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.councils.domain.gender import Gender
from app.councils.models import Municipality
from app.demo.candidates import demo_list
from app.demo.chance import Chance
from app.demo.districts import DEMO_DISTRICTS, DemoDistrict
from app.demo.names import Namer
from app.demo.parties import DEMO_PARTIES, DemoParty
from app.elections.domain.election import Candidate, CandidateList
from app.elections.domain.election_plan import ElectionPlan, PlannedContest
from app.elections.domain.list_proposal import Answer, Condition, ProposerKind, Signer
from app.elections.domain.list_proposal_states import ListProposalState
from app.elections.lists.deadlines import answer_by
from app.elections.lists.models import ListProposalRow
from app.elections.lists.services.candidates import (
    TypedCandidate,
    add_candidates,
    answer_conditions,
    set_candidates,
    tell_candidates,
)
from app.elections.lists.services.decisions import (
    announce_lists,
    approve,
    decide_withdrawal,
    notify_defects,
    receive_withdrawal,
    reject,
)
from app.elections.lists.services.proposals import (
    Heading,
    begin_proposal,
    receive_correction,
    receive_proposal,
)
from app.elections.lists.services.signers import set_signers
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import district_named
from app.elections.setting_up.services.plan import open_for_lists, plan_election

ELECTION_DAY = date(2027, 9, 13)
MADE_AT = datetime(2026, 9, 1, 8, tzinfo=UTC)
FIRST_CAME_AT = datetime(2026, 10, 5, 7, 12, 9, tzinfo=UTC)
BETWEEN_LISTS = timedelta(hours=5, minutes=17, seconds=13)
CHECKED_AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
DECIDED_AT = datetime(2026, 11, 16, 12, 30, tzinfo=UTC)
CASE = "2026/90{:02}"

S = ListProposalState
STATES = (S.APPROVED, S.APPROVED, S.RECEIVED, S.DEFECTS_NOTIFIED, S.CORRECTED, S.WITHDRAWN, S.REJECTED, S.DRAFT)
"""What becomes of a district's lists: of the strongest party's and the next in the first of these states, and so on."""
TOO_SHORT = 6


@dataclass(frozen=True, slots=True)
class DemoProposal:
    """A list on paper: the candidates a party would put up, and those who sign for it."""

    party: DemoParty
    district: DemoDistrict
    on_paper: CandidateList
    signers: tuple[Signer, ...]


def make_list_proposals(session: Session, municipality: Municipality, seed: int) -> ElectionRow:
    """The election of 2027 with its lists, by the same services as in real use. The same seed gives the same rows."""
    election = _open_election(session, municipality)
    namer = Namer(Chance(seed, "names", "2027"))
    came_at = FIRST_CAME_AT
    for contest, district in zip(election.contests, DEMO_DISTRICTS, strict=True):
        for number, (party, state) in enumerate(zip(_standing(district), STATES, strict=True)):
            proposal = _on_paper(party, district, namer, Chance(seed, "list", "2027", district.code, party.code))
            _bring_to(session, contest, proposal, state, came_at=came_at, number=number)
            came_at += BETWEEN_LISTS
        announce_lists(session, contest, DECIDED_AT.date(), "Rådhuset i Bergen", by=AT_THE_KEYBOARD, at=DECIDED_AT)
    return election


def _open_election(session: Session, municipality: Municipality) -> ElectionRow:
    contests = []
    for each in DEMO_DISTRICTS:
        district = district_named(session, municipality.id, each.name)
        assert district
        contests.append(PlannedContest(district.id, each.name, each.code, each.seats))
    plan = ElectionPlan(f"Bydelsvalg {ELECTION_DAY.year}", ELECTION_DAY, tuple(contests))
    election = plan_election(session, municipality, plan, by=AT_THE_KEYBOARD, at=MADE_AT)
    open_for_lists(session, election, by=AT_THE_KEYBOARD, at=MADE_AT)
    return election


def _standing(district: DemoDistrict) -> list[DemoParty]:
    """Those who stand: the local groups, and the strongest parties, one for each of ``STATES``; the strongest first."""
    here = [party for party in DEMO_PARTIES if district.code in party.strength]
    groups_first = sorted(here, key=lambda party: (party.registered, -party.strength[district.code]))
    return sorted(groups_first[: len(STATES)], key=lambda party: -party.strength[district.code])


def _on_paper(party: DemoParty, district: DemoDistrict, namer: Namer, chance: Chance) -> DemoProposal:
    on_paper = demo_list(party, district, namer, chance)
    number = 2 if party.registered else district.seats
    signers = []
    for at in range(number):
        born = chance.between(1950, 2000)
        name = namer.name(chance.pick((Gender.FEMALE, Gender.MALE)), born)
        day = date(born, 1 + at % 12, 1 + at)
        address = f"{chance.pick(district.places)} {chance.between(1, 90)}"
        signers.append(Signer(name, day, address, board_member=party.registered, entitled=True))
    return DemoProposal(party, district, on_paper, tuple(signers))


def _bring_to(
    session: Session,
    contest: ContestRow,
    proposal: DemoProposal,
    state: ListProposalState,
    *,
    came_at: datetime,
    number: int,
) -> None:
    """The list as far as the state; one with defects came in with six candidates and one signature short."""
    by, lacks = AT_THE_KEYBOARD, state in {S.DEFECTS_NOTIFIED, S.CORRECTED, S.REJECTED}
    names = [_typed(each) for each in proposal.on_paper.candidates]
    row = begin_proposal(session, contest, _heading(proposal), by=by, at=came_at)
    set_candidates(session, row, names[:TOO_SHORT] if lacks else names, seen=row.edit, by=by, at=came_at)
    signers = proposal.signers[:-1] if state in {S.DEFECTS_NOTIFIED, S.REJECTED} else proposal.signers
    set_signers(session, row, signers, seen=row.edit, by=by, at=came_at)
    if state is S.DRAFT:
        return
    receive_proposal(session, row, came_at, seen=row.edit, by=by, at=came_at)
    if state is S.RECEIVED:
        return
    if lacks:
        notify_defects(session, row, answer_by(CHECKED_AT.date()), seen=row.edit, by=by, at=CHECKED_AT)
    if state is S.CORRECTED:
        more = [replace(each, position=n) for n, each in enumerate(names[TOO_SHORT:], start=1)]
        add_candidates(session, row, more, seen=row.edit, by=by, at=CHECKED_AT)
        receive_correction(session, row, CHECKED_AT, seen=row.edit, by=by, at=CHECKED_AT)
    _decide(session, row, state, CASE.format(number + 1))


def _decide(session: Session, row: ListProposalRow, state: ListProposalState, case: str) -> None:
    by = AT_THE_KEYBOARD
    if state in {S.APPROVED, S.CORRECTED}:
        answers = {each.position: dict.fromkeys(Condition, Answer.FULFILLED) for each in row.candidates}
        answer_conditions(session, row, answers, "folkeregisteret", seen=row.edit, by=by, at=CHECKED_AT)
        tell_candidates(session, row, seen=row.edit, by=by, at=CHECKED_AT)
    if state is S.APPROVED:
        approve(session, row, case, "", seen=row.edit, by=by, at=DECIDED_AT)
    elif state is S.REJECTED:
        reasons = "Manglene ble ikke rettet innen fristen."
        reject(session, row, case, reasons, seen=row.edit, by=by, at=DECIDED_AT)
    elif state is S.WITHDRAWN:
        receive_withdrawal(session, row, CHECKED_AT, by_committee=True, seen=row.edit, by=by, at=CHECKED_AT)
        decide_withdrawal(session, row, case, "", approved=True, seen=row.edit, by=by, at=DECIDED_AT)


def _heading(proposal: DemoProposal) -> Heading:
    party, place = proposal.party, proposal.district.places[0]
    kind = ProposerKind.REGISTERED_PARTY if party.registered else ProposerKind.GROUP
    return Heading(party.code, party.name, kind, f"{place} 1, Bergen", f"{party.code.lower()}@lister.example")


def _typed(candidate: Candidate) -> TypedCandidate:
    first, _space, last = candidate.name.rpartition(" ")
    born = candidate.birth_year or 1970
    return TypedCandidate(
        position=candidate.position,
        first_name=first,
        last_name=last,
        birth_year=born,
        profession=candidate.profession or "",
        residence=candidate.residence or "",
        bonus=candidate.bonus,
        birth_date=date(born, 1 + candidate.position % 12, 1 + candidate.position % 28),
    )
