"""Votes refused, ballots the board decides on one by one, and ballots sent to the district they name."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import IntegerField
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.forms import Form, choice
from app.core.permissions import Permission
from app.elections.counting import queries, texts
from app.elections.counting.forms import DoubtfulForm, HandOverForm, ReasonForm, ReceivedForm
from app.elections.counting.models import DoubtfulBallotRow, HandOverRow
from app.elections.counting.queries import UnitKey
from app.elections.counting.room import (
    done,
    done_or_told,
    names_of,
    the_contest,
    the_election,
)
from app.elections.counting.services.ballots import (
    decide_doubtful,
    hand_over,
    receive_hand_over,
    record_refused_votes,
    withdraw_decision,
)
from app.elections.domain.categories import Category
from app.elections.domain.count_form import FIRST, MOST_BALLOTS
from app.elections.domain.doubtful_ballots import DoubtfulDecision, DoubtfulOutcome
from app.elections.domain.election import RuleSetName
from app.elections.domain.other_districts import ForeignBallotPolicy
from app.elections.domain.refused_votes import RefusalGround, VoteKind, grounds
from app.elections.domain.settings import SettingName
from app.elections.models import ContestRow
from app.elections.queries import contests_of
from app.elections.setting_queries import settings_of

ballot_room = Blueprint("count_ballots", __name__, url_prefix="/admin/valg/<address>")

SEE, APPROVE, ENTER = Permission.ELECTIONS_SEE, Permission.COUNTS_APPROVE, Permission.COUNTS_ENTER


@ballot_room.route("/telling/<code>/stemmegivninger", methods=["GET", "POST"])
@requires(SEE, to_send=APPROVE)
def refused(address: str, code: str) -> ResponseReturnValue:
    """How many votes were refused, by kind and ground."""
    contest = the_contest(address, code)
    stored = queries.refused_votes(db.session(), contest.id)
    form = _refused_form(contest, stored)

    def act() -> None:
        with transaction() as session:
            wanted = {key: form[_field(*key)].data or 0 for key in _asked(contest)}
            seen = {
                key: n for key in _asked(contest) if (n := form[f"lest-{_field(*key)}"].data) is not None and n >= 0
            }
            record_refused_votes(
                session, the_contest(address, code, session), wanted, seen=seen, by=current_actor(), at=now()
            )

    return _answer(
        form,
        act,
        url_for("count_ballots.refused", address=address, code=code),
        lambda: _refused_page(the_contest(address, code), form),
    )


@ballot_room.route("/telling/<code>/tvilsomme", methods=["GET", "POST"])
@requires(SEE, to_send=APPROVE)
def doubtful(address: str, code: str) -> ResponseReturnValue:
    """Ballots set aside in the first count, decided one by one."""
    contest = the_contest(address, code)
    form = _doubtful_form(contest)

    def act() -> None:
        category, _dash, place = form.pile.data.partition("-")
        decision = DoubtfulDecision(form.decided(), form.list_code.data or None, form.reason.data or "")
        with transaction() as session:
            here = the_contest(address, code, session)
            decide_doubtful(session, here, Category(category), place, decision, by=current_actor(), at=now())

    return _answer(
        form,
        act,
        url_for("count_ballots.doubtful", address=address, code=code),
        lambda: _doubtful_page(the_contest(address, code), form),
    )


@ballot_room.post("/telling/<code>/tvilsomme/<int:number>/angre")
@requires(APPROVE)
def withdraw(address: str, code: str, number: int) -> ResponseReturnValue:
    """Take a decision back."""
    the_contest(address, code)
    form = ReasonForm()

    def act() -> None:
        with transaction() as session:
            contest = the_contest(address, code, session)
            row = session.get(DoubtfulBallotRow, number)
            if row is None or row.contest_id != contest.id:
                abort(HTTPStatus.NOT_FOUND)
            withdraw_decision(session, contest, row, form.reason.data or "", by=current_actor(), at=now())

    done_or_told(form, act, _("Avgjørelsen er tatt tilbake. Seddelen må avgjøres på nytt."))
    return redirect(url_for("count_ballots.doubtful", address=address, code=code), HTTPStatus.SEE_OTHER)


@ballot_room.route("/overleveringer", methods=["GET", "POST"])
@requires(Permission.COUNTS_SEE, to_send=ENTER)
def hand_overs(address: str) -> ResponseReturnValue:
    """Ballots of other districts: how many were sent, and how many came."""
    election = the_election(address)
    contests = {each.code: each for each in contests_of(db.session(), election.id)}
    form = _hand_over_form(list(contests.values()))

    def act() -> None:
        category, _dash, place = form.unit.data.partition("-")
        with transaction() as session:
            here, there = (the_contest(address, each.data, session) for each in (form.from_contest, form.to_contest))
            unit = Category(category), place
            hand_over(session, here, there, unit, form.sent.data or 0, by=current_actor(), at=now())

    return _answer(
        form,
        act,
        url_for("count_ballots.hand_overs", address=address),
        lambda: _hand_overs_page(address, form),
    )


@ballot_room.post("/overleveringer/<int:number>/mottatt")
@requires(ENTER)
def received(address: str, number: int) -> ResponseReturnValue:
    """How many ballots of a hand-over came."""
    election = the_election(address)
    form = ReceivedForm()

    def act() -> None:
        with transaction() as session:
            row = session.get(HandOverRow, number)
            if row is None or row.to_contest.election_id != election.id:
                abort(HTTPStatus.NOT_FOUND)
            receive_hand_over(
                session, row, form.received.data or 0, form.remark.data or "", by=current_actor(), at=now()
            )

    done_or_told(form, act, _("Mottaket er lagret."))
    return redirect(url_for("count_ballots.hand_overs", address=address), HTTPStatus.SEE_OTHER)


def _answer(form: Form, act: Callable[[], None], address: str, page: Callable[[], str]) -> ResponseReturnValue:
    """Do the act and show the page anew; or the page with what must be put right."""
    if request.method == "GET":
        return page()
    if done(form, act):
        flash(_("Lagret."), "success")
        return redirect(address, HTTPStatus.SEE_OTHER)
    return page(), HTTPStatus.UNPROCESSABLE_ENTITY


def _asked(contest: ContestRow) -> list[tuple[VoteKind, RefusalGround]]:
    rules = RuleSetName(contest.election.rule_set)
    return [(kind, ground) for kind in VoteKind for ground in grounds(rules, kind)]


def _field(kind: VoteKind, ground: RefusalGround) -> str:
    return f"{kind.value}-{ground.value}"


def _refused_form(contest: ContestRow, stored: dict[tuple[VoteKind, RefusalGround], int]) -> Form:
    """A figure for each ground, and the figure that was read: nobody saves on top of what they have not seen."""
    fields: dict[str, object] = {}
    for kind, ground in _asked(contest):
        label = f"{texts.vote_kind_text(kind)}, {ground.value}: {texts.ground_text(ground)}"
        needed = InputRequired(_("Skriv et antall for %(ground)s, eller 0.", ground=ground.value))
        within = NumberRange(0, MOST_BALLOTS, message=_("Skriv et antall som er mulig."))
        number = stored.get((kind, ground), 0)
        fields[_field(kind, ground)] = IntegerField(label, [needed, within], default=number)
        seen = stored.get((kind, ground), -1)
        fields[f"lest-{_field(kind, ground)}"] = IntegerField(widget=HiddenInput(), default=seen)
    form = type("RefusedVotesForm", (Form,), fields)()
    assert isinstance(form, Form)
    return form


def _refused_page(contest: ContestRow, form: Form) -> str:
    """What was typed stands; the figures that were read are now those that are stored."""
    stored = queries.refused_votes(db.session(), contest.id)
    for key in _asked(contest):
        read = form[f"lest-{_field(*key)}"]
        read.data, read.raw_data = stored.get(key, -1), [str(stored.get(key, -1))]
    return render_template(
        "counting/refused.html",
        election=contest.election,
        contest=contest,
        form=form,
        asked=_asked(contest),
        field_of=_field,
        texts=texts,
        kinds=list(VoteKind),
    )


def _doubtful_form(contest: ContestRow) -> DoubtfulForm:
    names = names_of(contest)
    left = queries.doubtful_left(db.session(), contest)
    piles = [
        (f"{category}-{place}", texts.place_of(Category(category), names.places.get(place, place)))
        for (category, place), (aside, decided) in left.items()
        if decided < aside
    ]
    outcomes = [(each.value, texts.outcome_text(each)) for each in DoubtfulOutcome]
    lists = [(code, f"{code} {name}") for code, name in names.lists.items()]
    return DoubtfulForm().offer(piles, outcomes, lists)


def _doubtful_page(contest: ContestRow, form: DoubtfulForm) -> str:
    session = db.session()
    return render_template(
        "counting/doubtful.html",
        election=contest.election,
        contest=contest,
        form=form,
        left=queries.doubtful_left(session, contest),
        rows=queries.doubtful_ballots(session, contest.id),
        list_codes=queries.list_codes(session, contest.id),
        withdraw=ReasonForm(None),
        names=names_of(contest),
        texts=texts,
        category_of=Category,
    )


def _hand_over_form(contests: list[ContestRow]) -> HandOverForm:
    form = HandOverForm()
    form.from_contest.choices = [choice(each.code, each.district.name) for each in contests]
    form.to_contest.choices = [choice(each.code, each.district.name) for each in contests]
    units: dict[str, str] = {}
    for contest in contests:
        for unit in queries.units_of(db.session(), contest):
            if unit.key.count == FIRST:
                units.setdefault(_where(unit.key), texts.unit_name(unit))
    form.unit.choices = [choice(*each) for each in units.items()]
    return form


def _where(key: UnitKey) -> str:
    return f"{key.category.value}-{key.place}"


def _hand_overs_page(address: str, form: HandOverForm) -> str:
    election, session = the_election(address), db.session()
    contests = contests_of(session, election.id)
    places = {code: name for each in contests for code, name in queries.place_names(session, each).items()}
    policy = settings_of(session, election)[SettingName.FOREIGN_BALLOT_POLICY]
    return render_template(
        "counting/hand_overs.html",
        election=election,
        form=form,
        rows=queries.hand_overs(session, [each.id for each in contests]),
        received=ReceivedForm(None),
        places=places,
        routed=policy == ForeignBallotPolicy.ROUTE,
        rule_set=RuleSetName(election.rule_set),
        me=current_actor().name,
        texts=texts,
        category_of=Category,
    )
