"""Kinds of limitations that a plan lists: what they are called, how they are read from files, how the report speaks of them."""

import pandas as pd
import pytest
import tiny
from test_exports_content import TODAY, TYPES, frame

from dashboard.exports.report.beside_figures import Extras
from dashboard.exports.report.chapters.setting import hard
from dashboard.exports.report.fault_words import FAULTS, TOOLS, faults
from dashboard.exports.report.material import Material
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


@pytest.mark.parametrize(("plan", "told"), [(tiny.plan(), 1), (OWN, 0)])
def test_a_kind_that_the_plan_does_not_list_is_no_difficulty_that_the_report_tells(plan, told):
    """Under a plan that lists its own it is “Khác” everywhere, so nobody is counted as having told of means that lack."""
    records = tiny.records(tiny.units({"unit": "a"}), tiny.results(("a", "A", 2025, 30)))
    standing = tiny.assess(plan, records, 2025, tiny.AS_OF)
    lacking = {"unit": "a", "year": 2025, "category": TOOLS, "quote": "Mạng chậm", "place": "1"}
    lists = {"limitations": [lacking]}
    extras = Extras(*(frame(name, *lists.get(name, [])) for name in TYPES), TODAY)
    material = Material.at(standing, plan.milestone("m25"), extras)
    assert ["1 đơn vị tự nêu điều này" in one.text for one in hard(material)] == [True] * told


def test_files_may_name_them_by_code_or_name():
    facts = Facts(OWN.as_data(), *(pd.DataFrame() for _ in range(3)))
    codes = Resolver(facts, Problems("a.xlsx")).limitation_codes
    assert codes[fold("ve_sinh")] == "ve_sinh"
    assert codes[fold("VỆ SINH sân trường")] == "ve_sinh"
