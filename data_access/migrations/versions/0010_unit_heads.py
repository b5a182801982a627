"""Who answers for a unit in a year: the head of the body, the post and since when, with every revision.

Frozen, as every migration: it repeats `data_access.schema` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = ["unit", "year"]


def upgrade() -> None:
    op.create_table(
        "unit_heads",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("person", "post")),
        sa.Column("since", sa.Date),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("imports.id"), nullable=False),
        *(sa.Column(name, sa.Text) for name in ("file", "sheet", "cell")),
        sa.Column("live", sa.Boolean, nullable=False),
    )
    op.create_index("unit_heads_revision", "unit_heads", [*KEY, "revision"], unique=True)
    live = sa.text("live")
    op.create_index(
        "unit_heads_live",
        "unit_heads",
        KEY,
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    op.create_index("unit_heads_import", "unit_heads", ["import_id"])
