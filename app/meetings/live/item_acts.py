"""Forms of the items: taken up, decided, put off, raised, behind which doors, and who is disqualified in them."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from app.core.forms import Filled
from app.councils.domain.lots import LotRequired
from app.meetings.domain.agenda import AgendaItem, ItemKind, needs_admission
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.events import (
    AdmissionAsked,
    ClosingDebateHeldClosed,
    Decided,
    DisqualificationRaised,
    DoorsClosed,
    DoorsOpened,
    ItemHandled,
    ItemOpened,
    ItemPostponed,
    ItemRaised,
    ItemSetAside,
    ItemWithdrawn,
    MeetingEvent,
    OnClosing,
    OnProposal,
)
from app.meetings.domain.exemption import BASES
from app.meetings.domain.proceedings import HeldVote, Proceedings
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.states import ItemState
from app.meetings.live.act_form import ActForm, fill, in_item, is_running, seated
from app.meetings.live.frame_acts import CHOOSE, LONGEST, CheckboxesField
from app.meetings.meeting_words import ground_name, item_kind_name
from app.meetings.services.agenda import ItemHeading

CHOOSE_ITEM = Filled(_l("Velg en sak."))
RAISED_KINDS = (ItemKind.DECISION, ItemKind.INFORMATION, ItemKind.REFERRAL, ItemKind.QUESTION, ItemKind.ELECTION)
"""What can come on the agenda in the meeting."""


def item_name(item: AgendaItem) -> str:
    """«45/25 Parken»."""
    return " ".join(part for part in (item.number, item.title) if part)


class OpenAct(ActForm):
    """An item is taken up."""

    act, key, title, send = "sak", "s", _l("Ta opp en sak"), _l("Ta opp")
    own = ("item",)

    item = SelectField(_l("Hvilken sak?"), [CHOOSE_ITEM])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now) and not now.open_item and bool(_waiting(now))

    def choose(self, now: Proceedings) -> None:
        fill(self.item, [(each.key, item_name(each)) for each in _waiting(now)])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return ItemOpened(str(self.item.data))


class HandledAct(ActForm):
    """The open item is done."""

    act, key, title, simple = "ferdig", "n", _l("Saken er ferdig"), True

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return ItemHandled()


class SetAsideAct(ActForm):
    """Another item comes first."""

    act, title, simple = "til-side", _l("Legg saken til side"), True

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return ItemSetAside()


class PostponedAct(ActForm):
    """The open item is postponed, by the vote that decided so."""

    act, title, simple = "utsett", _l("Saken er utsatt"), True

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and _postponing(now) is not None

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        vote = _postponing(now)
        return ItemPostponed(vote.key if vote else "")


class WithdrawnAct(ActForm):
    """An item is taken off the agenda."""

    act, title = "trekk-sak", _l("Trekk en sak")
    own = ("item", "reason")

    item = SelectField(_l("Hvilken sak?"), [CHOOSE_ITEM])
    reason = StringField(_l("Hvorfor?"), [Length(max=300)])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now) and bool(_waiting(now))

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        return {"item": now.open_item}

    def choose(self, now: Proceedings) -> None:
        fill(self.item, [(each.key, item_name(each)) for each in _waiting(now)])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return ItemWithdrawn(str(self.item.data), (self.reason.data or "").strip())


class RaiseAct(ActForm):
    """An item comes on the agenda in the meeting; its number is issued, never typed."""

    act, key, title = "ny-sak", "y", _l("Ny sak i møtet")
    own = ("heading", "kind", "recommendation", "recommended_by", "exempt_under", "public_title")

    heading = StringField(_l("Tittel"), [Filled(_l("Skriv en tittel.")), Length(max=300)])
    kind = SelectField(_l("Hva slags sak?"))
    recommendation = TextAreaField(_l("Forslag til vedtak"), [Length(max=LONGEST)])
    recommended_by = StringField(_l("Hvem har foreslått det?"), [Length(max=200)])
    exempt_under = SelectField(_l("Unntatt offentlighet etter"))
    public_title = StringField(_l("Offentlig tittel"), [Length(max=300)])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now)

    def choose(self, now: Proceedings) -> None:
        fill(self.kind, [(each, item_kind_name(each)) for each in RAISED_KINDS])
        fill(self.exempt_under, [(each, each) for each in BASES], _("Ikke unntatt"))

    def item_heading(self) -> ItemHeading:
        """What the agenda says of the new item."""
        return ItemHeading(
            ItemKind(self.kind.data),
            (self.heading.data or "").strip(),
            exempt_under=self.exempt_under.data or "",
            public_title=(self.public_title.data or "").strip(),
            recommendation=(self.recommendation.data or "").strip(),
            recommended_by=(self.recommended_by.data or "").strip(),
        )

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        """The item without the number that it is given when it is stored."""
        heading = self.item_heading()
        return ItemRaised(AgendaItem(event_id, heading.kind, heading.title, recommendation=heading.recommendation))


class AdmissionAct(ActForm):
    """It is asked whether anyone objects to deciding an item that was not sent with the summons."""

    act, title = "innvendinger", _l("Spør om innvendinger")
    own = ("item", "leader_objects", "objecting")

    item = SelectField(_l("Hvilken sak?"), [CHOOSE_ITEM])
    leader_objects = BooleanField(_l("Møtelederen har innvendinger"))
    objecting = CheckboxesField(
        _l("Disse har innvendinger"),
        description=_l(
            "Minst en tredel av dem som er til stede, kan stanse saken. Ingen merket: ingen har innvendinger."
        ),
    )

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now) and bool(_to_be_asked(now))

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        return {"item": now.open_item}

    def choose(self, now: Proceedings) -> None:
        fill(self.item, [(each.key, item_name(each)) for each in _to_be_asked(now)])
        fill(self.objecting, _seats(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        objecting = tuple(int(each) for each in self.objecting.data or ())
        return AdmissionAsked(str(self.item.data), bool(self.leader_objects.data), objecting)


class DisqualificationAct(ActForm):
    """It is raised whether a member is disqualified in the item."""

    act, key, title = "habilitet", "i", _l("Habilitet")
    own = ("person", "ground", "explained")

    person = SelectField(_l("Hvem gjelder det?"), [CHOOSE])
    ground = SelectField(_l("Grunn"))
    explained = StringField(
        _l("Forklaring"), [Length(max=500)], description=_l("Kommer ikke i den offentlige protokollen.")
    )

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    def choose(self, now: Proceedings) -> None:
        fill(self.person, seated(now))
        fill(self.ground, [(each, ground_name(each)) for each in Ground])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        explained = (self.explained.data or "").strip()
        return DisqualificationRaised(int(self.person.data), Ground(self.ground.data), explained)


class ClosedDebateAct(ActForm):
    """The debate on whether to close is held behind closed doors, because the leader decides so."""

    act, title, simple = "lukket-ordskifte", _l("Ordskiftet om lukking holdes lukket"), True

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and not now.doors_closed

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return ClosingDebateHeldClosed()


class DoorsClosedAct(ActForm):
    """The doors are closed, by the open vote that decided so."""

    act, key, title, simple = "lukk", "l", _l("Dørene lukkes"), True

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and not now.doors_closed and _closing(now) is not None

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        vote = _closing(now)
        return DoorsClosed(vote.key if vote else "")


class DoorsOpenedAct(ActForm):
    """The doors are opened before the item is done."""

    act, title, simple = "apne", _l("Dørene åpnes"), True

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and now.doors_closed

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return DoorsOpened()


class DecidedAct(ActForm):
    """The text decided, and the vote or election it rests on."""

    act, key, title = "vedtak", "d", _l("Vedtak")
    own = ("text", "rests_on", "recommends", "decider")

    text = TextAreaField(_l("Vedtaket"), [Filled(_l("Skriv vedtaket.")), Length(max=8000)])
    rests_on = SelectField(_l("Bygger på"), [Filled(_l("Velg en votering eller et valg."))])
    recommends = BooleanField(_l("Dette er en innstilling: et annet organ avgjør"))
    decider = StringField(_l("Hvem avgjør?"), [Length(max=200)])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and bool(list(_deciding(now)))

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        latest = next(iter(_deciding(now)), ("", ""))[0]
        return {"rests_on": latest, "text": _adopted_text(now, latest)}

    def choose(self, now: Proceedings) -> None:
        fill(self.rests_on, _deciding(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return Decided(
            (self.text.data or "").strip(),
            str(self.rests_on.data),
            final=not self.recommends.data,
            decider=(self.decider.data or "").strip(),
        )


def _waiting(now: Proceedings) -> list[AgendaItem]:
    return [each.item for each in now.items if each.state is ItemState.NUMBERED]


def _to_be_asked(now: Proceedings) -> list[AgendaItem]:
    asked = {each.item.key for each in now.items if each.admission}
    return [each for each in _waiting(now) if needs_admission(each, now.setting.summoned_on) and each.key not in asked]


def _seats(now: Proceedings) -> Iterator[tuple[str, str]]:
    for each in now.occupancy.sitting:
        yield str(each.seat), f"{each.seat} {now.setting.roster.attendee(each.person_id).name}"


def _adopted_in(now: Proceedings) -> list[HeldVote]:
    return [each for each in now.votes if each.item == now.open_item and each.result.adopted]


def _postponing(now: Proceedings) -> HeldVote | None:
    """The vote by which the open item was postponed."""
    later = {each.key for each in now.proposals if each.kind is ProposalKind.POSTPONEMENT}
    return next((each for each in _adopted_in(now) if _decides_on(each) in later), None)


def _decides_on(vote: HeldVote) -> str:
    """The proposal that the vote adopts or rejects; empty for the recommendation and for what decides nothing."""
    subject = vote.subject
    return subject.proposal if isinstance(subject, OnProposal) and not subject.trial else ""


def _closing(now: Proceedings) -> HeldVote | None:
    return next((each for each in _adopted_in(now) if isinstance(each.subject, OnClosing)), None)


def _deciding(now: Proceedings) -> Iterator[tuple[str, str]]:
    """What a decision in the open item can rest on, the latest first."""
    for vote in reversed(now.votes):
        if vote.item == now.open_item and isinstance(vote.subject, OnProposal) and not vote.subject.trial:
            tally = vote.result.tally
            yield (
                vote.key,
                _(
                    "Votering %(number)s: %(votes_for)s mot %(against)s",
                    number=vote.number,
                    votes_for=tally.votes_for,
                    against=tally.votes_against,
                ),
            )
    for election in now.elections:
        if election.item == now.open_item and election.winner:
            yield election.key, _("Valget av %(name)s", name=election.winner)
    for committee in now.committees:
        if committee.item == now.open_item and not isinstance(committee.result, LotRequired):
            yield committee.key, _("Forholdsvalget til %(body)s", body=committee.body)


def _adopted_text(now: Proceedings, key: str) -> str:
    """The text of what the vote adopted: the recommendation, or the proposal that won."""
    vote = next((each for each in now.votes if each.key == key), None)
    if vote is None or not isinstance(vote.subject, OnProposal):
        return ""
    subject = vote.subject
    if not vote.result.adopted and not subject.against:
        return ""
    won = subject.proposal if vote.result.adopted else subject.against
    if not won:
        return now.item(now.open_item).item.recommendation
    return now.proposal(won).text
