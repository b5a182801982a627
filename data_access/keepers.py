"""The role that the last account able to come in never loses."""

import sqlalchemy as sa

from data_access.office_tables import accounts

KEEPER = "admin"


def has_keeper(connection: sa.Connection) -> bool:
    """Whether anybody in the role `KEEPER` may come in."""
    roles = connection.execute(sa.select(accounts.c.roles).where(~accounts.c.disabled)).scalars()
    return any(KEEPER in one.split(",") for one in roles)
