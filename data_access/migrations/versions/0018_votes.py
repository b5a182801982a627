"""The count of the council's vote on who is proposed: the sitting as a whole, and each candidate.

Frozen, as every migration: it repeats `data_access.meeting_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _entered(
        "vote_counts",
        sa.Column("milestone", sa.Text, nullable=False, index=True),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("members", "present", "issued", "collected", "valid", "invalid")
        ),
        sa.Column("reason", sa.Text, comment="of a change; NULL: the first count"),
    )
    _entered(
        "votes",
        sa.Column("milestone", sa.Text, nullable=False, index=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("person", sa.Text, comment="a code of persons; NULL: the unit itself"),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("agree", sa.Integer, comment="NULL: the count was taken back"),
        sa.Column("disagree", sa.Integer),
        sa.Column("reason", sa.Text, comment="of a change; NULL: the first count"),
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
