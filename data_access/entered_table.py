"""A table to which people only add."""

import sqlalchemy as sa

from data_access.record_table import metadata


def entered_table(name: str, *columns: sa.Column) -> sa.Table:
    """A table to which people only add: rows stay as they were written, with who and when."""
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, comment="UTC"),
        sa.Column("who", sa.Text, nullable=False),
        *columns,
        sqlite_autoincrement=True,
    )
