"""What meetings need: sealed figures, conclusions with their steps, units' replies, publications of flags.

Frozen, as every migration: it repeats `data_access.schema` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create(
        "seals",
        _text("name"),
        _text("milestone"),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("illustrative", sa.Boolean, nullable=False),
        sa.Column(
            "change",
            sa.Integer,
            nullable=False,
            comment="the number of the last change when it was made",
        ),
        _text("fingerprint"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    _create(
        "conclusions",
        _text("meeting"),
        sa.Column("agreed_on", sa.Date, nullable=False),
        sa.Column("unit", sa.Text),
        _text("what"),
        _text("responsible"),
        sa.Column("due", sa.Date),
    )
    _create(
        "conclusion_steps",
        sa.Column("conclusion_id", sa.Integer, sa.ForeignKey("conclusions.id"), nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        _text("state"),
        sa.Column("evidence", sa.Text),
    )
    op.create_index("ix_conclusion_steps_conclusion_id", "conclusion_steps", ["conclusion_id"])
    _create_of_units()


def _create_of_units() -> None:
    _create(
        "replies",
        _text("unit"),
        sa.Column("year", sa.Integer, nullable=False),
        _text("kind"),
        sa.Column("indicator", sa.Text),
        sa.Column("rule", sa.Text),
        sa.Column("dated", sa.Date, nullable=False),
        _text("text"),
    )
    _create(
        "publications",
        _text("unit"),
        sa.Column("year", sa.Integer, nullable=False),
        _text("indicator"),
        _text("rule"),
        _text("step"),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("meeting", sa.Text),
        _text("reason"),
    )
    for name in ("replies", "publications"):
        op.create_index(f"ix_{name}_unit", name, ["unit"])


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text, nullable=False)


def _create(name: str, *columns: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        _text("who"),
        *columns,
        sqlite_autoincrement=True,
    )
