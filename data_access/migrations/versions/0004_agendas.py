"""Agendas of decks: every change a row of its own, the newest row of a name lives.

Frozen, as every migration: it repeats `data_access.meeting_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agendas",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False, comment="the agenda of a deck, JSON"),
        sa.Column("in_use", sa.Boolean, nullable=False, comment="false: the name was put away"),
        sqlite_autoincrement=True,
    )
