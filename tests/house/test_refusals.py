"""Refusals are dataclasses of facts that may carry a traceback, and each has a text for the person who meets it."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import app
from app.core.errors import DomainError


def refusals(kind: type[DomainError] = DomainError) -> Iterator[type[DomainError]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        importlib.import_module(module.name)
    for refusal in kind.__subclasses__():
        yield refusal
        yield from refusals(refusal)


@pytest.mark.parametrize("refusal", sorted(set(refusals()), key=repr), ids=repr)
def test_a_refusal_can_carry_a_traceback(refusal: type[DomainError]) -> None:
    """A frozen one cannot: it would turn into an error about itself on its way out of a ``with`` block."""
    assert not refusal.__dataclass_params__.frozen  # type: ignore[attr-defined]  # set by dataclass()
