"""Attendance in the words of the minutes: how many, and beside each name what changed and in which cases.

Law: kommuneloven (2018) § 11-4.
Rules: R-300.
"""

from collections.abc import Iterator, Mapping

from app.meetings.domain.attendance import Change, Met, PresenceChange
from app.meetings.domain.minutes import Minutes
from app.meetings.minutes_texts.words import Words, clock_time, listed


def at_roll(minutes: Minutes, words: Words) -> str:
    """``13 av 15 medlemmer var til stede ved opprop.``"""
    return words.at_roll.format(present=minutes.attendance.at_roll, of=minutes.attendance.of)


def name_and_party(met: Met, words: Words) -> str:
    """``Anne Aas (H)``; one who has left the party stands as independent."""
    return f"{met.attendee.name} ({met.attendee.party or words.independent})"


def remarks(met: Met, minutes: Minutes, words: Words) -> str:
    """``kom kl. 17.50, fratrådte i sak 35/15``; for a deputy also whose seat, and which cases. Empty when all is usual.

    A deputy who sat in all cases is not followed case by case.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-255, R-300.
    """
    return ", ".join(_remarks(met, minutes, words))


def case_names(minutes: Minutes) -> Mapping[str, str]:
    """Item key → what a sentence calls it: the case number, or the title of one without."""
    return {each.item.key: each.item.number or each.title for each in minutes.items}


def _remarks(met: Met, minutes: Minutes, words: Words) -> Iterator[str]:
    cases = case_names(minutes)
    if met.met_for:
        yield words.met_for.format(name=met.met_for.name)
    for change in met.changes:
        if said := _change(change, cases, words):
            yield said
    considered = {key for each in (*minutes.attendance.members, *minutes.attendance.deputies) for key in each.items}
    numbered = [each.item.key for each in minutes.items if each.item.number and each.item.key in considered]
    sat_in = [cases[key] for key in met.items if key in numbered]
    if met.met_for and sat_in and len(sat_in) < len(numbered):
        yield (
            words.met_in_one.format(item=sat_in[0])
            if len(sat_in) == 1
            else words.met_in_many.format(items=listed(sat_in, words))
        )


def _change(change: PresenceChange, cases: Mapping[str, str], words: Words) -> str:
    match change.change:
        case Change.ARRIVED:
            return words.arrived.format(time=clock_time(change.at))
        case Change.LEFT:
            return words.left.format(time=clock_time(change.at))
        case Change.STEPPED_DOWN:
            return words.stepped_down.format(item=cases[change.item])
        case Change.CALLED_IN:
            return ""
