"""How long somebody waits after wrong passwords: by where they come from and the name they type, longer each time; nobody is locked out by somebody else's tries.

A name that nobody bears waits as long as one that somebody does, so waiting tells nothing.
"""

import hashlib
import ipaddress
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from data_access.office_tables import sign_in_waits as waits
from data_access.store import person_codes
from data_access.store.errors import AccountError
from data_access.store.journal_rows import note

FREE = 3  # wrong passwords without waiting
LONGEST = timedelta(minutes=15)
FORGOTTEN = timedelta(days=1)  # after which a place and name begin anew
MOST_ROWS = 10_000


def wait_after(failures: int) -> timedelta:
    """The wait after so many wrong passwords in a row.

    >>> [wait_after(number).total_seconds() for number in (2, 3, 4, 8, 50)]
    [0.0, 1.0, 2.0, 32.0, 900.0]
    """
    if failures < FREE:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(failures - FREE, 20)), LONGEST)


def key_of(origin: str, name: str) -> str:
    """What a place and a name are kept under; the name itself is not kept, for people type their password there.

    >>> key_of("2001:db8::1", "lan") == key_of("2001:db8::2", "lan"), key_of("10.0.0.1", "lan") == key_of("10.0.0.2", "lan")
    (True, False)
    """
    try:
        network = ipaddress.ip_network(f"{origin}/{64 if ':' in origin else 32}", strict=False)
    except ValueError:
        return _sha256(f"{origin}\0{name}")
    return _sha256(f"{network}\0{name}")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def check(connection: sa.Connection, key: str, moment: datetime) -> None:
    """Errors: `AccountError` `sign_in_wait` with the seconds that are left."""
    until = connection.execute(sa.select(waits.c.until).where(waits.c.key_sha256 == key)).scalar()
    if until and until > moment:
        raise AccountError("sign_in_wait", seconds=int((until - moment).total_seconds()) + 1)


def count(
    connection: sa.Connection, key: str, origin: str, account: str | None, moment: datetime
) -> None:
    """Count a wrong password. The journal has a row for the 1st, 2nd, 4th, 8th … alone: nobody fills it by guessing."""
    connection.execute(sa.delete(waits).where(waits.c.at < moment - FORGOTTEN))
    failures = _raised(connection, key, account, moment)
    from_there = _raised(connection, key_of(origin, ""), None, moment)
    said = failures if account else from_there
    if said & (said - 1) == 0:
        note(
            connection,
            "sign_in.refused",
            None,
            person_codes.coded(connection, account),
            {"tries": said},
        )
    kept = sa.select(waits.c.at).order_by(waits.c.at.desc()).offset(MOST_ROWS).limit(1)
    connection.execute(sa.delete(waits).where(waits.c.at < kept.scalar_subquery()))


def _raised(connection: sa.Connection, key: str, account: str | None, moment: datetime) -> int:
    before = connection.execute(
        sa.select(waits.c.failures).where(waits.c.key_sha256 == key)
    ).scalar()
    values: dict[str, Any] = {
        "failures": (before or 0) + 1,
        "at": moment,
        "until": moment + wait_after((before or 0) + 1),
    }
    if before is None:
        connection.execute(sa.insert(waits).values(key_sha256=key, account=account, **values))
    else:
        connection.execute(sa.update(waits).where(waits.c.key_sha256 == key).values(values))
    return values["failures"]


def forget(
    connection: sa.Connection, *, key: str | None = None, account: str | None = None
) -> None:
    """Begin anew for one place and name, or for an account from everywhere."""
    chosen = waits.c.key_sha256 == key if key else waits.c.account == account
    connection.execute(sa.delete(waits).where(chosen))
