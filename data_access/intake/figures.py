"""Figures of entries by the kind of their criterion: points, counts, yes/no, numbers. Bounds are kept; percent is never made into counts."""
from __future__ import annotations

import pandas as pd

from data_access.intake.body import has_nothing
from data_access.intake.numbers import Number, parse_number
from data_access.intake.problems import Problems
from data_access.intake.sheets import text_of
from data_access.intake.states import answers, worded

_RATES = ("share", "survey")
_NONE = Number(None)


def read_numbers(cells: pd.Series) -> pd.DataFrame:
    """The columns of `Number` for each cell; a cell that holds nothing has no value and no doubt."""
    numbers = [_NONE if has_nothing(cell) else parse_number(cell) for cell in cells]
    frame = pd.DataFrame(numbers, columns=Number._fields, index=cells.index)
    return frame.astype({"value": float, "out_of": float, "thousands": float, "doubt": object})


def as_counts(numbers: pd.DataFrame) -> pd.DataFrame:
    """Where people are counted, a separator before three digits separates thousands."""
    decided = numbers["doubt"].eq("number_undecidable")
    return numbers.assign(value=numbers["value"].mask(decided, numbers["thousands"]), doubt=numbers["doubt"].mask(decided, None))


def note_doubts(rows: pd.DataFrame, cells: pd.Series, numbers: pd.DataFrame, column: str, problems: Problems) -> None:
    """Report the cells that could not be read as figures."""
    rows = rows.assign(text=cells.map(text_of), decimal=numbers["value"], thousands=numbers["thousands"])
    for code in ("number_unreadable", "number_is_delta", "number_is_date"):
        problems.add_each(code, rows[numbers["doubt"].eq(code)], text="text", column=column)
    undecided = rows[numbers["doubt"].eq("number_undecidable")]
    problems.add_each("number_undecidable", undecided, text="text", decimal="decimal", thousands="thousands", column=column)


def counts(rows: pd.DataFrame, column: str, problems: Problems) -> pd.Series:
    """A column of whole counts as floats (NaN = none); what is no whole number is reported and becomes NaN."""
    numbers = as_counts(read_numbers(rows[column]))
    at = rows.assign(cell=rows[f"{column}_at"] + (rows["number"] + 1).astype(str)) if f"{column}_at" in rows else rows
    note_doubts(at, rows[column], numbers, column, problems)
    broken = numbers["doubt"].isna() & (numbers["value"] % 1).gt(1e-9)
    problems.add_each("count_not_whole", at.assign(shown=numbers["value"])[broken], column=column, value="shown")
    return numbers["value"].where(numbers["doubt"].isna() & ~broken)


