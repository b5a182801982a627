"""Disciplines of units, which keep them from being proposed, and the reasons for which a meeting does without something that is missing.

Frozen, as every migration: it repeats `data_access.meeting_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _entered(
        "disciplines",
        sa.Column("unit", sa.Text, nullable=False, index=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column(
            "document", sa.Text, nullable=False, comment="number, day and issuer of the decision"
        ),
        sa.Column("what", sa.Text),
    )
    _entered(
        "waivers",
        sa.Column("milestone", sa.Text, nullable=False, index=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False, comment="of a check, see meeting.readiness"),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )


def _entered(name: str, *columns: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        *columns,
        sqlite_autoincrement=True,
    )
