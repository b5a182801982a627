"""Kinds of limitations that a plan lists: what they are called, how they are read from files, how the report speaks of them."""

import pandas as pd
import tiny

from dashboard.exports.report.fault_words import FAULTS, faults
from dashboard.plan import load_plan
from dashboard.views.limitation_names import limitation_names
from dashboard.views.limitations import named_kinds
from data_access.intake.names import fold
from data_access.intake.problems import Problems
from data_access.intake.resolving import Resolver
from data_access.intake.unit_facts import Facts

OWN = load_plan(
    """limitations = [
  {code = "ve_sinh", name = "Vệ sinh sân trường"},
  {code = "cham_bao_cao", name = "Chậm gửi số liệu", fault = "còn gửi số liệu muộn", cause = "thiếu người", task = "gửi đúng hạn"},
]
"""
    + tiny.PLAN
)


def test_a_plan_that_lists_none_has_those_of_the_program():
    assert limitation_names(tiny.plan())["trang_phuc"] == "Trang phục, đeo thẻ"
    assert faults(tiny.plan()) is FAULTS


def test_kinds_of_the_plan_stand_in_its_words_and_others_of_the_program_under_other():
    written = pd.DataFrame({"category": ["ve_sinh", "cham_bao_cao", "trang_phuc", None, "la"]})
    assert named_kinds(OWN, written).tolist() == [
        "Vệ sinh sân trường",
        "Chậm gửi số liệu",
        "Khác",
        "Khác",
        "la",
    ]


def test_the_report_speaks_of_them_in_the_plans_words_else_by_their_name():
    spoken = faults(OWN)
    assert list(spoken) == ["ve_sinh", "cham_bao_cao", "khac"]
    assert spoken["ve_sinh"] == (
        "vệ sinh sân trường",
        "",
        "khắc phục tồn tại về vệ sinh sân trường",
    )
    assert spoken["cham_bao_cao"] == ("còn gửi số liệu muộn", "thiếu người", "gửi đúng hạn")


def test_files_may_name_them_by_code_or_name():
    facts = Facts(OWN.as_data(), *(pd.DataFrame() for _ in range(3)))
    codes = Resolver(facts, Problems("a.xlsx")).limitation_codes
    assert codes[fold("ve_sinh")] == "ve_sinh"
    assert codes[fold("VỆ SINH sân trường")] == "ve_sinh"
