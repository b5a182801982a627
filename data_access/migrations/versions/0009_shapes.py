"""Heads of files that a person has explained: every change a row of its own, the newest row of a signature lives.

Frozen, as every migration: it repeats `data_access.meeting_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shapes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("signature", sa.Text, nullable=False, comment="see intake.shapes"),
        sa.Column("head", sa.Text, nullable=False, comment="the words of the head, for people"),
        sa.Column("body", sa.Text, nullable=False, comment="what its columns are, JSON"),
        sa.Column("state", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
