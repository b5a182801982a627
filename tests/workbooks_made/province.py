"""The units and criteria that the made workbooks are about: the shipped plan and bodies with names that are easily mistaken."""

from __future__ import annotations

import pandas as pd

import sample_data
from dashboard.plan import load_plan
from data_access.intake.unit_facts import Facts

PLAN = load_plan(sample_data.PLAN)
NAMES = {
    "S1": ("Sở Nội vụ", "so_nganh"),
    "S2": ("Sở Tư pháp", "so_nganh"),
    "S3": ("Sở Tài chính", "so_nganh"),
    "S4": ("Thanh tra tỉnh", "so_nganh"),
    "S5": ("Văn phòng UBND tỉnh", "so_nganh"),
    "X1": ("Xã Phú Quý", "xa"),
    "X2": ("Phường 1", "xa"),
    "X3": ("Xã Hòa Thủy", "xa"),
    "X4": ("Thị trấn Vĩnh Kim", "xa"),
}
UNITS = pd.DataFrame(
    [
        (code, name, None, kind, None, None, None, place)
        for place, (code, (name, kind)) in enumerate(NAMES.items())
    ],
    columns=["unit", "name", "short_name", "kind", "parent", "valid_from", "valid_to", "position"],
)
FACTS = Facts(
    PLAN.as_data(),
    UNITS,
    pd.DataFrame(columns=["alias", "unit"]),
    pd.DataFrame(columns=["unit", "year", "block", "staff"]),
)
CRITERIA = {one.code: one for one in PLAN.criteria}
POINTS = ["TC1", "TC2", "TC3", "TC6", "IT1", "XS2", "PT1", "PT2"]
PEOPLE = ["CN1", "CN4", "CN5", "CN6"]
FILES = ["DH", "DVC"]
