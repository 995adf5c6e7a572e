"""Reading the counting room: each unit as it stands, the figures two people typed, what is lacking before a settlement.

A unit is here when it is planned or when figures of it came in a file. Figures from a file count as approved, with the
file to show for them.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from app.elections.counting.models import (
    AdvancePlaceRow,
    CountEntryRow,
    CountExplanationRow,
    CountUnitRow,
    DoubtfulBallotRow,
    HandOverRow,
    RefusedVotesRow,
)
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.categories import Category
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_controls import ControlWarning, Limits, control_warnings, limits_in
from app.elections.domain.count_entries import FIRST_PERSON, SECOND_PERSON, differing
from app.elections.domain.count_form import (
    DOUBTFUL,
    FIRST,
    SECOND,
    Figures,
    changed_per_list,
    counted_lines,
    form_lines,
)
from app.elections.domain.count_plan import CENTRALLY, AdvancePlace
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.election import Contest
from app.elections.domain.other_districts import balances
from app.elections.domain.refused_votes import RefusalGround, VoteKind
from app.elections.domain.states import ElectionState
from app.elections.models import CandidateListRow, ContestRow, CountLineRow, ElectionRow, ReceivedFile
from app.elections.queries import contests_of, load_contest
from app.elections.setting_queries import settings_of

_CATEGORIES = tuple(Category)


@dataclass(frozen=True, slots=True)
class UnitKey:
    """A unit inside its contest. Its text stands in addresses: ``1-VO-0801``, ``2-FO-``."""

    count: int
    category: Category
    place: str

    def __str__(self) -> str:
        return f"{self.count}-{self.category}-{self.place}"

    @property
    def where(self) -> tuple[str, str]:
        """Category and place: the same unit in either count."""
        return self.category.value, self.place


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's newest figures of a unit."""

    turn: int
    version: int
    figures: Figures
    remark: str
    typed_at: datetime
    typed_by: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands. ``place_name`` is empty for what is counted together; ``pooled`` names those places.

    ``file`` is the file that its figures came in. ``differs`` are the lines where two persons' figures differ.
    """

    key: UnitKey
    place_name: str
    pooled: tuple[str, ...]
    state: CountUnitState
    edit: int
    round: int
    entries: tuple[Entry, ...]
    differs: tuple[str, ...]
    file: str | None
    approved_at: datetime | None
    approved_by: str | None

    @property
    def is_approved(self) -> bool:
        """Whether its figures are lines of the count."""
        return self.state is CountUnitState.APPROVED

    def entry(self, turn: int) -> Entry | None:
        """The newest figures of the first or the second person."""
        return next((each for each in self.entries if each.turn == turn), None)

    @property
    def typed_by(self) -> tuple[str | None, str | None]:
        """Who has typed the two entries."""
        first, second = self.entry(FIRST_PERSON), self.entry(SECOND_PERSON)
        return first.typed_by if first else None, second.typed_by if second else None

    @property
    def agreed(self) -> Figures | None:
        """The figures that two people agree on, line by line of the form."""
        first = self.entry(FIRST_PERSON)
        return first.figures if first and self.entry(SECOND_PERSON) and not self.differs else None


def key_from(text: str) -> UnitKey | None:
    """The key that an address names; None when it names none."""
    count, _dash, rest = text.partition("-")
    category, _dash, place = rest.partition("-")
    if count not in ("1", "2") or category not in _CATEGORIES:
        return None
    return UnitKey(int(count), Category(category), place)


def units_of(session: Session, contest: ContestRow) -> tuple[Unit, ...]:
    """Every unit of the contest: first count before second, by category, then in the order of the setup."""
    rows = {
        UnitKey(row.count, Category(row.category), row.place): row
        for row in session.scalars(
            select(CountUnitRow)
            .where(CountUnitRow.contest_id == contest.id)
            .options(selectinload(CountUnitRow.entries))
        )
    }
    files = _files(session, contest.id)
    names = place_names(session, contest)
    lists = [each.code for each in contest.lists]
    order = {code: at for at, code in enumerate(names)}
    keys = sorted(
        rows.keys() | files.keys(),
        key=lambda key: (key.count, _CATEGORIES.index(key.category), order.get(key.place, len(order)), key.place),
    )
    return tuple(_unit(key, rows.get(key), files.get(key), names, lists) for key in keys)


def unit_at(session: Session, contest: ContestRow, key: UnitKey) -> Unit | None:
    """One unit of the contest."""
    return next((each for each in units_of(session, contest) if each.key == key), None)


def unit_row(session: Session, contest: ContestRow, key: UnitKey) -> CountUnitRow | None:
    """The stored unit; None for one that only a file knows."""
    return session.scalar(
        select(CountUnitRow).where(
            CountUnitRow.contest_id == contest.id,
            CountUnitRow.count == key.count,
            CountUnitRow.category == key.category,
            CountUnitRow.place == key.place,
        )
    )


def counted(session: Session, contest: ContestRow) -> dict[UnitKey, dict[str, int]]:
    """The lines of both counts by unit: what is approved."""
    found: defaultdict[UnitKey, dict[str, int]] = defaultdict(dict)
    for row in session.scalars(select(CountLineRow).where(CountLineRow.contest_id == contest.id)):
        found[UnitKey(row.count, Category(row.category), row.place)][row.line] = row.number
    return dict(found)


def place_names(session: Session, contest: ContestRow) -> dict[str, str]:
    """Code → name of polling districts in the order of the setup, then of advance polling places."""
    names = {each.code: each.name for each in contest.polling_districts}
    return {CENTRALLY: "", **names, **{each.code: each.name for each in advance_places(session, contest.id)}}


def advance_places(session: Session, contest_id: int) -> tuple[AdvancePlace, ...]:
    """Where the contest's advance votes were received, in the order typed."""
    rows = session.scalars(
        select(AdvancePlaceRow).where(AdvancePlaceRow.contest_id == contest_id).order_by(AdvancePlaceRow.ordinal)
    )
    return tuple(AdvancePlace(row.code, row.name, row.votes) for row in rows)


