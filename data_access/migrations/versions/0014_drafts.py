"""What people typed and have not sent is kept in the store, so that a reload, another server or a restart gives it back.

Frozen, as every migration: it repeats `data_access.office_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("account", sa.Text, primary_key=True),
        sa.Column("form", sa.Text, primary_key=True),
        sa.Column("fields", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
