"""``flask users``: accounts from the server's own keyboard. This is how the first administrator comes to be.

Done: exit status 0. Refused: 1, with one line on standard error, and nothing changed.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, TypeVar

import click
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.auth.domain.roles import Role
from app.auth.models import Account, RoleGrant
from app.auth.queries import account_by_address, accounts
from app.auth.refusal_texts import refusal_text
from app.auth.role_texts import role_name
from app.auth.services import create_account, deactivate_account, grant_role, revoke_role
from app.auth.services import set_password as give_password
from app.core.clock import now
from app.core.command_group import AnsweringGroup
from app.core.database import db, transaction
from app.core.errors import DomainError

Command = TypeVar("Command", bound=Callable[..., Any])

users = AnsweringGroup("users", help="Kontoer og roller.")


class Refused(click.ClickException):
    """One clear line, and exit status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=True)


def roles_option(*, required: bool) -> Callable[[Command], Command]:
    """``--role``, as many times as needed, and the council they are for."""

    def decorate(command: Command) -> Command:
        command = click.option("--council", help="Bydelsutvalget rollene gjelder; ellers hele kommunen.")(command)
        return click.option(
            "--role",
            "roles",
            multiple=True,
            required=required,
            type=click.Choice([str(role) for role in Role]),
            callback=lambda _context, _option, names: tuple(Role(name) for name in names),
            help="Kan gjentas.",
        )(command)

    return decorate


password_option = click.option("--password-stdin", is_flag=True, help="Les passordet fra standard inn.")


@users.command("create")
@click.argument("address")
@click.option("--name", required=True, help="Navnet til den som skal bruke kontoen.")
@roles_option(required=False)
@password_option
def create(address: str, name: str, roles: tuple[Role, ...], council: str | None, *, password_stdin: bool) -> None:
    """Opprett en konto. Passordet spørres det etter, to ganger."""
    password = _password(from_stdin=password_stdin)
    with _change() as session:
        account = create_account(session, address, name, password, by=AT_THE_KEYBOARD, at=now())
        for role in roles:
            grant_role(session, account, role, council, by=AT_THE_KEYBOARD, at=now())
    click.echo(_("Opprettet: %(account)s", account=_line(account)))


@users.command("list")
def list_accounts() -> None:
    """Vis alle kontoer og rollene deres."""
    for account in accounts(db.session()):
        click.echo(_line(account))


@users.command("set-password")
@click.argument("address")
@password_option
def set_password(address: str, *, password_stdin: bool) -> None:
    """Gi kontoen et nytt passord. Øktene til kontoen blir avsluttet."""
    password = _password(from_stdin=password_stdin)
    with _change() as session:
        account = account_by_address(session, address, for_change=True)
        give_password(session, account, password, by=AT_THE_KEYBOARD, at=now())
    click.echo(_("Nytt passord for %(address)s.", address=account.address))


@users.command("deactivate")
@click.argument("address")
def deactivate(address: str) -> None:
    """Steng kontoen. Øktene til kontoen blir avsluttet."""
    with _change() as session:
        account = account_by_address(session, address, for_change=True)
        deactivate_account(session, account, by=AT_THE_KEYBOARD, at=now())
    click.echo(_("Stengt: %(address)s", address=account.address))


@users.command("grant")
@click.argument("address")
@roles_option(required=True)
def grant(address: str, roles: tuple[Role, ...], council: str | None) -> None:
    """Gi kontoen roller."""
    with _change() as session:
        account = account_by_address(session, address, for_change=True)
        for role in roles:
            grant_role(session, account, role, council, by=AT_THE_KEYBOARD, at=now())
    click.echo(_line(account))


@users.command("revoke")
@click.argument("address")
@roles_option(required=True)
def revoke(address: str, roles: tuple[Role, ...], council: str | None) -> None:
    """Ta roller fra kontoen."""
    with _change() as session:
        account = account_by_address(session, address, for_change=True)
        for role in roles:
            revoke_role(session, account, role, council, by=AT_THE_KEYBOARD, at=now())
    click.echo(_line(account))


@contextmanager
def _change() -> Iterator[Session]:
    """A transaction whose refusals end the command in words."""
    try:
        with transaction() as session:
            yield session
    except DomainError as refusal:
        raise Refused(refusal_text(refusal)) from refusal


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    password = str(click.prompt(_("Passord"), hide_input=True))
    if click.prompt(_("Passordet en gang til"), hide_input=True) != password:
        raise Refused(_("De to passordene er ikke like."))
    return password


def _line(account: Account) -> str:
    roles = ", ".join(_grant(grant) for grant in account.grants) or _("ingen roller")
    closed = "" if account.active else _(" (stengt)")
    return f"{account.address}  {account.name}{closed}  {roles}"


def _grant(grant: RoleGrant) -> str:
    return role_name(grant.role) + (f" ({grant.council_code})" if grant.council_code else "")
