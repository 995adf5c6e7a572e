"""A test client that behaves like a browser with a careful reader behind it: it keeps cookies, sends the forms it is
shown with their tokens, comes over TLS, and checks every page it is given."""

from collections.abc import Callable, Mapping
from contextvars import Context
from datetime import datetime
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from flask import has_app_context, session
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

from app.auth.queries import Person
from app.auth.sessions import begin_session
from app.core.database import db
from app.core.security import HEADERS
from tests.page_check import page_faults, parse

SITE = "https://localhost"
T = TypeVar("T")


class Browser(FlaskClient):
    """The client that page tests use. Addresses are paths on the site."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request, as a request of its own even where a test has an application context open.

        What it stored is seen by the test's session afterwards, which until then may have read an older snapshot.
        """
        kwargs.setdefault("base_url", SITE)
        answer: TestResponse = Context().run(super().open, *args, **kwargs)
        if has_app_context():
            db.session.rollback()
        if "HX-Request" not in answer.request.headers:
            check_answer(answer)
        return answer

    def send(self, path: str, fields: Mapping[str, str] | None = None) -> TestResponse:
        """POST with a valid token, without having been shown the form first."""
        return self.post(path, data={**(fields or {}), "csrf_token": self.token()}, headers={"Referer": SITE + path})

    def token(self) -> str:
        """A valid token, for a form that is sent by hand: one with a file, or with one field several times."""
        token: str = self._in_session(generate_csrf)
        return token

    def fill_in(self, path: str, fields: Mapping[str, str]) -> TestResponse:
        """Open ``path``, find the form with all of ``fields``, fill it in and send it to where it says."""
        form = form_with(parse(self.get(path).text), set(fields))
        return self.post(form.get("action", path), data={**filled_in(form), **fields}, headers={"Referer": SITE + path})

    def begin_session(self, person: Person, at: datetime) -> None:
        """Be signed in as ``person``, without the slow comparison of passwords."""
        self._in_session(lambda: begin_session(person, at))

    def _in_session(self, work: Callable[[], T]) -> T:
        """Run ``work`` in a request that has this browser's session, and keep what it does to the session."""
        with self.session_transaction(base_url=SITE) as kept:

            def run() -> T:
                with self.application.test_request_context(base_url=SITE):
                    session.update(kept)
                    result = work()
                    kept.clear()
                    kept.update(session)
                return result

            return Context().run(run)


def check_answer(answer: TestResponse) -> None:
    """Headers on every answer; every page well made. What a redirect says is read by no one."""
    missing = [name for name, value in HEADERS.items() if answer.headers.get(name) != value]
    assert not missing, f"{answer.request.path}: without {missing}"
    assert answer.headers["Strict-Transport-Security"]
    if answer.mimetype == "text/html" and not 300 <= answer.status_code < 400:
        faults = page_faults(answer.text)
        assert not faults, f"{answer.request.path}: {faults}"


def form_with(tree: Element, names: set[str]) -> Element:
    """The first form on the page that has fields with all of ``names``."""
    for form in tree.iter("form"):
        if names <= {field.get("name", "") for field in form.iter()}:
            return form
    raise AssertionError(f"no form with {sorted(names)}")


def filled_in(form: Element) -> dict[str, str]:
    """What the form sends when nobody touches it: hidden and typed values."""
    fields = [field for field in form.iter("input") if field.get("type") not in ("checkbox", "radio", "submit")]
    return {field.get("name", ""): field.get("value", "") for field in fields}
