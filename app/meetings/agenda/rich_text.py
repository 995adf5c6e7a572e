"""The text of a case paper: the few marks of a small editor, and nothing that could run, load or hide anything.

What is typed without an editor is plain text; its blank lines part the paragraphs.
"""

import re

import nh3
from markupsafe import escape

from app.meetings.plain_text import plain_text

TAGS = frozenset(
    "p h3 h4 ul ol li strong em a br blockquote table caption thead tbody tr th td".split()  # noqa: SIM905 - reads as they stand in a page
)
ATTRIBUTES = {"a": {"href"}, "th": {"scope", "colspan", "rowspan"}, "td": {"colspan", "rowspan"}}
SCHEMES = {"https", "http", "mailto"}
SAME = ((r"b", "strong"), (r"i", "em"), (r"h[12]", "h3"), (r"h[56]", "h4"), (r"div", "p"))
"""What browsers write, and the tag that is kept for it."""

ANY_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


def clean(typed: str) -> str:
    """The text as it is kept: only the tags above, links to the web and to e-mail alone; empty when it says nothing."""
    html = typed if ANY_TAG.search(typed) else _paragraphs(typed)
    for pattern, tag in SAME:
        html = re.sub(rf"(?i)<(/?){pattern}(?=[\s>])[^>]*>", rf"<\1{tag}>", html)
    kept = nh3.clean(
        html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer nofollow"
    ).strip()
    return kept if plain_text(kept) else ""


def _paragraphs(text: str) -> str:
    parts = [each.strip() for each in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if each.strip()]
    return "".join(f"<p>{escape(each)}</p>".replace("\n", "<br>") for each in parts)
