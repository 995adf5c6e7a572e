"""What was decided for one election where the law leaves a choice; what is not here is at its default."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base


class ElectionSetting(Base):
    """One setting of an election, by the name it has in ``domain/settings.py``."""

    __tablename__ = "election_setting"

    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(String(40))
