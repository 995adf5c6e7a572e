"""Accounts and the roles they have been given."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, column
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.auth.domain.roles import Role
from app.core.database import Base, stored

ADDRESS = String(254)


class Account(Base):
    """One person's way in. ``address`` is an e-mail address in small letters, and is what the audit trail names.

    ``session_epoch`` counts up to end every session at once: a session that was begun in an earlier epoch is over.
    An account is never deleted, only made inactive, so that its acts keep their author.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(ADDRESS, unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(200))
    active: Mapped[bool]
    session_epoch: Mapped[int]
    created_at: Mapped[datetime]
    grants: Mapped[list["RoleGrant"]] = relationship(order_by="RoleGrant.id", cascade="all, delete-orphan")


class RoleGrant(Base):
    """A role an account has now. ``council_code`` is None for the whole municipality.

    The code has no foreign key: a role may be given before the council it is for has been set up. Who had which role
    when is told by the audit trail; a revoked grant leaves this table.
    """

    __tablename__ = "role_grant"
    # Two indexes, because to a unique index no two NULLs are alike.
    __table_args__ = (
        Index(
            "uq_role_grant_everywhere",
            "account_id",
            "role",
            unique=True,
            sqlite_where=column("council_code").is_(None),
            postgresql_where=column("council_code").is_(None),
        ),
        Index("uq_role_grant_council", "account_id", "role", "council_code", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    role: Mapped[Role] = mapped_column(stored(Role))
    council_code: Mapped[str | None] = mapped_column(String(40))
    granted_at: Mapped[datetime]
    granted_by: Mapped[str] = mapped_column(ADDRESS)
