"""Forms of proposals and votes. A vote is typed as it is said; the result is computed from the seats occupied then."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from app.core.formatting import joined
from app.core.forms import Filled
from app.meetings.domain.closing import ClosingBasis, ClosingGround
from app.meetings.domain.events import (
    MeetingEvent,
    OnClosing,
    OnDisqualification,
    OnProcedure,
    OnProposal,
    ProposalMoved,
    ProposalWithdrawn,
    VoteHeld,
    VoteSubject,
)
from app.meetings.domain.exemption import BASES
from app.meetings.domain.proceedings import Proceedings
from app.meetings.domain.proposals import Mover, ProposalKind
from app.meetings.domain.record_votes import RECOMMENDATION, standing_proposals, voters_on
from app.meetings.live.act_form import ActForm, fill, in_item, seated
from app.meetings.live.frame_acts import CHOOSE, CheckboxesField
from app.meetings.live.typed_vote import typed_vote
from app.meetings.meeting_words import closing_basis_name, proposal_kind_name

NOBODY_ELSE = 0
"""The mayor has no seat, and is no person of the council."""

EXCLUSIVE = (ProposalKind.RECOMMENDATION, ProposalKind.ALTERNATIVE)
"""The kinds that can be voted on against each other."""


class ProposalAct(ActForm):
    """A proposal in the open item."""

    act, key, title = "forslag", "f", _l("Forslag")
    own = ("kind", "text", "movers", "mayor")

    kind = SelectField(_l("Hva slags forslag?"))
    text = TextAreaField(_l("Forslaget"), [Filled(_l("Skriv forslaget.")), Length(max=8000)])
    movers = CheckboxesField(_l("Hvem er det fra?"))
    mayor = StringField(
        _l("Ordføreren"),
        [Length(max=200)],
        description=_l("Navnet, om forslaget er fra ordføreren, som ikke er medlem."),
    )

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    def choose(self, now: Proceedings) -> None:
        kinds = [each for each in ProposalKind if each is not ProposalKind.RECOMMENDATION]
        kinds.sort(key=lambda each: each is not ProposalKind.ALTERNATIVE)
        fill(self.kind, [(each, proposal_kind_name(each)) for each in kinds])
        fill(self.movers, seated(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        mayor = (self.mayor.data or "").strip()
        return ProposalMoved(
            event_id,
            ProposalKind(self.kind.data),
            (self.text.data or "").strip(),
            tuple(int(each) for each in self.movers.data or ()),
            Mover(NOBODY_ELSE, mayor) if mayor else None,
        )


class ProposalWithdrawnAct(ActForm):
    """A proposal is withdrawn before it is voted on."""

    act, title = "trekk-forslag", _l("Trekk et forslag")
    own = ("proposal",)

    proposal = SelectField(_l("Hvilket forslag?"), [Filled(_l("Velg et forslag."))])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and any(key != RECOMMENDATION for key in standing_proposals(now))

    def choose(self, now: Proceedings) -> None:
        keys = [key for key in standing_proposals(now) if key != RECOMMENDATION]
        fill(self.proposal, [(key, name_of(now, key)) for key in keys])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return ProposalWithdrawn(str(self.proposal.data))


class _Vote(ActForm):
    """What all votes have: the line that says how they voted."""

    votes = StringField(
        _l("Hvordan stemte de?"),
        [Filled(_l("Skriv hvordan de stemte.")), Length(max=500)],
        description=_l(
            "Skriv «enstemmig», «H, FrP for; resten mot; 12 mot», eller «1 for; 2 mot; 3 for» ved opprop. Ved valg og "
            "tilsetting også «skriftlig 5-3-1»."
        ),
    )

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        return {"votes": "enstemmig"}

    def held(self, now: Proceedings, event_id: str, subject: VoteSubject) -> VoteHeld:
        """The vote, for those who take part in it."""
        return VoteHeld(event_id, subject, typed_vote(self.votes.data or "", voters_on(now, subject)))


class VoteAct(_Vote):
    """A vote on the recommendation or a proposal, alone or against another."""

    act, key, title = "votering", "v", _l("Votering")
    own = ("subject", "votes", "trial")

    subject = SelectField(_l("Hva stemmes det over?"), [Filled(_l("Velg hva det stemmes over."))])
    trial = BooleanField(_l("Prøvevotering, som ikke avgjør noe"))

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and bool(standing_proposals(now))

    def choose(self, now: Proceedings) -> None:
        fill(self.subject, _subjects(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        proposal, against = str(self.subject.data).removeprefix("p:").split("|")
        return self.held(now, event_id, OnProposal(proposal, against, trial=bool(self.trial.data)))


class ProcedureVoteAct(_Vote):
    """A vote on the order of things: the summons, the agenda, admitting a statement."""

    act, title = "dagsorden", _l("Votering om innkalling, saksliste eller dagsorden")
    own = ("text", "votes")

    text = StringField(_l("Hva stemmes det over?"), [Filled(_l("Skriv hva det stemmes over.")), Length(max=300)])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        return {**super().defaults(now), "text": now.item(now.open_item).item.title}

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return self.held(now, event_id, OnProcedure((self.text.data or "").strip()))


class DisqualificationVoteAct(_Vote):
    """A vote on whether a member is disqualified in the item, or excused."""

    act, title = "votering-habilitet", _l("Votering om habilitet")
    own = ("person", "votes")

    person = SelectField(_l("Hvem gjelder det?"), [CHOOSE])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and bool(_undecided(now))

    def choose(self, now: Proceedings) -> None:
        roster = now.setting.roster
        fill(self.person, [(str(each), roster.attendee(each).name) for each in _undecided(now)])
        self.votes.description = _("For: inhabil, eller fritatt. De det gjelder, stemmer ikke, og kan ikke nevnes.")

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return self.held(now, event_id, OnDisqualification(int(self.person.data)))


class ClosingVoteAct(_Vote):
    """The open vote on closing the doors for the item, with its legal basis."""

    act, title = "votering-lukking", _l("Votering om å lukke dørene")
    own = ("basis", "exempt_under", "votes")

    basis = SelectField(_l("Hvorfor lukkes de?"))
    exempt_under = SelectField(_l("Opplysningene er unntatt etter"))

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and not now.doors_closed

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        item = now.item(now.open_item).item
        basis = ClosingBasis.SECRECY if item.exempt else ClosingBasis.PRIVACY
        return {**super().defaults(now), "exempt_under": item.exempt_under, "basis": basis}

    def choose(self, now: Proceedings) -> None:
        fill(self.basis, [(each, closing_basis_name(each)) for each in ClosingBasis])
        fill(self.exempt_under, [(each, each) for each in BASES], _("Ingen paragraf i offentleglova"))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        ground = ClosingGround(ClosingBasis(self.basis.data), self.exempt_under.data or "")
        return self.held(now, event_id, OnClosing(ground))


def name_of(now: Proceedings, key: str) -> str:
    """«Forslag 1 (Anne Aas, Geir Gjerde)», «Innstillingen»."""
    if key == RECOMMENDATION:
        return _("Innstillingen")
    proposal = now.proposal(key)
    movers = joined([each.name for each in proposal.movers])
    kind = proposal_kind_name(proposal.kind)
    return _("%(kind)s %(number)s (%(movers)s)", kind=kind, number=proposal.number, movers=movers)


def _subjects(now: Proceedings) -> Iterator[tuple[str, str]]:
    """Each proposal alone, in the usual order; then each two that exclude each other, the recommendation first."""
    keys = standing_proposals(now)
    exclusive = [key for key in keys if _kind(now, key) in EXCLUSIVE]
    exclusive.sort(key=lambda key: key != RECOMMENDATION)
    for place, first in enumerate(exclusive):
        for second in exclusive[place + 1 :]:
            text = _("%(first)s mot %(second)s", first=name_of(now, first), second=name_of(now, second))
            yield f"p:{first}|{second}", text
    for key in keys:
        yield f"p:{key}|", name_of(now, key)


def _kind(now: Proceedings, key: str) -> ProposalKind:
    return ProposalKind.RECOMMENDATION if key == RECOMMENDATION else now.proposal(key).kind


def _undecided(now: Proceedings) -> list[int]:
    return [each.person_id for each in now.raised_in(now.open_item) if each.found is None]
