"""An account for each person of the demo, with a password of its own that is told once."""

import secrets

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.auth.services import create_account, grant_role
from app.core.clock import now
from app.demo.people import DEMO_PEOPLE

PASSWORD_BYTES = 12


def make_accounts(session: Session) -> dict[str, str]:
    """An account for each role; address → password."""
    sign_ins = {}
    for person in DEMO_PEOPLE:
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        account = create_account(session, person.address, person.name, password, by=AT_THE_KEYBOARD, at=now())
        for grant in person.grants:
            grant_role(session, account, grant.role, grant.council_code, by=AT_THE_KEYBOARD, at=now())
        sign_ins[person.address] = password
    return sign_ins
