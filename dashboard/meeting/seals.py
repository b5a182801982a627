"""Sealing the figures of a meeting: everything that entered and what came out, in bytes that never change, and back to the last figure."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
import tomli_w

from dashboard.assessment.as_tables import flag_rows, standing_rows
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.plan import Plan, load_plan

FORM = 1
DAY = "%Y-%m-%d"
FLAG_KEY = ["unit_code", "indicator", "rule"]
COMPARED = ("score", "rank", "rank_of", "status", "satisfaction", "block")


class Sealed(NamedTuple):
    """What a seal holds: the plan, which milestone and year, the day, what entered (records, and lists that no score depends on), what came out."""

    plan: Plan
    milestone: str
    year: int
    as_of: dt.date
    records: Records
    lists: dict[str, pd.DataFrame]
    answers: dict[str, pd.DataFrame]


def sealed_of(
    standing: Standing, milestone: str, records: Records, lists: Mapping[str, pd.DataFrame]
) -> Sealed:
    """What is to be sealed of a standing and of what it was worked out from."""
    return Sealed(
        standing.plan,
        milestone,
        standing.year,
        standing.as_of,
        records,
        dict(lists),
        {"standing": standing_rows(standing), "flags": flag_rows(standing)},
    )


def packed(sealed: Sealed) -> tuple[bytes, str]:
    """The bytes to keep, and their fingerprint: SHA-256 of the text before it is compressed.

    The same figures give the same fingerprint, in whatever year and by whatever version of the compression. The plan is written with
    all its values, also those left at their default, so that a later default cannot change it.
    """
    content = {
        "form": FORM,
        "plan": tomli_w.dumps(sealed.plan.model_dump(exclude_none=True)),
        "milestone": sealed.milestone,
        "year": sealed.year,
        "as_of": sealed.as_of.isoformat(),
        "records": {name: _written(rows) for name, rows in sealed.records._asdict().items()},
        "lists": {name: _written(rows) for name, rows in sealed.lists.items()},
        "answers": {name: _written(rows) for name, rows in sealed.answers.items()},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return gzip.compress(text, mtime=0), hashlib.sha256(text).hexdigest()


def unpacked(content: bytes, fingerprint: str) -> Sealed:
    """What was sealed. Raises ValueError if the bytes are not those of the fingerprint."""
    text = gzip.decompress(content)
    if hashlib.sha256(text).hexdigest() != fingerprint:
        raise ValueError("the sealed figures do not match their fingerprint")
    found = json.loads(text)
    records, lists, answers = (
        {name: _read(rows) for name, rows in found[part].items()}
        for part in ("records", "lists", "answers")
    )
    return Sealed(
        load_plan(found["plan"]),
        found["milestone"],
        found["year"],
        dt.date.fromisoformat(found["as_of"]),
        Records(**records),
        lists,
        answers,
    )


def standing_of(sealed: Sealed) -> Standing:
    """The standing worked out again from what was sealed."""
    return assess(sealed.plan, sealed.records, sealed.year, sealed.as_of)


def drifted(sealed: Sealed, standing: Standing) -> pd.DataFrame:
    """Where a standing worked out again differs from what was sealed (as `compared`): empty unless the program's arithmetic has changed since."""
    return compared(
        sealed.answers, {"standing": standing_rows(standing), "flags": flag_rows(standing)}
    )


def changed_since(sealed: Sealed, live: Standing) -> pd.DataFrame:
    """What has changed since the sealing, unit by unit (as `compared`): sealed figures before, live ones after."""
    return compared(sealed.answers, {"standing": standing_rows(live), "flags": flag_rows(live)})


