"""Drafts of the plan; what units hand in, what becomes of it; figures that units dispute, with the steps of each.

Rows here are only ever added. Frozen, as every migration: it repeats `data_access.meeting_tables` on purpose.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def _entered(name: str, *columns: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        *columns,
        sqlite_autoincrement=True,
    )


def _of_unit() -> list[sa.Column]:
    return [
        sa.Column("unit", sa.Text, nullable=False, index=True),
        sa.Column("year", sa.Integer, nullable=False),
    ]


def upgrade() -> None:
    _entered(
        "plan_drafts",
        sa.Column("draft", sa.Text, nullable=False, comment="which draft the row is a state of"),
        sa.Column("base", sa.Integer, nullable=False, comment="the version it began from; 0: none"),
        sa.Column("body", sa.Text, nullable=False, comment="the plan as it would be, TOML"),
        sa.Column("state", sa.Text, nullable=False),
    )
    _entered(
        "submissions",
        *_of_unit(),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("file", sa.Text),
        sa.Column("sha256", sa.Text, comment="of the file, in files"),
        sa.Column("text", sa.Text),
    )
    _entered(
        "submission_steps",
        *_of_unit(),
        sa.Column("submission", sa.Integer, sa.ForeignKey("submissions.id"), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("import_id", sa.Integer, comment="the import that took it in"),
    )
    _entered(
        "disputes",
        *_of_unit(),
        sa.Column("criterion", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("was", sa.Text, nullable=False, comment="the figure as it stood"),
        sa.Column("wanted", sa.Text, nullable=False, comment="what the unit says it should be"),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("file", sa.Text),
        sa.Column("sha256", sa.Text, comment="of the evidence, in files"),
    )
    _entered(
        "dispute_steps",
        *_of_unit(),
        sa.Column("dispute", sa.Integer, sa.ForeignKey("disputes.id"), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due", sa.Date, comment="by when it will be decided"),
        sa.Column("reason", sa.Text),
        sa.Column("now", sa.Text, comment="the figure after the decision"),
    )
