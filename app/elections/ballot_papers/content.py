"""A ballot paper with all its words, as it is set: values of text only, which the paper's fingerprint is taken of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A line with a box: its number, what is bold and what is not, and what the box is, for one who listens."""

    number: str
    strong: str
    plain: str
    box: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Lines under a heading of their own; an empty heading is not printed."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be marked, with the titles of the three columns: box, number, name."""

    box_title: str
    number_title: str
    name_title: str
    groups: tuple[ChoiceGroup, ...]


@dataclass(frozen=True, slots=True)
class WriteInField:
    """A field where names are written; ``lines`` says of each line to write on what it is."""

    heading: str
    note: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """What is seen when the paper is folded: the same for all papers of a contest, whatever is voted for."""

    paper: str
    election: str
    district: str
    stamp: str
    stamp_field: str
    folding: str


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One ballot paper: two sides of a sheet, the inside and the outside. ``sample`` is empty on a real one.

    ``statement`` stands under the heading where there is nothing to mark, and ``names`` are lines to write on under it.
    """

    title: str
    kind: str
    election: str
    holder: str
    district: str
    heading: str
    statement: str
    guidance_heading: str
    guidance: tuple[str, ...]
    outside: Outside
    sample: str
    sample_note: str
    alike: str
    choices: Choices | None = None
    write_ins: WriteInField | None = None
    names: WriteInField | None = None
