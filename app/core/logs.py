"""One line per request and per fault, as JSON, each with the request's id. Never a result, a password or a ballot.

Nor what anybody typed in an address (``?q=…``), and of a fault where it was, not what the variables held.
"""

import logging
import re
import secrets
import sys

import structlog
from flask import Flask, Response, g, request
from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer

log = structlog.get_logger("verv")

_PROPER_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


def init_logs(app: Flask) -> None:
    """Give every request an id (the proxy's, if it sent a proper one) and log how it ended."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=not app.testing,
    )
    app.before_request(_name_request)
    app.after_request(_log_request)


def _name_request() -> None:
    sent = request.headers.get("X-Request-ID", "")
    g.request_id = sent if _PROPER_ID.fullmatch(sent) else secrets.token_hex(8)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _path() -> str:
    """The address, without what opens a page for whoever holds it: a signed link's ``token``."""
    token = (request.view_args or {}).get("token", "")
    return request.path.replace(token, "…") if token else request.path


def _log_request(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.get("request_id", "")
    if request.endpoint != "static":
        log.info("request", method=request.method, path=_path(), status=response.status_code)
    return response
