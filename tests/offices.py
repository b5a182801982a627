"""An office for tests: some of the sample data in a store of its own, an account of each role asked for, published years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from copies import copied, made_once

import sample_data
from dashboard.meeting import sealing
from dashboard.plan import load_plan
from data_access import account_store, sign_in_sessions
from data_access.store import Store, connect

PASSWORD = "mot cau de nho"
UNIT = "BTCTU"


class Office(NamedTuple):
    """`tokens`: role → the token of a session of the account that bears this role and its name."""

    url: str
    store: Store
    tokens: Mapping[str, str]


@contextmanager
def office(
    small_url: str, folder: Path, roles: Sequence[str], published: Sequence[int]
) -> Iterator[Office]:
    """The store in a folder; the years are published once for all offices of a run."""
    url = copied(_with_published(small_url, tuple(published)), folder / "office.sqlite")
    with connect(url) as store:
        yield Office(
            url, store, {role: signed_in(store, role, frozenset({role})) for role in roles}
        )


def _with_published(small_url: str, years: tuple[int, ...]) -> str:
    """The address of the sample data with these years published, not to be written to."""
    if not years:
        return small_url
    name = f"published-{'-'.join(map(str, years))}.sqlite"
    path = Path(small_url.removeprefix("sqlite:///")).with_name(name)
    made_once(path, lambda unfinished: _publish(copied(small_url, unfinished), years))
    return f"sqlite:///{path}"


def _publish(url: str, years: tuple[int, ...]) -> None:
    with connect(url) as store:
        for year in years:
            store.enter(
                "published_years",
                who="Lan",
                year=year,
                step="published",
                on=dt.date(2026, 1, 15),
                meeting="Họp",
                seal=sealed(store, year),
            )


def sealed(store: Store, year: int) -> int:
    """The number of a new edition of a year of the sample data."""
    plan = load_plan(sample_data.PLAN)
    codes = [one.code for one in plan.milestones if one.year == year]
    day = dt.date(2026, 1, 14)
    return sealing.seal(
        store, plan, (codes or [str(year)])[-1], day, name=f"Số liệu {year}", who="Lan"
    ).number


def signed_in(store: Store, name: str, roles: frozenset[str]) -> str:
    """The token of a session of a new account, its first password changed to `PASSWORD`."""
    first = account_store.add(
        store, name, f"Người {name}", roles, unit=UNIT if "unit" in roles else None
    )
    return sign_in_sessions.change_password(
        store, sign_in_sessions.sign_in(store, name, first), first, PASSWORD
    )
