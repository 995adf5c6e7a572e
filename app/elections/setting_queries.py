"""The settings of an election as they stand."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.domain.election import RuleSetName
from app.elections.domain.settings import RULE_OF, SettingName, Settings
from app.elections.models import ElectionRow
from app.elections.setting_models import ElectionSetting


def settings_of(session: Session, election: ElectionRow) -> Settings:
    """What holds in the election: what was decided, and the defaults. Elections from files have decided nothing."""
    rows = session.execute(
        select(ElectionSetting.name, ElectionSetting.value).where(ElectionSetting.election_id == election.id)
    )
    return Settings(RuleSetName(election.rule_set), {SettingName(name): value for name, value in rows})


def decided_settings(session: Session, election: ElectionRow) -> tuple[tuple[SettingName, str], ...]:
    """What the record tells of: the locked settings of an election that was set up with settings, the default too.

    Those that cannot be chosen are told of with the counting rules themselves. Elections from files have none.

    Rules: the last line of the settings register K.
    """
    settings = settings_of(session, election)
    if not settings.decided:
        return ()
    return tuple((name, value) for name, value in settings.all().items() if RULE_OF[name].is_chosen)
