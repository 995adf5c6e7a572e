"""Meetings: plan, agenda with papers, case numbers, seats, events, minutes; who is summoned, absent and called.

Revision: 0014, after: 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by", sa.String(length=254), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_file")),
    )
    op.create_table(
        "meeting_file_part",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["meeting_file.id"], name=op.f("fk_meeting_file_part_file_id_meeting_file")
        ),
        sa.PrimaryKeyConstraint("file_id", "ordinal", name=op.f("pk_meeting_file_part")),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "ordinary",
                "constituting",
                "extraordinary",
                "remote",
                "urgent_remote",
                "written",
                name="meetingform",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "called",
                "running",
                "closed",
                "minutes_approved",
                "published",
                "moved",
                "cancelled",
                name="meetingstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("secretary", sa.String(length=200), nullable=False),
        sa.Column("archive_reference", sa.String(length=80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("summoned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("called_by", sa.String(length=254), nullable=True),
        sa.Column("edit", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(length=254), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_meeting_council_id_council")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("address", name=op.f("uq_meeting_address")),
        sa.UniqueConstraint("council_id", "year", "number", name=op.f("uq_meeting_council_id_year_number")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_council_id_starts_at"), ["council_id", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "standing_rules",
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("notice_days", sa.Integer(), nullable=False),
        sa.Column(
            "approval",
            sa.Enum("next_meeting", "signatories", name="approvalmethod", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("remote_allowed", sa.Boolean(), nullable=False),
        sa.Column("number_prefix", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("secretary", sa.String(length=200), nullable=False),
        sa.Column("absence_to", sa.String(length=200), nullable=False),
        sa.Column("question_time_minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_standing_rules_council_id_council")),
        sa.PrimaryKeyConstraint("council_id", name=op.f("pk_standing_rules")),
    )
    op.create_table(
        "summons_recipient",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column(
            "capacity",
            sa.Enum(
                "member",
                "mayor",
                "chief_executive",
                "city_government_leader",
                "employee_representative",
                "other",
                name="capacity",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_summons_recipient_council_id_council")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_summons_recipient_municipality_id_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summons_recipient")),
    )
    with op.batch_alter_table("summons_recipient", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_summons_recipient_municipality_id"), ["municipality_id"], unique=False)

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "opening",
                "approval_of_minutes",
                "decision",
                "election",
                "staff_appointment",
                "information",
                "referral",
                "question",
                "other",
                name="itemkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "on_agenda",
                "numbered",
                "handled",
                "postponed",
                "withdrawn",
                name="itemstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("public_title", sa.String(length=300), nullable=False),
        sa.Column("exempt_under", sa.String(length=80), nullable=False),
        sa.Column("archive_number", sa.String(length=80), nullable=False),
        sa.Column("case_officer", sa.String(length=200), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("recommended_by", sa.String(length=200), nullable=False),
        sa.Column("not_attached", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("additional", sa.Boolean(), nullable=False),
        sa.Column("pay_of_elected", sa.Boolean(), nullable=False),
        sa.Column("continues_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["continues_id"], ["agenda_item.id"], name=op.f("fk_agenda_item_continues_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("meeting_id", "key", name=op.f("uq_agenda_item_meeting_id_key")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_item_archive_number"), ["archive_number"], unique=False)

    op.create_table(
        "deputy_call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("absent_person_id", sa.Integer(), nullable=False),
        sa.Column("deputy_person_id", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("asked", "comes", "declines", "no_answer", name="deputyanswer", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["absent_person_id"], ["person.id"], name=op.f("fk_deputy_call_absent_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["deputy_person_id"], ["person.id"], name=op.f("fk_deputy_call_deputy_person_id_person")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_deputy_call_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputy_call")),
    )
    with op.batch_alter_table("deputy_call", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deputy_call_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "meeting_absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_by", sa.String(length=254), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_absence_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_meeting_absence_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_absence")),
    )
    with op.batch_alter_table("meeting_absence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_absence_meeting_id_person_id"), ["meeting_id", "person_id"], unique=False
        )

    op.create_table(
        "meeting_event",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.CheckConstraint("sequence >= 1", name=op.f("ck_meeting_event_sequence")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_event_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("meeting_id", "sequence", name=op.f("pk_meeting_event")),
        sa.UniqueConstraint("meeting_id", "event_id", name=op.f("uq_meeting_event_meeting_id_event_id")),
    )
    op.create_table(
        "meeting_minutes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("draft", "approved", "published", name="minutesstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=254), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_by", sa.String(length=254), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_minutes_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_minutes")),
        sa.UniqueConstraint("meeting_id", "version", name=op.f("uq_meeting_minutes_meeting_id_version")),
    )
    op.create_table(
        "meeting_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_place", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_move_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_move")),
    )
    with op.batch_alter_table("meeting_move", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_move_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "meeting_roster",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_roster_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_meeting_roster")),
    )
    op.create_table(
        "summons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("recipient_id", sa.Integer(), nullable=True),
        sa.Column("seat", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column(
            "capacity",
            sa.Enum(
                "member",
                "mayor",
                "chief_executive",
                "city_government_leader",
                "employee_representative",
                "other",
                name="capacity",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.String(length=254), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("send_failed", sa.String(length=200), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_summons_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_summons_person_id_person")),
        sa.ForeignKeyConstraint(
            ["recipient_id"], ["summons_recipient.id"], name=op.f("fk_summons_recipient_id_summons_recipient")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summons")),
    )
    with op.batch_alter_table("summons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_summons_meeting_id_issue"), ["meeting_id", "issue"], unique=False)

    op.create_table(
        "case_number",
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_case_number_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_case_number_council_id_council")),
        sa.PrimaryKeyConstraint("council_id", "year", "sequence", name=op.f("pk_case_number")),
        sa.UniqueConstraint("agenda_item_id", name=op.f("uq_case_number_agenda_item_id")),
    )
    op.create_table(
        "case_passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("exempt_under", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_case_passage_agenda_item_id_agenda_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_passage")),
        sa.UniqueConstraint("agenda_item_id", "position", name=op.f("uq_case_passage_agenda_item_id_position")),
    )
    op.create_table(
        "meeting_attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("exempt_under", sa.String(length=80), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_meeting_attachment_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["meeting_file.id"], name=op.f("fk_meeting_attachment_file_id_meeting_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_attachment")),
    )
    with op.batch_alter_table("meeting_attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_attachment_agenda_item_id"), ["agenda_item_id"], unique=False)

    op.create_table(
        "member_demand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_member_demand_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_member_demand_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_member_demand_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_demand")),
        sa.UniqueConstraint(
            "meeting_id",
            "agenda_item_id",
            "person_id",
            name=op.f("uq_member_demand_meeting_id_agenda_item_id_person_id"),
        ),
    )


def downgrade() -> None:
    op.drop_table("member_demand")
    with op.batch_alter_table("meeting_attachment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_attachment_agenda_item_id"))

    op.drop_table("meeting_attachment")
    op.drop_table("case_passage")
    op.drop_table("case_number")
    with op.batch_alter_table("summons", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_summons_meeting_id_issue"))

    op.drop_table("summons")
    op.drop_table("meeting_roster")
    with op.batch_alter_table("meeting_move", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_move_meeting_id"))

    op.drop_table("meeting_move")
    op.drop_table("meeting_minutes")
    op.drop_table("meeting_event")
    with op.batch_alter_table("meeting_absence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_absence_meeting_id_person_id"))

    op.drop_table("meeting_absence")
    with op.batch_alter_table("deputy_call", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deputy_call_meeting_id"))

    op.drop_table("deputy_call")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_item_archive_number"))

    op.drop_table("agenda_item")
    with op.batch_alter_table("summons_recipient", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_summons_recipient_municipality_id"))

    op.drop_table("summons_recipient")
    op.drop_table("standing_rules")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_starts_at"))
        batch_op.drop_index(batch_op.f("ix_meeting_council_id_starts_at"))

    op.drop_table("meeting")
    op.drop_table("meeting_file_part")
    op.drop_table("meeting_file")
