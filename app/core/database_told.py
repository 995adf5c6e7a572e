"""A database that does not answer a command as it should: told in words, never as a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError

from app.core.standard_output import FAILED, tell


@contextmanager
def database_told() -> Iterator[None]:
    """Say what the database answered and what to do about it, and end the command with status 1."""
    try:
        yield
    except DBAPIError as error:
        tell(
            _(
                "Databasen svarer ikke som den skal (%(answer)s). Ingenting er lagret. Er den ny, gjør den klar med "
                "«flask --app wsgi db upgrade»; er den opptatt, prøv igjen om litt.",
                answer=str(error.orig).splitlines()[0],
            )
        )
        sys.exit(FAILED)
