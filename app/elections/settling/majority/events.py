"""The acts of a majority election that go into the audit trail. Never what is on a ballot, nor who won what."""

from dataclasses import dataclass

from app.elections.settling.events import SettlementEvent


@dataclass(frozen=True, slots=True)
class MajorityBatchRegistered(SettlementEvent):
    """A bundle of ballots is to be typed."""

    batch: str
    ballots: int


@dataclass(frozen=True, slots=True)
class MajorityBatchTyped(SettlementEvent):
    """Somebody typed a batch; ``agreed``: it is what another has typed."""

    batch: str
    ballots: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class MajorityNameRuled(SettlementEvent):
    """The board said who is meant by a name, that nobody can be made out, or that the person is not eligible."""

    written: str
    ruling: str
    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class MajoritySettlementMade(SettlementEvent):
    """A majority election was settled and proposed to the board; how many lots were drawn, not who won them."""

    number: int
    input_sha256: str
    lots: int
