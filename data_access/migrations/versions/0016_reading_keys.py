"""Keys by which another system reads what its holder's account may read.

Frozen, as every migration: it repeats `data_access.office_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reading_keys",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key_sha256", sa.Text, nullable=False, unique=True),
        sa.Column(
            "account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False, index=True
        ),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("expires", sa.DateTime, nullable=False),
        sa.Column("used_on", sa.Date),
        sqlite_autoincrement=True,
    )
