"""When something cannot be done: one calm page that says what happened, what to do, and the number to tell us.

The texts for each kind stand in ``templates/error.html``. Nobody ever sees a traceback.
"""

from flask import Flask, current_app, g, render_template, request
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from app.core.logs import log


def init_error_pages(app: Flask) -> None:
    """Answer every HTTP error, a database that is away, and every fault of ours with the error page."""
    app.register_error_handler(HTTPException, _explain)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(Exception, _our_fault)


def _explain(error: HTTPException) -> tuple[str, int, list[tuple[str, str]]]:
    code = error.code or 500
    headers = [(name, value) for name, value in error.get_headers() if name in {"Allow", "Retry-After", "Location"}]
    return render_template("error.html", code=code, request_id=g.get("request_id", "")), code, headers


def _database_away(error: OperationalError) -> tuple[str, int, list[tuple[str, str]]]:
    log.error("database", exception=str(error.orig), path=request.path)
    return _explain(ServiceUnavailable(retry_after=30))


def _our_fault(error: Exception) -> tuple[str, int, list[tuple[str, str]]]:
    if current_app.testing:
        raise error
    log.error("fault", path=request.path, exc_info=error)
    return _explain(InternalServerError())
