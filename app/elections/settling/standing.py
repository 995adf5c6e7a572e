"""Which settlements hold, as conditions of a query. In force: decided and not annulled; standing: not annulled."""

from sqlalchemy import ColumnElement, select

from app.elections.models import SettlementRow
from app.elections.settling.models import SettlementAnnulmentRow, SettlementDecisionRow


def in_force() -> ColumnElement[bool]:
    """A settlement that is the result: the board has decided it, and not annulled it.

    Rules: R-190.
    """
    decided = select(SettlementDecisionRow).where(SettlementDecisionRow.settlement_id == SettlementRow.id).exists()
    return decided & standing()


def standing() -> ColumnElement[bool]:
    """A settlement that is proposed or decided: what it was made from is locked."""
    return ~select(SettlementAnnulmentRow).where(SettlementAnnulmentRow.settlement_id == SettlementRow.id).exists()
