"""Boundaries of units, for a map, with every revision.

Frozen, as every migration: it repeats `data_access.schema` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "boundaries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("shape", sa.Text),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("imports.id"), nullable=False),
        *(sa.Column(name, sa.Text) for name in ("file", "sheet", "cell")),
        sa.Column("live", sa.Boolean, nullable=False),
    )
    op.create_index("boundaries_revision", "boundaries", ["unit", "revision"], unique=True)
    live = sa.text("live")
    op.create_index(
        "boundaries_live",
        "boundaries",
        ["unit"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    op.create_index("boundaries_import", "boundaries", ["import_id"])
