"""Whatever is refused about an election is told in words."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import Field, fields
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from flask import Flask
from flask_babel import force_locale

import app.elections
from app.core.errors import DomainError
from app.core.input_files.faults import FileProblem
from app.councils.domain.lots import LotDoesNotFit, LotRequired
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import FormFault
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.list_findings import Check, found
from app.elections.domain.list_proposal_states import ListProposalState
from app.elections.domain.settlement import TooFewLists
from app.elections.domain.states import ElectionState
from app.elections.domain.tally import NegativeBallots
from app.elections.domain.typed_batches import BatchState
from app.elections.refusal_texts import describe, describe_lot
from app.elections.refusals import CountDiffers, MoreBallotsThanCounted, NotAllSettled, UnknownContest

FACTS = {
    "row": CalendarRow.LIST_DEADLINE,
    "day": date(2027, 9, 12),
    "received_on": date(2027, 9, 14),
    "done_on": date(2027, 9, 12),
    "locked_at": datetime(2027, 3, 31, 10, tzinfo=UTC),
    "release_time": datetime(2027, 9, 13, 19, tzinfo=UTC),
    "from_state": ElectionState.COUNTING,
    "to_state": ElectionState.VALID,
    "election_state": ElectionState.LISTS_DECIDED,
    "possible": (),
    "faults": (("A", "marks"),),
    "problem": FileProblem.FILE_EMPTY,
    "place": None,
    "facts": (),
    "others": (),
    "decided_on": date(2027, 9, 12),
    "election_day": date(2027, 9, 13),
    "today": date(2027, 9, 14),
    "received_at": datetime(2027, 3, 31, 10, 0, 1, tzinfo=UTC),
    "closes_at": datetime(2027, 3, 31, 10, tzinfo=UTC),
    "findings": (found(Check.TOO_FEW_CANDIDATES, "R-55", number=6, fewest=7),),
    "lines": ((2, "«x»"),),
    "blockers": (Blocker(BlockerKind.UNITS_NOT_APPROVED, 2, ("VO 0801", "FO")),),
    "held_on": date(2027, 9, 12),
    "on_day": date(2027, 9, 15),
    "form_faults": (FormFault(ControlCode.SUM_OF_ALL, "sum:all", 305),),
    "typed_at": datetime(2027, 9, 13, 20, tzinfo=UTC),
    "category": "VO",
}

STATES = {
    CountUnitState: CountUnitState.APPROVED,
    BatchState: BatchState.DIFFERS,
    ElectionState: ElectionState.OPEN_FOR_LISTS,
    ListProposalState: ListProposalState.APPROVED,
}


def refusals() -> Iterator[type[DomainError]]:
    for module in pkgutil.walk_packages(app.elections.__path__, "app.elections."):
        importlib.import_module(module.name)
    for refusal in DomainError.__subclasses__():
        if refusal.__module__.startswith(("app.elections.", "app.core.input_files.")):
            yield refusal


def kind(field: Field[object]) -> str:
    return str(getattr(field.type, "__name__", field.type)).partition("[")[0]


def fact_of_type(field: Field[object]) -> object:
    if isinstance(field.type, type) and field.type in STATES:
        return STATES[field.type]
    if field.type is date:
        return date(2027, 4, 30)
    return ("A", "B") if "tuple" in str(field.type) else 7 if field.type is int else "«x»"


def made_up(refusal: type[DomainError]) -> DomainError:
    values = {
        field.name: FACTS[field.name] if field.name in FACTS else fact_of_type(field)
        for field in fields(refusal)  # type: ignore[arg-type]  # every refusal is a dataclass: a house test
    }
    return refusal(**values)


@pytest.mark.parametrize("refusal", sorted(refusals(), key=repr), ids=repr)
def test_each_refusal_is_told_in_whole_sentences(app: Flask, refusal: type[DomainError]) -> None:
    with app.app_context():
        text = describe(made_up(refusal))
    assert len(text) > 15
    assert text.removesuffix(" (R-55)").endswith((".", "!"))
    assert "%(" not in text


@pytest.mark.parametrize(
    ("locale", "tied"), [("nb", "liste A, B og C,"), ("nn", "liste A, B og C,"), ("en_GB", "A, B and C,")]
)
def test_lists_are_named_as_people_name_them_in_every_language(app: Flask, locale: str, tied: str) -> None:
    with app.app_context(), force_locale(locale):
        assert tied in describe_lot(LotRequired("fana", ("A", "B", "C"), 3, Fraction(50), 150))


@pytest.mark.parametrize(
    ("refusal", "text"),
    [
        (
            TooFewLists("fana", 1),
            "Bydelen «fana» har færre enn to godkjente lister. Da holdes flertallsvalg, og det finnes ikke noe oppgjør "
            "mellom lister.",
        ),
        (NotAllSettled(("arna", "fana", "laksevag")), "Valgoppgjøret mangler for arna, fana og laksevag."),
        (UnknownContest("x", ("arna", "fana")), "Valget har ingen bydel med kode «x». Bydelene er arna og fana."),
        (
            LotDoesNotFit(("A", "B", "C"), ("A", "D"), "A"),
            "Loddet A,D=A passer ikke: det er liste A, B og C som står likt. Trekk lodd mellom dem.",
        ),
        (
            CountDiffers("fana", 2, "VO", "", "list:A", 10, 11),
            "Tallet for fana (telling 2, VO, uten sted, linje list:A) er lagret som 10, men er 11 i filen. Lagrede "
            "tall overskrives ikke av en fil. Ingenting er lagret.",
        ),
        (
            MoreBallotsThanCounted("fana", "A", 1, 0),
            "fana, liste A: det er flere endrede stemmesedler (1) enn det er stemmesedler i alt i den endelige "
            "opptellingen (0). Rett opptellingen eller filen med stemmesedler.",
        ),
        (
            NegativeBallots("fana", "A", -3),
            "fana, liste A: antallet stemmesedler er -3, men kan ikke være under 0.",
        ),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_is_said_reads_well_whatever_the_numbers(app: Flask, refusal: DomainError, text: str) -> None:
    with app.app_context():
        assert describe(refusal) == text


def test_a_lot_is_told_with_who_what_and_how(app: Flask) -> None:
    with app.app_context():
        text = describe_lot(LotRequired("fana", ("A", "B"), 3, Fraction(50), 150))
    assert text == (
        "fana: plass 3 må avgjøres ved loddtrekning mellom liste A og B, som har lik kvotient og like mange "
        "listestemmer (150). Trekk lodd i valgstyret og kjør på nytt med --lot A,B=A hvis A vant."
    )
