"""Marks for those who cut and fold: in the margin outside the sheet, and a short stroke at the edge for the fold."""

from app.elections.ballot_papers.layout import BLEED, HEIGHT, SLUG, WIDTH, folds
from app.elections.ballot_papers.settings import Fold
from app.pdf.canvas import TaggedCanvas
from app.pdf.style import INK, MILLIMETRE, MUTED

AWAY = BLEED + 1 * MILLIMETRE
"""Crop marks begin outside the bleed, so that they are never on the cut sheet."""
FOLD_STROKE = 3 * MILLIMETRE
FINE = 0.3


def draw_printers_marks(canvas: TaggedCanvas, fold: Fold) -> None:
    """Crop marks where the page has room for them, and where to fold. Drawn within an artifact."""
    across, down = folds(fold)
    if canvas.sheet.slug:
        _draw_crop_marks(canvas)
    for x in across:
        canvas.vertical_line(x, HEIGHT - 3 * MILLIMETRE - FOLD_STROKE, HEIGHT - 3 * MILLIMETRE, FINE, MUTED)
        if canvas.sheet.slug:
            canvas.vertical_line(x, -SLUG, -AWAY, FINE, INK)
            canvas.vertical_line(x, HEIGHT + AWAY, HEIGHT + SLUG, FINE, INK)
    for y in down:
        canvas.horizontal_line(0, FOLD_STROKE, y, FINE, MUTED)
        canvas.horizontal_line(WIDTH - FOLD_STROKE, WIDTH, y, FINE, MUTED)
        if canvas.sheet.slug:
            canvas.horizontal_line(-SLUG, -AWAY, y, FINE, INK)
            canvas.horizontal_line(WIDTH + AWAY, WIDTH + SLUG, y, FINE, INK)


def _draw_crop_marks(canvas: TaggedCanvas) -> None:
    for x in (0.0, WIDTH):
        canvas.vertical_line(x, -SLUG, -AWAY, FINE, INK)
        canvas.vertical_line(x, HEIGHT + AWAY, HEIGHT + SLUG, FINE, INK)
    for y in (0.0, HEIGHT):
        canvas.horizontal_line(-SLUG, -AWAY, y, FINE, INK)
        canvas.horizontal_line(WIDTH + AWAY, WIDTH + SLUG, y, FINE, INK)
