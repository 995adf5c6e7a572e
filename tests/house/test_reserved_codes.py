"""A contest's public address is never that of another page."""

import re

from flask import Flask

from app.core.input_files.values import CODE
from app.elections.domain.reserved_codes import RESERVED_CODES

BESIDE_CONTESTS = re.compile("/valg/<address>/([^<>/]+)(/.*)?")


def test_the_reserved_codes_are_the_pages_that_stand_where_contests_do(app: Flask) -> None:
    """``/valg/<address>/kontroll`` is one; ``kontrollpakke.zip`` can be no code, because of its full stop."""
    beside = [BESIDE_CONTESTS.fullmatch(rule.rule) for rule in app.url_map.iter_rules()]
    words = {match[1] for match in beside if match}
    assert "kontrollpakke.zip" in words
    assert {word for word in words if CODE.fullmatch(word)} == RESERVED_CODES
