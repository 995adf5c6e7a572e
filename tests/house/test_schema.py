"""The migrations make the schema that the models describe, on both databases, and each can be taken back."""

from collections.abc import Mapping, Sequence
from datetime import date

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
from app.councils.place_models import PollingDistrict
from app.elections.models import ContestRow, ElectionRow
from tests.browser import Browser
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


@pytest.mark.parametrize("revision", ["0001", "0003"])
def test_a_filled_database_of_an_older_schema_comes_to_the_newest_with_every_row(
    app: Flask, client: Browser, revision: str
) -> None:
    """Bergen with the district Fana, a settled election and, where the schema has them, a polling district."""
    with app.app_context():
        with transaction() as session:
            fana = a_settled_election(session).contests[0].district
            session.add(
                PollingDistrict(
                    code="0001",
                    name="Fana skole",
                    district_id=fana.id,
                    valid_from=date(2020, 1, 1),
                )
            )
        downgrade(revision=revision)
        before = everything(db.engine)
        assert ("polling_district" in before) is (revision == "0003")
        upgrade()
        assert everything(db.engine, as_in=before) == before
        assert dangling(db.engine) == []
    for address in ("/valg/2023/fana", "/bydeler"):
        assert client.get(address).status_code == 200


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


Row = tuple[tuple[str, object], ...]
"""The columns by name, each with its value."""


def everything(engine: Engine, as_in: Mapping[str, Sequence[Row]] | None = None) -> dict[str, list[Row]]:
    """Every row of every table there is, in an order of its own; or only the tables and columns filled ``as_in``.

    The version of the schema is not a row.
    """
    found = MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        return {
            table.name: sorted(
                (
                    tuple((name, value) for name, value in row.items() if was_there(table.name, name, as_in))
                    for row in connection.execute(select(table)).mappings()
                ),
                key=repr,
            )
            for table in found.sorted_tables
            if table.name != "alembic_version" and (as_in is None or table.name in as_in)
        }


def was_there(table: str, column: str, as_in: Mapping[str, Sequence[Row]] | None) -> bool:
    return as_in is None or any(column == name for row in as_in[table][:1] for name, _value in row)


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
