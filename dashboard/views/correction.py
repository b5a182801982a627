"""Correcting one figure from where it is shown: what may be typed, the row that it makes, where the figure stands in its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.plan import Criterion
from dashboard.views import appraisal_words
from dashboard.views import correction_words as words
from dashboard.views.appraisal import cell
from dashboard.views.appraisal_entry import ROW
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.views.profile_criteria import written
from dashboard.views.revisions import imported_at
from dashboard.views.typed_results import check_value, typed_value
from dashboard.wording.sources import source_words
from dashboard.writing import first_letter, formats
from dashboard.writing.stages import STAGES

KEPT = ("unit", "criterion", "year", "stage", "very_included", "note")
AROUND_ROWS, AROUND_COLUMNS = 4, 12
_CELL = re.compile(r"([A-Z]{1,3})([0-9]+)(?::.*)?")


class Typed(NamedTuple):
    """What a person typed: the figure, its total, and the very satisfied within ('' = nothing)."""

    value: str
    total: str
    very: str


def typed_now(criterion: Criterion, row: Any) -> Typed:
    """The figure as it would be typed."""
    total, very = (
        "" if not criterion.is_rate or formats.is_missing(one) else formats.number(one, None)
        for one in (row.out_of, row.very)
    )
    return Typed(cell(criterion, row), total, very)


def where(criterion: Criterion, row: Any) -> str:
    """What the figure is, which cell it comes from, who brought it and when. In: a row of the store's history."""
    return words.WHERE.format(
        stage=first_letter.large(STAGES[row.stage]),
        value=written(criterion, row),
        source=source_words(row.file, row.sheet, row.cell),
        who=row.who,
        at=f"{imported_at(row.at):%H:%M} {formats.date(imported_at(row.at))}",
    )


def corrected(criterion: Criterion, row: Any, typed: Typed) -> pd.DataFrame:
    """The row to store in place of this one; an emptied value withdraws it. Errors: `MistakeError` with its sentence."""
    kept = {name: _known(getattr(row, name)) for name in KEPT}
    plain = {**dict.fromkeys(ROW), **kept, "comparator": "="}
    text = typed.value.strip()
    if not text:
        made = {**plain, "state": "withdrawn", "very_included": None}
    elif text.lower() == appraisal_words.NOT_APPLICABLE:
        made = {**plain, "state": "not_applicable", "very_included": None}
    else:
        made = {**plain, **_figures(criterion, row, typed), "state": "ok"}
    numbers = {name: float for name in ("value", "out_of", "very")}
    return pd.DataFrame([made], columns=ROW).astype(numbers)


def _known(value: Any) -> Any:
    return None if formats.is_missing(value) else value


def _figures(criterion: Criterion, row: Any, typed: Typed) -> dict[str, Any]:
    value = typed_value(criterion, typed.value.strip())
    if not criterion.is_rate:
        check_value(criterion, value, criterion.how.most(criterion, None))
        return {"value": value, "out_of": _known(row.out_of)}
    if not typed.total.strip():
        raise MistakeError(words.TOTAL_MISSING.format(criterion=criterion.label))
    total = number_of(typed.total, criterion.label)
    very = number_of(typed.very, criterion.label) if typed.very.strip() else None
    check_value(criterion, total, None, counted=True)
    for one in [value] if very is None else [value, very]:
        check_value(criterion, one, total)
    within = row.very_included is not False
    if very is not None and (very > value if within else very + value > total):
        said = {"very": typed.very, "value": typed.value, "total": typed.total}
        raise MistakeError(words.VERY_TOO_HIGH.format(criterion=criterion.label, **said))
    return {"value": value, "out_of": total, "very": very}


def change_line(criterion: Criterion, row: Any, made: pd.DataFrame) -> str:
    """“Trang phục, tự chấm: 38/45 (84,4%) → 40/45 (88,9%)”."""
    new = next(made.itertuples())
    return words.CHANGE.format(
        criterion=criterion.label,
        stage=STAGES[row.stage],
        old=written(criterion, row),
        new=words.WITHDRAWN if new.state == "withdrawn" else written(criterion, new),
    )


def is_same(row: Any, made: pd.DataFrame) -> bool:
    """Whether nothing would change."""
    new = next(made.itertuples())
    names = ("value", "out_of", "very", "comparator", "state")
    return all(_known(getattr(row, name)) == _known(getattr(new, name)) for name in names)


def around(rows: Sequence[Sequence[Any]], place: object, letters: Sequence[str]) -> pd.DataFrame:
    """The cells around a figure's own under Excel's letters, that one in brackets ▸ ◂; empty where the sheet has no such cell.

    >>> around([["Đơn vị", "Điểm"], ["Sở A", 4.5]], "B2", "AB").to_dict("list")
    {'row': ['1', '2'], 'A': ['Đơn vị', 'Sở A'], 'B': ['Điểm', '▸ 4,5 ◂']}
    """
    found = _CELL.fullmatch(str(place))
    if not found or found[1] not in letters:
        return pd.DataFrame()
    row, column = int(found[2]) - 1, list(letters).index(found[1])
    if row >= len(rows) or column >= len(rows[row]):
        return pd.DataFrame()
    first = max(0, row - AROUND_ROWS)
    left = max(0, column - AROUND_COLUMNS + 2)
    shown = {"row": [str(first + number + 1) for number in range(len(rows[first : row + 3]))]}
    for index in range(left, min(len(rows[row]), left + AROUND_COLUMNS)):
        texts = [_text(one[index]) for one in rows[first : row + 3]]
        if index == column:
            texts[row - first] = f"▸ {texts[row - first]} ◂"
        shown[letters[index]] = texts
    return pd.DataFrame(shown)


def _text(value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return formats.number(value, None)
    return formats.date(value) if hasattr(value, "month") else str(value)
