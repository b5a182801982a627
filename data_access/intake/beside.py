"""Which total (or “very satisfied”) belongs to a column of figures: its own, that of its group, the nearest; what may be either is asked."""

from __future__ import annotations

from collections.abc import Sequence

from data_access.intake.heads import Column
from data_access.intake.layout import Layout


def column_beside(figure: Column, field: str, layout: Layout) -> Column | None:
    """The column of a field that belongs to a figure column; None if there is none, or it cannot be told (`unclear_beside`)."""
    fitting = _fitting(figure, field, layout)
    return fitting[0] if len(fitting) == 1 else None


def unclear_beside(figure: Column, field: str, layout: Layout) -> Sequence[Column]:
    """The columns of a field of which it cannot be told which one belongs to the figure column; none where that is clear."""
    fitting = _fitting(figure, field, layout)
    return fitting if len(fitting) > 1 else []


def _fitting(figure: Column, field: str, layout: Layout) -> list[Column]:
    agreeing = [
        one
        for one in layout.columns
        if one.field == field
        and not one.is_left_out
        and not (layout.has_levels and one.is_percent)
        and one.criterion in (figure.criterion, None)
        and one.stage in (figure.stage, None)
        and one.year in (figure.year, None)
        and one.unit in (figure.unit, None)
    ]
    if len(agreeing) < 2:
        return agreeing
    nearest = min(_distance(figure, one) for one in agreeing)
    ranked = [one for one in agreeing if _distance(figure, one) == nearest]
    valid = [one for one in ranked if one.is_total_of_valid]
    if len(ranked) > 1 and len(valid) == 1:
        return valid
    return ranked if len(ranked) == 1 else _next_to(figure, ranked, layout)


def _distance(figure: Column, one: Column) -> tuple[bool, bool, bool, bool, bool]:
    """How far a column stands from the figure by what their heads say: all False for the same criterion, unit, stage, year and group."""
    grouped = bool(set(figure.group) & set(one.group))
    return (
        one.criterion is None and figure.criterion is not None,
        one.unit is None and figure.unit is not None,
        one.stage is None and figure.stage is not None,
        one.year is None and figure.year is not None,
        not grouped and bool(one.group),
    )


def _next_to(figure: Column, totals: list[Column], layout: Layout) -> list[Column]:
    """Where totals and figures take turns, the total that stands before its figures (or behind them, if figures stand first)."""
    places = {one.index for one in totals}
    figures = {one.index for one in layout.columns if one.field == "value" and not one.is_left_out}
    order = sorted(places | figures)
    turns = [index in places for index in order]
    if any(one and following for one, following in zip(turns, turns[1:])) or turns[0] == turns[-1]:
        return totals
    if turns[0]:
        left = [one for one in totals if one.index < figure.index]
        return left[-1:]
    right = [one for one in totals if one.index > figure.index]
    return right[:1]