def limits_of(session: Session, contest: ContestRow) -> Limits:
    """From where on figures must be explained in the contest's election."""
    return limits_in(settings_of(session, contest.election))


def warnings_of(session: Session, contest: ContestRow, unit: Unit) -> tuple[ControlWarning, ...]:
    """What must be explained of a unit that two people have typed alike, or that is approved; else nothing."""
    lines = counted(session, contest)
    return _warnings(contest, unit, lines, limits_of(session, contest))


def explanations_of(session: Session, contest_id: int) -> dict[UnitKey, list[CountExplanationRow]]:
    """The explanations that hold: those of each unit's present round, in the order of the codes."""
    rows = session.execute(
        select(CountUnitRow, CountExplanationRow)
        .join(CountExplanationRow, CountExplanationRow.unit_id == CountUnitRow.id)
        .where(CountUnitRow.contest_id == contest_id, CountExplanationRow.round == CountUnitRow.round)
        .order_by(CountUnitRow.count, CountUnitRow.category, CountUnitRow.place, CountExplanationRow.code)
    )
    found: defaultdict[UnitKey, list[CountExplanationRow]] = defaultdict(list)
    for unit, explanation in rows:
        found[UnitKey(unit.count, Category(unit.category), unit.place)].append(explanation)
    return dict(found)


def unexplained(
    session: Session, contest: ContestRow, units: Sequence[Unit]
) -> dict[UnitKey, tuple[ControlWarning, ...]]:
    """Warnings without an explanation on units typed here, by unit. Figures from a file are the file's to explain."""
    lines, limits = counted(session, contest), limits_of(session, contest)
    explained = {key: {each.code for each in rows} for key, rows in explanations_of(session, contest.id).items()}
    found: dict[UnitKey, tuple[ControlWarning, ...]] = {}
    for unit in units:
        warned = _warnings(contest, unit, lines, limits) if unit.file is None else ()
        if left := tuple(each for each in warned if each.code not in explained.get(unit.key, ())):
            found[unit.key] = left
    return found


def doubtful_left(session: Session, contest: ContestRow) -> dict[tuple[str, str], tuple[int, int]]:
    """(Category, place) → ballots set aside in the approved first count, and how many of them are decided.

    Units whose second count came in a file are not here: the file holds what was decided.
    """
    lines = counted(session, contest)
    from_file = {key.where for key in _files(session, contest.id) if key.count == SECOND}
    decided = _decided(session, contest.id)
    return {
        key.where: (figures[DOUBTFUL], decided.get(key.where, 0))
        for key, figures in lines.items()
        if key.count == FIRST and figures.get(DOUBTFUL) and key.where not in from_file
    }


