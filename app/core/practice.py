"""Whether this database is for practice: a copy that people type invented paper into, where nothing is real.

The database itself says so, in a row that is written when it is made and never again. No switch can be forgotten, no
real election comes into such a database, and nothing goes from it to a real one: they are two databases.
"""

from datetime import datetime

from flask import Flask, Response, current_app, has_app_context
from flask_babel import gettext as _
from sqlalchemy import CheckConstraint, String
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base, db

KNOWN = "verv practice"


class PracticeCopy(Base):
    """The one row of a database for practice: what was copied, and when. A real database has none."""

    __tablename__ = "practice_copy"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    copied: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime]


def init_practice(app: Flask) -> None:
    """Tell templates, and keep search engines away from practice."""
    app.add_template_global(is_practice)
    app.after_request(_keep_out_of_searches)


def is_practice() -> bool:
    """Whether what is shown is practice. Asked of the database once, since a database never changes its kind.

    Where the database cannot be asked, its own error is told soon enough.
    """
    if not has_app_context():
        return False
    known: dict[str, bool] = current_app.extensions.setdefault(KNOWN, {})
    if "is" not in known:
        try:
            known["is"] = db.session.get(PracticeCopy, 1) is not None
        except SQLAlchemyError:
            db.session.rollback()
            return False
    return known["is"]


def practice_mark() -> str | None:
    """What stands on every page of every document made in practice."""
    return _("ØVELSE – ikke et virkelig dokument") if is_practice() else None


def _keep_out_of_searches(answer: Response) -> Response:
    if current_app.extensions.get(KNOWN, {}).get("is"):
        answer.headers["X-Robots-Tag"] = "noindex"
    return answer
