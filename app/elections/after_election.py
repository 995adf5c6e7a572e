"""The rooms and commands of the settlement and what follows it: records, complaints, validity, the audit by sample."""

from app.elections.audit_sampling.commands import audit_check_command, audit_draw_command
from app.elections.complaints.views import complaint_room
from app.elections.record.commands import archive_command, issue_records_command
from app.elections.record.views import record_room
from app.elections.settling.eligibility_views import settling_eligibility
from app.elections.settling.majority import views as majority
from app.elections.settling.views import settling_room
from app.elections.validity_commands import decide_validity_command
from app.elections.validity_views import validity_room

ROOMS = (
    settling_room,
    settling_eligibility,
    majority.majority_room,
    majority.majority_typing,
    validity_room,
    complaint_room,
    record_room,
)
STAFF_ROOMS = majority.STAFF_ROOMS
COMMANDS = (
    decide_validity_command,
    issue_records_command,
    archive_command,
    audit_draw_command,
    audit_check_command,
)
