"""What a save would change: rows compared with the live ones, before anything is stored."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data_access.record_table import Kind, RecordTable
from data_access.store.read_frames import tuples_of

CHANGES = ["table", "row", "change", "column", "old", "new", "since", "sheet", "cell"]


class Pending(NamedTuple):
    """Of one table: `rows` to store, `replaced` ids of the live rows whose place they take, if asked for the `changes`, and whether any live row may bear one of their keys."""

    rows: pd.DataFrame
    replaced: list[int]
    changes: pd.DataFrame | None
    meets: bool = True


def pending_changes(found: Iterable[Pending]) -> pd.DataFrame:
    """One line a `new` or `same` row, and one a changed column of a `changed` row, with its old and new value.

    Columns: table, row (its number in the table given, from 0), change, column, old, new, since (when the old value was imported, UTC), sheet, cell, and the parts of
    every key. How many rows: `drop_duplicates(["table", "row"])`, then count by table and change. Of a changed list
    each item that comes or goes is a line with column `item`, its text under new or old; one that goes has no row.
    """
    lines = [one.changes for one in found if one.changes is not None and len(one.changes)]
    changes = pd.concat(lines, ignore_index=True) if lines else pd.DataFrame(columns=CHANGES)
    return changes[[*CHANGES, *(name for name in changes.columns if name not in CHANGES)]]


def pending(
    record: RecordTable, rows: pd.DataFrame, live: pd.DataFrame, *, described: bool
) -> Pending:
    """What of `rows` (canonical) differs from `live` (live rows with their `id`), by key; `described` with the changes line by line."""
    if live.empty:
        return Pending(rows, [], _lines(record, rows, "new") if described else None, False)
    return (_pending_lists if record.many else _pending_rows)(record, rows, live, described)


def _pending_rows(
    record: RecordTable, rows: pd.DataFrame, live: pd.DataFrame, described: bool
) -> Pending:
    known = live[[*record.key_names, *record.column_names, "id", "imported_at"]]
    known = known.rename(columns={name: f"{name} live" for name in record.column_names})
    both = rows.merge(known, on=record.key_names, how="left", validate="one_to_one")
    kept = {name: both[name].fillna(both[f"{name} live"]) for name in record.kept_names}
    both = both.assign(**kept)
    new = both["id"].isna()
    differing = {
        name: _differ(both[name], both[f"{name} live"]) & ~new for name in record.column_names
    }
    changed = np.logical_or.reduce(list(differing.values()))
    stored = Pending(both.loc[new | changed, list(rows.columns)], _ids(both[changed]), None)
    if not described:
        return stored
    lines = [_lines(record, both[new], "new"), _lines(record, both[~new & ~changed], "same")]
    for name in (one for one, differs in differing.items() if differs.any()):
        there = both[differing[name]]
        lines.append(
            _lines(
                record,
                there,
                "changed",
                column=name,
                old=there[f"{name} live"],
                new=there[name],
                since=there["imported_at"],
            )
        )
    return stored._replace(changes=_stacked(lines))


def _ids(rows: pd.DataFrame) -> list[int]:
    return rows["id"].astype("int64").tolist()


def _differ(one: pd.Series, other: pd.Series) -> pd.Series:
    """Different values, or one of them missing; two missing values are the same."""
    equal = one.eq(other).fillna(False).astype(bool)
    return ~(equal | (one.isna() & other.isna()))


def _lines(record: RecordTable, rows: pd.DataFrame, change: str, **values: Any) -> pd.DataFrame:
    """Lines of `pending_changes` for these rows, numbered by their index."""
    said = {
        "table": record.name,
        "row": rows.index,
        "change": change,
        "column": None,
        "old": None,
        "new": None,
        "since": None,
        **values,
    }
    said.update(
        {
            name: pd.Series(said[name], index=rows.index, dtype=object)
            for name in ("column", "old", "new", "since")
        }
    )
    wholes = ["row", *(part.name for part in record.key if part.kind is Kind.WHOLE)]
    return (
        rows[[*record.key_names, "sheet", "cell"]]
        .assign(**said)
        .astype(dict.fromkeys(wholes, "Int64"))
    )


def _stacked(lines: Sequence[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([part for part in lines if len(part)] or lines[:1], ignore_index=True)


def _pending_lists(
    record: RecordTable, rows: pd.DataFrame, live: pd.DataFrame, described: bool
) -> Pending:
    """Lists are compared as sets of items: their order says nothing, a doubled item is two."""
    incoming, known = _items(record, rows), _items(record, live)
    new = _with_key(record, rows, incoming.keys() - known.keys())
    changed = {key for key in incoming.keys() & known.keys() if incoming[key] != known[key]}
    revised, replaced = _with_key(record, rows, changed), _with_key(record, live, changed)
    stored = Pending(pd.concat([new, revised]).sort_index(), _ids(replaced), None)
    if not described:
        return stored
    same = rows.drop(index=new.index.union(revised.index))
    unmoved = {key: incoming[key] & known[key] for key in changed}
    lines = [
        _lines(record, new, "new"),
        _lines(record, same, "same"),
        _item_lines(record, _moving(record, revised, unmoved), "new"),
        _item_lines(record, _moving(record, replaced, unmoved), "old")
        .assign(row=pd.NA)  # type: ignore[arg-type]  # one for all, which the stubs do not know
        .astype({"row": "Int64"}),
    ]
    return stored._replace(changes=_stacked(lines))


def _with_key(
    record: RecordTable, rows: pd.DataFrame, keys: Iterable[tuple[Any, ...]]
) -> pd.DataFrame:
    wanted = set(keys)
    return rows[np.array([key in wanted for key in tuples_of(rows[record.key_names])], dtype=bool)]


def _items(
    record: RecordTable, rows: pd.DataFrame
) -> dict[tuple[Any, ...], Counter[tuple[Any, ...]]]:
    """The items of every key, counted."""
    items: dict[tuple[Any, ...], Counter[tuple[Any, ...]]] = {}
    for key, item in zip(
        tuples_of(rows[record.key_names]), tuples_of(rows[record.column_names]), strict=True
    ):
        items.setdefault(key, Counter())[item] += 1
    return items


def _moving(
    record: RecordTable, rows: pd.DataFrame, unmoved: dict[tuple[Any, ...], Counter[Any]]
) -> pd.DataFrame:
    """The rows beyond the items that stay."""
    left = {key: items.copy() for key, items in unmoved.items()}
    moving = []
    for key, item in zip(
        tuples_of(rows[record.key_names]), tuples_of(rows[record.column_names]), strict=True
    ):
        moving.append(left[key][item] == 0)
        left[key][item] -= min(left[key][item], 1)
    return rows[np.array(moving, dtype=bool)]


def _item_lines(record: RecordTable, rows: pd.DataFrame, side: str) -> pd.DataFrame:
    """A line an item that comes (`side` new) or goes (old), as the text of its columns."""
    items = tuples_of(rows[record.column_names])
    texts = [" · ".join(str(part) for part in item if part is not None) for item in items]
    since = rows["imported_at"] if side == "old" else None
    return _lines(record, rows, "changed", column="item", since=since, **{side: texts})
