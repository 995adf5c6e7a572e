"""A working committee to be elected, by two lists."""

from app.councils.domain.gender import Gender
from app.councils.domain.group_lists import GroupList, ListedCandidate
from app.councils.domain.lots import Lot
from app.meetings.domain.events import CommitteeElected


def a_list(code: str, size: int, first: int) -> GroupList:
    genders = (Gender.FEMALE, Gender.MALE)
    people = tuple(
        ListedCandidate(place, first + place, f"{code}{place}", genders[place % 2], code)
        for place in range(1, size + 1)
    )
    return GroupList(code, (code,), people, (code,))


def a_committee(first: int, second: int, *, lots: tuple[Lot, ...] = (), seats: int = 3) -> CommitteeElected:
    lists = (a_list("A", 6, 200), a_list("B", 6, 300))
    return CommitteeElected("wc", "Working committee", lists, seats, (("A", first), ("B", second)), lots=lots)