def doubtful_ballots(session: Session, contest_id: int) -> Sequence[DoubtfulBallotRow]:
    """Every decision on a ballot set aside, those taken back too, in the order of the pile."""
    return session.scalars(
        select(DoubtfulBallotRow)
        .where(DoubtfulBallotRow.contest_id == contest_id)
        .order_by(DoubtfulBallotRow.category, DoubtfulBallotRow.place, DoubtfulBallotRow.number)
    ).all()


def refused_votes(session: Session, contest_id: int) -> dict[tuple[VoteKind, RefusalGround], int]:
    """How many votes were refused, by kind and ground; what was never recorded is not here."""
    rows = session.scalars(select(RefusedVotesRow).where(RefusedVotesRow.contest_id == contest_id))
    return {(row.kind, row.ground): row.number for row in rows}


def hand_overs(session: Session, contest_ids: Collection[int]) -> Sequence[HandOverRow]:
    """Ballots sent from or to any of the contests, in the order they were sent."""
    involved = HandOverRow.from_contest_id.in_(contest_ids) | HandOverRow.to_contest_id.in_(contest_ids)
    return session.scalars(
        select(HandOverRow)
        .where(involved)
        .order_by(HandOverRow.id)
        .options(
            selectinload(HandOverRow.from_contest).selectinload(ContestRow.district),
            selectinload(HandOverRow.to_contest).selectinload(ContestRow.district),
        )
    ).all()


def changed_expected(session: Session, contest: ContestRow) -> dict[str, int]:
    """List code → changed ballots in the approved units of the second count that were typed here.

    So many ballots there are to register mark by mark (R-115). Lists without a figure have none; counts from a file do
    not tell.
    """
    found = dict.fromkeys((each.code for each in contest.lists), 0)
    for unit in units_of(session, contest):
        if unit.key.count == SECOND and unit.is_approved and unit.agreed is not None:
            for code, number in changed_per_list(unit.agreed).items():
                found[code] = found.get(code, 0) + number
    return found


def blockers(session: Session, contest: ContestRow) -> tuple[Blocker, ...]:
    """What in the counts stands between the contest and a settlement, in the order it is dealt with.

    Rules: R-107, R-138, R-139.
    """
    units = units_of(session, contest)
    waiting = [each for each in units if not each.is_approved]
    strange = unexplained(session, contest, [each for each in units if each.is_approved])
    undecided = {where: aside - decided for where, (aside, decided) in doubtful_left(session, contest).items()}
    undecided = {where: left for where, left in undecided.items() if left > 0}
    unbalanced = [each for each in hand_overs(session, [contest.id]) if not balances(each.sent, each.received)]
    names = place_names(session, contest)
    found = (
        Blocker(BlockerKind.UNITS_NOT_APPROVED, len(waiting), tuple(map(_named, waiting))),
        Blocker(
            BlockerKind.DIFFERENCES_UNEXPLAINED,
            sum(map(len, strange.values())),
            tuple(f"{_named(each)} {warning.code}" for each in units for warning in strange.get(each.key, ())),
        ),
        Blocker(
            BlockerKind.DOUBTFUL_UNDECIDED,
            sum(undecided.values()),
            tuple(f"{category} {names.get(place, place)}".strip() for category, place in undecided),
        ),
        Blocker(
            BlockerKind.OTHER_DISTRICTS_UNBALANCED,
            len(unbalanced),
            tuple(f"{each.from_contest.district.name} – {each.to_contest.district.name}" for each in unbalanced),
        ),
    )
    return tuple(each for each in found if each.number)


def list_codes(session: Session, contest_id: int) -> dict[int, str]:
    """Row id → code of the contest's lists."""
    rows = session.execute(
        select(CandidateListRow.id, CandidateListRow.code).where(CandidateListRow.contest_id == contest_id)
    )
    return {list_id: code for list_id, code in rows}  # noqa: C416 - dict() cannot be typed here


def countable(session: Session) -> Sequence[ElectionRow]:
    """The elections whose lists are decided and that are not settled, the newest first."""
    states = (ElectionState.LISTS_DECIDED, ElectionState.VOTING, ElectionState.COUNTING)
    return session.scalars(
        select(ElectionRow)
        .where(ElectionRow.state.in_(states))
        .order_by(ElectionRow.election_day.desc(), ElectionRow.id)
    ).all()


