"""Writes ``docs/law.md``: for each rule its paragraphs, the functions that carry it and the tests that hold them to it.

Read from the code itself: docstrings end with ``Law: …`` and ``Rules: R-…``, tests carry ``@pytest.mark.rule("R-…")``.
A house test fails when the file is not fresh.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
REGISTER = ROOT / "docs" / "law.md"

HEADING = """# Law → rule → function → test

Made by `make docs` from docstrings and test marks; a test fails when it is not fresh. Rule numbers are those of the
rule book; paragraphs name the act's year, since numbers move between acts.

| rule | paragraphs | function | tests |
|---|---|---|---|
"""

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Carrier:
    """A function or class that carries rules: where it stands, and the paragraphs it names."""

    path: str
    name: str
    line: int
    law: str
    rules: tuple[str, ...]


def main() -> None:
    """Write the register."""
    REGISTER.write_text(register(), encoding="utf-8")
    print(f"Wrote {REGISTER.relative_to(ROOT)}")


def register() -> str:
    """The whole text of ``docs/law.md``."""
    carriers: dict[str, list[Carrier]] = defaultdict(list)
    for path in sorted((ROOT / "app").rglob("*.py")):
        for carrier in carriers_in(path):
            for rule in carrier.rules:
                carriers[rule].append(carrier)
    tests = tested_rules()
    return HEADING + "".join(_row(rule, carriers[rule], tests.get(rule, [])) for rule in sorted(carriers, key=_number))


def carriers_in(path: Path) -> Iterator[Carrier]:
    """The functions and classes of a module whose docstring has a ``Rules:`` line."""
    for name, node in _definitions(ast.parse(path.read_text(encoding="utf-8"))):
        docstring = ast.get_docstring(node) or ""
        rules = tuple(dict.fromkeys(re.findall(r"R-\d+", _line(docstring, "Rules"))))
        if rules:
            law = _line(docstring, "Law").rstrip(".")
            yield Carrier(path.relative_to(ROOT).as_posix(), name, node.lineno, law, rules)


def tested_rules() -> dict[str, list[str]]:
    """Rule → the tests that are marked with it, as ``tests/domain/test_seats.py::test_name``."""
    tests: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        everywhere = [
            rule
            for node in tree.body
            if isinstance(node, ast.Assign)
            and any(isinstance(t, ast.Name) and t.id == "pytestmark" for t in node.targets)
            for rule in _marked(node.value)
        ]
        for name, node in _definitions(tree):
            if not isinstance(node, ast.ClassDef) and node.name.startswith("test_"):
                for rule in dict.fromkeys([*everywhere, *(r for mark in node.decorator_list for r in _marked(mark))]):
                    tests[rule].append(f"{path.relative_to(ROOT).as_posix()}::{name.replace('.', '::')}")
    return tests


def _definitions(tree: ast.Module, prefix: str = "") -> Iterator[tuple[str, Definition]]:
    pending: list[tuple[str, ast.AST]] = [(prefix, tree)]
    while pending:
        parent, node = pending.pop(0)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, Definition):
                yield f"{parent}{child.name}", child
                pending.append((f"{parent}{child.name}.", child))


def _line(docstring: str, label: str) -> str:
    """What follows ``label:``, to the next label or blank line, on one line."""
    found = re.search(rf"^{label}:\s*(.*?)(?=\n\s*\n|\n(?:Law|Rules):|\Z)", docstring, re.MULTILINE | re.DOTALL)
    return " ".join(found.group(1).split()) if found else ""


def _marked(node: ast.AST) -> Iterator[str]:
    """The rules named in every ``….rule("R-1", "R-2")`` below ``node``."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "rule":
            for argument in call.args:
                if isinstance(argument, ast.Constant):
                    yield from re.findall(r"R-\d+", str(argument.value))


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "pytestmark" for t in node.targets)


def _row(rule: str, carriers: list[Carrier], tests: list[str]) -> str:
    law = "<br>".join(dict.fromkeys(carrier.law for carrier in carriers if carrier.law))
    functions = "<br>".join(f"[`{c.name}`](../{c.path}) in `{c.path}`" for c in carriers)
    return f"| {rule} | {law} | {functions} | {'<br>'.join(f'`{test}`' for test in tests)} |\n"


def _number(rule: str) -> int:
    return int(rule.removeprefix("R-"))


if __name__ == "__main__":
    main()
