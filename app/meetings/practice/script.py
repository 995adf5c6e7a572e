"""A meeting to practise on: everything that goes wrong on a bad evening, step by step, with what is to be recorded.

Quorum is lost and regained by a late deputy, two members are disqualified, a vote is tied and so is an election, one
item is closed, and an urgent case comes on the agenda.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from app.core.errors import DomainError
from app.councils.domain.majority_of_chair import Round
from app.meetings.domain.closing import ClosingBasis, ClosingGround
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.event_log import Entry, EventLog, append, read_log
from app.meetings.domain.events import (
    AdmissionAsked,
    Arrived,
    Decided,
    DeputyCalledIn,
    DisqualificationRaised,
    DoorsClosed,
    ItemHandled,
    ItemOpened,
    ItemRaised,
    Left,
    LotDrawn,
    MeetingAdjourned,
    MeetingClosed,
    MeetingEvent,
    MeetingResumed,
    MeetingSet,
    OfficeRoundHeld,
    OnClosing,
    OnDisqualification,
    OnProcedure,
    OnProposal,
    ProposalMoved,
    QuestionAnswered,
    QuestionAsked,
    RemarkEntered,
    RollCalled,
    StatementEntered,
    SteppedDown,
    VoteHeld,
)
from app.meetings.domain.exemption import SECRECY_BASIS
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.presence import Sitting
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.taking_part import Capacity, OtherAttendee
from app.meetings.domain.vote_forms import ByGroup, Choice, PerSeat, Unanimous
from app.meetings.minutes_texts.words import WrittenForm
from app.meetings.practice.council import (
    MEETING_DAY,
    OPENING,
    PREVIOUS,
    SPOKESPERSON,
    STREETLIGHTS,
    TENANT,
    TRAFFIC,
    practice_setting,
    urgent_item,
)

FOR, AGAINST = Choice.FOR, Choice.AGAINST
PRESENT = (1, 2, 4, 5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Step:
    """What happens in the room at ``clock`` ("18.05"), and the event that records it.

    ``refused``: the event cannot be recorded, and this is why; one who practises sees the refusal.
    """

    clock: str
    told: str
    event: MeetingEvent
    refused: type[DomainError] | None = None


def practice_steps(form: WrittenForm) -> tuple[Step, ...]:
    """The evening from roll call to closing, in the written form."""
    return tuple(_steps(_Script(form)))


def practice_log(form: WrittenForm) -> EventLog:
    """The log of one who records every step; what is to be refused is tried, and is not in it."""
    log = read_log(practice_setting(form))
    for step in practice_steps(form):
        if step.refused is None:
            log = append(log, entry_of(step, log.next_sequence))
    return log


def entry_of(step: Step, sequence: int) -> Entry:
    """The step as an entry of the log, at its time on the meeting day."""
    hour, minute = (int(part) for part in step.clock.split("."))
    # An hour before the clock on the wall: the meeting is held in winter time.
    at = datetime(MEETING_DAY.year, MEETING_DAY.month, MEETING_DAY.day, hour - 1, minute, tzinfo=UTC)
    return Entry(f"steg-{sequence}", sequence, at, step.event)


@dataclass(frozen=True, slots=True)
class _Script:
    form: WrittenForm

    def say(self, bokmaal: str, nynorsk: str) -> str:
        return bokmaal if self.form is WrittenForm.BOKMAAL else nynorsk


def _steps(script: _Script) -> Iterator[Step]:
    yield from _beginning(script)
    yield from _urgent_case_asked(script)
    yield from _previous_minutes(script)
    yield from _traffic_disqualified(script)
    yield from _traffic_decided(script)
    yield from _tenant(script)
    yield from _spokesperson(script)
    yield from _streetlights(script)
    yield from _end(script)


def _beginning(script: _Script) -> Iterator[Step]:
    say = script.say
    director = OtherAttendee("Rune Rud", Capacity.CHIEF_EXECUTIVE, "bydelsdirektør")
    roll = RollCalled(tuple(Sitting(seat, seat) for seat in PRESENT), (director,))
    yield Step(
        "18.00",
        say(
            "Opprop: Cecilie Dale (3) og Iver Iversen (9) er ikke her. Bydelsdirektør Rune Rud møter.",
            "Opprop: Cecilie Dale (3) og Iver Iversen (9) er ikkje her. Bydelsdirektør Rune Rud møter.",
        ),
        roll,
    )
    yield Step("18.01", say("Mona Moen setter møtet.", "Mona Moen set møtet."), MeetingSet(4))
    yield Step("18.02", say("Innkalling og saksliste.", "Innkalling og sakliste."), ItemOpened(OPENING))
    yield Step(
        "18.03",
        say("Ingen har merknader: enstemmig.", "Ingen har merknader: samrøystes."),
        VoteHeld("saksliste", OnProcedure(say("Innkalling og saksliste", "Innkalling og sakliste")), Unanimous()),
    )


def _urgent_case_asked(script: _Script) -> Iterator[Step]:
    say = script.say
    yield Step(
        "18.04",
        say(
            "Lederen har en hastesak: gatelys som er slått av. Den får nummer 16/26.",
            "Leiaren har ei hastesak: gatelys som er slått av. Ho får nummer 16/26.",
        ),
        ItemRaised(urgent_item(script.form)),
    )
    yield Step(
        "18.05",
        say(
            "Hilde Hauge (8) vil ikke ha saken nå. En tredel av sju er tre, så saken kan avgjøres.",
            "Hilde Hauge (8) vil ikkje ha saka no. Ein tredel av sju er tre, så saka kan avgjerast.",
        ),
        AdmissionAsked(STREETLIGHTS, objecting=(8,)),
    )
    yield Step("18.06", say("Saken er ferdig.", "Saka er ferdig."), ItemHandled())


def _previous_minutes(script: _Script) -> Iterator[Step]:
    say = script.say
    yield Step("18.06", say("Forrige protokoll.", "Førre protokoll."), ItemOpened(PREVIOUS))
    yield Step("18.07", say("Enstemmig.", "Samrøystes."), VoteHeld("forrige", OnProposal(""), Unanimous()))
    text = say("Protokollen godkjennes.", "Protokollen vert godkjend.")
    yield Step("18.07", say("Vedtaket føres.", "Vedtaket vert ført."), Decided(text, "forrige"))
    yield Step("18.08", say("Saken er ferdig.", "Saka er ferdig."), ItemHandled())


def _traffic_disqualified(script: _Script) -> Iterator[Step]:
    say = script.say
    yield Step("18.08", say("Skolegata.", "Skulegata."), ItemOpened(TRAFFIC))
    yield Step(
        "18.09",
        say(
            "Erik Eng (5) eier en butikk i gata og spør om han er inhabil.",
            "Erik Eng (5) eig ein butikk i gata og spør om han er inhabil.",
        ),
        DisqualificationRaised(5, Ground.PARTY),
    )
    yield Step(
        "18.10",
        say("Hilde Hauge (8) er søster av en annen part.", "Hilde Hauge (8) er syster til ein annan part."),
        DisqualificationRaised(8, Ground.RELATED),
    )
    for seat, name, voted, rose in ((5, "Erik Eng", "18.12", "18.13"), (8, "Hilde Hauge", "18.14", "18.15")):
        yield Step(
            voted,
            say(
                f"De fem andre erklærer {name} inhabil, enstemmig. Ingen av de to er med.",
                f"Dei fem andre erklærer {name} inhabil, samrøystes. Ingen av dei to er med.",
            ),
            VoteHeld(f"habil-{seat}", OnDisqualification(seat), Unanimous()),
        )
        yield Step(rose, say(f"{name} går fra bordet.", f"{name} går frå bordet."), SteppedDown(seat))
    yield Step(
        "18.20",
        say("Bjarne Bø (2) blir syk og går.", "Bjarne Bø (2) vert sjuk og går."),
        Left(2),
    )
    yield Step(
        "18.21",
        say(
            "Lederen vil stemme. Fire av ni er til stede, og fem må til: prøv, og se hva som skjer.",
            "Leiaren vil røyste. Fire av ni er til stades, og fem må til: prøv, og sjå kva som skjer.",
        ),
        VoteHeld("for-tidlig", OnProposal(""), Unanimous()),
        NotQuorate,
    )
    yield Step(
        "18.22",
        say("Møtet tar pause til det kommer vara.", "Møtet tek pause til det kjem vara."),
        MeetingAdjourned(say("utvalget var ikke vedtaksført", "utvalet var ikkje vedtaksført")),
    )


def _traffic_decided(script: _Script) -> Iterator[Step]:
    say = script.say
    yield Step(
        "18.40",
        say("Jorunn Juvik (vara for H) kommer til plass 3.", "Jorunn Juvik (vara for H) kjem til plass 3."),
        Arrived(3, 11),
    )
    yield Step("18.41", say("Møtet fortsetter.", "Møtet held fram."), MeetingResumed())
    yield Step(
        "18.42",
        say("Lars Lie (vara for Ap) tar plass 5 i saken.", "Lars Lie (vara for Ap) tek plass 5 i saka."),
        DeputyCalledIn(5, 14),
    )
    yield Step(
        "18.50",
        say(
            "Astrid Aas (H) og Geir Gjerde (SV) har et fellesforslag.",
            "Astrid Aas (H) og Geir Gjerde (SV) har eit fellesframlegg.",
        ),
        ProposalMoved(
            "felles",
            ProposalKind.ALTERNATIVE,
            say("Utvalget ber om en prøveperiode på tre måneder.", "Utvalet ber om ein prøveperiode på tre månader."),
            (1, 7),
        ),
    )
    yield Step(
        "18.55",
        say(
            "Innstillingen mot forslaget: Ap for, H og SV mot. Det blir likt, og Mona Moen avgjør.",
            "Tilrådinga mot framlegget: Ap for, H og SV mot. Det vert likt, og Mona Moen avgjer.",
        ),
        VoteHeld("skolegata", OnProposal("", "felles"), ByGroup((("Ap", FOR), ("H", AGAINST), ("SV", AGAINST)))),
    )
    text = say(
        "Utvalget ber om at Skolegata gjøres om til gågate fra 1. juni.",
        "Utvalet ber om at Skulegata vert gjord om til gågate frå 1. juni.",
    )
    yield Step("18.56", say("Vedtaket føres.", "Vedtaket vert ført."), Decided(text, "skolegata"))
    yield Step(
        "18.57",
        say(
            "Saken er ferdig. De to kommer tilbake, og Lars Lie går.",
            "Saka er ferdig. Dei to kjem att, og Lars Lie går.",
        ),
        ItemHandled(),
    )


def _tenant(script: _Script) -> Iterator[Step]:
    say = script.say
    yield Step("18.58", say("Klagesaken.", "Klagesaka."), ItemOpened(TENANT))
    yield Step(
        "18.59",
        say(
            "Saken har opplysninger under taushetsplikt. Lukkingen stemmes det over for åpne dører.",
            "Saka har opplysningar under teieplikt. Lukkinga vert røysta over for opne dører.",
        ),
        VoteHeld("lukking", OnClosing(ClosingGround(ClosingBasis.SECRECY, SECRECY_BASIS)), Unanimous()),
    )
    yield Step("19.00", say("Dørene lukkes.", "Dørene vert lukka."), DoorsClosed("lukking"))
    yield Step(
        "19.05",
        say("Direktøren forteller om helsen til Per Paulsen.", "Direktøren fortel om helsa til Per Paulsen."),
        RemarkEntered(
            say(
                "Bydelsdirektøren orienterte om helsen til Per Paulsen.",
                "Bydelsdirektøren orienterte om helsa til Per Paulsen.",
            ),
            SECRECY_BASIS,
        ),
    )
    votes = PerSeat(((1, FOR), (3, FOR), (4, FOR), (5, FOR), (6, FOR), (7, FOR), (8, AGAINST)))
    yield Step(
        "19.12",
        say(
            "Det stemmes ved opprop: bare Hilde Hauge er mot.", "Det vert røysta ved opprop: berre Hilde Hauge er mot."
        ),
        VoteHeld("klage", OnProposal(""), votes),
    )
    text = say("Klagen fra Per Paulsen tas til følge.", "Klaga frå Per Paulsen vert teken til følgje.")
    yield Step("19.13", say("Vedtaket føres.", "Vedtaket vert ført."), Decided(text, "klage"))
    yield Step("19.14", say("Saken er ferdig, dørene åpnes.", "Saka er ferdig, dørene vert opna."), ItemHandled())


def _spokesperson(script: _Script) -> Iterator[Step]:
    say = script.say
    first, second = "Fatima Fosse", "Jorunn Juvik"
    tied = Round(((first, 3), (second, 3)), 1)
    yield Step("19.15", say("Valg av talsperson.", "Val av talsperson."), ItemOpened(SPOKESPERSON))
    for turn, told in (
        (
            "19.18",
            say(
                "Skriftlig: Fatima Fosse 3, Jorunn Juvik 3, blank 1. Ingen har mer enn halvparten.",
                "Skriftleg: Fatima Fosse 3, Jorunn Juvik 3, blank 1. Ingen har meir enn halvparten.",
            ),
        ),
        (
            "19.21",
            say("Ny avstemning: det samme. Ingen avgjør ved valg.", "Ny røysting: det same. Ingen avgjer ved val."),
        ),
    ):
        yield Step(turn, told, OfficeRoundHeld("talsperson", Office.OTHER, tied))
    yield Step(
        "19.22",
        say("Loddet faller på Jorunn Juvik.", "Loddet fell på Jorunn Juvik."),
        LotDrawn("talsperson", second),
    )
    text = say(
        "Jorunn Juvik velges som talsperson i trafikkrådet.", "Jorunn Juvik vert vald som talsperson i trafikkrådet."
    )
    yield Step("19.23", say("Vedtaket føres.", "Vedtaket vert ført."), Decided(text, "talsperson"))
    yield Step("19.24", say("Saken er ferdig.", "Saka er ferdig."), ItemHandled())


def _streetlights(script: _Script) -> Iterator[Step]:
    say = script.say
    yield Step("19.25", say("Hastesaken.", "Hastesaka."), ItemOpened(STREETLIGHTS))
    yield Step(
        "19.30",
        say(
            "Innstillingen: H og SV for, resten mot, men Erik Eng og Mona Moen for.",
            "Tilrådinga: H og SV for, resten mot, men Erik Eng og Mona Moen for.",
        ),
        VoteHeld("gatelys", OnProposal(""), ByGroup((("H", FOR), ("SV", FOR)), AGAINST, ((4, FOR), (5, FOR)))),
    )
    text = say("Utvalget ber om at lysene slås på igjen straks.", "Utvalet ber om at lysa vert slått på att straks.")
    yield Step("19.31", say("Vedtaket føres.", "Vedtaket vert ført."), Decided(text, "gatelys"))
    yield Step(
        "19.33",
        say("Hilde Hauge har en protokolltilførsel.", "Hilde Hauge har ein protokolltilførsel."),
        StatementEntered(8, say("Saken burde vært sendt med innkallingen.", "Saka burde vore send med innkallinga.")),
    )
    yield Step("19.34", say("Saken er ferdig.", "Saka er ferdig."), ItemHandled())


def _end(script: _Script) -> Iterator[Step]:
    say = script.say
    yield Step(
        "19.35",
        say("Geir Gjerde spør når biblioteket åpner.", "Geir Gjerde spør når biblioteket opnar."),
        QuestionAsked("bibliotek", 7, say("Når åpner biblioteket?", "Når opnar biblioteket?")),
    )
    yield Step(
        "19.36",
        say("Lederen svarer.", "Leiaren svarar."),
        QuestionAnswered("bibliotek", "Mona Moen", say("Det åpner 1. august.", "Det opnar 1. august.")),
    )
    yield Step("19.40", say("Møtet heves.", "Møtet vert heva."), MeetingClosed())