def contest_at(session: Session, election_id: int, code: str) -> ContestRow | None:
    """The contest of the election with this code."""
    return next((each for each in contests_of(session, election_id) if each.code == code), None)


def contest_value(session: Session, contest: ContestRow) -> Contest:
    """The contest as the domain knows it."""
    return load_contest(session, contest.id)


def newest_entries(rows: Iterable[CountEntryRow], round_now: int) -> tuple[Entry, ...]:
    """Each person's newest figures of the round; the first person before the second."""
    newest: dict[int, CountEntryRow] = {}
    for row in sorted((each for each in rows if each.round == round_now), key=lambda each: each.version):
        newest[row.turn] = row
    return tuple(
        Entry(row.turn, row.version, json.loads(row.figures), row.remark, row.typed_at, row.typed_by)
        for _turn, row in sorted(newest.items())
    )


def _named(unit: Unit) -> str:
    return " ".join(filter(None, (unit.key.category.value, unit.place_name or unit.key.place, f"({unit.key.count})")))


def _unit(
    key: UnitKey, row: CountUnitRow | None, file: str | None, names: Mapping[str, str], lists: Sequence[str]
) -> Unit:
    name = names.get(key.place, key.place)
    if row is None or (row.state is CountUnitState.AWAITED and file is not None):
        edit, pooled = (row.edit, tuple(row.pooled.split())) if row else (0, ())
        return Unit(key, name, _names(pooled, names), CountUnitState.APPROVED, edit, 1, (), (), file, None, None)
    entries = newest_entries(row.entries, row.round)
    differs: tuple[str, ...] = ()
    if len(entries) == SECOND_PERSON:
        differs = differing(entries[0].figures, entries[1].figures, form_lines(lists, key.count))
    return Unit(
        key=key,
        place_name=name,
        pooled=_names(row.pooled.split(), names),
        state=row.state,
        edit=row.edit,
        round=row.round,
        entries=entries,
        differs=differs,
        file=file,
        approved_at=row.approved_at,
        approved_by=row.approved_by,
    )


def _names(codes: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(code, code) for code in codes)


def _files(session: Session, contest_id: int) -> dict[UnitKey, str]:
    """The units whose figures came in a file, with its name; lines stored without a file have an empty one."""
    rows = session.execute(
        select(CountLineRow.count, CountLineRow.category, CountLineRow.place, func.max(ReceivedFile.name))
        .outerjoin(ReceivedFile, ReceivedFile.id == CountLineRow.received_file_id)
        .where(CountLineRow.contest_id == contest_id)
        .group_by(CountLineRow.count, CountLineRow.category, CountLineRow.place)
    )
    typed = {
        (row.count, row.category, row.place)
        for row in session.scalars(
            select(CountUnitRow).where(
                CountUnitRow.contest_id == contest_id, CountUnitRow.state == CountUnitState.APPROVED
            )
        )
    }
    return {
        UnitKey(count, Category(category), place): name or ""
        for count, category, place, name in rows
        if (count, category, place) not in typed
    }


def _warnings(
    contest: ContestRow, unit: Unit, lines: Mapping[UnitKey, Figures], limits: Limits
) -> tuple[ControlWarning, ...]:
    figures = counted_lines(unit.agreed) if unit.agreed is not None else lines.get(unit.key)
    if figures is None:
        return ()
    other = UnitKey(FIRST, unit.key.category, unit.key.place)
    elsewhere = {
        key.where: each for key, each in lines.items() if key.count == unit.key.count and key.where != unit.key.where
    }
    return control_warnings(
        [each.code for each in contest.lists],
        figures,
        lines.get(other) if unit.key.count == SECOND else None,
        elsewhere,
        limits,
    )


def _decided(session: Session, contest_id: int) -> dict[tuple[str, str], int]:
    rows = session.execute(
        select(DoubtfulBallotRow.category, DoubtfulBallotRow.place, func.count())
        .where(DoubtfulBallotRow.contest_id == contest_id, DoubtfulBallotRow.withdrawn_at.is_(None))
        .group_by(DoubtfulBallotRow.category, DoubtfulBallotRow.place)
    )
    return {(category, place): number for category, place, number in rows}


def explained_codes(unit_explanations: Iterable[CountExplanationRow]) -> dict[ControlCode, str]:
    """Code → explanation."""
    return {each.code: each.text for each in unit_explanations}
