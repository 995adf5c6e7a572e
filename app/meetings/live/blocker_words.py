"""What stands in the way of the minutes, in words: what is missing, where, and what to do."""

from flask_babel import gettext as _

from app.meetings.domain.minutes_checklist import Blocker, ChecklistFinding
from app.meetings.live.told import Told


def blocker_words(finding: ChecklistFinding, told: Told) -> str:
    """One sentence about the blocker, with its item."""
    item = told.item(finding.item) if finding.item else ""
    return {
        Blocker.NO_PLACE: _("Møtestedet mangler (R-300)."),
        Blocker.NO_SECRETARY: _("Møtesekretæren mangler (R-300)."),
        Blocker.NOT_SET: _("Møtet er ikke satt (R-300)."),
        Blocker.NOT_CLOSED: _("Møtet er ikke hevet (R-300)."),
        Blocker.NOBODY_LED: _("Det er ikke ført hvem som ledet møtet (R-281)."),
        Blocker.ITEM_NOT_DONE: _(
            "%(item)s er ikke ferdig: gjør den ferdig, utsett den eller trekk den (R-300).", item=item
        ),
        Blocker.ITEM_WITHOUT_NUMBER: _("%(item)s har ikke saksnummer (R-282).", item=item),
        Blocker.NO_DECISION: _("%(item)s har ikke noe vedtak (R-300).", item=item),
        Blocker.QUESTION_NOT_DECIDED: _("I %(item)s er et spørsmål om habilitet ikke avgjort (R-295).", item=item),
        Blocker.ELECTION_NOT_OVER: _("I %(item)s venter et valg på en ny omgang eller et lodd (R-290).", item=item),
        Blocker.NO_PUBLIC_TITLE: _("%(item)s er unntatt offentlighet og mangler offentlig tittel (R-283).", item=item),
        Blocker.DOORS_NOT_CLOSED: _(
            "%(item)s skulle vært behandlet for lukkede dører, og ingen votering lukket dem (R-291).", item=item
        ),
        Blocker.TIME_RUNS_BACKWARDS: _(
            "I %(item)s er noe ført med tidligere klokkeslett enn det før (R-300).", item=item
        ),
    }[finding.blocker]
