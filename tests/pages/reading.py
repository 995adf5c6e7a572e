"""Reading a page as a person does: its heading, its words, the rows of the table with this caption."""

from xml.etree.ElementTree import Element

from tests.page_check import parse


def words(element: Element) -> str:
    """The text of an element, with single spaces; the narrow spaces inside numbers become plain ones."""
    return " ".join("".join(element.itertext()).replace("\u202f", " ").split())


def page_words(html: str) -> str:
    """What the page says between header and footer."""
    main = parse(html).find(".//main")
    assert main is not None
    return words(main)


def heading(html: str) -> str:
    """The h1."""
    h1 = parse(html).find(".//h1")
    assert h1 is not None
    return words(h1)


def rows(html: str, caption: str) -> list[list[str]]:
    """The cells of each row of the table with this caption: body, then foot; without the heads of the columns."""
    for table in parse(html).iter("table"):
        title = table.find("caption")
        if title is not None and words(title) == caption:
            body = [row for part in table if part.tag in ("tbody", "tfoot") for row in part.iter("tr")]
            return [[words(cell) for cell in row if cell.tag in ("th", "td")] for row in body]
    raise AssertionError(f"no table {caption!r}")


def links(html: str) -> list[str]:
    """Every address the page leads to, in order."""
    return [element.get("href", "") for element in parse(html).iter("a")]
