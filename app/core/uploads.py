"""Views that take large files: for these alone a request may be larger than others (``Config.largest_file``)."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

from config import Config

BESIDE_THE_FILE = 64 * 1024
"""Room for the other fields of the form."""

View = TypeVar("View", bound=Callable[..., Any])


def takes_large_files(view: View) -> View:
    """Mark a view as one that files are handed in to."""
    view.verv_takes_large_files = True  # type: ignore[attr-defined]  # read by _make_room
    return view


def init_uploads(app: Flask, config: Config) -> None:
    """Room is made before anything reads the form: register this before the protection against forgery."""
    app.config["LARGEST_FILE"] = config.largest_file
    app.before_request(_make_room)


def largest_file() -> int:
    """How large a file that is handed in may be, in bytes."""
    return int(current_app.config["LARGEST_FILE"])


def _make_room() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "verv_takes_large_files", False):
        request.max_content_length = largest_file() + BESIDE_THE_FILE
