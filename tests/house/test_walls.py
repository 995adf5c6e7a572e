"""The house rules that keep the rooms apart: who may import, commit, read the clock, or use chance."""

import ast
import subprocess
import sys

import pytest

from tests.house.source import APP, ROOT, calls, imported, modules, place

FLOORS = ("core", "audit", "auth", "councils", "elections", "public", "demo")
"""From the ground up. A room may import from floors below its own, never from one above."""

SIDE_ROOMS = {"pdf": {"pdf"}, "meetings": {"meetings", "councils", "auth", "audit", "core", "pdf"}}
"""app/pdf knows no model; meetings stand beside elections, and the two never meet."""

CHANCE = {"config.py", "app/core/logs.py", "app/demo/chance.py", "app/demo/accounts.py"}
"""Secrets, request numbers, demo data: nowhere else is anything left to chance."""


def allowed(room: str) -> set[str]:
    if room in SIDE_ROOMS:
        return SIDE_ROOMS[room]
    beside = {"meetings"} if room in {"public", "demo"} else set()
    return {*FLOORS[: FLOORS.index(room) + 1], "pdf"} - (
        {"pdf"} if room in {"core", "audit", "auth"} else set()
    ) | beside


def test_imports_only_go_down() -> None:
    wrong = [
        f"{place(path)} imports {name}"
        for path in modules()
        if path.parent != APP
        for name in imported(path)
        if name.startswith("app.") and name.split(".")[1] not in allowed(path.relative_to(APP).parts[0])
    ]
    assert wrong == []


def test_the_rooms_of_councils_stand_side_by_side() -> None:
    """Appointing and what happens in the term both build on councils, not on each other; councils know neither."""
    rooms = {"appointing", "in_term", "places"}
    wrong = [
        f"{place(path)} imports {name}"
        for path in modules(APP / "councils")
        for name in imported(path)
        if (parts := name.split("."))[:2] == ["app", "councils"] and parts[2:3] and parts[2] in rooms
        if parts[2] != path.relative_to(APP / "councils").parts[0]
    ]
    assert wrong == []


def test_public_pages_reach_rows_only_through_their_queries() -> None:
    wrong = [
        f"{place(path)} imports {name}"
        for path in modules(APP / "public")
        if not path.name.endswith("queries.py")
        for name in imported(path)
        if "models" in name
    ]
    assert wrong == []


def test_the_domain_is_pure() -> None:
    """The standard library, other domain modules and core.errors; importing it loads no Flask and no SQLAlchemy."""
    standard = sys.stdlib_module_names
    wrong = [
        f"{place(path)} imports {name}"
        for path in modules()
        if path.parent.name == "domain"
        for name in imported(path)
        if name.split(".")[0] not in standard
        and not name.startswith(("app.core.errors", "app.core.permissions"))
        and ".domain." not in f"{name}."
    ]
    assert wrong == []


def test_importing_the_settlement_loads_no_framework() -> None:
    program = (
        "import sys, app.elections.domain.settlement, app.elections.domain.majority_election, "
        "app.elections.files.settle_files; "
        "print([name for name in ('flask', 'sqlalchemy', 'reportlab') if name in sys.modules])"
    )
    finished = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert finished.stdout.strip() == "[]"


def test_no_floating_point_in_the_domain() -> None:
    """No literal, no ``float()``, no ``/``: fractions are made by ``Fraction``, and whole numbers divided by ``//``."""
    wrong = []
    for path in [path for path in modules() if path.parent.name == "domain"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
            called = isinstance(node, ast.Name) and node.id == "float"
            divided = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
            if literal or called or (divided and "Fraction(" not in ast.unparse(node)):
                wrong.append(f"{place(path)}:{node.lineno} {ast.unparse(node)}")  # type: ignore[attr-defined]  # has a line
    assert wrong == []


def test_one_place_commits() -> None:
    committing = [place(path) for path in modules() if any(name.endswith(".commit") for name in calls(path))]
    assert committing == ["app/core/database.py"]


def test_transactions_are_opened_by_views_and_commands_only() -> None:
    opening = [path.stem for path in modules() if "transaction" in set(calls(path))]
    assert [name for name in opening if not name.endswith(("views", "commands"))] == []


def test_one_place_reads_the_clock() -> None:
    clocks = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.monotonic")
    reading = [place(path) for path in modules() if any(name.endswith(clocks) for name in calls(path))]
    assert reading == ["app/core/clock.py"]


def test_services_and_domain_never_ask_for_the_time_or_the_request() -> None:
    wrong = [
        f"{place(path)} imports {name}"
        for path in modules()
        if {"domain", "services"} & set(path.parts)
        for name in imported(path)
        if name in {"app.core.clock.now", "flask.request", "flask.session", "flask.g", "flask_login.current_user"}
    ]
    assert wrong == []


def test_nothing_is_left_to_chance() -> None:
    by_chance = {
        place(path)
        for path in [*modules(), ROOT / "config.py"]
        if {"random", "secrets", "uuid"} & {name.split(".")[0] for name in imported(path)}
    }
    assert by_chance == CHANCE


@pytest.mark.parametrize("path", [p for p in modules() if p.name == "__init__.py" and p.parent != APP], ids=place)
def test_the_doors_of_rooms_are_empty(path: object) -> None:
    from pathlib import Path

    assert Path(str(path)).read_text(encoding="utf-8") == ""


def test_no_star_imports() -> None:
    assert [place(path) for path in modules() if "import *" in path.read_text(encoding="utf-8")] == []


def test_every_model_inherits_our_own_base() -> None:
    wrong = [
        f"{place(path)}: {node.name}"
        for path in modules()
        if path.name.endswith("models.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and [ast.unparse(base) for base in node.bases][-1:] != ["Base"]
    ]
    assert wrong == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing = {"utils.py", "util.py", "helpers.py", "common.py", "manager.py", "data.py", "info.py", "misc.py"}
    assert [place(path) for path in modules() if path.name in nothing] == []
