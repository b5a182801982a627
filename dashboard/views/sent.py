"""What a unit sent and disputed, and what became of it; the same rows for the unit and for the secretariat."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import sent_words as words
from dashboard.views.plan import moment
from dashboard.views.profile_criteria import NOT_APPLICABLE
from dashboard.writing import formats
from dashboard.writing.stages import STAGES

OPEN = ("waiting", "received")
"""States in which something still waits for an answer."""
KEY = ["unit", "criterion", "year", "stage"]


def submissions(sent: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """One row a thing sent, newest first: id, unit, year, kind, file, sha256, text, what, at, who, state (code), state_words, reason, by. In: the two entered tables."""
    found = _with_last(sent, steps, "submission")
    what = [words.KINDS[one.kind].format(file=one.file) for one in found.itertuples()]
    return found.assign(
        what=pd.Series(what, index=found.index, dtype="object"),
        state_words=found["state"].map(words.STATES),
        sent_at=[moment(at) for at in found["at"]],
    )


def disputes(plan: Plan, sent: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """One row a disputed figure, newest first: the columns of the dispute, name, state (code), state_words, due, reason, now, by. In: the two entered tables."""
    found = _with_last(sent, steps, "dispute")
    names = {one.code: one.name for one in plan.criteria}
    label = [
        f"{names.get(one.criterion, one.criterion)} ({STAGES[one.stage]})"
        for one in found.itertuples()
    ]
    return found.assign(
        name=pd.Series(label, index=found.index, dtype="object"),
        state_words=found["state"].map(words.DISPUTE_STATES),
        sent_at=[moment(at) for at in found["at"]],
    )


def _with_last(sent: pd.DataFrame, steps: pd.DataFrame, about: str) -> pd.DataFrame:
    """Each with its last step; a day that was promised stays until the answer."""
    last = steps.sort_values("id").drop_duplicates(about, keep="last")
    told = [name for name in ("state", "reason", "now", "due", "who") if name in last]
    last = last[[about, *told]].rename(columns={"who": "by"})
    rows = sent.merge(last, left_on="id", right_on=about, how="left")
    return (
        rows.assign(state=rows["state"].astype("object").where(rows["state"].notna(), "waiting"))
        .sort_values("id", ascending=False)
        .reset_index(drop=True)
    )


def figure_text(one: Any) -> str:
    """A figure as it stands in the store: “3,75”, “128/164”, “không áp dụng”. In: a row of results."""
    if one.state == "not_applicable":
        return NOT_APPLICABLE
    value = formats.exact(one.value)
    return value if formats.is_missing(one.out_of) else f"{value}/{formats.exact(one.out_of)}"


def figures(plan: Plan, results: pd.DataFrame) -> dict[tuple[str, int, str], str]:
    """The figures that can be disputed, newest year first: (criterion, year, stage) → what they are, with their value."""
    names = {one.code: one.name for one in plan.criteria}
    rows = results[results["state"] != "withdrawn"].sort_values(
        "year", ascending=False, kind="stable"
    )
    return {
        (one.criterion, int(one.year), one.stage): words.FIGURE_LABEL.format(
            year=one.year,
            name=names.get(one.criterion, one.criterion),
            stage=STAGES[one.stage],
            value=figure_text(one),
        )
        for one in rows.itertuples()
    }


def figure_now(results: pd.DataFrame, dispute: Any) -> str:
    """The disputed figure as it stands now; a dash where it is gone."""
    own = results[(results[KEY] == [getattr(dispute, name) for name in KEY]).all(axis=1)]
    return figure_text(next(own.itertuples())) if len(own) else formats.DASH


def is_open(rows: pd.DataFrame) -> pd.Series:
    """Which of them still wait for an answer."""
    return rows["state"].isin(OPEN)


def open_of(rows: pd.DataFrame, unit: str, year: int) -> pd.DataFrame:
    """What a unit disputes of a year and still waits for. In: `disputes`."""
    return rows[is_open(rows) & (rows["unit"] == unit) & (rows["year"] == year)]


def waiting(rows: pd.DataFrame, year: int) -> dict[str, int]:
    """Unit → how many of its figures of a year it disputes and waits for. In: `disputes`."""
    own = rows[is_open(rows) & (rows["year"] == year)]
    return {str(unit): int(number) for unit, number in own.groupby("unit").size().items()}


def beside_cells(own: pd.DataFrame) -> dict[str, str]:
    """Criterion → what the unit asks there, of which stage, how far it is, by when, whether with a file: what stands beside the cell. In: `open_of`."""
    said: dict[str, list[str]] = {}
    for one in own.itertuples():
        text = words.BESIDE_CELL.format(
            wanted=one.wanted,
            stage=STAGES[one.stage],
            state=one.state_words,
            due=_due(one.due),
            file="" if formats.is_missing(one.sha256) else words.WITH_FILE,
        )
        said.setdefault(one.criterion, []).append(text)
    return {criterion: "; ".join(some) for criterion, some in said.items()}


def _due(day: Any) -> str:
    return "" if formats.is_missing(day) else words.BY_DAY.format(day=formats.date(day))


def beside(own: pd.DataFrame) -> list[str]:
    """The same in sentences, with the reason and who asked, for whoever has the figures in hand. In: `open_of`."""
    names = own["name"].str.replace(r" \([^()]*\)$", "", regex=True)
    return [
        words.BESIDE_LINE.format(
            name=name,
            stage=STAGES[one.stage],
            wanted=one.wanted,
            text=one.text,
            who=one.who,
            at=one.sent_at,
            state=one.state_words,
            due=_due(one.due),
        )
        for name, one in zip(names, own.itertuples(), strict=True)
    ]
