"""How long somebody waits after wrong passwords, by place and name.

Frozen, as every migration: it repeats `data_access.office_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_in_waits",
        sa.Column("key_sha256", sa.Text, primary_key=True),
        sa.Column("account", sa.Text),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
    )
    op.create_index("ix_sign_in_waits_at", "sign_in_waits", ["at"])
