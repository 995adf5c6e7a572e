"""The structure tree written into the file: elements, the way back from each mark to its element, links, bookmarks."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from app.pdf.canvas import Bookmark
from app.pdf.structure import ActiveArea, Area, Mark, Node, Role, Spot
from app.pdf.text import within_pdf_string

# A cell without text still holds its place in the row.
STANDS_EMPTY = (Role.HEADER_CELL, Role.DATA_CELL)

PRINTED = 4  # annotation flag
URL_SIGNS = "%/:?#[]@!$&'()*+,;=~"  # the rest of an address is letters, figures, or written as %XX


class TreeWriter:
    """Writes one document's tree. Pages are numbered first in the parent tree, links after them."""

    def __init__(self, pdf: Pdf, marked_nodes: Sequence[Sequence[Node]]) -> None:
        self._pdf, self._marked_nodes = pdf, marked_nodes
        self._pages = [page.obj for page in pdf.pages]
        self._elements: dict[Node, Object] = {}
        self._parents: list[Object] = []
        self._links: list[Object] = []
        self._roles = {role: Name(f"/{role}") for role in Role}

    def write(self, document: Node) -> None:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(document, root)
        for number, (page, nodes) in enumerate(zip(self._pages, self._marked_nodes, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            self._parents.append(self._pdf.make_indirect(Array([self._elements[node] for node in nodes])))
        parents = [*self._parents, *self._links]
        numbered = [entry for number, parent in enumerate(parents) for entry in (number, parent)]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbered)))
        root.ParentTreeNextKey = len(parents)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=self._roles[node.role], P=parent))
        self._elements[node] = element
        for key, value in _properties(node):
            element[key] = value
        kids = [kid for kid in node.kids if not isinstance(kid, Node) or _says_something(kid)]
        first_page = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
        if first_page is not None:
            element.Pg = self._pages[first_page]
        written = [self._kid(kid, element, first_page) for kid in kids]
        if written:
            element.K = written[0] if len(written) == 1 else Array(written)
        return element

    def _kid(self, kid: Node | Mark | ActiveArea, element: Object, first_page: int | None) -> Object | int:
        match kid:
            case Node():
                return self._element(kid, element)
            case Mark(page, number):
                if page == first_page:
                    return number
                return Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=number)
            case ActiveArea():
                return self._link(kid, element)

    def _link(self, active: ActiveArea, element: Object) -> Object:
        """The clickable area on its page, and the reference by which the link element owns it."""
        page = self._pages[active.page]
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=_corners(active.area),
                Border=Array([0, 0, 0]),
                F=PRINTED,
                Contents=String(within_pdf_string(active.description)),
                StructParent=len(self._pages) + len(self._links),
            )
        )
        if isinstance(active.target, Spot):
            annotation.Dest = self._destination(active.target)
        else:
            annotation.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(quote(active.target, safe=URL_SIGNS)))
        self._links.append(element)
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _destination(self, spot: Spot) -> Array:
        return Array([self._pages[spot.page], Name.XYZ, None, round(spot.upper, 2), None])


def _says_something(node: Node) -> bool:
    return bool(node.kids) or node.role in STANDS_EMPTY


def _corners(area: Area) -> Array:
    return Array([round(side, 2) for side in (area.left, area.lower, area.right, area.upper)])


def _properties(node: Node) -> Iterator[tuple[str, Object]]:
    if node.alt:
        yield "/Alt", String(within_pdf_string(node.alt))
    if node.actual_text:
        yield "/ActualText", String(within_pdf_string(node.actual_text))
    if node.area:
        yield "/A", Dictionary(O=Name.Layout, Placement=Name.Block, BBox=_corners(node.area))
    table_facts: dict[str, Object | int] = {}
    if node.scope:
        table_facts["/Scope"] = Name(f"/{node.scope}")
    if node.column_span > 1:
        table_facts["/ColSpan"] = node.column_span
    if table_facts:
        yield "/A", Dictionary({"/O": Name.Table, **table_facts})


def write_bookmarks(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """The outline: every heading under the heading above it."""
    with pdf.open_outline() as outline:
        above: dict[int, list[OutlineItem]] = {0: outline.root}
        for bookmark in bookmarks:
            title, top = within_pdf_string(bookmark.title), round(bookmark.spot.upper, 2)
            item = OutlineItem(title, bookmark.spot.page, "XYZ", top=top)
            above[bookmark.level - 1].append(item)
            above[bookmark.level] = item.children
    if bookmarks:
        pdf.Root.PageMode = Name.UseOutlines
