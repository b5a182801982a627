"""From the edited sheet of an appraisal to rows to store: only what changed, with what must be put right, and what another person changed meanwhile."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from dashboard.plan import Criterion, Plan
from dashboard.views import appraisal_words as words
from dashboard.views.appraisal import by_stage, cell
from dashboard.views.plan_cells import MistakeError
from dashboard.views.typed_results import row_of
from dashboard.writing import formats

ROW = [
    "unit",
    "criterion",
    "year",
    "stage",
    "value",
    "out_of",
    "very",
    "very_included",
    "comparator",
    "state",
    "note",
]


class Entered(NamedTuple):
    """`rows` to store (columns of `ROW`), `mistakes` and what would change (`lines`), each in sentences."""

    rows: pd.DataFrame
    mistakes: list[str]
    lines: list[str]


def entered(
    plan: Plan,
    unit: str,
    year: int,
    opened: pd.DataFrame,
    shown: pd.DataFrame,
    edited: pd.DataFrame,
) -> Entered:
    """The changed cells of a sheet as appraised rows. In: live results of the unit and year when the sheet was opened; the sheet as shown and as edited.

    A cell that was emptied withdraws the score; a changed note alone keeps the exact value.
    """
    known, made, mistakes, lines = by_stage(opened), [], [], []
    for old, new in zip(shown.itertuples(), edited.itertuples(), strict=True):
        text, note = _text(new.appraised), _text(new.note)
        if (text, note) == (_text(old.appraised), _text(old.note)):
            continue
        criterion = plan.criterion(old.criterion)
        own, before = known.get((criterion.code, "self")), known.get((criterion.code, "appraised"))
        try:
            row = row_of(criterion, own, before, text, note, touched=text != _text(old.appraised))
            _ask_for_note(plan, criterion, own, row)
        except MistakeError as error:
            mistakes.append(str(error))
            continue
        made.append(
            {"unit": unit, "criterion": criterion.code, "year": year, "stage": "appraised", **row}
        )
        lines.append(
            words.CELL.format(
                criterion=criterion.label,
                old=_text(old.appraised) or formats.DASH,
                new=text or words.WITHDRAWN,
                note=f" ({note})" if note else "",
            )
        )
    return Entered(
        pd.DataFrame(made, columns=ROW).astype(
            {name: float for name in ("value", "out_of", "very")}
        ),
        mistakes,
        lines,
    )


def _text(value: object) -> str:
    return "" if formats.is_missing(value) else str(value).strip()


def _ask_for_note(plan: Plan, criterion: Criterion, own: Any, row: dict[str, Any]) -> None:
    """A score further from the unit's own than the plan's limit needs a reason. Example: own 5, appraised 4 of 5 is 20 points apart, over 10."""
    if (
        row["note"]
        or row["state"] != "ok"
        or own is None
        or own.state != "ok"
        or criterion.how.most(criterion, row["out_of"]) is None
    ):
        return
    most = criterion.how.most(criterion, row["out_of"])
    own_most = own.out_of if criterion.is_rate else most
    if formats.is_missing(own_most) or formats.is_missing(own.value) or not own_most or not most:
        return
    if (
        abs(100 * row["value"] / most - 100 * own.value / own_most)
        > plan.limits.self_excess_points + 1e-9
    ):
        raise MistakeError(
            words.NOTE_ASKED.format(
                criterion=criterion.label,
                appraised=formats.number(row["value"], None),
                own=formats.number(own.value, None),
            )
        )


class Conflict(NamedTuple):
    """A criterion that another person changed since the sheet was opened; texts as typed in the sheet."""

    criterion: str
    name: str
    opened: str
    theirs: str
    mine: str


def conflicts(
    plan: Plan, rows: pd.DataFrame, opened: pd.DataFrame, live: pd.DataFrame
) -> list[Conflict]:
    """Where the live appraised row is not the one that was there on opening, among the rows to store.

    In: `rows` of `Entered`; results of the unit and year on opening and now, both with revision and import_id.
    """
    before, now, found = _appraised(opened), _appraised(live), []
    for row in rows.itertuples():
        criterion, was, stands = (
            plan.criterion(row.criterion),
            before.get(row.criterion),
            now.get(row.criterion),
        )
        if _version(was) != _version(stands):
            found.append(
                Conflict(
                    row.criterion,
                    criterion.label,
                    *(_said(criterion, one) for one in (was, stands, row)),
                )
            )
    return found


def _appraised(rows: pd.DataFrame) -> dict[str, Any]:
    return {one.criterion: one for one in rows[rows["stage"] == "appraised"].itertuples()}


def _version(row: Any) -> tuple[int, int] | None:
    return None if row is None else (row.revision, row.import_id)


def _said(criterion: Criterion, row: Any) -> str:
    if row is None:
        return formats.DASH
    return words.WITHDRAWN if row.state == "withdrawn" else cell(criterion, row)
