"""What moving does to an office: out of the municipality, between districts, and back again.

Law: kommuneloven (2018) §§ 7-3 (4), 7-9.
Rules: R-36, R-250, R-251, R-252.
"""

from datetime import date

from app.councils.domain.calendar_months import months_after
from app.councils.domain.events import MovesBack
from app.councils.domain.membership import EndCause
from app.councils.domain.offices import vacant_office
from app.councils.domain.proposals import Consequences, Decider, Proposal, Reason, Step
from app.councils.domain.sitting_council import Settings, SittingCouncil

MONTHS_TO_RETURN = 24


def end_by_moving(settings: Settings, *, within_municipality: bool) -> EndCause | None:
    """Why an office ends when its holder moves, or None when it does not.

    Out of the municipality always. To another district only where those who live in the district alone are eligible.

    Law: kommuneloven (2018) §§ 7-3 (4), 7-9.
    Rules: R-250, R-251.
    """
    if not within_municipality:
        return EndCause.MOVED_OUT
    return EndCause.LOST_ELIGIBILITY if settings.residence_restriction else None


def may_return_until(moved_out_on: date, settings: Settings, *, within_municipality: bool) -> date | None:
    """The last day on which one who has moved out can come back to the office: the same date two years later.

    A move between districts gives no such right, unless the municipality has set that it does.

    Law: kommuneloven (2018) § 7-9.
    Rules: R-252.
    """
    if within_municipality and not settings.return_right_within_municipality:
        return None
    return months_after(moved_out_on, MONTHS_TO_RETURN)


def moves_back(council: SittingCouncil, event: MovesBack, on: date) -> Consequences:
    """One who moves back within two years enters the seat again, and the replacement steps back.

    A replacement who had become chair leaves that office with the seat. One who was a deputy is deputy again.

    Law: kommuneloven (2018) § 7-9.
    Rules: R-252.
    """
    last = may_return_until(event.moved_out_on, council.settings, within_municipality=event.within_municipality)
    if last is None:
        return Consequences(reasons=(Reason.NO_RETURN_WITHIN_MUNICIPALITY,))
    if on > last:
        return Consequences(reasons=(Reason.RETURN_TOO_LATE,))
    replacement = next((each for each in council.members if each.seat == event.seat), None)
    returned = _recorded(Step.RETURN, event.person_id)
    if replacement is None:
        return Consequences((returned,))
    stepped_back = _recorded(Step.STEP_BACK, replacement.person_id)
    return Consequences((returned, stepped_back, *vacant_office(council, replacement.role)))


def _recorded(step: Step, person_id: int) -> Proposal:
    return Proposal(step, Decider.LAW, "kommuneloven (2018) § 7-9", ("R-252",), person_id=person_id)
