"""The tables of a unit's page: the columns of each."""

from __future__ import annotations

import pandas as pd

from dashboard.plan.scale import Scale
from dashboard.writing.columns import Column, decimals_of
from dashboard.writing.nouns import speaks, worded

TOTAL = "Tổng điểm"
INTERVAL = "Khoảng tin cậy Wilson"
WEIGHT = "Trọng số"
CRITERIA: dict[str, Column | str] = {
    "name": "Tiêu chí",
    "group": "Nhóm",
    "self": "Tự chấm",
    "appraised": "Thẩm định",
    "attained": Column(
        "Đạt", "share", help="Phần đạt được của điểm tối đa, hoặc tỷ lệ người, phiếu, hồ sơ"
    ),
    "weight": WEIGHT,
    "source": Column("Nguồn", width="medium"),
}
REVISIONS = {
    "stage": "Chấm",
    "value": "Giá trị",
    "state": "Trạng thái",
    "source": Column("Nguồn", width="large"),
    "at": Column("Ngày nhập", "date"),
    "who": "Người nhập",
}
SURVEYS = {
    "year": Column("Năm", width=70),
    "forms": "Hài lòng/số phiếu",
    "rate": Column("Tỷ lệ", "share"),
    "low": Column("Từ", "share", help=INTERVAL),
    "high": Column("Đến", "share", help=INTERVAL),
    "very": Column("Rất hài lòng", "count"),
    "size": "Ghi chú",
    "method": "Cách thu phiếu",
    "source": Column("Nguồn", width="medium"),
}
TREND = {
    "name": "Đường",
    "year": Column("Năm", width=70),
    "value": Column(TOTAL, "score"),
    "stage_words": "Chấm",
}
UNITS = {
    "name": Column("Đơn vị", width="large"),
    "block": Column("Khối, cụm", width="medium"),
    "score": Column(TOTAL, "score"),
    "rank_words": "Hạng trong khối",
    "status": Column("Trạng thái", "status"),
}
GROUPS = {
    "name": "Nhóm tiêu chí",
    "score": Column("Điểm", "score"),
    "median": Column("Mức giữa của khối", "score"),
    "low": Column("Thấp nhất", "score"),
    "high": Column("Cao nhất", "score"),
}
TOP = "Điểm tối đa"


def group_top(tops: pd.Series) -> Column:
    """The column of what groups can give."""
    return Column(TOP, "number", decimals_of(tops))


def criteria_of(rows: pd.DataFrame) -> dict[str, Column | str]:
    """`CRITERIA` for the rows of a unit."""
    return {**CRITERIA, "weight": Column(WEIGHT, "number", decimals_of(rows["weight"]))}


def of_scale(scale: Scale) -> dict[str, dict[str, Column | str]]:
    """`TREND` and `UNITS` by name, the heads of totals saying what these are of where the plan has points of its own."""
    head = Column(scale.head(TOTAL), "score")
    return {"trend": {**TREND, "value": head}, "units": {**worded(UNITS), "score": head}}


YEAR, SOURCE = {"year": "Năm"}, {"source": Column("Nguồn", width="medium")}
LISTS = {
    "reports": {"name": "Báo cáo"}
    | YEAR
    | {
        "state": "Trạng thái",
        "due": Column("Hạn", "date"),
        "submitted_on": Column("Ngày nộp", "date"),
        "days_late": Column("Chậm (ngày)", "count"),
        "number": "Số",
    }
    | SOURCE,
    "documents": {"title": "Trích yếu"}
    | YEAR
    | {"number": "Số, ký hiệu", "dated": Column("Ngày", "date")}
    | SOURCE,
    "awards": {"form": "Hình thức"}
    | YEAR
    | {"collectives": Column("Tập thể", "count"), "individuals": Column("Cá nhân", "count")}
    | SOURCE,
    "inspections": {"findings": "Kết luận"}
    | YEAR
    | {
        "inspected_on": Column("Ngày", "date"),
        "inspector": Column("Cơ quan kiểm tra", width="medium"),
    }
    | SOURCE,
    "examples": {"description": "Nội dung"}
    | YEAR
    | {"name": Column("Mô hình, gương", width="medium")}
    | SOURCE,
    "limitations": {"quote": "Trích nguyên văn"}
    | YEAR
    | {"kind": "Loại", "place": "Trang"}
    | SOURCE,
    "statements": {"quote": "Trích nguyên văn"}
    | YEAR
    | {
        "name": Column("Nội dung", width="medium"),
        "said": "Số liệu",
        "of_year": Column("Của năm", width=80),
    }
    | SOURCE,
    "unit_years": {"block": "Khối, cụm thi đua"}
    | YEAR
    | {"staff": Column("Số người", "count")}
    | SOURCE,
}
"""The text of a row stands first: that column stays in sight and breaks into lines."""

speaks(__name__)
