"""Who may open what: permissions, and the mark that every view carries.

A view says ``@requires(Permission.X)`` or ``@public``; the application refuses to start with a view that says neither.
Which roles hold which permission is decided in ``app/auth/domain/roles.py``, and asked once, before the view runs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask
from flask.typing import RouteCallable

from app.core.permissions import Permission

__all__ = ["Access", "Permission", "UnmarkedView", "access_of", "public", "refuse_unmarked_views", "requires"]

READING = ("GET", "HEAD", "OPTIONS")

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Access:
    """The mark on a view: open to all (``permission`` is None) or to those who hold the permission.

    ``to_send``: what one must hold beside to send something to it; None when reading and sending take the same.
    """

    permission: Permission | None
    to_send: Permission | None = None

    def wanted(self, method: str) -> Permission | None:
        """What a request with this method takes."""
        return self.permission if method in READING else self.to_send or self.permission


class UnmarkedView(RuntimeError):
    """A view that does not say who may open it. The application does not start."""


def requires(permission: Permission, *, to_send: Permission | None = None) -> Callable[[View], View]:
    """Mark a view as open to those who hold ``permission``; what is sent to it may take another, ``to_send``."""
    return lambda view: _marked(view, Access(permission, to_send))


def public(view: View) -> View:
    """Mark a view as open to everyone, signed in or not."""
    return _marked(view, Access(None))


def access_of(view: RouteCallable) -> Access | None:
    """The mark of ``view``, or None where it has none."""
    mark = getattr(view, "verv_access", None)
    return mark if isinstance(mark, Access) else None


def refuse_unmarked_views(app: Flask) -> None:
    """Raise ``UnmarkedView`` naming every endpoint without a mark. Called last by the application factory."""
    unmarked = sorted(name for name, view in app.view_functions.items() if access_of(view) is None)
    if unmarked:
        raise UnmarkedView(f"views without @requires or @public: {', '.join(unmarked)}")


def _marked(view: View, access: Access) -> View:
    view.verv_access = access  # type: ignore[attr-defined]  # a mark on the function itself, read back by access_of
    return view