def with_figures(entries: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """value, out_of, very as floats (NaN = none) and comparator. Entries carry their criterion's `kind`, `max`, `bonus` and `unit_of`.

    A bound of a rate (“trên 95%”) is kept as a share 0–1 without a total (`rate_bound`). What cannot be read is reported and NaN; the rows stay, so that later checks name every mistake at once.
    """
    rates = entries["kind"].isin(_RATES)
    own_total = rates | ~entries["total_is_shared"].astype(bool)
    entries = entries.assign(out_of=entries["out_of"].where(own_total, ""), very=entries["very"].where(entries["kind"].eq("survey"), ""))
    cells = entries["value"]
    yes_no = entries["kind"].eq("yes_no")
    numbers = read_numbers(cells.where(~yes_no, ""))
    totals, very = counts_or_points(entries, rates, problems), counts(entries, "very", problems)
    entries = entries.assign(out_of=totals.fillna(numbers["out_of"]), very=very)
    numbers = _settled(numbers, entries, rates)
    note_doubts(entries, cells, numbers, "value", problems)
    comparator = worded(entries, "comparator", "comparator", problems).fillna(numbers["comparator"])
    refused = _refused_percent(numbers.assign(comparator=comparator), entries, cells.map(text_of), problems)
    rate_bound = rates & _is_percent(numbers, entries) & ~refused
    value = numbers["value"].where(numbers["doubt"].isna() & ~refused).mask(rate_bound, numbers["value"] / 100)
    value = value.where(~yes_no, _answered(entries[yes_no], problems))
    return entries.assign(value=value, comparator=comparator, out_of=entries["out_of"].mask(rate_bound), rate_bound=rate_bound)


def counts_or_points(entries: pd.DataFrame, rates: pd.Series, problems: Problems) -> pd.Series:
    """`out_of`: a count for shares and surveys, otherwise the points that a value is of."""
    numbers = read_numbers(entries["out_of"].where(~rates, ""))
    at = entries.assign(cell=entries["out_of_at"] + (entries["number"] + 1).astype(str))
    note_doubts(at, entries["out_of"], numbers, "out_of", problems)
    points = numbers["value"].where(numbers["doubt"].isna())
    return counts(entries.assign(out_of=entries["out_of"].where(rates, "")), "out_of", problems).fillna(points)


def _settled(numbers: pd.DataFrame, entries: pd.DataFrame, rates: pd.Series) -> pd.DataFrame:
    """Decide “1.234” where the criterion decides it: counts are whole; points above their maximum cannot be meant."""
    undecided = numbers["doubt"].eq("number_undecidable")
    limit = entries["out_of"].fillna(entries["max"].astype(float))
    whole = undecided & rates
    decimal = undecided & ~rates & numbers["thousands"].gt(limit) & ~entries["bonus"].eq(True)
    value = numbers["value"].mask(whole, numbers["thousands"])
    return numbers.assign(value=value, doubt=numbers["doubt"].mask(whole | decimal, None))


def _is_percent(numbers: pd.DataFrame, entries: pd.DataFrame) -> pd.Series:
    headed = entries["is_percent"].astype(bool) & ~numbers["unit"].isin(["count", "points"])
    return numbers["doubt"].isna() & numbers["value"].notna() & (numbers["unit"].eq("%") | headed)


def _refused_percent(numbers: pd.DataFrame, entries: pd.DataFrame, texts: pd.Series, problems: Problems) -> pd.Series:
    """Percent that cannot be stored: a rate needs its counts, points are no percent, the scale may be unclear."""
    entries, percent = entries.assign(text=texts), _is_percent(numbers, entries)
    needing = percent & entries["kind"].isin(_RATES) & numbers["comparator"].eq("=")
    problems.add_each("share_needs_counts", entries[needing], criterion="criterion", text="text", out_of="out_of")
    wrong = percent & entries["kind"].eq("points") & numbers["unit"].eq("%")
    problems.add_each("percent_unexpected", entries[wrong], criterion="criterion", text="text")
    unclear = _unclear_scale(numbers, entries)
    problems.add_each("percent_scale_unclear", entries[unclear], criterion="criterion", text="text", header="header")
    return needing | wrong | unclear


def _unclear_scale(numbers: pd.DataFrame, entries: pd.DataFrame) -> pd.Series:
    """Figures of a number in percent, none above 1 in the whole column: 0,95 may be 95% or 0,95%."""
    plain = numbers["doubt"].isna() & numbers["unit"].ne("%")
    in_percent = plain & entries["kind"].eq("number") & (entries["is_percent"].astype(bool) | entries["unit_of"].eq("%"))
    highest = numbers["value"].where(in_percent).groupby([entries["sheet"].fillna(""), entries["value_at"], entries["criterion"]]).transform("max")
    return in_percent & highest.le(1) & numbers["value"].ne(0)


def _answered(entries: pd.DataFrame, problems: Problems) -> pd.Series:
    answered = answers(entries["value"])
    unclear = entries[answered.isna() & entries["value"].map(text_of).ne("") & ~entries["value"].isin(["-", "–", "—"])]
    problems.add_each("yes_no_unclear", unclear, criterion="criterion", text=unclear["value"].map(text_of))
    return answered
