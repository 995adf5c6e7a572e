"""The application's source as trees, for the house rules that read it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
APP = ROOT / "app"


def modules(folder: Path = APP) -> list[Path]:
    """Every module below ``folder``, in order."""
    return sorted(folder.rglob("*.py"))


def place(path: Path) -> str:
    """The module's path from the project's root: ``app/core/clock.py``."""
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The dotted name of everything a module imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(path: Path) -> Iterator[str]:
    """The dotted name of everything a module calls: ``session.commit``, ``datetime.now``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
