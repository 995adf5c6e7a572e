"""The migrations make the schema that the models describe, on both databases, and each can be taken back."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Engine, Inspector, MetaData, func, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.database import Base, db, transaction
from app.councils.models import District, Municipality
from app.elections.models import ContestRow, ElectionRow
from tests.public_elections import a_settled_election


def test_the_migrated_schema_is_the_models(session: Session) -> None:
    context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
    assert compare_metadata(context, Base.metadata) == []


def test_every_migration_can_be_taken_back_and_made_again(app: Flask) -> None:
    with app.app_context():
        downgrade(revision="base")
        assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
        upgrade()
        assert set(inspect(db.engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_towns_with_districts_and_elections_survive_the_change_of_what_names_may_be(app: Flask) -> None:
    """One town, Bergen, with the district Fana and a settled election; down to the first schema, up again."""
    with app.app_context():
        with transaction() as session:
            a_settled_election(session)
        downgrade(revision="0002")
        before = everything(db.engine)
        downgrade(revision="0001")
        assert ["name"] in unique_columns(inspect(db.engine))
        assert everything(db.engine) == before
        upgrade(revision="0002")
        assert unique_columns(inspect(db.engine)) == [["number"]]
        assert everything(db.engine) == before
        assert dangling(db.engine) == []
        upgrade()
        refuses_a_district_of_nowhere()


def test_two_towns_of_one_name_stop_the_way_back_and_nothing_is_changed(app: Flask) -> None:
    with app.app_context():
        with transaction() as session:
            a_settled_election(session)
            session.add(Municipality(name="Bergen", number="1201"))
        downgrade(revision="0002")
        before = everything(db.engine)
        with pytest.raises(IntegrityError):
            downgrade(revision="0001")
        assert unique_columns(inspect(db.engine)) == [["number"]]
        assert everything(db.engine) == before
        upgrade()
        refuses_a_district_of_nowhere()


def everything(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table there is, in an order of its own. The version of the schema is not a row."""
    found = MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in found.sorted_tables
            if table.name != "alembic_version"
        }


def unique_columns(schema: Inspector) -> list[list[str | None]]:
    return [list(each["column_names"]) for each in schema.get_unique_constraints("municipality")]


def dangling(engine: Engine) -> list[object]:
    """Rows that refer to nothing, on SQLite; PostgreSQL cannot have any."""
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as connection:
        return list(connection.execute(text("PRAGMA foreign_key_check")))


def refuses_a_district_of_nowhere() -> None:
    """References are enforced again, and elections and districts still refer to the town."""
    with pytest.raises(IntegrityError), transaction() as session:
        session.add(District(municipality_id=77, name="Ingensteds"))
    with transaction() as session:
        joined = (
            select(func.count())
            .select_from(ElectionRow)
            .join(ElectionRow.municipality)
            .join(ElectionRow.contests)
            .join(ContestRow.district)
        )
        assert session.scalar(joined) == 1
