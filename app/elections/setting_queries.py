"""The settings of an election as they stand."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.domain.election import RuleSetName
from app.elections.domain.settings import SettingName, Settings
from app.elections.models import ElectionRow
from app.elections.setting_models import ElectionSetting


def settings_of(session: Session, election: ElectionRow) -> Settings:
    """What holds in the election: what was decided, and the defaults. Elections from files have decided nothing."""
    rows = session.execute(
        select(ElectionSetting.name, ElectionSetting.value).where(ElectionSetting.election_id == election.id)
    )
    return Settings(RuleSetName(election.rule_set), {SettingName(name): value for name, value in rows})
