"""A council drawn as the half-circle it sits in: seats in rows, lists from left to right in the order given.

For the eye only: sines and cosines rounded to tenths decide nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from app.core.charts import Item

WIDTH = 680
OUTER_RADIUS = 250
CENTRE_X = WIDTH // 2
CENTRE_Y = 400
WIDEST_ROW_GAP = 72
INNERMOST = 0.35  # of the outer radius
FILL = 0.43  # a seat's radius as part of the room it has
MOST_ROWS = 12
LABEL_SIZE = 26  # of the letters; a label is two lines, code over number
LABEL_GAP = 8  # from the outermost seat to its label
SMALLEST_LETTERS = 11
LETTER_WIDTH = 0.68  # of a capital, as part of the letter size
TEXTURES = 3


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat. ``texture`` (0, 1, 2) tells neighbouring lists apart where seats are too small for letters."""

    x: str
    y: str
    code: str
    colour: str
    texture: int
    letter_size: str


@dataclass(frozen=True, slots=True)
class Label:
    """A list's code over its number of seats, outside the arc. ``y`` is between the two lines."""

    x: str
    y: str
    code: str
    number: str


@dataclass(frozen=True, slots=True)
class Hemicycle:
    """Seats, labels and the box they fit in (an SVG viewBox); ``letters``: seats are large enough to carry codes."""

    seats: tuple[Seat, ...]
    labels: tuple[Label, ...]
    radius: str
    mark_radius: str
    letters: bool
    box: str
    total: int


@dataclass(frozen=True, slots=True)
class _Place:
    angle: float  # from the left, 0 … π
    distance: float


def hemicycle(items: Sequence[Item]) -> Hemicycle:
    """The half-circle of a council whose lists have ``item.value`` seats each; lists without seats are left out."""
    groups = [item for item in items if item.value]
    total = sum(item.value for item in groups)
    places, radius = _places(total)
    letters = all(_letter_size(item.code, radius) >= SMALLEST_LETTERS for item in groups)
    seats: list[Seat] = []
    middles: list[tuple[float, Item]] = []
    start = 0
    for index, item in enumerate(groups):
        taken = places[start : start + item.value]
        seats += [_seat(place, item, index % TEXTURES, radius) for place in taken]
        middles.append((sum(place.angle for place in taken) / len(taken), item))
        start += item.value
    labels, top = _labels(middles, OUTER_RADIUS + radius + LABEL_GAP)
    bottom = CENTRE_Y + max(radius, LABEL_SIZE * 1.2) + LABEL_GAP
    return Hemicycle(
        seats=tuple(seats),
        labels=labels,
        radius=_round(radius),
        mark_radius=_round(radius * FILL),
        letters=letters,
        box=f"0 {top:.0f} {WIDTH} {bottom - top:.0f}",
        total=total,
    )


def _seat(place: _Place, item: Item, texture: int, radius: float) -> Seat:
    x, y = _point(place.angle, place.distance)
    return Seat(_round(x), _round(y), item.code, item.colour, texture, _round(_letter_size(item.code, radius)))


def _places(total: int) -> tuple[list[_Place], float]:
    """A place for each seat from left to right, and the radius of a seat."""
    if not total:
        return [], 0.0
    distances = _row_distances(total)
    rows = _seats_per_row(total, distances)
    room = min(
        [pi * distance / (seats - 1) for seats, distance in zip(rows, distances, strict=True) if seats > 1]
        + [WIDEST_ROW_GAP]
        + ([distances[0] - distances[1]] if len(distances) > 1 else [])
    )
    places = [
        _Place(pi * (seat / (seats - 1) if seats > 1 else 0.5), distance)
        for seats, distance in zip(rows, distances, strict=True)
        for seat in range(seats)
    ]
    return sorted(places, key=lambda place: (round(place.angle, 6), -place.distance)), room * FILL


def _row_distances(total: int) -> list[float]:
    """The rows' distances from the centre, outermost first: the number of rows that gives the largest seats."""
    best = [float(OUTER_RADIUS)]
    widest = 0.0
    for rows in range(1, MOST_ROWS + 1):
        pitch = pi * rows * OUTER_RADIUS / (max(total - rows, 1) + pi * rows * (rows - 1) / 2)
        pitch = min(pitch, WIDEST_ROW_GAP)
        innermost = OUTER_RADIUS - (rows - 1) * pitch
        if pitch > widest and innermost >= INNERMOST * OUTER_RADIUS:
            widest = pitch
            best = [OUTER_RADIUS - row * pitch for row in range(rows)]
    return best


def _seats_per_row(total: int, distances: Sequence[float]) -> list[int]:
    """Seats in proportion to the length of the rows; what is left over goes to the outermost."""
    whole = sum(distances)
    rows = [int(total * distance / whole) for distance in distances]
    for row in range(total - sum(rows)):
        rows[row % len(rows)] += 1
    return rows


def _labels(middles: Sequence[tuple[float, Item]], distance: float) -> tuple[tuple[Label, ...], float]:
    """Labels around the arc, and the top of the highest; one that would cover the one before it moves two lines out."""
    labels: list[Label] = []
    ends = [-pi, -pi]  # the angle up to which each of the two circles of labels is taken
    top = float(CENTRE_Y - OUTER_RADIUS)
    for angle, item in middles:
        width = max(len(item.code), len(str(item.value)) + 1) * LETTER_WIDTH * LABEL_SIZE
        half = width / distance / 2
        level = 0 if angle - half >= ends[0] else 1
        ends[level] = angle + half
        room = LABEL_SIZE + abs(cos(angle)) * (width / 2 - LABEL_SIZE)  # from the seats to the middle of the label
        x, y = _point(angle, distance + room + level * 2 * LABEL_SIZE)
        labels.append(Label(_round(x), _round(y), item.code, str(item.value)))
        top = min(top, y - LABEL_SIZE * 1.2)
    return tuple(labels), top


def _letter_size(code: str, radius: float) -> float:
    return min(radius * 0.95, 1.75 * radius / (LETTER_WIDTH * max(len(code), 1)))


def _point(angle: float, distance: float) -> tuple[float, float]:
    return CENTRE_X - distance * cos(angle), CENTRE_Y - distance * sin(angle)


def _round(value: float) -> str:
    return f"{value:.1f}"
