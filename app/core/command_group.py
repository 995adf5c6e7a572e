"""Commands that end in words: nobody at a keyboard is met by a traceback."""

from collections.abc import Callable
from typing import Any

import click
from flask.cli import AppGroup

from app.core.database_told import database_told
from app.core.standard_output import written_out


class AnsweringGroup(AppGroup):
    """Commands whose answers are written out or told of as lost, and whose database is told of when it is not there."""

    def command(self, *args: Any, **kwargs: Any) -> Callable[[Callable[..., Any]], click.Command]:  # type: ignore[override]  # as AppGroup's own
        made = super().command(*args, **kwargs)
        return lambda function: made(written_out()(database_told()(function)))