def compared(before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a difference: unit_code, unit, what (a column of `COMPARED`, `present` or `flag`), detail, before, after; in the order of the units.

    In: `standing` and `flags` as `answers` gives them. Numbers closer than 1e-9 are equal; a unit that only one side has differs by being
    `present`; flags are told apart by indicator and rule and differ by their level, never by the wording of their sentence.
    """
    old, new = (one["standing"].set_index("unit_code") for one in (before, after))
    units = old.index.union(new.index, sort=False)
    names = new["unit"].reindex(units).fillna(old["unit"].reindex(units))
    parts = (
        [_presence(old, new, units)]
        + [_moved(old, new, column) for column in COMPARED]
        + [_flags(before["flags"], after["flags"])]
    )
    rows = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    place = {unit: number for number, unit in enumerate(units)}
    order = rows["unit_code"].map(place)
    rows = rows.assign(unit=rows["unit_code"].map(names)).loc[
        order.sort_values(kind="stable").index
    ]
    return rows[["unit_code", "unit", "what", "detail", "before", "after"]].reset_index(drop=True)


def _presence(old: pd.DataFrame, new: pd.DataFrame, units: pd.Index) -> pd.DataFrame:
    only = [unit for unit in units if (unit in old.index) != (unit in new.index)]
    return pd.DataFrame(
        {
            "unit_code": only,
            "what": "present",
            "detail": None,
            "before": [unit in old.index for unit in only],
            "after": [unit in new.index for unit in only],
        },
        dtype=object,
    )


def _moved(old: pd.DataFrame, new: pd.DataFrame, column: str) -> pd.DataFrame:
    both = old.index.intersection(new.index, sort=False)
    one, other = old.loc[both, column], new.loc[both, column]
    if pd.api.types.is_numeric_dtype(one) and pd.api.types.is_numeric_dtype(other):
        equal = ((one - other).abs() < 1e-9).fillna(False)
    else:
        equal = (one == other).fillna(False)
    moved = both[~(equal.to_numpy(bool) | (one.isna() & other.isna()).to_numpy(bool))]
    return pd.DataFrame(
        {
            "unit_code": moved,
            "what": column,
            "detail": None,
            "before": one.loc[moved].astype(object).to_numpy(),
            "after": other.loc[moved].astype(object).to_numpy(),
        },
        dtype=object,
    )


def _flags(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Flags that came, went or changed their level; what units say of themselves is left out."""
    old, new = (
        one[one["level"] != "info"].drop_duplicates(FLAG_KEY).set_index(FLAG_KEY)["level"]
        for one in (before, after)
    )
    keys = old.index.union(new.index, sort=False)
    both = (
        pd.DataFrame({"before": old.reindex(keys), "after": new.reindex(keys)}, index=keys)
        .astype(object)
        .reset_index()
    )
    both = both[both["before"].fillna("") != both["after"].fillna("")]
    return pd.DataFrame(
        {
            "unit_code": both["unit_code"],
            "what": "flag",
            "detail": both["indicator"] + ":" + both["rule"],
            "before": both["before"],
            "after": both["after"],
        },
        dtype=object,
    )


def _written(rows: pd.DataFrame) -> dict[str, list]:
    """A frame as plain data: columns with their types and their values in order, missing as null."""
    return {
        "columns": [[str(name), str(rows[name].dtype)] for name in rows.columns],
        "values": [_plain(rows[name]) for name in rows.columns],
    }


def _plain(values: pd.Series) -> list:
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return values.dt.strftime(DAY).astype(object).where(values.notna(), None).tolist()
    return values.astype(object).where(values.notna(), None).tolist()


def _read(rows: dict[str, list]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            name: _typed(values, kind)
            for (name, kind), values in zip(rows["columns"], rows["values"], strict=True)
        }
    )


def _typed(values: list, kind: str) -> pd.Series:
    if kind.startswith("datetime64"):
        return pd.Series(pd.to_datetime(pd.Series(values, dtype=object), format=DAY)).astype(kind)
    if kind == "float64":
        return pd.Series(
            np.array([np.nan if one is None else one for one in values], dtype="float64")
        )
    return pd.Series(values, dtype=kind)
