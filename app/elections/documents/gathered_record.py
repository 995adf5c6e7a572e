"""All that the record of a contest says, read from what is stored: its lists, its counts and its settlement.

Law: valgloven (2002) § 10-7; valgloven (2023) § 10-15 (2).
Rules: R-190.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.councils.domain.divisors import modified_sainte_lague
from app.elections.complaints.queries import complaint_lines
from app.elections.counting.queries import explanations_of
from app.elections.documents.count_parts import first_counts, list_totals, second_counts, unit_deviations
from app.elections.documents.counts_content import ContestCounts
from app.elections.documents.record_content import (
    Correction,
    Explained,
    KeyFigures,
    RecordContent,
    RecordHead,
    SecondCount,
    Setting,
    Unit,
)
from app.elections.documents.settlement_content import list_candidates, seats_settled
from app.elections.domain.election import Contest, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS, RuleSet
from app.elections.domain.settings import SettingName
from app.elections.models import ContestRow
from app.elections.queries import StoredSettlement, count_lines, current_settlement, load_contest, received_files
from app.elections.record.queries import settlement_numbered
from app.elections.setting_queries import decided_settings

SHOWN_DIVISORS = 5


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a contest's record: of which settlement, and when it was issued. Complaints are told as of then.

    ``document_id`` names it on paper. ``correction`` is None for the first.
    """

    document_id: str
    settlement_number: int
    issued_at: datetime
    correction: Correction | None


@dataclass(unsafe_hash=True)
class NotSettled(DomainError):
    """There is no settlement to make a record of."""

    contest: str


def record_content(session: Session, contest_id: int, edition: Edition | None = None) -> RecordContent:
    """The record's content: of an edition, or as it would be issued now.

    Refused (``NotSettled``) while the contest has no settlement.
    """
    row = session.get_one(ContestRow, contest_id)
    stored = (
        settlement_numbered(session, contest_id, edition.settlement_number)
        if edition
        else current_settlement(session, contest_id)
    )
    if stored is None:
        raise NotSettled(row.code)
    contest = load_contest(session, contest_id)
    rules = RULE_SETS[RuleSetName(row.election.rule_set)]
    counts = ContestCounts(contest, count_lines(session, contest_id))
    second = second_counts(counts)
    return RecordContent(
        head=_head(row, stored, edition),
        key_figures=_key_figures(contest, stored, second, counts.ticks()),
        polling_districts=contest.polling_districts,
        lists=contest.lists,
        setting=_setting(contest, rules, decided_settings(session, row.election)),
        first_counts=first_counts(counts),
        second_counts=second,
        unit_deviations=unit_deviations(counts),
        totals=list_totals(counts),
        disregarded=stored.settlement.tally.disregarded,
        seats=seats_settled(contest, rules, stored.settlement),
        candidates=list_candidates(contest, stored.settlement),
        input_sha256=stored.input_sha256,
        input_files=received_files(session, contest_id),
        explained=tuple(_explained(session, contest_id, counts)),
        complaints=complaint_lines(session, contest_id, edition.issued_at if edition else None),
        correction=edition.correction if edition else None,
    )


def _explained(session: Session, contest_id: int, counts: ContestCounts) -> Iterator[Explained]:
    for key, explanations in explanations_of(session, contest_id).items():
        for each in explanations:
            unit = Unit(key.category.value, counts.place_name(key.place))
            yield Explained(unit, key.count, each.code, each.text)


def _head(row: ContestRow, stored: StoredSettlement, edition: Edition | None) -> RecordHead:
    election = row.election
    return RecordHead(
        document_id=edition.document_id if edition else document_id(row, stored.number),
        election_name=election.name,
        election_day=election.election_day,
        municipality=election.municipality.name,
        municipality_number=election.municipality.number,
        district=row.district.name,
        seats=row.seats,
        settlement_number=stored.number,
        settled_at=stored.made_at,
        issued_at=edition.issued_at if edition else None,
    )


def document_id(row: ContestRow, number: int) -> str:
    """What the record of a contest is known by on paper: ``VP-2023-fana-1``."""
    return f"VP-{row.election.address}-{row.code}-{number}"


def _key_figures(
    contest: Contest, stored: StoredSettlement, second: tuple[SecondCount, ...], ticks: int | None
) -> KeyFigures:
    together = [(part.group, [category.together for category in part.categories]) for part in second]
    everything = [count for _group, counts in together for count in counts]
    return KeyFigures(
        electors=contest.electors,
        ticks=ticks,
        approved=tuple((group, sum(each.list_ballots + each.blank for each in counts)) for group, counts in together),
        blank=sum(each.blank for each in everything),
        rejected=sum(sum(each.rejected) for each in everything),
        list_ballots=sum(each.list_ballots for each in everything),
        changed_ballots=stored.settlement.tally.changed_ballots,
    )


def _setting(contest: Contest, rules: RuleSet, decided: tuple[tuple[SettingName, str], ...]) -> Setting:
    divisors = modified_sainte_lague(rules.first_divisor)
    return Setting(
        rules=rules,
        divisors=tuple(divisors.divisor(won) for won in range(SHOWN_DIVISORS)),
        write_in_quota=rules.write_in_quota(contest.seats),
        bonus_maximum=rules.bonus_maximum(contest.seats),
        decided=decided,
    )
