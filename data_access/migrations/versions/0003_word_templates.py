"""The secretariat's own Word template. Frozen, as every migration: it repeats `data_access.meeting_tables` on purpose."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "word_templates",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("content", sa.LargeBinary),
        sqlite_autoincrement=True,
    )
