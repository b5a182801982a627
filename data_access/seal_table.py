"""The table of sealed figures."""

import sqlalchemy as sa

from data_access.record_table import metadata

seals = sa.Table(
    "seals",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("milestone", sa.Text, nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("illustrative", sa.Boolean, nullable=False),
    sa.Column(
        "change",
        sa.Integer,
        nullable=False,
        comment="the number of the last change when it was made",
    ),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column(
        "plan_version", sa.Integer, comment="of the plan in the store; NULL: the plan was a file"
    ),
    sa.Column(
        "journal_link",
        sa.Text,
        nullable=False,
        server_default="",
        comment="the head of the journal's chain when it was made; '': before there was a chain",
    ),
    sa.Column("link", sa.Text, nullable=False, server_default="", comment="see store.chain"),
    sqlite_autoincrement=True,
)
