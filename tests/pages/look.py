"""The look alone: the real templates and styles in an application with no rooms behind the doors."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from flask import Blueprint, Flask, render_template
from werkzeug.serving import make_server

import app
from app.core.assets import init_assets
from app.core.design_system import samples
from app.core.formatting import init_formatting
from app.core.i18n import init_languages
from app.core.security import init_security
from config import Config

PLACES = [("Oversikt", "/admin"), ("Designsystem", "/admin/designsystem")]


def look_application() -> Flask:
    """Serves /admin/designsystem and /feil/<code>."""
    look = Flask("app", root_path=str(Path(app.__file__).parent))
    look.config["TESTING"] = True
    init_security(look, Config(database_url="sqlite://", secret_key="only-in-tests", plain_http=True, testing=True))
    init_languages(look)
    init_formatting(look)
    init_assets(look)
    look.add_template_global(lambda: False, "is_practice")  # there is no database to ask
    look.context_processor(
        lambda: {
            "current_user": SimpleNamespace(name="Kari Nordmann"),
            "staff_places": lambda: PLACES,
            "public_navigation": PLACES,
        }
    )
    look.register_blueprint(_doors())
    look.register_blueprint(_pages())
    look.add_url_rule("/feil/<int:code>", view_func=_error)
    return look


@contextmanager
def served(application: Flask) -> Iterator[str]:
    """The application at an address of its own, for a browser."""
    server = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _doors() -> Blueprint:
    auth = Blueprint("auth", "auth")
    for address, name in (("/logg-inn", "sign_in"), ("/logg-ut", "sign_out"), ("/admin/meg", "my_account")):
        auth.add_url_rule(address, name, lambda: "", methods=["GET", "POST"])
    return auth


def _pages() -> Blueprint:
    admin = Blueprint("admin", "admin")
    admin.add_url_rule(
        "/admin/designsystem", "design_system", lambda: render_template("admin/design_system.html", **samples())
    )
    return admin


def _error(code: int) -> tuple[str, int]:
    return render_template("error.html", code=code, request_id="3f9ac81b2277d0e4"), code
