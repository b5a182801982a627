"""Rows of any other table than results: one row per row of the sheet, our columns, every cell with its place."""
from __future__ import annotations

import pandas as pd

from data_access.intake.body import Body, has_nothing
from data_access.intake.figures import read_numbers, as_counts, note_doubts
from data_access.intake.layout import Layout
from data_access.intake.problems import Problems
from data_access.intake.sheets import Sheet, letters, text_of


def rows_of(sheet: Sheet, layout: Layout, body: Body, columns: list[str]) -> pd.DataFrame:
    """The cells as they stand in our columns ('' = blank or no such column), with sheet, number (from 0) and the cell of the row."""
    found = {column: layout.indices(column)[:1] for column in columns}
    cells = {column: [row[at[0]] if at else "" for row in body.rows] for column, at in found.items()}
    first = min((at[0] for at in found.values() if at), default=0)
    places = [f"{letters(first)}{number + 1}" for number in body.numbers]
    return pd.DataFrame(cells, dtype=object).assign(sheet=sheet.name, cell=places, number=body.numbers)


def texts(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The rows with these columns as text ('' = nothing)."""
    return rows.assign(**{column: rows[column].map(lambda cell: "" if has_nothing(cell) else text_of(cell)) for column in columns})


def whole_numbers(rows: pd.DataFrame, column: str, problems: Problems) -> pd.Series:
    """A column of counts as floats (NaN = none); a fraction or a negative number is reported."""
    numbers = as_counts(read_numbers(rows[column]))
    note_doubts(rows, rows[column], numbers, column, problems)
    wrong = numbers["doubt"].isna() & ((numbers["value"] % 1).gt(1e-9) | numbers["value"].lt(0))
    problems.add_each("count_not_whole", rows.assign(shown=numbers["value"])[wrong], column=column, value="shown")
    return numbers["value"].where(numbers["doubt"].isna() & ~wrong)


def real_numbers(rows: pd.DataFrame, column: str, problems: Problems, limit: pd.Series | None = None) -> pd.Series:
    """A column of figures as floats; “1.234” is decided only by a limit that its other reading exceeds."""
    numbers = read_numbers(rows[column])
    if limit is not None:
        decided = numbers["doubt"].eq("number_undecidable") & numbers["thousands"].gt(limit)
        numbers = numbers.assign(doubt=numbers["doubt"].mask(decided, None))
    note_doubts(rows, rows[column], numbers, column, problems)
    return numbers["value"].where(numbers["doubt"].isna())


def without_missing(rows: pd.DataFrame, column: str, problems: Problems) -> pd.DataFrame:
    """The rows in which a required column is filled; the others are reported."""
    missing = rows[column].eq("")
    problems.add_each("required_missing", rows[missing], column=pd.Series(column, index=rows.index[missing]))
    return rows[~missing]


def without_repeats(rows: pd.DataFrame, key: list[str], content: list[str], problems: Problems) -> pd.DataFrame:
    """The rows with one row per key. A repeated row that says the same is a warning, one that says something else an error."""
    repeated = rows.duplicated(key, keep="first") & rows[key[0]].notna()
    if not repeated.any():
        return rows
    firsts = rows[~rows.duplicated(key, keep="first")]
    pairs = rows[repeated].merge(firsts, on=key, how="left", suffixes=("", "_first"))
    same = _same(pairs, content)
    pairs = pairs.assign(key=[" · ".join(map(str, one)) for one in pairs[key].itertuples(index=False)])
    problems.add_each("duplicate_row", pairs[same], first="cell_first")
    problems.add_each("duplicate_key", pairs[~same], key="key", first="cell_first")
    return rows[~repeated]


def _same(pairs: pd.DataFrame, content: list[str]) -> pd.Series:
    equal = pd.Series(True, index=pairs.index)
    for column in content:
        left, right = pairs[column], pairs[f"{column}_first"]
        equal &= left.eq(right).fillna(False).astype(bool) | (left.isna() & right.isna())
    return equal
