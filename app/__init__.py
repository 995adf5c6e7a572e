"""Verv, put together: ``create_app`` builds the application and refuses to start if a wall is missing."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from config import Config


def create_app(config: "Config | None" = None) -> "Flask":
    """The application for ``config``, or for the environment's. Imports inside: importing ``app`` costs nothing."""
    from flask import Flask

    from app.core.practice import FACTORY
    from config import Config

    config = config or Config.from_environment()
    app = Flask(__name__)
    app.config.update(
        TESTING=config.testing,
        SQLALCHEMY_DATABASE_URI=config.database_url,
        MIGRATIONS=Path(__file__).parent.parent / "migrations",
        RATELIMIT_ENABLED=config.rate_limits,
        LARGEST_PAPER=config.largest_paper,
        SMTP=config.smtp,
        MAIL_FROM=config.mail_from,
    )
    app.extensions[FACTORY] = create_app
    _build_core(app, config)
    _open_rooms(app)
    _add_commands(app)
    return app


def _build_core(app: "Flask", config: "Config") -> None:
    from app.core.assets import init_assets
    from app.core.database import init_database
    from app.core.error_pages import init_error_pages
    from app.core.formatting import init_formatting
    from app.core.i18n import init_languages
    from app.core.logs import init_logs
    from app.core.practice import init_practice, practice_mark
    from app.core.row_numbers import init_row_numbers
    from app.core.security import init_security
    from app.pdf.page_mark import mark_pages_with

    init_row_numbers(app)
    init_logs(app)
    init_security(app, config)
    init_database(app)
    init_languages(app)
    init_formatting(app)
    init_assets(app)
    init_error_pages(app)
    init_practice(app)
    mark_pages_with(practice_mark)


def _open_rooms(app: "Flask") -> None:
    """Every room's models and pages, then the check that no page stands without a mark."""
    from app.auth.audit_room import views as trail
    from app.auth.guard import init_guard
    from app.auth.staff_menu import init_staff_menu
    from app.auth.views import auth
    from app.core.access import public, refuse_unmarked_views
    from app.councils.appointing import views as appointing
    from app.councils.appointing.council_views import council_appointments
    from app.councils.appointing.eligibility_views import eligibility
    from app.councils.in_term import views as councils
    from app.elections import after_election
    from app.elections import views as desk
    from app.elections.ballot_papers.views import ballot_papers
    from app.elections.calendar.link_views import calendar_links
    from app.elections.calendar.views import calendar_room
    from app.elections.changed_ballots import views as changed_ballots
    from app.elections.changed_ballots.entry_views import batch_entries
    from app.elections.changed_ballots.sample_views import ballot_samples
    from app.elections.counting import views as counting
    from app.elections.counting.approval_views import approval_room
    from app.elections.counting.ballot_views import ballot_room
    from app.elections.counting.entry_views import entry_room
    from app.elections.lists.board_views import list_board
    from app.elections.lists.paper_views import list_papers
    from app.elections.lists.views import list_room
    from app.elections.setting_up import views as setting_up
    from app.meetings import views as meetings
    from app.public import rooms as public_site

    init_guard(app)
    besides = (*meetings.ROOMS, councils.council_rooms, appointing.appointments, eligibility, council_appointments)
    list_rooms = (list_room, list_papers, list_board)
    counting_rooms = (counting.counting_desk, counting.counting_room, ballot_room, entry_room, approval_room)
    election_rooms = (desk.admin, setting_up.set_up_room, calendar_room, *list_rooms, ballot_papers, *counting_rooms)
    batch_rooms = (changed_ballots.batch_room, batch_entries, ballot_samples)
    election_rooms_after = (*batch_rooms, *after_election.ROOMS)
    open_rooms = (*public_site.ROOMS, calendar_links)
    for room in (auth, trail.audit_room, *election_rooms, *election_rooms_after, *besides, *open_rooms):
        app.register_blueprint(room)
    of_counting = (*counting.STAFF_ROOMS, *changed_ballots.STAFF_ROOMS, *after_election.STAFF_ROOMS)
    of_councils = (*councils.STAFF_ROOMS, *meetings.STAFF_ROOMS, *appointing.STAFF_ROOMS)
    staff_rooms = (*setting_up.STAFF_ROOMS, *of_counting, *of_councils, *trail.STAFF_ROOMS)
    init_staff_menu(app, (desk.STAFF_ROOMS[0], *staff_rooms, *desk.STAFF_ROOMS[1:]))
    public(app.view_functions["static"])
    refuse_unmarked_views(app)


def _add_commands(app: "Flask") -> None:
    """What is done at the server's keyboard."""
    from app.auth.audit_room.commands import audit
    from app.auth.commands import users
    from app.councils.places.commands import places
    from app.demo.commands import demo
    from app.demo.practice.commands import practice
    from app.elections import after_election
    from app.elections.ballot_papers.commands import ballot_papers_command
    from app.elections.commands import elections
    from app.elections.lists.commands import forget_signers_command
    from app.elections.setting_up.commands import export_setup_command

    before_commands = (export_setup_command, ballot_papers_command, forget_signers_command)
    for command in (*before_commands, *after_election.COMMANDS):
        elections.add_command(command)
    for group in (users, audit, places, elections, demo, practice):
        app.cli.add_command(group)
