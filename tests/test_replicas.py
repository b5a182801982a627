"""Reading from a replica: never older than what was written, from the primary where the replica is behind, on while there is no primary."""

from __future__ import annotations

import time

import pandas as pd
import pytest
import replication

from data_access.store import DatabaseError, Store, connect
from data_access.store.engine import snapshot

pytestmark = [pytest.mark.slow, pytest.mark.postgres]


@pytest.fixture
def cluster(monkeypatch, postgresql_server):
    monkeypatch.setattr("data_access.store.replicas.AWAY_SECONDS", 0.0)
    with replication.cluster(1) as running:
        yield running


def read_at(store: Store) -> int:
    """The port of the server that a read goes to."""
    with snapshot(store.engine) as connection:
        return connection.exec_driver_sql("SELECT inet_server_port()").scalar()


def caught_up(store: Store, port: int) -> bool:
    """Whether reads come to this server, which may have to come after the primary first."""
    for _ in range(300):
        if read_at(store) == port:
            return True
        time.sleep(0.1)
    return False


def write(store: Store, value: float) -> None:
    row = {"unit": "SNV", "criterion": "T1", "year": 2022, "stage": "self", "value": value}
    store.save({"results": pd.DataFrame([row])}, file=None, content=None, who="Lan")


def read(store: Store) -> float:
    return store.load("results")["value"].item()


def test_what_is_read_is_never_older_than_what_was_written_and_reading_outlives_the_primary(
    cluster,
):
    primary, replica = cluster.servers
    primary.ask("CREATE DATABASE other OWNER dashboard")
    with (
        connect(cluster.writing, cluster.reading) as store,
        connect(cluster.writing, cluster.reading) as other,
    ):
        for value in range(1, 21):
            write(store, value)
            assert read(store) == read(other) == value
        assert caught_up(store, replica.port)
        assert store.replica.behind(store.engine) is not None
        foreign = cluster.url(replica).replace("/dashboard?", "/other?")
        with connect(cluster.writing, foreign) as astray:
            assert read(astray) == 20 and read_at(astray) == primary.port
            assert astray.replica.behind(astray.engine) is None

        replica.ask("SELECT pg_wal_replay_pause()")
        write(store, 30)
        assert read(store) == read(other) == 30
        assert read_at(store) == primary.port, "the replica stands still, so it is left alone"
        primary.stop()
        with pytest.raises(DatabaseError):
            read(store)
        replica.ask("SELECT pg_wal_replay_resume()")
        assert caught_up(store, replica.port) and read(store) == 30
        with pytest.raises(DatabaseError, match="database_unreachable"):
            write(store, 40)

        replica.promote()
        write(store, 50)
        assert read(store) == read(other) == 50


@pytest.mark.parametrize("kinds", [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_a_replica_is_for_postgresql_alone(kinds, request):
    own, replica = (request.getfixturevalue(f"{kind}_url") for kind in kinds)
    with pytest.raises(DatabaseError, match="replica_url"):
        connect(own, replica)
