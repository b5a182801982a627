"""The role that the last account able to come in never loses."""

from collections.abc import Collection

import sqlalchemy as sa

from data_access.office_tables import accounts
from data_access.store.errors import AccountError

KEEPER = "admin"


def has_keeper(connection: sa.Connection, without: Collection[str] = ()) -> bool:
    """Whether anybody in the role `KEEPER` may come in, beside these accounts."""
    others = ~accounts.c.disabled & accounts.c.name.not_in(without)
    roles = connection.execute(sa.select(accounts.c.roles).where(others)).scalars()
    return any(KEEPER in one.split(",") for one in roles)


def keep_one(connection: sa.Connection, without: Collection[str]) -> None:
    """Refuse that these accounts go where nobody in the role would be left. Errors: `AccountError` `account_last_keeper`."""
    if has_keeper(connection) and not has_keeper(connection, without):
        raise AccountError("account_last_keeper", name=min(without))
