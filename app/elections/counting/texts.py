"""Counting in words: units, lines of a form, where a unit stands, who counts it and when, decisions and grounds."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.formatting import joined
from app.elections.counting.queries import Unit
from app.elections.documents.record_words import category_name, rejection_grounds
from app.elections.domain.approved_ballots import BLANK, LIST_PREFIX
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.categories import Category
from app.elections.domain.count_form import (
    CHANGED,
    DOUBTFUL,
    FIRST,
    REJECTED,
    SUM_OF_ALL,
    SUM_OF_LISTS,
    TICKS,
    UNCHANGED,
)
from app.elections.domain.count_plan import CountedBy, Starts, counted_by, starts
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.doubtful_ballots import DoubtfulOutcome
from app.elections.domain.election import RuleSetName
from app.elections.domain.refused_votes import RefusalGround, VoteKind


def count_name(count: int) -> str:
    """The first or the second count."""
    return _("Foreløpig opptelling") if count == FIRST else _("Endelig opptelling")


def unit_name(unit: Unit) -> str:
    """What is counted, and where: «Valgtingsstemmer i urne, Nesttun»."""
    return place_of(unit.key.category, unit.place_name)


def place_of(category: Category, place_name: str) -> str:
    """A category at a place, or counted together."""
    return f"{category_name(category)}, {place_name}" if place_name else category_name(category)


def pooled_text(unit: Unit) -> str:
    """Which places are counted together in the unit; empty when it is one place, or everything."""
    return _("Telles samlet: %(places)s.", places=joined(unit.pooled)) if unit.pooled else ""


def line_text(line: str, lists: Mapping[str, str]) -> str:
    """A line of a form; ``lists`` are names by code."""
    for prefix, pattern in ((LIST_PREFIX, "%s"), (UNCHANGED, _("%s, uendrede")), (CHANGED, _("%s, endrede"))):
        if line.startswith(prefix):
            code = line.removeprefix(prefix)
            return pattern % f"{code} {lists.get(code, '')}".strip()
    grounds = dict(zip(REJECTED, rejection_grounds(), strict=True))
    if line in grounds:
        letter, wording = grounds[line]
        return _("Forkastet %(letter)s: %(ground)s", letter=letter, ground=wording)
    return {
        TICKS: _("Kryss i manntallet"),
        SUM_OF_LISTS: _("Sum til listene, slik den står på papiret"),
        BLANK: _("Blanke"),
        DOUBTFUL: _("Tvilsomme, lagt til side"),
        SUM_OF_ALL: _("Sum av alle sedlene, slik den står på papiret"),
    }.get(line, line)


def state_text(state: CountUnitState) -> str:
    """How far a unit has come."""
    return {
        CountUnitState.AWAITED: _("ventes"),
        CountUnitState.ENTERED: _("ført"),
        CountUnitState.CONTROLLED: _("kontrollert"),
        CountUnitState.APPROVED: _("godkjent"),
        CountUnitState.REOPENED: _("åpnet igjen"),
    }[state]


def standing_text(unit: Unit) -> str:
    """What a unit waits for, and on whom; no figure."""
    if unit.is_approved:
        return _("fra fil") if unit.file is not None else ""
    if unit.differs:
        return ngettext("ulikt på %(num)s linje", "ulikt på %(num)s linjer", len(unit.differs))
    match len(unit.entries):
        case 0:
            return _("venter på første føring")
        case 1:
            return _("venter på andre føring")
        case _:
            return _("venter på godkjenning")


def closed_text(unit: Unit) -> str:
    """Why a unit cannot be typed now."""
    if unit.file is not None:
        return _("Tallene kom i en fil og er godkjent.")
    if unit.is_approved:
        return _("Tallene er godkjent.")
    return _("To har ført de samme tallene. Valgstyret godkjenner dem.")


def starts_text(unit: Unit) -> str:
    """When the unit can be counted at the earliest."""
    return {
        Starts.DAY_BEFORE: _("fra dagen før valgdagen hvis 60 er kommet inn; 30 legges til side"),
        Starts.POLLS_CLOSED: _("når valglokalet er stengt"),
        Starts.ALL_ARRIVED: _("etter kl. 17 dagen etter valgdagen"),
        Starts.VOTES_APPROVED: _("når stemmegivningene er prøvd"),
        Starts.FIRST_COUNTED: _("når den foreløpige er ferdig"),
    }[starts(unit.key.count, unit.key.category)]


def counted_by_text(unit: Unit, rule_set: str) -> str:
    """Who answers for the count of the unit."""
    return {
        CountedBy.BOARD: _("valgstyret"),
        CountedBy.POLLING_PLACE: _("lederen av valglokalet"),
    }[counted_by(RuleSetName(rule_set), unit.key.count, unit.key.category)]


def outcome_text(outcome: DoubtfulOutcome) -> str:
    """What a doubtful ballot became."""
    if outcome in REJECTED:
        return line_text(outcome, {})
    return {
        DoubtfulOutcome.FOR_LIST: _("Godkjent for en liste"),
        DoubtfulOutcome.BLANK: _("Godkjent som blank"),
    }[outcome]


def vote_kind_text(kind: VoteKind) -> str:
    """How the votes came in."""
    return {VoteKind.ADVANCE: _("Forhåndsstemmer"), VoteKind.ELECTION_DAY: _("Valgtingsstemmer i konvolutt")}[kind]


def ground_text(ground: RefusalGround) -> str:
    """Why a vote was refused: the condition that was not met."""
    return {
        RefusalGround.NOT_ON_ROLL: _("Velgeren står ikke i manntallet i kommunen"),
        RefusalGround.NOT_IDENTIFIED: _("Det går ikke fram hvem velgeren er"),
        RefusalGround.WRONG_TIME: _("Ikke avgitt til rett tid"),
        RefusalGround.WRONG_RECEIVER: _("Ikke levert til rett mottaker"),
        RefusalGround.ENVELOPE_OPENED: _("Omslagskonvolutten er åpnet"),
        RefusalGround.VOTED_ALREADY: _("Velgeren har allerede en godkjent stemme"),
        RefusalGround.TOO_LATE: _("Kom inn etter fristen"),
        RefusalGround.NO_OPPORTUNITY: _("Velgeren hadde ikke adgang til å stemme"),
    }[ground]


def blocker_text(blocker: Blocker) -> str:
    """One thing in the way of a settlement, as counting knows it; others by their names."""
    names = f" ({joined(blocker.names)})" if blocker.names else ""
    told = {
        BlockerKind.UNITS_NOT_APPROVED: ngettext(
            "%(num)s enhet er ikke godkjent", "%(num)s enheter er ikke godkjent", blocker.number
        ),
        BlockerKind.DIFFERENCES_UNEXPLAINED: ngettext(
            "%(num)s kontroll er ikke forklart", "%(num)s kontroller er ikke forklart", blocker.number
        ),
        BlockerKind.DOUBTFUL_UNDECIDED: ngettext(
            "%(num)s tvilsom seddel er ikke avgjort", "%(num)s tvilsomme sedler er ikke avgjort", blocker.number
        ),
        BlockerKind.OTHER_DISTRICTS_UNBALANCED: ngettext(
            "%(num)s overlevering mellom bydeler stemmer ikke",
            "%(num)s overleveringer mellom bydeler stemmer ikke",
            blocker.number,
        ),
    }.get(blocker.kind, "")
    return f"{told}{names}"
