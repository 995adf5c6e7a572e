"""What has happened in the eight councils, one story for each term and district. All of it is invented.

| district      | 2020–2023                                                  | since 2023                         |
|---------------|------------------------------------------------------------|------------------------------------|
| Arna          | a leave, with a deputy elected as substitute               |                                    |
| Bergenhus     | a member dies; the seat is empty until the election        | a new chair                        |
| Fana          | a new chair; one released, and a new member elected        | one moves away; a deputy moves up  |
| Fyllingsdalen | one leaves the party, and joins another later              |                                    |
| Laksevåg      | one moves away, is replaced, and returns within two years  | one leaves the party               |
| Ytrebygda     | a member at a secret address; a suspension                 |                                    |
| Årstad        | one released, on a day that was first written down wrong   | a leave; deputies attend in order  |
| Åsane         | the deputy chair is released; a new one, and a new member  |                                    |

People are named by their place when the council took office: "H 2" is the second member of H.
"""

from app.councils.domain.membership import EndCause
from app.demo.council_diary import Diary


def arna(arna: Diary) -> None:
    """A leave of half a year; the city council elects the group's first deputy to sit meanwhile."""
    arna.on("2021-02-24", "2021/1187").leave_is_granted("FRP 1", "2021-03-01", "2021-09-01", substitute="FRP vara 1")


def bergenhus(bergenhus: Diary, late: str) -> None:
    """A death in the last summer: a new deputy chair; with the election so near, the seat was left empty."""
    bergenhus.on("2023-06-15").leaves(late, "2023-06-12", EndCause.DIED)
    bergenhus.on("2023-06-21", "2023/2988").deputy_chair_is("A 1", "2023-06-21")


def fana(fana: Diary) -> None:
    """The chair gave up the office half-way and stayed a member. Later one was released, and a deputy elected."""
    fana.on("2021-12-15", "2021/4411").chair_is("H 3", "2022-01-01")
    fana.on("2022-05-25", "2022/2093").leaves("A 3", "2022-06-15", EndCause.RELEASED)
    fana.on("2022-06-22", "2022/2093").is_elected_instead("A vara 1", "A 3", "2022-06-22")


def fyllingsdalen(fyllingsdalen: Diary) -> None:
    """A member left the party and kept the seat, and a year and a half later joined another."""
    fyllingsdalen.on("2021-05-20").changes_group("FRP 2", "Uavhengig", "2021-05-20")
    fyllingsdalen.on("2022-11-03").changes_group("FRP 2", "Industri- og Næringspartiet", "2022-11-01")


def laksevag(laksevag: Diary) -> None:
    """Moved out of the city, and back after twenty months: the seat again, and the replacement steps back."""
    laksevag.on("2020-08-17").leaves("A 2", "2020-08-15", EndCause.MOVED_OUT)
    laksevag.on("2020-09-30", "2020/3350").is_elected_instead("A vara 1", "A 2", "2020-09-30")
    laksevag.on("2022-04-27").returns("A 2", "2022-05-01", instead_of="A vara 1")


def ytrebygda(ytrebygda: Diary) -> None:
    """A suspension that ended with an acquittal."""
    ytrebygda.on("2022-02-23", "2022/0871").is_suspended("FRP 1", "2022-03-01", "2022-11-16")


def arstad(arstad: Diary) -> None:
    """A release was written down with the wrong month, and put right seven weeks later: both can still be seen."""
    arstad.on("2021-01-20", "2021/0412").leaves("SV 2", "2021-02-01", EndCause.RELEASED)
    arstad.on("2021-01-20", "2021/0412").is_elected_instead("SV vara 1", "SV 2", "2021-02-01")
    arstad.on("2021-03-10", "2021/0412").release_was_later("SV 2", "2021-03-01", replaced_by="SV vara 1")


def asane(asane: Diary) -> None:
    """The deputy chair was released from the rest of the term: a new member, and a new deputy chair."""
    asane.on("2022-08-24", "2022/3127").leaves("A 1", "2022-09-01", EndCause.RELEASED)
    asane.on("2022-09-21", "2022/3127").is_elected_instead("A vara 1", "A 1", "2022-09-21")
    asane.on("2022-09-21", "2022/3128").deputy_chair_is("FRP 1", "2022-09-21")


def since_2023(councils: dict[str, Diary]) -> None:
    """What has happened in the elected councils after their first meeting."""
    fana, bergenhus = councils["fana"], councils["bergenhus"]
    fana.on("2024-02-20").leaves("H 3", "2024-03-01", EndCause.MOVED_OUT)
    fana.on("2024-02-20").moves_up("H vara 1", "H 3", "2024-03-01")
    councils["arstad"].on("2024-01-24", "2024/0388").leave_is_granted("SV 2", "2024-02-01", "2024-08-01")
    bergenhus.on("2025-01-22", "2025/0117").chair_is("H 2", "2025-02-01")
    councils["laksevag"].on("2025-03-12").changes_group("FRP 2", "Uavhengig", "2025-03-12")
