"""The meeting room's screen: where the meeting stands, what can be recorded now, and the minutes as they grow."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.councils.membership_words import role_name
from app.meetings.domain.agenda import AgendaItem
from app.meetings.domain.event_log import EventLog
from app.meetings.domain.minutes import Occasion, full_minutes
from app.meetings.domain.presence import Occupancy
from app.meetings.domain.proceedings import Happened, HeldVote, ItemProgress, Proceedings
from app.meetings.domain.quorum import Quorum, quorum
from app.meetings.domain.roster import RosterSeat
from app.meetings.domain.vote_results import DecidedBy
from app.meetings.live import election_acts, frame_acts, item_acts, talk_acts, vote_acts
from app.meetings.live.act_form import ActForm
from app.meetings.live.happened_words import event_words
from app.meetings.live.queries import told_of
from app.meetings.minutes_texts.minutes_text import MinutesText, minutes_text
from app.meetings.minutes_texts.words import WrittenForm

ITEM: tuple[type[ActForm], ...] = (
    frame_acts.RollAct,
    frame_acts.SetAct,
    frame_acts.ResumeAct,
    item_acts.OpenAct,
    vote_acts.ProposalAct,
    vote_acts.VoteAct,
    vote_acts.ProcedureVoteAct,
    item_acts.DecidedAct,
    talk_acts.RemarkAct,
    talk_acts.StatementAct,
    item_acts.HandledAct,
    frame_acts.CloseAct,
)
SEATS: tuple[type[ActForm], ...] = (
    frame_acts.ArrivedAct,
    frame_acts.LeftAct,
    item_acts.DisqualificationAct,
    vote_acts.DisqualificationVoteAct,
    frame_acts.SteppedDownAct,
    frame_acts.DeputyAct,
    frame_acts.LeaderAct,
)
DOORS: tuple[type[ActForm], ...] = (
    vote_acts.ClosingVoteAct,
    item_acts.DoorsClosedAct,
    item_acts.ClosedDebateAct,
    item_acts.DoorsOpenedAct,
    item_acts.AdmissionAct,
    item_acts.RaiseAct,
    item_acts.PostponedAct,
    vote_acts.ProposalWithdrawnAct,
    item_acts.WithdrawnAct,
    item_acts.SetAsideAct,
)
ELSE: tuple[type[ActForm], ...] = (
    talk_acts.QuestionAct,
    talk_acts.AnswerAct,
    talk_acts.SpokeAct,
    frame_acts.AdjournAct,
    frame_acts.RecordingAct,
    election_acts.OfficeRoundAct,
    election_acts.LotAct,
    election_acts.CommitteeAct,
    election_acts.CommitteeLotAct,
)
GROUPS = (
    (_l("Saken"), ITEM),
    (_l("Plassene og habilitet"), SEATS),
    (_l("Dørene og sakslisten"), DOORS),
    (_l("Ordet, pauser og valg"), ELSE),
)
"""What can be recorded, as it stands on the screen."""

ACTS: dict[str, type[ActForm]] = {each.act: each for _heading, group in GROUPS for each in group}


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat on the screen: who sits there now, or who should have."""

    number: int
    group: str
    name: str
    note: str
    occupied: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything the page shows, apart from the forms."""

    log: EventLog
    quorum: Quorum
    seats: tuple[SeatLine, ...]
    leader: str
    open_item: ItemProgress | None
    waiting: tuple[AgendaItem, ...]
    latest_vote: str
    happened: tuple[tuple[Happened, str], ...]
    minutes: MinutesText

    @property
    def now(self) -> Proceedings:
        """The meeting as it stands."""
        return self.log.now


def screen_of(log: EventLog, occasion: Occasion, form: WrittenForm) -> Screen:
    """The screen of a log. The minutes beside it are the full ones: it is the secretary who reads them.

    Rules: R-287, R-300.
    """
    now, told = log.now, told_of(log)
    roster = log.setting.roster
    return Screen(
        log,
        quorum(now.occupancy.occupied, roster.members),
        tuple(_seat(each, now) for each in roster.seats),
        roster.attendee(now.leader).name if now.leader is not None else "",
        now.item(now.open_item) if now.open_item else None,
        tuple(each.item for each in now.items if each.state == "numbered" and each.item.key != now.open_item),
        vote_words(now.votes[-1], now) if now.votes else "",
        tuple((each, event_words(each, told)) for each in reversed(now.happened)),
        minutes_text(full_minutes(now, occasion), roster, form),
    )


def vote_words(vote: HeldVote, now: Proceedings) -> str:
    """«Vedtatt: 8 for, 7 mot (8 trengs). 15 av 15 plasser, 8 må til.»"""
    return " ".join(_vote_words(vote, now))


def _vote_words(vote: HeldVote, now: Proceedings) -> Iterator[str]:
    result = vote.result
    yield _(
        "Votering %(number)s: %(outcome)s med %(votes_for)s for og %(against)s mot; flertall er %(needed)s.",
        number=vote.number,
        outcome=_("vedtatt") if result.adopted else _("falt"),
        votes_for=result.tally.votes_for,
        against=result.tally.votes_against,
        needed=result.needed,
    )
    if result.decided_by is DecidedBy.CASTING_VOTE and result.leader is not None:
        yield _("Likt: møtelederens stemme avgjorde (%(name)s).", name=now.setting.roster.attendee(result.leader).name)
    yield _(
        "%(occupied)s av %(members)s plasser var besatt, og %(needed)s må til.",
        occupied=result.quorum.occupied,
        members=result.quorum.members,
        needed=result.quorum.needed,
    )


def _seat(seat: RosterSeat, now: Proceedings) -> SeatLine:
    occupant = now.occupancy.occupant(seat.seat)
    notes = []
    if seat.role:
        notes.append(role_name(seat.role))
    if occupant is None:
        notes.append(_absence(seat, now.occupancy))
    elif seat.summoned and seat.summoned.person_id != occupant:
        notes.append(_("for %(name)s", name=seat.summoned.name))
    elif seat.summoned is None:
        notes.append(_("ledig plass"))
    who = now.setting.roster.attendee(occupant) if occupant is not None else seat.summoned
    name = who.name if who else _("Ledig plass")
    group = (who.party if who else seat.group) or "–"
    return SeatLine(seat.seat, group, name, ", ".join(each for each in notes if each), occupant is not None)


def _absence(seat: RosterSeat, occupancy: Occupancy) -> str:
    if any(each.seat == seat.seat for each in occupancy.stepped_down):
        return _("fratrådt i saken")
    return _("ikke til stede") if seat.summoned else ""


def possible_acts(now: Proceedings) -> tuple[tuple[str, tuple[type[ActForm], ...]], ...]:
    """What can be recorded as the meeting stands, group by group under their headings."""
    return tuple((str(heading), tuple(each for each in group if each.fits(now))) for heading, group in GROUPS)
