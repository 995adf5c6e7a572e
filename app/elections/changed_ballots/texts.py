"""Bundles, lines and what counts of them, in words. The same words go to the page that reads lines while they are typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.core.formatting import joined
from app.elections.changed_ballots.queries import Desk
from app.elections.domain.ballots import Disregarded, WriteIn, barred_from_write_ins
from app.elections.domain.explained_ballots import explained
from app.elections.domain.rule_sets import RULE_SETS, WriteInOverflow, WriteInOwnList
from app.elections.domain.typed_batches import BatchState
from app.elections.domain.typed_lines import (
    LONGEST_LINE,
    MOST_SHOWN,
    LineFault,
    LineKind,
    LineProblem,
    TypedLine,
)

COUNTS, NOT, FAULT, NOTHING = "counts", "not", "fault", "nothing"


@dataclass(frozen=True, slots=True)
class Said:
    """A part of what a line says. ``kind``: it counts, it does not, it cannot be used, or there is nothing."""

    text: str
    kind: str


def batch_state_text(state: str) -> str:
    """How far a bundle has come."""
    return {
        BatchState.REGISTERED: _("Venter på første inntasting"),
        BatchState.ENTERED_ONCE: _("Venter på andre inntasting"),
        BatchState.DIFFERS: _("Forskjeller å avgjøre"),
        BatchState.AGREED: _("Venter på godkjenning"),
        BatchState.APPROVED: _("Godkjent"),
        BatchState.REOPENED: _("Åpnet igjen"),
        BatchState.WITHDRAWN: _("Trukket"),
    }[BatchState(state)]


def batch_state_colour(state: str) -> str:
    """The colour of the state's tag: what somebody must do something about stands out."""
    return {
        BatchState.ENTERED_ONCE: "info",
        BatchState.DIFFERS: "danger",
        BatchState.AGREED: "info",
        BatchState.APPROVED: "success",
        BatchState.REOPENED: "warning",
    }.get(BatchState(state), "neutral")


def said(desk: Desk, line: TypedLine) -> tuple[Said, ...]:
    """What a line says, part by part: each mark and name with who it is, what does not count and why, and its faults."""
    if line.kind is LineKind.EMPTY:
        return ()
    if line.kind is LineKind.NO_BALLOT:
        return (Said(_("Ingen slik seddel i bunken"), NOTHING),)
    items = explained(desk.rules, line.ballot(desk.list_code))
    found = [_item(desk, each.name, each.reason, is_mark=each.is_mark) for each in items]
    found += [Said(fault_text(desk, each), FAULT) for each in line.faults]
    return tuple(found) or (Said(_("Ingen endring på seddelen"), NOTHING),)


def fault_text(desk: Desk, fault: LineFault) -> str:
    """What is wrong with a word of a line, and what to type instead."""
    text = fault_texts()[fault.problem]
    among = joined([f"{code_of(each)} {name_of(desk, each)}" for each in fault.among])
    if fault.size > len(fault.among) > 0:
        among = f"{among} …"
    facts = {"word": fault.word, "list": fault.list_code, "size": fault.size, "among": among, "most": LONGEST_LINE}
    if fault.problem is LineProblem.LIST_UNKNOWN:
        facts["among"] = joined([each.code for each in desk.contest.lists])
    return text % facts


def fault_texts() -> Mapping[LineProblem, str]:
    """One text for each problem, with places for the facts."""
    return {
        LineProblem.NOT_A_NUMBER: _(
            "«%(word)s» er ikke et nummer og ikke en kandidat. Skriv 7 for eget nummer 7, eller A3 for nummer 3 på liste A"
        ),
        LineProblem.POSITION_UNKNOWN: _("«%(word)s»: liste %(list)s har nummer 1 til %(size)s"),
        LineProblem.LIST_UNKNOWN: _("«%(word)s»: ingen liste heter %(list)s. Listene er %(among)s"),
        LineProblem.CODE_AMBIGUOUS: _("«%(word)s» kan være %(among)s. Skriv kolon mellom listen og nummeret"),
        LineProblem.NAME_UNKNOWN: _(
            "Ingen på listene heter «%(word)s». Skriv ? for et navn som ikke kan leses eller ikke står på noen liste"
        ),
        LineProblem.NAME_AMBIGUOUS: _(
            "«%(word)s» kan være %(among)s. Skriv mer av navnet, eller ? når det ikke går fram hvem det er"
        ),
        LineProblem.STANDS_ALONE: _("«%(word)s» står alene på linjen, uten noe annet"),
        LineProblem.LINE_TOO_LONG: _("Linjen er for lang; den kan ha %(most)s tegn"),
    }


