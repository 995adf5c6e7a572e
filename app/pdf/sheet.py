"""The sheet a document is printed on, and how far its pages reach outside it for the sake of a printer."""

from dataclasses import dataclass

from pikepdf import Array, Pdf

from app.pdf.style import PAGE_HEIGHT, PAGE_WIDTH


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's size in points.

    ``slug`` is how much larger the page is than the sheet on each side: room for crop marks. ``bleed`` is how much of
    it is printed on, so that colour reaches the edge wherever the knife falls. ``for_printer``: the file says where the
    sheet is on its pages.
    """

    width: float
    height: float
    slug: float = 0
    bleed: float = 0
    for_printer: bool = False

    def page_size(self) -> tuple[float, float]:
        """Width and height of a page, with what lies outside the sheet."""
        return self.width + 2 * self.slug, self.height + 2 * self.slug


OFFICE_SHEET = Sheet(PAGE_WIDTH, PAGE_HEIGHT)
"""A4 standing, from an office printer."""


def write_page_boxes(pdf: Pdf, sheet: Sheet) -> None:
    """Tell a printer where to cut (TrimBox) and how far the colour goes (BleedBox); the page itself is MediaBox."""
    if not sheet.for_printer:
        return
    width, height = sheet.page_size()
    for page in pdf.pages:
        page.obj.TrimBox = _box(sheet.slug, width, height)
        page.obj.BleedBox = _box(sheet.slug - sheet.bleed, width, height)


def _box(inset: float, width: float, height: float) -> Array:
    return Array([round(side, 3) for side in (inset, inset, width - inset, height - inset)])
