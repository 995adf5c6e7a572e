"""One person on several lists: as candidate or signer in one district, or as candidate in several districts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.elections.domain.list_candidates import is_same_person
from app.elections.domain.list_findings import Check, Fact, Finding, Weight, found
from app.elections.domain.list_headings import normalised
from app.elections.domain.list_proposal import ListSettings, Proposal, ProposedCandidate
from app.elections.domain.list_receipt import received_first
from app.elections.domain.list_signatures import is_same_signer

_SEVERAL_DISTRICTS = {MultiDistrictCandidacy.WARN: Weight.NOTE, MultiDistrictCandidacy.FORBID: Weight.DEFECT}


@dataclass(frozen=True, slots=True)
class Crossing:
    """A candidate of this proposal who is on another, too; ``certain`` when birth date or year says so."""

    candidate: ProposedCandidate
    other: Proposal
    position: int
    certain: bool


def crossings(proposal: Proposal, others: Sequence[Proposal]) -> Iterator[Crossing]:
    """Every candidate of the proposal who is on one of the others, by place on the list and then by the others' order.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-10 (6).
    Rules: R-43, R-63.
    """
    named = {normalised(each.name) for each in proposal.candidates if each.name}
    elsewhere: defaultdict[str, list[tuple[Proposal, ProposedCandidate]]] = defaultdict(list)
    for other in others:
        for there in other.candidates if other.key != proposal.key else ():
            if normalised(there.name) in named:
                elsewhere[normalised(there.name)].append((other, there))
    for candidate in proposal.candidates:
        for other, there in elsewhere.get(normalised(candidate.name), ()):
            same = is_same_person(candidate, there)
            if same is not False:
                yield Crossing(candidate, other, there.position, certain=same is True)


def crossing_findings(proposal: Proposal, others: Sequence[Proposal], settings: ListSettings) -> Iterator[Finding]:
    """Candidates on another list: in the district a defect, in another district by the municipality's setting.

    The list that was received first is named: it keeps the person who does not choose in time.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-10 (6).
    Rules: R-43, R-63.
    """
    for each in crossings(proposal, others):
        facts: dict[str, Fact] = {
            "name": each.candidate.name,
            "position": each.candidate.position,
            "heading": each.other.heading,
        }
        if each.other.contest != proposal.contest:
            weight = _SEVERAL_DISTRICTS.get(settings.multi_district_candidacy)
            if weight:
                yield found(Check.IN_SEVERAL_DISTRICTS, "R-43", weight, facts | {"district": each.other.district})
        elif each.certain:
            first = received_first([proposal, each.other]) or proposal
            yield found(Check.ON_SEVERAL_LISTS, "R-63", Weight.DEFECT, facts | {"first": first.heading})
        else:
            yield found(Check.ON_SEVERAL_LISTS_PERHAPS, "R-63", Weight.JUDGEMENT, facts)


def signer_findings(proposal: Proposal, others: Sequence[Proposal]) -> Iterator[Finding]:
    """Signers who have signed another list in the district. The names are not facts: they are confidential (R-58).

    Board members of a party may sign for it in several districts, and no list of another district is looked at.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-4 (3).
    Rules: R-58, R-63.
    """
    for other in others:
        if other.contest != proposal.contest or other.key == proposal.key:
            continue
        for at, signer in enumerate(proposal.signers, start=1):
            answers = {is_same_signer(signer, there) for there in other.signers}
            if True in answers:
                first = received_first([proposal, other]) or proposal
                yield found(Check.SIGNED_SEVERAL, "R-58", place=at, heading=other.heading, first=first.heading)
            elif None in answers:
                yield found(Check.SIGNED_SEVERAL_PERHAPS, "R-58", Weight.JUDGEMENT, place=at, heading=other.heading)
