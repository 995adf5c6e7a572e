"""The rooms and commands of what follows a settlement: records, complaints, validity, the audit by sample."""

from app.elections.audit_sampling.commands import audit_check_command, audit_draw_command
from app.elections.complaints.views import complaint_room
from app.elections.record.commands import archive_command, issue_records_command
from app.elections.record.views import record_room
from app.elections.validity_commands import decide_validity_command
from app.elections.validity_views import validity_room

ROOMS = (validity_room, complaint_room, record_room)
COMMANDS = (
    decide_validity_command,
    issue_records_command,
    archive_command,
    audit_draw_command,
    audit_check_command,
)
