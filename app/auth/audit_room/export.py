"""The audit trail as JSON lines: an event a line, first to last, each with its number and fingerprint."""

import json
from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.audit.domain.chain import Head, Link
from app.audit.trail import links


def lines(session: Session, head: Head) -> Iterator[str]:
    """The events up to and with ``head``. Keys in order, so that the same trail gives the same file."""
    for link in links(session):
        if link.number > head.number:
            return
        yield _line(link)


def _line(link: Link) -> str:
    told = {**link.facts, "number": link.number, "fingerprint": link.fingerprint}
    return json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n"
