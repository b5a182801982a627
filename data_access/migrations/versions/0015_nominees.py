"""Persons who are proposed for commendation, under a code, so that their names can be destroyed.

Frozen, as every migration: it repeats `data_access.meeting_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nominees",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("milestone", sa.Text, nullable=False, index=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False, comment="a code of persons"),
        sa.Column("post", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("achievement", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
