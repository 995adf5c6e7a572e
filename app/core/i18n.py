"""The languages: bokmål source texts, nynorsk and English by catalogue. Chosen by cookie, then by the browser.

Bokmål is what the code says; it has no catalogue of its own.
"""

from flask import Blueprint, Flask, redirect, request
from flask_babel import Babel
from werkzeug.wrappers import Response

from app.core.access import public
from app.core.addresses import path_on_this_site

LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
LOCALES = {"en": "en_GB"}  # dates as on this side of the ocean
LANGUAGE_COOKIE = "sprak"
_YEAR = 365 * 24 * 3600

languages = Blueprint("languages", __name__)
babel = Babel()


def init_languages(app: Flask) -> None:
    """Let every page be read in the reader's language, with times in Oslo."""
    app.config.update(BABEL_DEFAULT_LOCALE="nb", BABEL_DEFAULT_TIMEZONE="Europe/Oslo")
    babel.init_app(app, locale_selector=lambda: LOCALES.get(chosen_language(), chosen_language()))
    app.register_blueprint(languages)
    app.context_processor(lambda: {"language": chosen_language(), "languages": LANGUAGES})


def chosen_language() -> str:
    """The code of the language of this request; bokmål outside a request."""
    if not request:
        return "nb"
    cookie = request.cookies.get(LANGUAGE_COOKIE, "")
    if cookie in LANGUAGES:
        return cookie
    return request.accept_languages.best_match(("nb", "nn", "no", "en"), default="nb").replace("no", "nb")


@languages.get("/sprak/<code>")
@public
def choose(code: str) -> Response:
    """Remember the language and go back to the page one came from (``?til=/sti``, a path on this site)."""
    answer = redirect(path_on_this_site(request.args.get("til", "/")))
    if code in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, code, max_age=_YEAR, samesite="Lax", secure=request.is_secure, httponly=True)
    return answer
