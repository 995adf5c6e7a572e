"""How often passwords may be tried: only refused tries count, so that a busy office behind one address is let in.

A person is held by account and network address together (nobody can lock another out from elsewhere), a network
address by all its refusals. The counts live in each worker's memory, so with n workers a guesser gets up to n times
as many; that is still nothing against twelve characters, and needs no other server to be up for us to sign in.
Behind a proxy ``VERV_BEHIND_PROXY`` must be set, or the whole world is one address.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, NoReturn, TypeVar, cast

from flask import Response, current_app, request
from flask_limiter import Limiter, RequestLimit
from flask_limiter.util import get_remote_address
from flask_login import current_user
from werkzeug.exceptions import TooManyRequests

from app.auth.queries import plain_address
from app.core.clock import now

PER_ACCOUNT = "5/minute;30/hour"
PER_NETWORK_ADDRESS = "60/hour"

View = TypeVar("View", bound=Callable[..., Any])


def _refuse_for_now(limit: RequestLimit) -> NoReturn:
    raise TooManyRequests(retry_after=max(1, limit.reset_at - int(now().timestamp())))


limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window", on_breach=_refuse_for_now)


def limit_refusals(view: View) -> View:
    """Limit how often this view's form may be sent with a password that is refused (answered 422)."""
    for limit, key in ((PER_ACCOUNT, _account_and_network_address), (PER_NETWORK_ADDRESS, get_remote_address)):
        decorate = limiter.limit(
            limit, key_func=key, methods=["POST"], deduct_when=_was_refused, exempt_when=_switched_off
        )
        view = cast(View, decorate(view))
    return view


def _account_and_network_address() -> str:
    account = request.form.get("address") or str(getattr(current_user, "address", ""))
    return f"{get_remote_address()} {plain_address(account)[:254]}"


def _was_refused(response: Response) -> bool:
    return response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def _switched_off() -> bool:
    return not current_app.config["RATELIMIT_ENABLED"]
