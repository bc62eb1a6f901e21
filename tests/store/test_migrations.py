from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from aidememoire.store.database import engine_for
from aidememoire.store.migrations import MIGRATIONS, migrate, version_of
from aidememoire.store.schema import metadata
from tests.store.server import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Iterator[sa.Engine]:
    """An engine on an empty database."""
    if request.param == "sqlite":
        made = sa.create_engine("sqlite://")
    else:
        server: Server = request.getfixturevalue("server")
        made = engine_for(server.database(), write=True)
    yield made
    made.dispose()


def test_migrations_make_the_tables_that_the_program_uses(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        assert version_of(connection) == 0
        migrate(connection)
        assert version_of(connection) == len(MIGRATIONS)
        found = sa.inspect(connection)
        tables = {name for name in found.get_table_names() if not name.startswith("search_text")}
        assert tables == set(metadata.tables)
        for name, table in metadata.tables.items():
            assert [column["name"] for column in found.get_columns(name)] == [column.name for column in table.columns]
            primary = [column.name for column in table.primary_key]
            assert found.get_pk_constraint(name)["constrained_columns"] == primary


def test_only_what_is_missing_is_run(engine: sa.Engine) -> None:
    ran: list[str] = []

    def second(connection: sa.Connection) -> None:
        ran.append("second")

    with engine.begin() as connection:
        migrate(connection)
        migrate(connection, (*MIGRATIONS, second))
        migrate(connection, (*MIGRATIONS, second))
        assert version_of(connection) == len(MIGRATIONS) + 1
    assert ran == ["second"]
