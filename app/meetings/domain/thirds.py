"""What a third can do: demand a meeting, put a case on the agenda, stop a case that was not on it.

Law: kommuneloven (2018) §§ 11-2, 11-3, 11-8.
Rules: R-280, R-282, R-284, R-299.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Third:
    """Whether ``number`` is at least a third ``of`` so many; ``needed`` is the fewest that are."""

    number: int
    of: int
    needed: int
    reached: bool


def a_third(number: int, of: int) -> Third:
    """Whether so many are at least a third: 5 of 15 are, 4 of 15 are not, 5 of 14 are, 4 of 14 are not.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-280.
    """
    return Third(number, of, -(-of // 3), reached=3 * number >= of > 0)


def demand_for_meeting(demanding: int, members: int) -> Third:
    """Whether so many of the members can demand that a meeting is held.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-280.
    """
    return a_third(demanding, members)


def demand_for_item(demanding: int, members: int) -> Third:
    """Whether so many of the members can put a case on the agenda, whatever the leader thinks.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    return a_third(demanding, members)


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a case that was not sent with the summons may be decided, and who stood against it."""

    leader_objects: bool
    objecting: Third

    @property
    def admitted(self) -> bool:
        """Nobody who can stop it has done so."""
        return not self.leader_objects and not self.objecting.reached


def admission(objecting: int, present: int, *, leader_objects: bool) -> Admission:
    """Whether a case outside the agenda, or without its documents, may be decided.

    It may not if the meeting's leader objects, or at least a third of those *present*: of 15 present, 5 stop it and 4
    do not. No vote is taken over it.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-284.
    """
    return Admission(leader_objects, a_third(objecting, present))


def demand_for_ordinary_meeting(demanding: int, members: int) -> Third:
    """Whether so many of the members can have a case of an urgent remote meeting put off to an ordinary one.

    Law: kommuneloven (2018) § 11-8.
    Rules: R-299.
    """
    return a_third(demanding, members)
