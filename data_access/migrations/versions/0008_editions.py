"""Editions: what is published names its seal; seals and the journal become a chain; what is there already is chained as it stands.

A year that was published before bears the newest seal of that year made until then, else the newest of it; one without any seal stays
without (NULL) and is not shown to readers until the secretariat publishes an edition of it.

Frozen, as every migration: it repeats the way of hashing of the program on purpose.
"""

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEPT = "journal rows are only ever added"
JOURNAL = ("at", "account", "who", "action", "what", "detail", "origin")
SEALS = ("at", "who", "name", "milestone", "year", "as_of", "note", "illustrative", "change",
         "fingerprint", "plan_version", "journal_link")  # fmt: skip


def upgrade() -> None:
    op.execute("ALTER TABLE published_years ADD COLUMN seal INTEGER REFERENCES seals (id)")
    op.add_column("seals", sa.Column("plan_version", sa.Integer))
    for table, name in (("seals", "journal_link"), ("seals", "link"), ("journal", "link")):
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))
    _name_the_editions()
    _name_the_plans()
    _let_go()
    _chain("seals", SEALS)
    _chain("journal", JOURNAL)
    _hold_again()


def _name_the_editions() -> None:
    op.execute(
        "UPDATE published_years SET seal = COALESCE("
        "(SELECT MAX(id) FROM seals WHERE seals.year = published_years.year AND seals.at <= published_years.at), "
        "(SELECT MAX(id) FROM seals WHERE seals.year = published_years.year))"
    )


def _name_the_plans() -> None:
    """A seal made from the store's plan bears the version of its day; there was no way to tell a plan of a file apart."""
    op.execute(
        "UPDATE seals SET plan_version = (SELECT MAX(version) FROM plans WHERE plans.at <= seals.at)"
    )


def _chain(table: str, parts: tuple[str, ...]) -> None:
    kinds = {
        "at": sa.DateTime,
        "as_of": sa.Date,
        "illustrative": sa.Boolean,
        "detail": sa.JSON,
        "year": sa.Integer,
        "change": sa.Integer,
        "plan_version": sa.Integer,
    }
    rows = sa.table(
        table,
        sa.column("id", sa.Integer),
        sa.column("link", sa.Text),
        *(sa.column(part, kinds.get(part, sa.Text)) for part in parts),
    )
    bind, link = op.get_bind(), ""
    for row in bind.execute(sa.select(rows).order_by(rows.c.id)).mappings().all():
        link = _link(link, [row[part] for part in parts])
        bind.execute(sa.update(rows).where(rows.c.id == row["id"]).values(link=link))


def _link(before: str, values: list) -> str:
    plain = [before, *(_plain(value) for value in values)]
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> object:
    if hasattr(value, "hour"):
        return value.replace(tzinfo=None).isoformat(timespec="microseconds")
    return value.isoformat() if hasattr(value, "isoformat") else value


def _let_go() -> None:
    """The keepers of the journal step aside for the one time that its rows get their links."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER keep_journal ON journal")
    else:
        for what in ("update", "delete"):
            op.execute(f"DROP TRIGGER keep_journal_{what}")


def _hold_again() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER keep_journal BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION keep_journal()"
        )
    else:
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER keep_journal_{what.lower()} BEFORE {what} ON journal BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )
