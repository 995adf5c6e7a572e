"""An invented council and its agenda, for practice: nine members of Solvik, and nobody in it exists.

Seats: H 1–3, Ap 4–6, SV 7, FrP 8, V 9; Mona Moen (4) leads and Astrid Aas (1) is deputy chair. Five are a quorum.
"""

from datetime import date

from app.councils.domain.membership import Role
from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.exemption import SECRECY_BASIS
from app.meetings.domain.minutes import Occasion
from app.meetings.domain.proceedings import Setting
from app.meetings.domain.roster import Attendee, Roster, RosterDeputy, RosterSeat
from app.meetings.minutes_texts.words import WrittenForm

MEETING_DAY = date(2026, 3, 12)
SUMMONED = date(2026, 3, 5)
NEXT_MEETING = date(2026, 4, 16)

MEMBERS = (
    (1, "Astrid Aas", "H", Role.DEPUTY_CHAIR),
    (2, "Bjarne Bø", "H", None),
    (3, "Cecilie Dale", "H", None),
    (4, "Mona Moen", "Ap", Role.CHAIR),
    (5, "Erik Eng", "Ap", None),
    (6, "Fatima Fosse", "Ap", None),
    (7, "Geir Gjerde", "SV", None),
    (8, "Hilde Hauge", "FrP", None),
    (9, "Iver Iversen", "V", None),
)
DEPUTIES = (
    (11, "Jorunn Juvik", "H", 1),
    (12, "Kåre Kvam", "H", 2),
    (14, "Lars Lie", "Ap", 1),
    (17, "Nina Nes", "SV", 1),
    (18, "Odd Olsen", "FrP", 1),
)

PREVIOUS, TRAFFIC, TENANT, SPOKESPERSON, STREETLIGHTS = "protokoll", "skolegata", "leie", "talsperson", "gatelys"
OPENING = "apning"


def practice_roster() -> Roster:
    """Who may sit where in Solvik."""
    seats = tuple(RosterSeat(seat, party, Attendee(seat, name, party), role) for seat, name, party, role in MEMBERS)
    deputies = tuple(RosterDeputy(Attendee(person, name, party), party, rank) for person, name, party, rank in DEPUTIES)
    return Roster(seats, deputies)


def practice_setting(form: WrittenForm) -> Setting:
    """The called meeting: what is known before it begins."""
    return Setting(MEETING_DAY, practice_roster(), practice_agenda(form), SUMMONED)


def practice_occasion(form: WrittenForm) -> Occasion:
    """Whose meeting it is."""
    in_bokmaal = form is WrittenForm.BOKMAAL
    return Occasion(
        municipality="Solvik kommune",
        council="Solvik bydelsutvalg" if in_bokmaal else "Solvik bydelsutval",
        meeting_number="2/26",
        place="Solvik skole, biblioteket" if in_bokmaal else "Solvik skule, biblioteket",
        secretary="Siv Sand",
        archive_reference="2026/118",
        next_meeting_on=NEXT_MEETING,
    )


def practice_agenda(form: WrittenForm) -> tuple[AgendaItem, ...]:
    """The agenda as it was called; the urgent case comes on it in the meeting."""
    return _IN_BOKMAAL if form is WrittenForm.BOKMAAL else _IN_NYNORSK


def urgent_item(form: WrittenForm) -> AgendaItem:
    """The case that nobody knew of when the summons was sent."""
    return _URGENT_IN_BOKMAAL if form is WrittenForm.BOKMAAL else _URGENT_IN_NYNORSK


_IN_BOKMAAL = (
    AgendaItem(OPENING, ItemKind.OPENING, "Godkjenning av innkalling og saksliste", sent_on=SUMMONED),
    AgendaItem(
        PREVIOUS,
        ItemKind.APPROVAL_OF_MINUTES,
        "Godkjenning av protokollen fra 12. februar 2026",
        number="12/26",
        recommendation="Protokollen godkjennes.",
        sent_on=SUMMONED,
    ),
    AgendaItem(
        TRAFFIC,
        ItemKind.DECISION,
        "Skolegata som gågate",
        number="13/26",
        archive_number="2026/31",
        recommendation="Utvalget ber om at Skolegata gjøres om til gågate fra 1. juni.",
        recommended_by="bydelsdirektøren",
        sent_on=SUMMONED,
    ),
    AgendaItem(
        TENANT,
        ItemKind.DECISION,
        "Klage fra Per Paulsen om kommunal bolig",
        number="14/26",
        recommendation="Klagen fra Per Paulsen tas til følge.",
        recommended_by="bydelsdirektøren",
        sent_on=SUMMONED,
        public_title="Klagesak",
        exempt_under=SECRECY_BASIS,
    ),
    AgendaItem(SPOKESPERSON, ItemKind.ELECTION, "Valg av talsperson i trafikkrådet", number="15/26", sent_on=SUMMONED),
)

_IN_NYNORSK = (
    AgendaItem(OPENING, ItemKind.OPENING, "Godkjenning av innkalling og sakliste", sent_on=SUMMONED),
    AgendaItem(
        PREVIOUS,
        ItemKind.APPROVAL_OF_MINUTES,
        "Godkjenning av protokollen frå 12. februar 2026",
        number="12/26",
        recommendation="Protokollen vert godkjend.",
        sent_on=SUMMONED,
    ),
    AgendaItem(
        TRAFFIC,
        ItemKind.DECISION,
        "Skulegata som gågate",
        number="13/26",
        archive_number="2026/31",
        recommendation="Utvalet ber om at Skulegata vert gjord om til gågate frå 1. juni.",
        recommended_by="bydelsdirektøren",
        sent_on=SUMMONED,
    ),
    AgendaItem(
        TENANT,
        ItemKind.DECISION,
        "Klage frå Per Paulsen om kommunal bustad",
        number="14/26",
        recommendation="Klaga frå Per Paulsen vert teken til følgje.",
        recommended_by="bydelsdirektøren",
        sent_on=SUMMONED,
        public_title="Klagesak",
        exempt_under=SECRECY_BASIS,
    ),
    AgendaItem(SPOKESPERSON, ItemKind.ELECTION, "Val av talsperson i trafikkrådet", number="15/26", sent_on=SUMMONED),
)

_URGENT_IN_BOKMAAL = AgendaItem(
    STREETLIGHTS,
    ItemKind.DECISION,
    "Gatelys som er slått av i Bakkeveien",
    number="16/26",
    recommendation="Utvalget ber om at lysene slås på igjen straks.",
    recommended_by="lederen",
)

_URGENT_IN_NYNORSK = AgendaItem(
    STREETLIGHTS,
    ItemKind.DECISION,
    "Gatelys som er slått av i Bakkevegen",
    number="16/26",
    recommendation="Utvalet ber om at lysa vert slått på att straks.",
    recommended_by="leiaren",
)
