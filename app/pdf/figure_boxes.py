"""Figures drawn on the page. Their words are part of the picture; what is read aloud is the figure's own text."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat

from app.pdf.canvas import TaggedCanvas, page_area
from app.pdf.charts import PALETTE, BarChart, Drawing, SeatChart
from app.pdf.fonts import Face, text_width
from app.pdf.layout import Box
from app.pdf.structure import Node
from app.pdf.style import HEIGHT, LEFT, WIDTH, TextStyle
from app.pdf.text import one_line, shorten

LABEL = TextStyle(Face.REGULAR, 9, 13)
NUMBER = TextStyle(Face.SEMIBOLD, 9, 13)
CENTRE = TextStyle(Face.SEMIBOLD, 12, 16)

BAR_STEP = 18.0
BAR_HEIGHT = 11.0
MOST_OF_WIDTH_TO_LABELS = 0.35

ARCH_WIDTH = 220.0
LEGEND_STEP = 15.0
LEGEND_LEFT = LEFT + ARCH_WIDTH + 36
INNERMOST_RADIUS = 0.42


class FigureBox(Box):
    """A drawing as one element of the structure tree. It stands on one page."""

    before = 8.0
    after = 10.0

    def __init__(self, drawing: Drawing, node: Node) -> None:
        self._drawing, self._node = drawing, node
        self._scale = min(1.0, HEIGHT * 0.9 / _natural_height(drawing))
        self.height = _natural_height(drawing) * self._scale

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        self._node.area = page_area(LEFT, top, WIDTH, self.height)
        with canvas.content(self._node):
            match self._drawing:
                case BarChart():
                    _draw_bars(canvas, self._drawing, top, BAR_STEP * self._scale)
                case SeatChart():
                    _draw_arch(canvas, self._drawing, top)
                    _draw_legend(canvas, self._drawing, top, LEGEND_STEP * self._scale)


def _natural_height(drawing: Drawing) -> float:
    match drawing:
        case BarChart(bars):
            return max(1, len(bars)) * BAR_STEP
        case SeatChart(groups):
            return max(ARCH_WIDTH / 2 + 14, len(groups) * LEGEND_STEP)


def _scaled(style: TextStyle, step: float, natural_step: float) -> TextStyle:
    scale = step / natural_step
    return replace(style, size=style.size * scale, leading=style.leading * scale)


def _colours(named: Sequence[str]) -> list[str]:
    return [colour or PALETTE[number % len(PALETTE)] for number, colour in enumerate(named)]


def _draw_bars(canvas: TaggedCanvas, chart: BarChart, top: float, step: float) -> None:
    """Names to the left, bars from a common line, each with its number behind it."""
    label_style, number_style = _scaled(LABEL, step, BAR_STEP), _scaled(NUMBER, step, BAR_STEP)
    most_label = MOST_OF_WIDTH_TO_LABELS * WIDTH
    labels = [shorten(one_line(bar.label), LABEL.face, label_style.size, most_label) for bar in chart.bars]
    numbers = [shorten(one_line(bar.text), NUMBER.face, number_style.size, WIDTH / 4) for bar in chart.bars]
    start = LEFT + max((text_width(label, LABEL.face, label_style.size) for label in labels), default=0) + 8
    widest = max((text_width(number, NUMBER.face, number_style.size) for number in numbers), default=0) + 6
    per_unit = (LEFT + WIDTH - start - widest) / max([1, *(bar.value for bar in chart.bars)])
    colours = _colours([bar.colour or PALETTE[0] for bar in chart.bars])
    for bar, label, number, colour in zip(chart.bars, labels, numbers, colours, strict=True):
        length, height = bar.value * per_unit, BAR_HEIGHT * step / BAR_STEP
        canvas.text(LEFT, top + (step - label_style.leading) / 2, label, label_style)
        canvas.rectangle(start, top + (step - height) / 2, length, height, colour)
        canvas.text(start + length + 6, top + (step - number_style.leading) / 2, number, number_style)
        top += step


@dataclass(frozen=True, slots=True)
class _Place:
    """A seat: ``angle`` from the left end of the arch, and its centre, the arch's foot being (0, 0)."""

    angle: float
    x: float
    y: float


def arch_places(seats: int, radius: float) -> tuple[list[_Place], float]:
    """Places for so many seats in rows of a half circle, from left to right, and the radius of a seat."""
    rows = max(1, round(math.sqrt(seats / 4)))
    outer = radius / (1 + 1 / (3 * rows + 2))
    radii = [outer * (1 - (1 - INNERMOST_RADIUS) * row / rows) for row in range(rows)]
    seat_radius = min(0.46 * outer * (1 - INNERMOST_RADIUS) / rows, radius - outer)
    per_row = _shared_out(seats, radii)
    places = chain.from_iterable(map(_row_places, per_row, radii))
    seat_radius = min(
        [seat_radius, *(math.pi * r / (n - 1) * 0.46 for n, r in zip(per_row, radii, strict=True) if n > 1)]
    )
    return sorted(places, key=lambda place: (place.angle, place.x)), seat_radius


def _shared_out(seats: int, radii: Sequence[float]) -> list[int]:
    """Seats per row, as the rows are long; the outermost rows take what rounding leaves."""
    per_row = [int(seats * radius / sum(radii)) for radius in radii]
    for row in range(seats - sum(per_row)):
        per_row[row % len(radii)] += 1
    return per_row


def _row_places(seats: int, radius: float) -> Iterator[_Place]:
    for number in range(seats):
        angle = math.pi * (number / (seats - 1) if seats > 1 else 0.5)
        # Rounded, so that the last bit of a sine does not depend on the machine.
        yield _Place(round(angle, 6), round(-radius * math.cos(angle), 3), round(radius * math.sin(angle), 3))


def _draw_arch(canvas: TaggedCanvas, chart: SeatChart, top: float) -> None:
    """One disc a seat, the seats of a list beside each other."""
    colours = _colours([group.colour for group in chart.groups])
    of_seats = chain.from_iterable(repeat(c, group.seats) for c, group in zip(colours, chart.groups, strict=True))
    places, radius = arch_places(sum(group.seats for group in chart.groups), ARCH_WIDTH / 2)
    middle, foot = LEFT + ARCH_WIDTH / 2, top + ARCH_WIDTH / 2
    for place, colour in zip(places, of_seats, strict=True):
        canvas.disc(middle + place.x, foot - place.y, radius, colour)
    centre = shorten(one_line(chart.centre), CENTRE.face, CENTRE.size, ARCH_WIDTH * INNERMOST_RADIUS)
    canvas.text(middle - text_width(centre, CENTRE.face, CENTRE.size) / 2, foot - CENTRE.leading + 4, centre, CENTRE)


def _draw_legend(canvas: TaggedCanvas, chart: SeatChart, top: float, step: float) -> None:
    """Each list's colour, number of seats and name."""
    label_style, number_style = _scaled(LABEL, step, LEGEND_STEP), _scaled(NUMBER, step, LEGEND_STEP)
    colours = _colours([group.colour for group in chart.groups])
    for group, colour in zip(chart.groups, colours, strict=True):
        canvas.disc(LEGEND_LEFT + 4, top + step / 2, 4 * step / LEGEND_STEP, colour)
        label = shorten(one_line(group.label), LABEL.face, label_style.size, LEFT + WIDTH - LEGEND_LEFT - 38)
        line_top = top + (step - label_style.leading) / 2
        canvas.text_to_the_left_of(LEGEND_LEFT + 30, line_top, str(group.seats), number_style)
        canvas.text(LEGEND_LEFT + 38, line_top, label, label_style)
        top += step
