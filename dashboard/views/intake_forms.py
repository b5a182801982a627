"""Forms to fill in: the list of units and the results of a year, as tables whose headings the intake knows."""

from __future__ import annotations

import pandas as pd

from dashboard.plan import Plan

UNIT_HEADINGS = {
    "unit": "Mã đơn vị",
    "name": "Tên đơn vị",
    "short_name": "Tên viết tắt",
    "kind": "Loại đơn vị",
    "block": "Khối thi đua",
    "staff": "Số cán bộ",
    "valid_from": "Ngày thành lập",
    "valid_to": "Ngày kết thúc",
    "aliases": "Tên gọi khác",
}
RESULT_HEADINGS = {
    "unit": "Mã đơn vị",
    "name": "Tên đơn vị",
    "year": "Năm",
    "criterion": "Mã tiêu chí",
    "criterion_name": "Tiêu chí",
    "stage": "Giai đoạn chấm",
    "maximum": "Điểm tối đa",
    "value": "Giá trị",
    "out_of": "Tổng số",
    "very": "Rất hài lòng",
}


def unit_template(plan: Plan) -> pd.DataFrame:
    """An empty list of units to fill in: one row a kind of unit, so that the words to use are seen (columns of `UNIT_HEADINGS`)."""
    return pd.DataFrame([{"kind": one.name} for one in plan.kinds], columns=list(UNIT_HEADINGS))


def result_template(plan: Plan, units: pd.DataFrame, year: int) -> pd.DataFrame:
    """Results to fill in: a row for every unit and criterion that holds for it in the year (columns of `RESULT_HEADINGS`); blank stays missing.

    `units`: unit, name, kind.
    """
    rows = [
        {
            "unit": unit.unit,
            "name": unit.name,
            "year": str(year),
            "criterion": one.code,
            "criterion_name": one.name,
            "stage": "Tự chấm",
            "maximum": one.max,
        }
        for unit in units.itertuples()
        for one in plan.criteria
        if one.asked_of(unit.kind, year)
    ]
    return pd.DataFrame(rows, columns=list(RESULT_HEADINGS)).astype(
        {"maximum": float, "value": float, "out_of": float, "very": float}
    )
