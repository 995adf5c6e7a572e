"""Verv, put together: ``create_app`` builds the application and refuses to start if a wall is missing."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from config import Config


def create_app(config: "Config | None" = None) -> "Flask":
    """The application for ``config``, or for the environment's. Imports inside: importing ``app`` costs nothing."""
    from flask import Flask

    from config import Config

    config = config or Config.from_environment()
    app = Flask(__name__)
    app.config.update(
        TESTING=config.testing,
        SQLALCHEMY_DATABASE_URI=config.database_url,
        MIGRATIONS=Path(__file__).parent.parent / "migrations",
        RATELIMIT_ENABLED=config.rate_limits,
    )
    _build_core(app, config)
    _open_rooms(app)
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
    """Every room's models, pages and commands, then the check that no page stands without a mark."""
    from app.auth.audit_room import views as trail
    from app.auth.audit_room.commands import audit
    from app.auth.commands import users
    from app.auth.guard import init_guard
    from app.auth.staff_menu import init_staff_menu
    from app.auth.views import auth
    from app.core.access import public, refuse_unmarked_views
    from app.councils.appointing import views as appointing
    from app.councils.appointing.council_views import council_appointments
    from app.councils.appointing.eligibility_views import eligibility
    from app.councils.in_term import views as councils
    from app.councils.places.commands import places
    from app.demo.commands import demo
    from app.demo.practice.commands import practice
    from app.elections import views as desk
    from app.elections.ballot_papers.commands import ballot_papers_command
    from app.elections.ballot_papers.views import ballot_papers
    from app.elections.calendar.views import calendar_room
    from app.elections.changed_ballots import views as changed_ballots
    from app.elections.changed_ballots.entry_views import batch_entries
    from app.elections.changed_ballots.sample_views import ballot_samples
    from app.elections.commands import elections
    from app.elections.lists.board_views import list_board
    from app.elections.lists.commands import forget_signers_command
    from app.elections.lists.paper_views import list_papers
    from app.elections.lists.views import list_room
    from app.elections.setting_up import views as setting_up
    from app.elections.setting_up.commands import export_setup_command
    from app.elections.settling import rooms as settling
    from app.elections.validity_commands import decide_validity_command
    from app.elections.validity_views import validity_room
    from app.public.district_views import districts
    from app.public.list_views import public_lists
    from app.public.views import site

    init_guard(app)
    councils_rooms = (councils.council_rooms, appointing.appointments, eligibility, council_appointments)
    list_rooms = (list_room, list_papers, list_board)
    batch_rooms = (changed_ballots.batch_room, batch_entries, ballot_samples)
    before_counting = (setting_up.set_up_room, calendar_room, *list_rooms, ballot_papers)
    election_rooms = (desk.admin, *before_counting, *batch_rooms, *settling.SETTLING_ROOMS, validity_room)
    for room in (auth, trail.audit_room, *election_rooms, *councils_rooms, site, districts, public_lists):
        app.register_blueprint(room)
    election_staff_rooms = (*setting_up.STAFF_ROOMS, *changed_ballots.STAFF_ROOMS, *settling.STAFF_ROOMS)
    staff_rooms = (*election_staff_rooms, *councils.STAFF_ROOMS, *appointing.STAFF_ROOMS, *trail.STAFF_ROOMS)
    init_staff_menu(app, (desk.STAFF_ROOMS[0], *staff_rooms, *desk.STAFF_ROOMS[1:]))
    for command in (decide_validity_command, export_setup_command, ballot_papers_command, forget_signers_command):
        elections.add_command(command)
    for group in (users, audit, places, elections, demo, practice):
        app.cli.add_command(group)
    public(app.view_functions["static"])
    refuse_unmarked_views(app)
