"""What every page is held to, whatever it is about: valid, one heading, named fields, nothing inline."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import E as MESSAGES

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LANGUAGES = ("nb", "nn", "en")
NAMES_ITSELF = ("hidden", "submit", "button", "reset", "image")
POINTERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "headers")


def parse(html: str) -> Element:
    """The page as a tree of elements, whatever is wrong with it."""
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return tree


def page_faults(html: str) -> list[str]:
    """Everything wrong with the page; empty when it is well made."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    return [
        *(f"line {line}: {MESSAGES[code] % facts}" for (line, _), code, facts in parser.errors),
        *_whole(tree),
        *_names(tree),
        *_fields(tree),
        *_inline(tree),
    ]


def _whole(tree: Element) -> Iterator[str]:
    title = "".join(tree.findtext(".//title") or "").strip()
    if not title.endswith("– Verv") or title == "– Verv":
        yield f"title: {title!r}"
    if tree.get("lang") not in LANGUAGES:
        yield f"language: {tree.get('lang')!r}"
    levels = [HEADINGS.index(element.tag) + 1 for element in tree.iter() if element.tag in HEADINGS]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    yield from (f"h{deeper} right after h{level}" for level, deeper in pairwise(levels) if deeper > level + 1)
    if len(tree.findall(".//main")) != 1:
        yield "not exactly one main"


def _names(tree: Element) -> Iterator[str]:
    ids = Counter(element.get("id", "") for element in tree.iter() if "id" in element.attrib)
    yield from (f"id twice: {name!r}" for name, times in ids.items() if times > 1 or not name)
    for element in tree.iter():
        pointed = " ".join(element.get(pointer, "") for pointer in POINTERS).split()
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            pointed.append(element.get("href", "")[1:])
        yield from (f"{element.tag} points to no one: {name!r}" for name in pointed if name not in ids)


def _fields(tree: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    inside = {field for label in tree.iter("label") for field in label.iter()}
    for field in tree.iter():
        if field.tag not in ("input", "select", "textarea") or field.get("type") in NAMES_ITSELF:
            continue
        if not (
            field.get("id") in labelled or field in inside or field.get("aria-label") or field.get("aria-labelledby")
        ):
            yield f"field without label: {field.get('name')!r}"
    for element in tree.iter():
        if element.tag == "img" and element.get("alt") is None:
            yield f"picture without text: {element.get('src')!r}"
        if element.tag in ("a", "button") and not ("".join(element.itertext()).strip() or element.get("aria-label")):
            yield f"{element.tag} that says nothing: {element.get('href')!r}"


def _inline(tree: Element) -> Iterator[str]:
    """What the Content-Security-Policy would stop in a browser."""
    for element in tree.iter():
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"inline {element.tag}"
        yield from (
            f"inline {name} on {element.tag}" for name in element.attrib if name == "style" or name.startswith("on")
        )
        if (element.get("href") or element.get("src") or element.get("action") or "").lower().startswith("javascript:"):
            yield f"script in an address on {element.tag}"
