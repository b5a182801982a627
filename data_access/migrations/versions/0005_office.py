"""What an office needs: accounts, sessions, the journal (which the database itself keeps from being changed), published years.

Frozen, as every migration: it repeats the tables of the program on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEPT = "journal rows are only ever added"


def upgrade() -> None:
    _create_accounts()
    _create_sessions()
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer, primary_key=True),
        _time("at"),
        sa.Column("account", sa.Text),
        sa.Column("who", sa.Text),
        _text("action"),
        sa.Column("what", sa.Text),
        sa.Column("detail", sa.JSON, nullable=False),
        _text("origin"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "published_years",
        sa.Column("id", sa.Integer, primary_key=True),
        _time("at"),
        _text("who"),
        sa.Column("year", sa.Integer, nullable=False),
        _text("step"),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("meeting", sa.Text),
        sqlite_autoincrement=True,
    )
    _keep_journal()


def _create_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        _text("person"),
        _text("roles"),
        sa.Column("unit", sa.Text),
        sa.Column("email", sa.Text, unique=True),
        sa.Column("password", sa.Text),
        sa.Column("must_change", sa.Boolean, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", sa.DateTime),
        sa.Column("disabled", sa.Boolean, nullable=False),
        _time("made_at"),
        sa.Column("signed_in_at", sa.DateTime),
        sqlite_autoincrement=True,
    )


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("token_sha256", sa.Text, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        _time("at"),
        _time("expires"),
        _text("origin"),
    )
    op.create_index("ix_sessions_account_id", "sessions", ["account_id"])


def _keep_journal() -> None:
    """No statement changes, deletes or truncates a row of the journal, whoever sends it."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{KEPT}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER keep_journal BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION keep_journal()"
        )
    else:
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER keep_journal_{what.lower()} BEFORE {what} ON journal BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text, nullable=False)


def _time(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime, nullable=False)