def reason_texts() -> Mapping[Disregarded, str]:
    """Why a mark or a name does not count; the ballot does all the same."""
    return {
        Disregarded.MARK_REPEATED: _("krysset to ganger"),
        Disregarded.WRITE_IN_UNREADABLE: _("kan ikke leses"),
        Disregarded.WRITE_IN_UNKNOWN_CANDIDATE: _("ingen slik kandidat"),
        Disregarded.WRITE_IN_INELIGIBLE: _("ikke valgbar"),
        Disregarded.WRITE_IN_REPEATED: _("skrevet to ganger"),
        Disregarded.WRITE_IN_OWN_LIST: _("står på egen liste"),
        Disregarded.WRITE_IN_OVER_QUOTA: _("flere slengere enn det er lov til"),
    }


def does_not_count(what: str, reason: str) -> str:
    """A thing on a ballot and why it does not count."""
    return _("%(what)s – teller ikke: %(reason)s", what=what, reason=reason)


def code_of(name: WriteIn) -> str:
    """``B3``; with a colon where the list's code ends in a digit."""
    colon = ":" if name.list_code[-1].isdigit() else ""
    return f"{name.list_code}{colon}{name.position}"


def name_of(desk: Desk, name: WriteIn) -> str:
    """Who it is; nothing for a position that the list does not have."""
    names = desk.names.get(name.list_code, ())
    return names[name.position - 1] if 1 <= name.position <= len(names) else ""


def for_the_page(desk: Desk) -> dict[str, object]:
    """All that the page needs to read lines by itself: candidates, rules, and these same words."""
    rules = RULE_SETS[desk.rule_set]
    return {
        "own": desk.list_code,
        "lists": [
            {
                "code": each.code,
                "names": [candidate.name for candidate in each.candidates],
                "barred": sorted(barred_from_write_ins(each, rules)),
            }
            for each in desk.contest.lists
        ],
        "quota": rules.write_in_quota(desk.contest.seats),
        "allOrNone": rules.writein_overflow is WriteInOverflow.NONE,
        "ownListMarks": rules.writein_own_list is WriteInOwnList.AS_MARK,
        "longest": LONGEST_LINE,
        "mostShown": MOST_SHOWN,
        "texts": {
            "faults": {str(problem): text for problem, text in fault_texts().items()},
            "reasons": {str(reason): text for reason, text in reason_texts().items()},
            "notCounted": does_not_count("%(what)s", "%(reason)s"),
            "noBallot": _("Ingen slik seddel i bunken"),
            "unchanged": _("Ingen endring på seddelen"),
            "saved": _("Alt er lagret."),
            "saving": _("Lagrer …"),
            "unsaved": _("Ikke lagret ennå. Nettet svarer ikke; det prøves igjen. Ikke lukk siden."),
            "otherList": _("Arket sier liste %(sheet)s. Sjekk at du har riktig bunke."),
            "done": _("%(done)s av %(all)s sedler er tastet."),
        },
    }


def _item(desk: Desk, name: WriteIn | None, reason: Disregarded | None, *, is_mark: bool) -> Said:
    who = "?" if name is None else f"{name.position if is_mark else code_of(name)} {name_of(desk, name)}"
    if reason is None:
        return Said(who, COUNTS)
    return Said(does_not_count(who, reason_texts()[reason]), NOT)
