"""Codes that no contest can have, because its public address would be another page's.

A contest stands at ``/valg/2023/fana``; beside it stand pages of the whole election, such as ``/valg/2023/kontroll``. A
page that is added there is added here.
"""

RESERVED_CODES = frozenset({"kalender", "kontroll", "lister", "tellesal"})


def is_reserved(code: str) -> bool:
    """Whether an election's own page has this address, in small letters or large: nobody must tell them apart."""
    return code.casefold() in RESERVED_CODES
