"""Further movements of this installation, and who may do what in each.

Frozen, as every migration: it repeats `data_access.office_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "movements",
        sa.Column("code", sa.Text, primary_key=True, comment="in links and in the store's place"),
        sa.Column("name", sa.Text, nullable=False, comment="as people choose it"),
        sa.Column("made_at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("closed_at", sa.DateTime, comment="UTC; NULL: open"),
    )
    op.create_table(
        "movement_rights",
        sa.Column("movement", sa.Text, sa.ForeignKey("movements.code"), primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("roles", sa.Text, nullable=False, comment="codes, separated by commas"),
        sa.Column("unit", sa.Text, comment="a unit of that movement"),
    )
