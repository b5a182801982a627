"""What units send and what they dispute, with the steps that each takes."""

import sqlalchemy as sa

from data_access.entered_table import entered_table

submissions = entered_table(
    "submissions",
    sa.Column("unit", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("file", sa.Text),
    sa.Column("sha256", sa.Text, comment="of the file, in files"),
    sa.Column("text", sa.Text),
)
submission_steps = entered_table(
    "submission_steps",
    sa.Column("unit", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("submission", sa.Integer, sa.ForeignKey("submissions.id"), nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("import_id", sa.Integer, comment="the import that took it in"),
)
disputes = entered_table(
    "disputes",
    sa.Column("unit", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("criterion", sa.Text, nullable=False),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("was", sa.Text, nullable=False, comment="the figure as it stood"),
    sa.Column("wanted", sa.Text, nullable=False, comment="what the unit says it should be"),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("file", sa.Text),
    sa.Column("sha256", sa.Text, comment="of the evidence, in files"),
)
dispute_steps = entered_table(
    "dispute_steps",
    sa.Column("unit", sa.Text, nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("dispute", sa.Integer, sa.ForeignKey("disputes.id"), nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("due", sa.Date, comment="by when it will be decided"),
    sa.Column("reason", sa.Text),
    sa.Column("now", sa.Text, comment="the figure after the decision"),
)
