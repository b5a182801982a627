"""What files would change of values that are stored, cell by cell and in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.plan.clock import ZONE
from dashboard.wording import intake_words as words
from dashboard.wording.outcomes import counted
from dashboard.wording.problem_sentences import place_words
from dashboard.writing import formats

SHOWN_PROBLEMS = 40


def change_counts(files: Sequence[Any]) -> pd.DataFrame:
    """How many rows are new, changed, known: file, table (in words), new, changed, same."""
    counted = [_counted(one) for one in files if one.changes is not None and len(one.changes)]
    if not counted:
        return pd.DataFrame(columns=["file", "table", "new", "changed", "same"])
    found = pd.concat(counted, ignore_index=True)
    return found.assign(table=found["table"].map(words.TABLES))


def _counted(one: Any) -> pd.DataFrame:
    rows = counted(one.changes)
    counts = (
        rows.groupby(["table", "change"], sort=False)
        .size()
        .unstack(fill_value=0)
        .reindex(columns=["new", "changed", "same"], fill_value=0)
    )
    return (
        counts.reset_index()
        .rename_axis(columns=None)
        .assign(file=one.name)[["file", "table", "new", "changed", "same"]]
    )


def changed_values(files: Sequence[Any], plan: Plan, names: Mapping[str, str]) -> pd.DataFrame:
    """Every value that would change: file, unit, subject, column, old, since (the day on which it was imported), new, place. `names`: unit code → name."""
    lines = [
        _value_line(one.name, line, plan, names)
        for one in files
        if one.changes is not None
        for line in one.changes[one.changes["change"] == "changed"].to_dict("records")
    ]
    return pd.DataFrame(
        lines, columns=["file", "unit", "subject", "column", "old", "since", "new", "place"]
    )


def _value_line(
    file: str, line: Mapping[str, Any], plan: Plan, names: Mapping[str, str]
) -> dict[str, Any]:
    unit = line.get("unit")
    return {
        "file": file,
        "unit": None if formats.is_missing(unit) else names.get(unit, unit),
        "subject": subject(line, plan),
        "column": words.COLUMNS.get(line["column"], line["column"]),
        "old": value_text(line["old"]),
        "since": day_of(line.get("since")),
        "new": value_text(line["new"]),
        "place": place_words(line["sheet"], line["cell"]).removeprefix(", ") or None,
    }


def change_lines(values: pd.DataFrame) -> list[str]:
    """“Sở A, Trang phục, năm 2024, tự chấm: Giá trị 38 (nhập 3/2/2025) → 40, trang “Kết quả”, ô D3”, not endless. In: `changed_values`."""
    lines = [
        words.CHANGE.format(
            what=", ".join(part for part in (one.unit, one.subject) if part),
            column=one.column,
            old=one.old,
            since=f" ({words.SINCE.format(day=one.since)})" if one.since else "",
            new=one.new,
            place=f", {one.place}" if one.place else "",
        )
        for one in values.head(SHOWN_PROBLEMS).itertuples()
    ]
    more = len(values) - len(lines)
    return [*lines, words.MORE_CHANGES.format(more=formats.count(more))] if more > 0 else lines


def day_of(at: Any) -> str | None:
    """The day in Viet Nam of a time of the store (UTC); None where there is none."""
    return None if formats.is_missing(at) else formats.date(pd.Timestamp(at).tz_convert(ZONE))


def subject(line: Mapping[str, Any], plan: Plan) -> str:
    """What a row is about: “Niêm yết thủ tục, năm 2024, thẩm định”."""
    criterion, year, stage, kind = (
        None if formats.is_missing(line.get(name)) else line[name]
        for name in ("criterion", "year", "stage", "kind")
    )
    named = {one.code: one.label for one in plan.criteria}.get(criterion, criterion)
    what = (
        named
        or (words.FILINGS.get(kind) if line["table"] == "filings" else None)
        or next(
            (
                line[name]
                for name in ("index_name", "alias")
                if not formats.is_missing(line.get(name))
            ),
            None,
        )
    )
    parts = [
        what or words.TABLES[line["table"]],
        f"năm {int(year)}" if year is not None else "",
        words.VALUES.get(stage, "") if stage else "",
    ]
    return ", ".join(part for part in parts if part)


def value_text(value: object) -> str:
    """A stored value as people read it; codes in words, days as days, missing a dash."""
    if formats.is_missing(value):
        return formats.DASH
    if str(value) in words.VALUES:
        return words.VALUES[str(value)]
    if hasattr(value, "year") and hasattr(value, "month"):
        return formats.date(value)
    return formats.number(value, None) if isinstance(value, (int, float)) else str(value)
