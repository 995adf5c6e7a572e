"""What the explanation says in words: how near it was, and who stood level with whom."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.formatting import joined, number
from app.councils.domain.seats import DecidedBy
from app.elections.domain.settled_again import ChangeKind
from app.public import texts
from app.public.contest_result import ContestResult
from app.public.shown_lists import ShownList
from app.public.shown_margin import ShownChange, ShownNearest
from app.public.write_in_effect import ListEffect, WriteInEffect


def change(of: ShownChange) -> str:
    """«4 stemmesedler til Arbeiderpartiet i stedet for til Rødt»."""
    names = {"giver": of.giver.name if of.giver else "", "taker": of.taker.name if of.taker else ""}
    facts = {**names, "ballots": number(of.ballots)}
    match of.kind:
        case ChangeKind.MOVED:
            return ngettext(
                "%(ballots)s stemmeseddel til %(taker)s i stedet for til %(giver)s",
                "%(ballots)s stemmesedler til %(taker)s i stedet for til %(giver)s",
                of.ballots,
                **facts,
            )
        case ChangeKind.ADDED:
            return ngettext(
                "%(ballots)s stemmeseddel mer til %(taker)s",
                "%(ballots)s flere stemmesedler til %(taker)s",
                of.ballots,
                **facts,
            )
        case ChangeKind.NOT_CAST:
            return ngettext(
                "%(ballots)s stemmeseddel mindre til %(giver)s",
                "%(ballots)s færre stemmesedler til %(giver)s",
                of.ballots,
                **facts,
            )


def consequence(near: ShownNearest) -> str:
    """«Da hadde Arbeiderpartiet tatt én plass fra Rødt.»"""
    gains, loses = names(near.gains), names(near.loses)
    if near.lot_between:
        return _(
            "Da hadde plassene vært fordelt på en annen måte, og det måtte vært trukket lodd mellom %(lists)s.",
            lists=names(near.lot_between),
        )
    if not gains:
        return _("Da hadde %(loses)s mistet plass, og ingen andre hadde hatt kandidater til å ta den.", loses=loses)
    facts = {"gains": gains, "loses": loses, "seats": number(near.seats)}
    if not loses:
        return ngettext(
            "Da hadde %(gains)s fått en plass som nå står tom.",
            "Da hadde %(gains)s fått %(seats)s plasser som nå står tomme.",
            near.seats,
            **facts,
        )
    return ngettext(
        "Da hadde %(gains)s tatt én plass fra %(loses)s.",
        "Da hadde %(gains)s tatt %(seats)s plasser fra %(loses)s.",
        near.seats,
        **facts,
    )


def about_the_lot(near: ShownNearest) -> str:
    """What a lot had to do with it; empty where it had nothing."""
    if not near.lot_with_one_less:
        return ""
    if near.change.ballots == 1:
        return _("Det sto helt likt, og loddet avgjorde. Én stemmeseddel hadde vært nok.")
    return _("Med én stemmeseddel mindre enn dette hadde det stått helt likt, og loddet måtte avgjort.")


def names(lists: Iterable[ShownList]) -> str:
    return joined(each.name for each in lists)


def write_ins_decided(effect: WriteInEffect) -> str:
    """What write-ins decided, in one sentence."""
    if effect.lot_between:
        return _(
            "Uten slengere hadde %(lists)s stått helt likt, og siste plass måtte vært avgjort ved loddtrekning.",
            lists=names(effect.lot_between),
        )
    if effect.moved_seats:
        return ngettext(
            "Slengerne flyttet %(seats)s plass fra én liste til en annen.",
            "Slengerne flyttet %(seats)s plasser mellom listene.",
            effect.moved_seats,
            seats=number(effect.moved_seats),
        )
    if effect.changed_members:
        return _(
            "Slengerne flyttet ingen plass mellom listene, men avgjorde hvem som fikk %(members)s av plassene.",
            members=number(effect.changed_members),
        )
    return _("Slengerne avgjorde ingenting: uten dem hadde listene hatt de samme plassene og de samme medlemmene.")


def members_changed(each: ListEffect) -> str:
    """Who is a member of the list thanks to write-ins, and who had been one; empty where nobody."""
    came_in, fell_out = (joined(person.name for person in people) for people in (each.came_in, each.fell_out))
    if came_in and fell_out:
        return _("%(members)s er valgt; uten slengere hadde det vært %(others)s.", members=came_in, others=fell_out)
    if came_in:
        return _("%(members)s hadde ikke blitt valgt uten slengere.", members=came_in)
    return _("%(others)s hadde blitt valgt uten slengere.", others=fell_out) if fell_out else ""


def level_seats(result: ContestResult) -> list[str]:
    """The seats for which several stood level, and what decided: «Plass 3, Høyre: …»."""
    return [
        _(
            "Plass %(seat)s, %(list)s. %(decision)s.",
            seat=seat.award.seat,
            list=seat.shown.name,
            decision=texts.DECISIONS[seat.award.decided_by],
        )
        for seat in result.ladder.seats
        if seat.award.decided_by is not DecidedBy.QUOTIENT
    ]


def level_candidates(result: ContestResult) -> list[str]:
    """The candidates of equal score where the list order decided something: «Rødt: Kari (Vara 1). Likt med Ola …»."""
    return [
        _(
            "%(list)s: %(candidate)s, %(outcome)s. %(note)s.",
            list=outcome.shown.name,
            candidate=shown.candidate.name,
            outcome=texts.outcome(shown.result).lower(),
            note=texts.tie_note(shown),
        )
        for outcome in result.outcomes
        for shown in outcome.candidates
        if shown.tied_with
    ]
