"""Which settlements hold, as conditions of a query. In force: decided and not annulled; standing: not annulled."""

from sqlalchemy import ColumnElement, select

from app.elections.models import BETWEEN_LISTS, OF_PERSONS, SettlementRow
from app.elections.settling.models import SettlementAnnulmentRow, SettlementDecisionRow


def in_force() -> ColumnElement[bool]:
    """A settlement between lists that is the result: the board has decided it, and not annulled it.

    Rules: R-190.
    """
    return (SettlementRow.kind == BETWEEN_LISTS) & decided() & standing()


def majority_in_force() -> ColumnElement[bool]:
    """The result of a majority election: the board has decided it, and not annulled it.

    Rules: R-182, R-190.
    """
    return (SettlementRow.kind == OF_PERSONS) & decided() & standing()


def decided() -> ColumnElement[bool]:
    """A settlement that the board has decided, whatever came after."""
    decision = select(SettlementDecisionRow.settlement_id).correlate(SettlementRow)
    return decision.where(SettlementDecisionRow.settlement_id == SettlementRow.id).exists()


def standing() -> ColumnElement[bool]:
    """A settlement that is proposed or decided: what it was made from is locked."""
    annulment = select(SettlementAnnulmentRow.settlement_id).correlate(SettlementRow)
    return ~annulment.where(SettlementAnnulmentRow.settlement_id == SettlementRow.id).exists()
