"""Figures that a unit states of itself and no criterion asks for: a list of a year, with every revision.

Frozen, as every migration: it repeats `data_access.schema` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = ["unit", "year", "origin"]


def upgrade() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("code", "name")),
        sa.Column("of_year", sa.Integer),
        sa.Column("comparator", sa.Text),
        *(sa.Column(name, sa.Double) for name in ("value", "out_of")),
        *(sa.Column(name, sa.Text) for name in ("measure", "quote")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("imports.id"), nullable=False),
        *(sa.Column(name, sa.Text) for name in ("file", "sheet", "cell")),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
    )
    op.create_index("statements_revision", "statements", [*KEY, "revision", "item"], unique=True)
    live = sa.text("live")
    op.create_index(
        "statements_live",
        "statements",
        [*KEY, "item"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    op.create_index("statements_import", "statements", ["import_id"])
