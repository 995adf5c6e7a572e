"""Every act of the audit trail has a name that people read, and every name is of an act."""

import importlib
import pkgutil
import sys

import app
from app.audit.services import Event
from app.auth.audit_room.act_texts import ACTS


def acts() -> set[str]:
    """The events that are recorded: the classes below ``Event`` that have no kinds of their own."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        importlib.import_module(module.name)
    kinds = {kind for kind in all_below(Event) if getattr(sys.modules[kind.__module__], kind.__name__) is kind}
    parents = {parent for kind in kinds for parent in kind.__mro__[1:]}
    return {kind.__name__ for kind in kinds - parents}


def all_below(kind: type[Event]) -> set[type[Event]]:
    return {kind}.union(*map(all_below, kind.__subclasses__()))


def test_every_act_has_a_name_for_people_and_every_name_is_of_an_act() -> None:
    assert set(ACTS) == acts()
    assert {name for name, text in ACTS.items() if not str(text).strip()} == set()
