"""The roster of a meeting as JSON, kept with the meeting; read back strictly, as the log is.

Rules: R-262.
"""

import json

from app.meetings.domain.event_json import record_from_json, record_json
from app.meetings.domain.roster import Roster


def roster_json(roster: Roster) -> str:
    """The roster as a text; the same text for the same roster."""
    return json.dumps(record_json(roster), ensure_ascii=False, sort_keys=True)


def roster_from_json(document: str) -> Roster:
    """The roster that was kept."""
    return record_from_json(Roster, json.loads(document))
