"""A ballot paper drawn on its two sides, every stroke tagged: what a voter sees and what a screen reader is told.

The pages are the inside and the outside of one sheet, printed on both sides and turned over the short edge.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.elections.ballot_papers import layout
from app.elections.ballot_papers.content import Choices, PrintedPaper, WriteInField
from app.elections.ballot_papers.inks import INKS
from app.elections.ballot_papers.layout import (
    BAND,
    BOX,
    BOX_COLUMN,
    COLUMN_GAP,
    EDGE,
    FOLD,
    FOOT,
    HEIGHT,
    NARROW_BOX_COLUMN,
    NUMBER_COLUMN,
    PANEL,
    TITLE_ROW,
    WIDTH,
    ListLayout,
    PaperLayout,
    Placed,
)
from app.elections.ballot_papers.printers_marks import draw_printers_marks
from app.elections.ballot_papers.settings import PaperSettings
from app.pdf.canvas import Artifact, TaggedCanvas
from app.pdf.facts import DocumentFacts
from app.pdf.fingerprint import content_fingerprint
from app.pdf.finish import finish
from app.pdf.fonts import Face, text_width
from app.pdf.structure import Node, Role, Scope
from app.pdf.style import INK, MILLIMETRE, MUTED, RULE, TextStyle
from app.pdf.text import Run, TextLine, break_lines, clean, one_line, shorten

LEFT_PANEL = EDGE
RIGHT_PANEL = FOLD + EDGE

STATEMENT = TextStyle(Face.REGULAR, layout.STATEMENT_SIZE, layout.STATEMENT_ROW)
FIELD_HEADING = TextStyle(Face.SEMIBOLD, 13, layout.FIELD_HEADING_ROW)
NOTE = TextStyle(Face.REGULAR, 9.5, layout.FIELD_NOTE_ROW)
COLUMN_TITLE = TextStyle(Face.SEMIBOLD, 7, 10)
GROUP_TITLE = TextStyle(Face.SEMIBOLD, 8, 11)
LINE_NUMBER = TextStyle(Face.REGULAR, 9, 12)
FOOT_STYLE = TextStyle(Face.REGULAR, 5.5, 7.5, colour=MUTED)
SAMPLE_NOTE = TextStyle(Face.SEMIBOLD, 9, 12, colour="#a01010")
WATERMARK = TextStyle(Face.BOLD, 96, 110, colour="#e3e3e3")
OUTSIDE_NOTE = TextStyle(Face.REGULAR, 9.5, 13)
STAMP = TextStyle(Face.REGULAR, 10, 14, colour=MUTED)

STAMP_WIDTH, STAMP_HEIGHT, STAMP_TOP = 75 * MILLIMETRE, 48 * MILLIMETRE, 33 * MILLIMETRE


def paper_pdf(facts: DocumentFacts, paper: PrintedPaper, settings: PaperSettings) -> bytes:
    """The paper as a tagged (PDF/UA-1), archivable (PDF/A-2a) document of two pages; the same input, the same bytes.

    The document's id and the SHA-256 of its content stand on the inside only: the outsides of all papers are alike.
    Refused (``PaperOverfull``) when it does not fit on the sheet.
    """
    fingerprint = content_fingerprint(facts, (paper,))
    canvas = TaggedCanvas(layout.ballot_sheet(crop_marks=settings.crop_marks))
    document = Node(Role.DOCUMENT)
    _Inside(canvas, document, paper, settings).draw()
    _draw_foot(canvas, facts, paper, fingerprint)
    _Outside(canvas, document, paper, settings).draw()
    return finish(canvas, document, facts, fingerprint)


class _Side:
    """One side of the sheet: its colour, its marks, and «PRØVE» over it when it is a sample."""

    def __init__(self, canvas: TaggedCanvas, document: Node, paper: PrintedPaper, settings: PaperSettings) -> None:
        self.canvas, self.document, self.paper, self.settings = canvas, document, paper, settings
        self.ink = INKS[settings.colour]

    def begin(self) -> None:
        """A new page with watermark, band and marks; a sample is told first of all."""
        self.canvas.begin_page()
        with self.canvas.artifact(Artifact.LAYOUT):
            if self.paper.sample:
                self._draw_watermark()
                self._draw_sample_note(RIGHT_PANEL)
            self._draw_bands()
            draw_printers_marks(self.canvas, self.settings.fold)
        if self.paper.sample:
            with self.canvas.content(self.document.child(Role.PARAGRAPH)):
                self._draw_sample_note(LEFT_PANEL)

    def _draw_sample_note(self, left: float) -> None:
        """In both halves, since each is all that is seen of a folded paper; read once."""
        note = one_line(f"{self.paper.sample} – {self.paper.sample_note}")
        self.canvas.text(left, BAND + 3, note + " ", SAMPLE_NOTE)

    def _draw_watermark(self) -> None:
        for middle in (FOLD / 2, FOLD + FOLD / 2):
            for height in (HEIGHT * 0.33, HEIGHT * 0.75):
                self.canvas.slanted_text(middle, height, clean(self.paper.sample), WATERMARK, 20)

    def _draw_bands(self) -> None:
        """Colour along the upper and the lower edge, and over them into the bleed."""
        bleed = self.canvas.sheet.bleed
        lower = 3 * MILLIMETRE
        for top, height in ((-bleed, BAND + bleed), (HEIGHT - lower, lower + bleed)):
            self.canvas.rectangle(-bleed, top, WIDTH + 2 * bleed, height, self.ink.fill)
        if self.ink.outlined:
            self.canvas.horizontal_line(-bleed, WIDTH + bleed, BAND, 1.2, INK)
            self.canvas.horizontal_line(-bleed, WIDTH + bleed, HEIGHT - lower, 1.2, INK)

    def band_text(self, role: Role, large: str, small: str, left: float) -> None:
        """Two texts under each other in the band over one half."""
        large_size, small_size = layout.band_sizes(large, small)
        top = 6.0
        for text, face, size, of_role in (
            (large, Face.BOLD, large_size, role),
            (small, Face.REGULAR, small_size, Role.PARAGRAPH),
        ):
            if text:
                style = TextStyle(face, size, layout.band_leading(size), colour=self.ink.text)
                top = self.paragraph(of_role, text, style, left, top)

    def paragraph(self, role: Role, text: str, style: TextStyle, left: float, top: float) -> float:
        """A text in one half, and where it ends."""
        lines = break_lines([Run(clean(text), style.face)], style.size, PANEL)
        with self.canvas.content(self.document.child(role)):
            return _draw_lines(self.canvas, lines, (style,), left, top)


class _Inside(_Side):
    """What is voted for, and how."""

    def draw(self) -> None:
        self.begin()
        plan = layout.paper_layout(self.paper)
        for (large, small), left, role in zip(
            layout.bands(self.paper)[:2], (LEFT_PANEL, RIGHT_PANEL), (Role.H1, Role.PARAGRAPH), strict=True
        ):
            self.band_text(role, large, small, left)
        self._draw_left(plan)
        self._draw_right(plan)

    def _draw_left(self, plan: PaperLayout) -> None:
        paper, size = self.paper, plan.heading_size
        heading = TextStyle(Face.BOLD, size, layout.heading_leading(size))
        top = self.paragraph(Role.H2, paper.heading, heading, LEFT_PANEL, layout.content_top(paper))
        top += layout.HEADING_AIR
        if paper.statement:
            top = self.paragraph(Role.PARAGRAPH, paper.statement, STATEMENT, LEFT_PANEL, top) + layout.STATEMENT_AIR
        if paper.names:
            self._draw_field(paper.names, plan.names_step, top, LEFT_PANEL)
        if paper.choices and plan.table:
            _Table(self.canvas, self.document.child(Role.TABLE), paper.choices, plan.table).draw(top)

    def _draw_right(self, plan: PaperLayout) -> None:
        paper, top = self.paper, layout.content_top(self.paper)
        if paper.write_ins:
            top = self._draw_field(paper.write_ins, plan.field.line_step, top, RIGHT_PANEL) + layout.FIELD_AIR
        top = self.paragraph(Role.H2, paper.guidance_heading, FIELD_HEADING, RIGHT_PANEL, top)
        self._draw_guidance(plan.field.size, top + layout.GUIDANCE_HEADING_AIR)

    def _draw_field(self, field: WriteInField, step: float, top: float, left: float) -> float:
        top = self.paragraph(Role.H2, field.heading, FIELD_HEADING, left, top)
        top = self.paragraph(Role.PARAGRAPH, field.note, NOTE, left, top)
        lines = self.document.child(Role.LIST)
        for number, line in enumerate(field.lines, start=1):
            top += step
            item = lines.child(Role.LIST_ITEM)
            with self.canvas.content(item.child(Role.LABEL)):
                self.canvas.text(left, top - 12, f"{number}. ", LINE_NUMBER)
            figure = item.child(Role.LIST_BODY).child(Role.FIGURE, alt=one_line(line))
            figure.area = self.canvas.area(left + 16, top - step, PANEL - 16, step)
            with self.canvas.content(figure):
                self.canvas.horizontal_line(left + 16, left + PANEL, top, 0.6, INK)
        return top

    def _draw_guidance(self, size: float, top: float) -> None:
        style = TextStyle(Face.REGULAR, size, size * 1.32)
        points = self.document.child(Role.LIST)
        for point in self.paper.guidance:
            item = points.child(Role.LIST_ITEM)
            with self.canvas.content(item.child(Role.LABEL)):
                self.canvas.text(RIGHT_PANEL + 2, top, "• ", style)
            with self.canvas.content(item.child(Role.LIST_BODY)):
                for line in layout.guidance_lines(point, size):
                    self.canvas.text(RIGHT_PANEL + layout.GUIDANCE_INDENT, top, line + " ", style)
                    top += style.leading
            top += layout.GUIDANCE_AIR


class _Table:
    """The boxes with numbers and names, in one or two columns."""

    def __init__(self, canvas: TaggedCanvas, node: Node, choices: Choices, plan: ListLayout) -> None:
        self.canvas, self.node, self.choices, self.plan = canvas, node, choices, plan
        self.box_column = BOX_COLUMN if plan.columns == 1 else NARROW_BOX_COLUMN

    def draw(self, top: float) -> None:
        self._draw_titles(top)
        body = self.node.child(Role.TABLE_BODY)
        for placed in self.plan.placed:
            row = body.child(Role.TABLE_ROW)
            left, row_top = self._left(placed.column), top + TITLE_ROW + placed.top
            if placed.choice is None:
                self._draw_group(row, placed, left, row_top)
            else:
                self._draw_choice(row, placed, left, row_top)

    def _left(self, column: int) -> float:
        return LEFT_PANEL + column * (self.plan.column_width() + COLUMN_GAP)

    def _draw_titles(self, top: float) -> None:
        """The titles over each column; read once."""
        titles = self.node.child(Role.TABLE_HEAD).child(Role.TABLE_ROW)
        cells = [titles.child(Role.HEADER_CELL, scope=Scope.COLUMN) for _title in range(3)]
        places = (0.0, self.box_column + 3, self.box_column + NUMBER_COLUMN)
        words = (self.choices.box_title, self.choices.number_title, self.choices.name_title)
        if self.plan.columns > 1:
            words = (self.choices.box_title, "", "")
        for cell, place, title in zip(cells, places, words, strict=True):
            if title:
                with self.canvas.content(cell):
                    self.canvas.text(self._left(0) + place, top, one_line(title) + " ", COLUMN_TITLE)
        with self.canvas.artifact(Artifact.LAYOUT):
            for column in range(self.plan.columns):
                left = self._left(column)
                if column:
                    self.canvas.text(left, top, one_line(self.choices.box_title), COLUMN_TITLE)
                self.canvas.horizontal_line(left, left + self.plan.column_width(), top + TITLE_ROW, 0.8, INK)

    def _draw_group(self, row: Node, placed: Placed, left: float, top: float) -> None:
        cell = row.child(Role.HEADER_CELL, scope=Scope.COLUMN, column_span=3)
        with self.canvas.content(cell):
            self.canvas.text(
                left, top + placed.height - GROUP_TITLE.leading - 2, one_line(placed.heading) + " ", GROUP_TITLE
            )
        self._draw_rule(left, top + placed.height)

    def _draw_choice(self, row: Node, placed: Placed, left: float, top: float) -> None:
        choice, size = placed.choice, self.plan.size
        assert choice is not None
        middle = top + placed.height / 2
        self._draw_box(row.child(Role.DATA_CELL), choice.box, left, middle - BOX / 2)
        style = TextStyle(Face.REGULAR, size, layout.leading(size))
        bold = replace(style, face=Face.BOLD)
        lines = break_lines(layout.choice_runs(choice), size, layout.name_width(self.plan.columns))
        first = middle - len(lines) * style.leading / 2
        name_left = left + self.box_column + NUMBER_COLUMN
        number = row.child(Role.DATA_CELL)
        if choice.number:
            with self.canvas.content(number):
                self.canvas.text_to_the_left_of(
                    name_left - 6, first, one_line(choice.number), bold if choice.strong else style
                )
        with self.canvas.content(row.child(Role.HEADER_CELL, scope=Scope.ROW)):
            _draw_lines(self.canvas, lines, (bold, style), name_left, first)
        self._draw_rule(left, top + placed.height)

    def _draw_box(self, cell: Node, alt: str, left: float, top: float) -> None:
        figure = cell.child(Role.FIGURE, alt=one_line(alt))
        x = left + (2 if self.plan.columns > 1 else 18)
        figure.area = self.canvas.area(x, top, BOX, BOX)
        with self.canvas.content(figure):
            self.canvas.frame(x, top, BOX, BOX, INK)

    def _draw_rule(self, left: float, y: float) -> None:
        with self.canvas.artifact(Artifact.LAYOUT):
            self.canvas.horizontal_line(left, left + self.plan.column_width(), y, 0.4, RULE)


class _Outside(_Side):
    """What is seen when the paper is folded: the election and the field for the stamp, and nothing of the vote."""

    def draw(self) -> None:
        outside = self.paper.outside
        self.begin()
        for (large, small), left in zip(layout.bands(self.paper)[2:], (LEFT_PANEL, RIGHT_PANEL), strict=True):
            self.band_text(Role.PARAGRAPH, large, small, left)
        self._draw_stamp_field()
        self.paragraph(Role.PARAGRAPH, outside.folding, OUTSIDE_NOTE, RIGHT_PANEL, HEIGHT / 2 + 12 * MILLIMETRE)

    def _draw_stamp_field(self) -> None:
        left = FOLD + (FOLD - STAMP_WIDTH) / 2
        stamp = one_line(self.paper.outside.stamp)
        figure = self.document.child(Role.FIGURE, alt=one_line(self.paper.outside.stamp_field))
        figure.area = self.canvas.area(left, STAMP_TOP, STAMP_WIDTH, STAMP_HEIGHT)
        with self.canvas.content(figure):
            self.canvas.frame(left, STAMP_TOP, STAMP_WIDTH, STAMP_HEIGHT, INK)
        with self.canvas.content(self.document.child(Role.PARAGRAPH)):
            self.canvas.text(left + 6, STAMP_TOP + 4, stamp + " ", STAMP)


def _draw_lines(
    canvas: TaggedCanvas, lines: Sequence[TextLine], styles: Sequence[TextStyle], left: float, top: float
) -> float:
    """Lines under each other, each run in its style, and where they end; words on two lines stay two words."""
    for line in lines:
        x = left
        for index, fragment in enumerate(line.fragments, start=1):
            style = styles[fragment.run]
            space = " " if line.ends_word and index == len(line.fragments) else ""
            canvas.text(x, top, fragment.text + space, style)
            x += text_width(fragment.text, style.face, style.size)
        top += styles[0].leading
    return top


def _draw_foot(canvas: TaggedCanvas, facts: DocumentFacts, paper: PrintedPaper, fingerprint: str) -> None:
    """What the printer and the proof-reader need, and that it tells nothing of the voter."""
    document_id = f"{one_line(facts.labels.document_id)} {one_line(facts.document_id)}. {one_line(paper.alike)}."
    with canvas.artifact(Artifact.FOOTER):
        canvas.text(LEFT_PANEL, FOOT, shorten(document_id, FOOT_STYLE.face, FOOT_STYLE.size, PANEL), FOOT_STYLE)
        canvas.text(RIGHT_PANEL, FOOT, f"{one_line(facts.labels.fingerprint)} {fingerprint}", FOOT_STYLE)
