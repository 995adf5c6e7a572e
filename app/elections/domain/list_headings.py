"""Headings: a registered party's exact name, names that could be taken for one another, one list per party.

How alike two headings are is reckoned the same way every time, and can be done by hand: small letters, accents and
signs taken away (ø → o, æ → ae, å → a), words that say nothing of whose list it is left out. Two are *alike* when

- all words of the one stand among the words of the other («Høyre» and «Fana Høyre»), or
- the fewest letters that must be put in, taken out or changed to make the one the other are at most a fifth of the
  letters of the longer («Arbeiderpartiet» and «Arbeidarpartiet»: 1 of 15).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.elections.domain.list_findings import Check, Fact, Finding, Weight, found
from app.elections.domain.list_proposal import PARTIES, BoardStatement, Proposal, ProposerKind
from app.elections.domain.registered_parties import RegisteredParty

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d", "ß": "ss", "ł": "l"})
_SAY_NOTHING = frozenset(
    {
        *("parti", "partiet", "liste", "lista", "listen", "bydelsliste", "bydelslista", "fellesliste", "felleslista"),
        *("de", "dei", "den", "det", "for", "og", "i", "på", "pa", "av", "til", "norges", "norsk"),
    }
)
ALIKE_PART = 5
"""One letter in so many may differ."""
BETWEEN_NAMES = (" / ", " – ", " - ", " ")
"""What may stand between a party's registered name and its Sámi name."""


def heading_findings(
    proposal: Proposal, others: Sequence[Proposal], parties: Sequence[RegisteredParty]
) -> Iterator[Finding]:
    """Everything wrong with the heading. ``others`` are the other proposals that have come in, in any district.

    Law: valgloven (2002) §§ 6-1, 6-6 (4); valgloven (2023) §§ 5-1 (2), (5), 5-10 (5); valgforskriften (2024) § 2-1.
    Rules: R-51, R-52, R-53.
    """
    if not proposal.heading.strip():
        yield found(Check.HEADING_MISSING, "R-52")
        return
    in_district = [each for each in others if each.contest == proposal.contest and each.key != proposal.key]
    if proposal.kind in PARTIES:
        yield from _registered_name(proposal, parties)
        yield from _second_list(proposal, in_district, parties)
        if proposal.board_statement is BoardStatement.AGAINST_THIS_LIST:
            yield found(Check.NOT_THE_PARTYS, "R-53", heading=proposal.heading)
    else:
        yield from _taken_for_a_party(proposal, parties)
    yield from _taken_for_another_list(proposal, in_district, parties)


def party_of(heading: str, parties: Sequence[RegisteredParty]) -> RegisteredParty | None:
    """The party whose registered name the heading is, letter for letter; a registered Sámi name may be added.

    Law: valgloven (2023) § 5-1 (2); valgforskriften (2024) § 2-1.
    Rules: R-53.
    """
    return next((party for party in parties if heading in _exact_names(party)), None)


def nearest_party_name(heading: str, parties: Sequence[RegisteredParty]) -> str:
    """The registered name most like the heading, to suggest; the first of equals. Empty where none is alike."""
    near = [(_distance(normalised(heading), normalised(name)), name) for each in parties for name in each.names]
    alike = [pair for pair in near if are_alike(heading, pair[1])]
    return min(alike, key=lambda pair: pair[0])[1] if alike else ""


def are_alike(one: str, other: str) -> bool:
    """Whether two headings could be taken for each other, by the two tests at the top of this module.

    Law: valgloven (2002) § 6-1 (2); valgloven (2023) § 5-1 (2).
    Rules: R-53.
    """
    first, second = _telling_words(one), _telling_words(other)
    if not first or not second:
        return normalised(one) == normalised(other)
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    plain, other_plain = " ".join(first), " ".join(second)
    return _distance(plain, other_plain) * ALIKE_PART <= max(len(plain), len(other_plain))


@lru_cache(maxsize=1 << 16)
def normalised(text: str) -> str:
    """Small letters and figures only: «SV – Sosialistisk  Venstreparti» → ``sv sosialistisk venstreparti``."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return " ".join(kept.split())


def _exact_names(party: RegisteredParty) -> set[str]:
    added = {f"{name}{between}{sami}" for name in party.names for between in BETWEEN_NAMES for sami in party.sami}
    return {*party.names, *added}


def _registered_name(proposal: Proposal, parties: Sequence[RegisteredParty]) -> Iterator[Finding]:
    if party_of(proposal.heading, parties) is None:
        nearest = nearest_party_name(proposal.heading, parties)
        yield found(Check.NOT_REGISTERED_NAME, "R-53", heading=proposal.heading, nearest=nearest)


def _second_list(
    proposal: Proposal, in_district: Sequence[Proposal], parties: Sequence[RegisteredParty]
) -> Iterator[Finding]:
    """Two lists of one party. The one that the party's national board stands behind is in nobody's way."""
    party = party_of(proposal.heading, parties)
    backed = proposal.board_statement is BoardStatement.FOR_THIS_LIST
    for other in in_district:
        if party and other.kind in PARTIES and party_of(other.heading, parties) == party:
            weight = Weight.NOTE if backed else Weight.DEFECT
            facts: dict[str, Fact] = {"heading": other.heading, "district": proposal.district}
            yield found(Check.SECOND_LIST, "R-51", weight, facts)


def _taken_for_a_party(proposal: Proposal, parties: Sequence[RegisteredParty]) -> Iterator[Finding]:
    """A joint list names the parties in it, so only a heading that is a party's whole name is refused there."""
    names = [name for party in parties for name in (*party.names, *party.sami)]
    same = next((name for name in names if normalised(name) == normalised(proposal.heading)), None)
    if same:
        yield found(Check.REGISTERED_NAME_TAKEN, "R-53", heading=proposal.heading, party=same)
    elif proposal.kind is not ProposerKind.JOINT:
        for name in names:
            if are_alike(proposal.heading, name):
                yield found(Check.LIKE_REGISTERED_NAME, "R-53", Weight.JUDGEMENT, heading=proposal.heading, party=name)


def _taken_for_another_list(
    proposal: Proposal, in_district: Sequence[Proposal], parties: Sequence[RegisteredParty]
) -> Iterator[Finding]:
    """Between two lists. That a group's heading is like a party's is told once, by the party's name."""
    for other in in_district:
        if not other.heading.strip() or (_is_party(proposal, parties) and _is_party(other, parties)):
            continue
        if normalised(other.heading) == normalised(proposal.heading):
            yield found(Check.SAME_HEADING, "R-53", heading=other.heading)
        elif not _is_party(proposal, parties) and are_alike(proposal.heading, other.heading):
            yield found(Check.LIKE_OTHER_HEADING, "R-53", Weight.JUDGEMENT, heading=other.heading)


def _is_party(proposal: Proposal, parties: Sequence[RegisteredParty]) -> bool:
    return proposal.kind in PARTIES and party_of(proposal.heading, parties) is not None


def _telling_words(text: str) -> list[str]:
    return [word for word in normalised(text).split() if word not in _SAY_NOTHING]


def _distance(one: str, other: str) -> int:
    """The fewest letters put in, taken out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row[0] = row[0], at
        for place, against in enumerate(other, start=1):
            changed = before + (letter != against)
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, changed)
    return row[-1]
