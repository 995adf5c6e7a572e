"""Who may do what: the table of roles, the two rules nobody can set aside, passwords, and how long a session lasts."""

from datetime import UTC, datetime, timedelta

import pytest

from app.auth.domain.passwords import PasswordFault, password_faults
from app.auth.domain.roles import FOUR_EYES, ROLES, Grant, Reach, Role, broken_four_eyes, may_grant, reach
from app.auth.domain.session_limits import session_is_over
from app.core.permissions import Permission

P = Permission
NINE = datetime(2023, 9, 11, 19, 0, tzinfo=UTC)


def test_every_role_stands_in_the_table_and_sees_the_staff_pages() -> None:
    assert set(ROLES) == set(Role)
    assert all(P.STAFF_PAGES_SEE in held for held in ROLES.values())


def test_every_permission_is_held_by_somebody() -> None:
    assert set().union(*ROLES.values()) == set(Permission)


def test_the_auditor_reads_and_changes_nothing() -> None:
    assert {permission.split(":")[1] for permission in ROLES[Role.AUDITOR]} == {"see", "read"}


def test_the_administrator_decides_no_seat_and_sees_no_figures() -> None:
    assert ROLES[Role.ADMINISTRATOR] == {P.STAFF_PAGES_SEE, P.ACCOUNTS_MANAGE, P.AUDIT_TRAIL_READ}


def test_a_count_clerk_cannot_look_up_what_another_has_typed() -> None:
    assert P.ELECTIONS_SEE not in ROLES[Role.COUNT_CLERK]


@pytest.mark.parametrize(
    ("roles", "pairs"),
    [
        pytest.param([], (), id="no roles"),
        pytest.param([Role.ELECTION_OFFICER, Role.COUNT_CLERK], (), id="an officer who also types figures"),
        pytest.param([Role.COUNCIL_SECRETARY, Role.APPOINTMENT_OFFICER], (), id="a secretary of both kinds"),
        pytest.param(
            [Role.COUNT_CLERK, Role.ELECTORAL_BOARD], ((P.COUNTS_ENTER, P.COUNTS_APPROVE),), id="types and approves"
        ),
        pytest.param(
            [Role.ELECTION_OFFICER, Role.ELECTORAL_BOARD],
            ((P.LISTS_RECEIVE, P.LISTS_APPROVE), (P.SETTLEMENTS_MAKE, P.SETTLEMENTS_DECIDE)),
            id="receives lists and approves them, settles and decides",
        ),
        pytest.param(
            [Role.ADMINISTRATOR, Role.ELECTORAL_BOARD],
            (
                (P.ACCOUNTS_MANAGE, P.LISTS_APPROVE),
                (P.ACCOUNTS_MANAGE, P.COUNTS_APPROVE),
                (P.ACCOUNTS_MANAGE, P.SETTLEMENTS_DECIDE),
            ),
            id="makes accounts and decides",
        ),
    ],
)
def test_what_decides_a_seat_takes_two_people(roles: list[Role], pairs: tuple[tuple[P, P], ...]) -> None:
    assert broken_four_eyes(roles) == pairs


def test_each_pair_of_the_four_eyes_is_two_different_things() -> None:
    assert all(first != second for first, second in FOUR_EYES)


@pytest.mark.parametrize(
    ("granter", "account", "allowed"),
    [
        ("kari@bergen.example", "ola@bergen.example", True),
        ("kari@bergen.example", "kari@bergen.example", False),
        ("Kari@Bergen.example", "kari@bergen.example", False),
        ("command", "kari@bergen.example", True),
    ],
    ids=["another's", "one's own", "one's own in capitals", "from the server's keyboard"],
)
def test_nobody_changes_their_own_rights(granter: str, account: str, allowed: bool) -> None:
    assert may_grant(granter, account) is allowed


@pytest.mark.parametrize(
    ("grants", "expected"),
    [
        pytest.param([], Reach(False), id="nothing given reaches nowhere"),
        pytest.param([Grant(Role.COUNCIL_SECRETARY)], Reach(True), id="the whole municipality"),
        pytest.param(
            [Grant(Role.COUNCIL_SECRETARY, "fana"), Grant(Role.COUNCIL_SECRETARY, "arna")],
            Reach(False, frozenset({"fana", "arna"})),
            id="two named councils",
        ),
        pytest.param([Grant(Role.AUDITOR)], Reach(False), id="another role does not reach"),
    ],
)
def test_a_permission_reaches_as_far_as_its_grants(grants: list[Grant], expected: Reach) -> None:
    assert reach(grants, P.MEETINGS_KEEP) == expected
    assert bool(expected) == bool(grants and grants[0].role == Role.COUNCIL_SECRETARY)


@pytest.mark.parametrize(
    ("where", "council", "covered"),
    [
        (Reach(True), "fana", True),
        (Reach(False, frozenset({"fana"})), "fana", True),
        (Reach(False, frozenset({"fana"})), "arna", False),
        (Reach(False), "fana", False),
    ],
)
def test_a_reach_covers_a_council(where: Reach, council: str, covered: bool) -> None:
    assert where.covers(council) is covered


@pytest.mark.parametrize(
    ("password", "faults"),
    [
        pytest.param("sju gule sykler", (), id="a sentence"),
        pytest.param("x" * 12, (), id="twelve signs"),
        pytest.param("x" * 11, (PasswordFault.TOO_SHORT,), id="eleven signs"),
        pytest.param("x" * 1000, (), id="a thousand signs"),
        pytest.param("x" * 1001, (PasswordFault.TOO_LONG,), id="a thousand and one"),
        pytest.param("Kari.Traa og 12 gull", (PasswordFault.CONTAINS_ADDRESS,), id="the first part of the address"),
        pytest.param("kari.traa", (PasswordFault.TOO_SHORT, PasswordFault.CONTAINS_ADDRESS), id="two things wrong"),
        pytest.param("ＫＡＲＩ．ＴＲＡＡ og gull", (PasswordFault.CONTAINS_ADDRESS,), id="the address in wide letters"),
    ],
)
def test_a_password_is_long_and_not_the_address(password: str, faults: tuple[PasswordFault, ...]) -> None:
    assert password_faults(password, "kari.traa@bergen.example") == faults


def test_a_short_first_part_of_the_address_is_not_looked_for_in_other_words() -> None:
    assert password_faults("solan og ludvig", "ola@bergen.example") == ()


@pytest.mark.parametrize(
    ("began", "seen", "over"),
    [
        pytest.param(timedelta(0), timedelta(0), False, id="just begun"),
        pytest.param(timedelta(hours=5), timedelta(minutes=59, seconds=59), False, id="a second short of an hour idle"),
        pytest.param(timedelta(hours=5), timedelta(minutes=60), True, id="an hour idle"),
        pytest.param(timedelta(hours=9, minutes=59), timedelta(0), False, id="a minute short of ten hours"),
        pytest.param(timedelta(hours=10), timedelta(0), True, id="ten hours, busy to the last"),
    ],
)
def test_a_session_lasts_an_hour_without_work_and_ten_in_all(began: timedelta, seen: timedelta, over: bool) -> None:
    assert session_is_over(NINE - began, NINE - seen, NINE) is over
