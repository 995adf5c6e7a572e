"""Makers of counting: Fana and Åsane in 2023, and papers typed by two people."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.elections.counting.models import CountUnitRow
from app.elections.counting.queries import UnitKey, key_from, unit_row
from app.elections.counting.services.approval import approve_unit
from app.elections.counting.services.entries import save_entry
from app.elections.counting.services.plan import make_plan
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import FIRST, form_lines
from app.elections.domain.election import Contest, PollingDistrict, RuleSetName
from app.elections.models import ContestRow, ElectionRow
from tests.builders import a_contest
from tests.elections import a_stored_election

KARI, OLA, PER = Actor("kari@bergen.example"), Actor("ola@bergen.example"), Actor("per@bergen.example")
OFFICER, BOARD = Actor("valgansvarlig@bergen.example"), Actor("valgstyret@bergen.example")
AT = datetime(2023, 9, 11, 19, 30, tzinfo=UTC)
NESTTUN, KALAND = "0801", "0802"


def a_district(code: str = "fana") -> Contest:
    """Three lists for three seats; 1000 names in the roll of Nesttun and 500 in that of Kaland."""
    places = (PollingDistrict(NESTTUN, "Nesttun", 1000), PollingDistrict(KALAND, "Kaland", 500))
    return replace(a_contest(3, ("A", "B", "C"), code, 7), polling_districts=places)


def an_election_being_counted(
    session: Session, *districts: str, rule_set: RuleSetName = RuleSetName.VALGLOVEN_2002
) -> ElectionRow:
    """Fana, or the districts named, planned in both counts: FO, FS, BF, VO Nesttun, VO Kaland, VS, VB."""
    election = a_stored_election(session, *map(a_district, districts or ("fana",)), rule_set=rule_set)
    for contest in election.contests:
        make_plan(session, contest, (), by=OFFICER, at=AT)
    return election


def a_unit(session: Session, contest: ContestRow, name: str) -> CountUnitRow:
    """``1-VO-0801`` of the contest."""
    row = unit_row(session, contest, key_of(name))
    assert row is not None
    return row


def key_of(name: str) -> UnitKey:
    key = key_from(name)
    assert key is not None
    return key


def paper(contest: ContestRow, count: int = FIRST, **figures: int) -> dict[str, str]:
    """What is typed from a paper: figures by list (``A=40``) and line (``blank=2``), 0 for the rest, sums that add up.

    In the second count ``A`` are unchanged ballots and ``changed_A`` changed ones. Ticks are as many as the ballots,
    unless given.
    """
    lines = form_lines([each.code for each in contest.lists], count)
    typed = dict.fromkeys(lines, 0)
    for name, number in figures.items():
        typed[_line(name, lines)] = number
    for_lists = sum(n for line, n in typed.items() if line.startswith(("list:", "unchanged:", "changed:")))
    rest = sum(n for line, n in typed.items() if line.startswith(("blank", "doubtful", "rejected-")))
    sums = {"sum:lists": for_lists, "sum:all": for_lists + rest, "ticks": figures.get("ticks", for_lists + rest)}
    return {line: str(number) for line, number in {**typed, **sums}.items()}


def type_twice(session: Session, row: CountUnitRow, typed: Mapping[str, str], remark: str = "") -> None:
    """Kari and Ola type the same."""
    save_entry(session, row, typed, remark, turn=1, seen=0, by=KARI, at=AT)
    save_entry(session, row, typed, "", turn=2, seen=0, by=OLA, at=AT)


def count_unit(session: Session, row: CountUnitRow, explained: str = "", **figures: int) -> None:
    """Typed by two and approved by the board, which explains every control with ``explained``."""
    type_twice(session, row, paper(row.contest, row.count, **figures))
    approve_unit(session, row, dict.fromkeys(ControlCode, explained), seen=row.edit, by=BOARD, at=AT)


def _line(name: str, lines: tuple[str, ...]) -> str:
    named = name.replace("_", ":", 1) if name.startswith("changed_") else name.replace("_", "-")
    return next(each for each in (named, f"list:{named}", f"unchanged:{named}") if each in lines)
