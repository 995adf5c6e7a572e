"""A vote typed as it is said: «H, FrP for; resten mot; 12 mot», «enstemmig», «skriftlig 5-3-1».

Parts are divided by ``;``. In each stand parties, seats by number, or ``resten``, and last what they voted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.meetings.domain.presence import Voter
from app.meetings.domain.vote_forms import ByGroup, Choice, PerSeat, SecretBallot, Unanimous, VoteForm
from app.meetings.live.typed_lines import VoteNotUnderstood

CHOICES = {
    "for": Choice.FOR,
    "ja": Choice.FOR,
    "mot": Choice.AGAINST,
    "imot": Choice.AGAINST,
    "nei": Choice.AGAINST,
    "blank": Choice.BLANK,
    "blankt": Choice.BLANK,
}
UNANIMOUS = ("enstemmig", "samrøystes", "alle")
REST = ("resten", "øvrige", "andre", "rest")
SECRET = re.compile(
    r"(?:skriftlig|skriftleg|hemmelig|hemmeleg)\s+(\d+)\s*[-–/]\s*(\d+)(?:\s*[-–/]\s*(\d+))?(?:\s+(?:leder|leiar)\s+(\w+))?"
)


@dataclass(frozen=True, slots=True)
class _Said:
    groups: tuple[tuple[str, Choice], ...] = ()
    seats: tuple[tuple[int, Choice], ...] = ()
    rest: Choice | None = None


def typed_vote(line: str, voters: Sequence[Voter]) -> VoteForm:
    """The vote as the domain takes it. Only seats, one for each voter: a vote for each seat; else a vote by group."""
    plain = " ".join(line.casefold().split()).strip(" .;")
    if secret := SECRET.fullmatch(plain):
        return _secret(secret)
    words = plain.split()
    if words and words[0] in UNANIMOUS and len(words) <= 2:
        return Unanimous(_choice(words[1], line, voters) if len(words) == 2 else Choice.FOR)
    parts = [_part(each, voters) for each in re.split(r"[;\n]", plain) if each.strip()]
    if not parts:
        raise VoteNotUnderstood(line, _parties(voters))
    groups = tuple(pair for each in parts for pair in each.groups)
    seats = tuple(pair for each in parts for pair in each.seats)
    rest = next((each.rest for each in parts if each.rest), None)
    if not groups and rest is None:
        return PerSeat(seats)
    return ByGroup(groups, rest, seats)


def _secret(found: "re.Match[str]") -> SecretBallot:
    votes_for, votes_against, blank, leader = found.groups()
    return SecretBallot(int(votes_for), int(votes_against), int(blank or 0), CHOICES.get(leader or ""))


def _part(part: str, voters: Sequence[Voter]) -> _Said:
    """«h, frp og sv for» or «plass 12 mot»."""
    names, _, choice = part.strip().rpartition(" ")
    voted = _choice(choice, part, voters)
    said = _Said()
    for name in re.split(r",|\bog\b|\+", names.removeprefix("plass ")):
        said = _with(said, " ".join(name.split()).removeprefix("plass "), voted, part, voters)
    return said


def _with(said: _Said, name: str, voted: Choice, part: str, voters: Sequence[Voter]) -> _Said:
    parties = {each.casefold(): each for each in _parties(voters)}
    if name in REST:
        return _Said(said.groups, said.seats, voted)
    if name in parties:
        return _Said((*said.groups, (parties[name], voted)), said.seats, said.rest)
    if name.isdecimal():
        return _Said(said.groups, (*said.seats, (int(name), voted)), said.rest)
    if seat := _seat_of(name, voters):
        return _Said(said.groups, (*said.seats, (seat, voted)), said.rest)
    raise VoteNotUnderstood(part, _parties(voters))


def _seat_of(name: str, voters: Sequence[Voter]) -> int | None:
    """The seat of the one voter with this name or last name."""
    found = [each.seat for each in voters if each.name.casefold() == name or each.name.casefold().split()[-1] == name]
    return found[0] if len(found) == 1 else None


def _choice(word: str, part: str, voters: Sequence[Voter]) -> Choice:
    if word not in CHOICES:
        raise VoteNotUnderstood(part, _parties(voters))
    return CHOICES[word]


def _parties(voters: Sequence[Voter]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.party for each in voters if each.party))
