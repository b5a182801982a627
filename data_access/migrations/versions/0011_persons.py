"""Names of persons stand in one table; from now on everything that was done bears a code, so that a name can be destroyed.

What was written before keeps its names: the journal and the seals are chains that nothing may change.
Frozen, as every migration: it repeats `data_access.office_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "persons",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("name", sa.Text),
        sa.Column("erased_at", sa.DateTime),
    )
    op.create_index("persons_name", "persons", ["name"])
