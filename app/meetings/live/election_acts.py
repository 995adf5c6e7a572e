"""Forms of elections inside the meeting: rounds by majority, the lot, and a committee elected proportionally."""

import re
from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, NumberRange, Optional

from app.core.forms import Filled
from app.councils.domain.gender import Gender
from app.councils.domain.group_lists import GroupList, ListedCandidate
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.majority_of_chair import ChairElected, ChairLotRequired, Round, voting_forms_for_chair
from app.councils.domain.proportional_election import VotingForm
from app.meetings.domain.events import CommitteeElected, LotDrawn, MeetingEvent, OfficeRoundHeld
from app.meetings.domain.meeting_elections import Office, OfficeElection
from app.meetings.domain.proceedings import Proceedings
from app.meetings.live.act_form import ActForm, fill, in_item
from app.meetings.live.frame_acts import LONGEST
from app.meetings.live.typed_lines import LineNotUnderstood
from app.meetings.meeting_words import office_name

VOTES = re.compile(r"^\s*(.+?)\s*[:;]?\s+(\d+)\s*$")
LISTED = re.compile(r"^\s*([^:]+):\s*(\d+)\s*:\s*(.+)$")
NAMED = re.compile(r"^\s*(.+?)\s*\(([kKmM])\)\s*$")
MOST_SEATS = 50


class OfficeRoundAct(ActForm):
    """A round of an election by majority; a second one goes on with the first."""

    act, key, title = "valg", "e", _l("Valg: omgang")
    own = ("election", "form", "votes", "blank")

    election = SelectField(_l("Hva velges?"))
    form = SelectField(_l("Hvordan stemmes det?"))
    votes = TextAreaField(
        _l("Stemmer"),
        [Filled(_l("Skriv stemmene.")), Length(max=LONGEST)],
        description=_l("Én på hver linje: navn og antall, som «Anne Aas 5»."),
    )
    blank = IntegerField(_l("Blanke"), [Optional(), NumberRange(0, 500)], default=0)

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        return {"election": next((each.key for each in _going_on(now)), f"ny:{Office.OTHER}")}

    def choose(self, now: Proceedings) -> None:
        again = [(each.key, _("Ny omgang: %(office)s", office=office_name(each.office))) for each in _going_on(now)]
        fill(self.election, [*again, *((f"ny:{each}", office_name(each)) for each in Office)])
        names = {VotingForm.WRITTEN: _("Skriftlig"), VotingForm.SHOW_OF_HANDS: _("Ved håndsopprekning")}
        fill(self.form, [(each, names[each]) for each in voting_forms_for_chair(now.setting.on)])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        chosen = str(self.election.data)
        begun = None if chosen.startswith("ny:") else now.election(chosen)
        office = begun.office if begun else Office(chosen.removeprefix("ny:"))
        held = Round(tuple(_votes(self.votes.data or "")), self.blank.data or 0)
        return OfficeRoundHeld(begun.key if begun else event_id, office, held, VotingForm(self.form.data))


class LotAct(ActForm):
    """The lot between those who are tied in the second round."""

    act, title = "lodd", _l("Lodd")
    own = ("winner",)

    winner = SelectField(_l("Hvem falt loddet på?"), [Filled(_l("Velg hvem."))])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and _tied(now) is not None

    def choose(self, now: Proceedings) -> None:
        tied = _tied(now)
        fill(self.winner, [(each, each) for each in tied[1].tied] if tied else [])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        tied = _tied(now)
        return LotDrawn(tied[0].key if tied else "", str(self.winner.data))


class CommitteeAct(ActForm):
    """A proportional election of a working committee."""

    act, title = "forholdsvalg", _l("Forholdsvalg")
    own = ("body", "seats", "lists", "blank")

    body = StringField(_l("Hva velges?"), [Filled(_l("Skriv hva som velges.")), Length(max=200)])
    seats = IntegerField(_l("Antall plasser"), [Filled(_l("Skriv hvor mange.")), NumberRange(1, MOST_SEATS)])
    lists = TextAreaField(
        _l("Lister og stemmer"),
        [Filled(_l("Skriv listene.")), Length(max=LONGEST)],
        description=_l("Én liste på hver linje: «A: 5: Anne Aas (k), Bo Berg (m)», med antall stemmer og navn."),
    )
    blank = IntegerField(_l("Blanke"), [Optional(), NumberRange(0, 500)], default=0)

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        typed = list(_lists(self.lists.data or ""))
        lists = tuple(each for each, _number in typed)
        votes = tuple((each.code, number) for each, number in typed)
        body = (self.body.data or "").strip()
        return CommitteeElected(event_id, body, lists, self.seats.data or 0, votes, self.blank.data or 0)


class CommitteeLotAct(ActForm):
    """The lot between lists with equal quotients and equal votes; then the election goes on."""

    act, title = "lodd-lister", _l("Lodd mellom lister")
    own = ("winner",)

    winner = SelectField(_l("Hvilken liste falt loddet på?"), [Filled(_l("Velg en liste."))])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and _waiting_for_lot(now) is not None

    def choose(self, now: Proceedings) -> None:
        waiting = _waiting_for_lot(now)
        fill(self.winner, [(each, each) for each in waiting[1].lists] if waiting else [])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        waiting = _waiting_for_lot(now)
        assert waiting is not None
        held, lot = waiting
        drawn = (*held.lots, Lot(lot.lists, str(self.winner.data)))
        return CommitteeElected(held.election, held.body, held.lists, held.seats, held.votes, held.blank, drawn)


def _going_on(now: Proceedings) -> list[OfficeElection]:
    return [
        each
        for each in now.elections
        if each.item == now.open_item and not isinstance(each.result, ChairElected | ChairLotRequired)
    ]


def _tied(now: Proceedings) -> tuple[OfficeElection, ChairLotRequired] | None:
    for each in now.elections:
        if each.item == now.open_item and isinstance(each.result, ChairLotRequired):
            return each, each.result
    return None


def _waiting_for_lot(now: Proceedings) -> tuple[CommitteeElected, LotRequired] | None:
    for each in now.committees:
        if each.item == now.open_item and isinstance(each.result, LotRequired):
            held = [
                happened.event
                for happened in now.happened
                if isinstance(happened.event, CommitteeElected) and happened.event.election == each.key
            ]
            return held[-1], each.result
    return None


def _votes(typed: str) -> Iterator[tuple[str, int]]:
    for line in typed.splitlines():
        if not line.strip():
            continue
        found = VOTES.match(line)
        if found is None:
            raise LineNotUnderstood(line.strip(), "Anne Aas 5")
        yield found[1].strip(" :;"), int(found[2])


def _lists(typed: str) -> Iterator[tuple[GroupList, int]]:
    """Persons outside the council have no number of their own here: each place on a list is somebody else."""
    for number, line in enumerate((each for each in typed.splitlines() if each.strip()), start=1):
        found = LISTED.match(line)
        if found is None:
            raise LineNotUnderstood(line.strip(), "A: 5: Anne Aas (k), Bo Berg (m)")
        code, votes = found[1].strip(), int(found[2])
        candidates = tuple(
            _candidate(each, place, -(number * 1000 + place)) for place, each in enumerate(found[3].split(","), start=1)
        )
        yield GroupList(code, (code,), candidates, (code,)), votes


def _candidate(typed: str, place: int, person_id: int) -> ListedCandidate:
    found = NAMED.match(typed)
    if found is None:
        raise LineNotUnderstood(typed.strip(), "Anne Aas (k)")
    gender = Gender.FEMALE if found[2].casefold() == "k" else Gender.MALE
    return ListedCandidate(place, person_id, found[1], gender)
