"""What every answer carries so that a browser trusts nothing but us, and what every session is held to."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from flask import Flask, Response, abort, current_app, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from app.core.uploads import init_uploads
from config import Config

csrf = CSRFProtect()

View = TypeVar("View", bound=Callable[..., Any])

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # the design system's icons are data: addresses in its style sheet
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_TWO_YEARS = "max-age=63072000"


def init_security(app: Flask, config: Config) -> None:
    """Headers, cookies, forgery protection and size limits for the whole application."""
    app.config.update(
        SECRET_KEY=config.secret_key,
        SESSION_COOKIE_NAME="verv" if config.plain_http else "__Host-verv",
        SESSION_COOKIE_SECURE=not config.plain_http,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=10),
        SESSION_REFRESH_EACH_REQUEST=False,  # else a public answer, kept by a cache, carries its reader's session
        MAX_CONTENT_LENGTH=1024 * 1024,
        MAX_FORM_MEMORY_SIZE=512 * 1024,
        WTF_CSRF_TIME_LIMIT=None,  # a form left open over night is still the clerk's own
        WTF_CSRF_SSL_STRICT=not config.plain_http,
        TRUSTED_HOSTS=list(config.hosts) or None,
    )
    init_uploads(app, config)
    app.before_request(_let_files_in)
    csrf.init_app(app)
    app.before_request(_refuse_nul)
    app.after_request(_harden)
    if config.behind_proxies:
        proxies = config.behind_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]  # Flask's documented way


def takes_files(setting: str) -> Callable[[View], View]:
    """Mark a view as one that is sent files: up to as many bytes as the setting says, from those with a session."""

    def mark(view: View) -> View:
        view.verv_takes_files = setting  # type: ignore[attr-defined]  # a mark on the function itself
        return view

    return mark


def _let_files_in() -> None:
    """Before anything reads the request: the marked views take more than the others."""
    setting = getattr(current_app.view_functions.get(request.endpoint or ""), "verv_takes_files", None)
    if setting and current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        request.max_content_length = current_app.config[setting] + current_app.config["MAX_CONTENT_LENGTH"]


def _refuse_nul() -> None:
    """No text of ours holds a NUL, and PostgreSQL cannot be asked about one: an address with it leads nowhere."""
    if "\0" in request.path:
        abort(404)
    if any("\0" in value for values in request.args.listvalues() for value in values):
        abort(400)
    if any("\0" in value for values in request.form.listvalues() for value in values):
        abort(400)


def _harden(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _TWO_YEARS
    if request.endpoint != "static" and not response.cache_control.public:
        response.headers.setdefault("Cache-Control", "no-store")
    return response
