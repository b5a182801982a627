"""How much a unit may hand in: a file of so many bytes, so much in a day, whatever it takes back; nobody fills the disk of the office by sending."""

from datetime import timedelta

import sqlalchemy as sa

from data_access.schema import files
from data_access.sending_tables import disputes, submissions
from data_access.store.change_rows import now
from data_access.store.errors import SealError

MB = 2**20
LARGEST, A_DAY = 20 * MB, 200 * MB
HANDED_IN = (submissions, disputes)


def check(connection: sa.Connection, unit: object, content: bytes) -> None:
    """Errors: `SealError` `sent_too_large`, `sent_too_much`."""
    if len(content) > LARGEST:
        raise SealError("sent_too_large", most=LARGEST // MB)
    lately = sum(_bytes_of(connection, table, unit) for table in HANDED_IN)
    if lately + len(content) > A_DAY:
        raise SealError("sent_too_much", most=A_DAY // MB)


def _bytes_of(connection: sa.Connection, table: sa.Table, unit: object) -> int:
    """What the unit's rows of the last day in this table brought, each file once."""
    lately = sa.select(table.c.sha256).where(
        table.c.unit == unit, table.c.at >= now() - timedelta(days=1)
    )
    held = sa.select(sa.func.coalesce(sa.func.sum(sa.func.length(files.c.content)), 0))
    return int(connection.execute(held.where(files.c.sha256.in_(lately))).scalar_one())
