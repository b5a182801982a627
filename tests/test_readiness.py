"""What must be there before figures are sealed: each check by a world that lacks one thing, waivers, the rows that a seal keeps, the steps in words."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pandas as pd
import pytest
import tiny

from dashboard.meeting import meeting_steps
from dashboard.meeting.meeting_steps import steps
from dashboard.meeting.readiness import as_rows, open_items, readiness, summary
from dashboard.meeting.readiness_checks import CHECKS, Case
from dashboard.meeting.readiness_words import CLEAR, MISSING, TITLES
from dashboard.ui.frame import MENU
from dashboard.views.result_doubts import doubts_in

ISSUER = '[issuer]\nbody = "UBND"\nsymbol = "UB"\nsigned_by = ["CT"]\ncopies = ["Lưu"]\n'
LAW = (
    '[award_law.law]\nname = "Luật"\n[[award_law.decrees]]\nnumber = "{number}"\nfirst_year = 2019\n'
    '[[award_law.titles]]\ncode = "bk"\nname = "Bằng khen"\nkind = "form"\nbearers = ["collective"]\n'
)
WHOLE = tiny.PLAN.replace(
    "reports = [{year = 2022, due = 2022-12-15", "reports = [{year = 2025, due = 2025-12-15"
)
WHOLE += tiny.REWARDS + ISSUER + LAW.format(number="1/NĐ-CP")
HEADS = pd.DataFrame({"unit": ["A", "B"], "year": [2025, 2025], "person": ["An", "Bình"]})
CONCLUSIONS = pd.DataFrame(
    {"what": ["Niêm yết đủ."], "responsible": ["Sở A"], "state": ["open"], "due": [None]}
)
GIVEN = {"id": 1, "who": "Lan", "milestone": "m25", "year": 2025, "step": "given"}


def filed(*units: str) -> pd.DataFrame:
    day = pd.Timestamp(2025, 12, 1)
    return pd.DataFrame(
        [
            {
                "unit": unit,
                "year": 2025,
                "kind": "annual",
                "number": "1",
                "dated": day,
                "submitted_on": day,
                "first_submitted_on": day,
                "file": "a.xlsx",
                "sheet": "Nộp",
                "cell": "B2",
            }
            for unit in units
        ]
    )


def case(
    *rows: tuple,
    plan: str = WHOLE,
    stage: str = "appraised",
    filings: pd.DataFrame | None = None,
    heads: pd.DataFrame = HEADS,
    due: dt.date | None = None,
    awards: tuple = (),
) -> Case:
    """Two units, A and B, with everything there unless a part is said otherwise."""
    results = tiny.results(
        *(
            rows
            or [
                (unit, code, 2025, 38 + bump)
                for unit, bump in (("A", 0), ("B", 1))
                for code in "AB"
            ]
        ),
        stage=stage,
    )
    records = tiny.records(
        tiny.units({"unit": "A"}, {"unit": "B"}),
        results,
        filings=filed("A", "B") if filings is None else filings,
    )
    standing = tiny.assess(tiny.plan(plan), records, 2025, tiny.AS_OF)
    conclusions = CONCLUSIONS.assign(due=pd.to_datetime([due]))
    milestone = standing.plan.milestone("m25")
    given = pd.DataFrame(awards, columns=["unit", "year", "form", "collectives", "individuals"])
    found = doubts_in(standing, results)
    return Case(standing, milestone, found, heads, given, conclusions, tiny.AS_OF)


def missing(made: Case) -> dict[str, tuple[str, ...]]:
    return {one.check.code: one.names for one in readiness(made, waivers()) if one.names}


def waivers(*rows: dict) -> pd.DataFrame:
    made = [{**GIVEN, **one, "id": place} for place, one in enumerate(rows)]
    return pd.DataFrame(made, columns=[*GIVEN, "code", "reason"])


def test_with_everything_there_nothing_is_missing():
    assert missing(case()) == {}
    items = readiness(case(), waivers())
    assert summary(items) == "Đủ điều kiện chốt: 10 mục đủ" and open_items(items) == []


BOUND = {"comparator": ">="}


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (partial(case, filings=filed("A")), {"reports": ("Đơn vị B",)}),
        (partial(case, stage="self"), {"self_scored": ("Đơn vị A", "Đơn vị B")}),
        (partial(case, ("A", "A", 2025, 50), ("A", "B", 2025, 39)), {"no_score": ("Đơn vị B",)}),
        (
            partial(case, ("A", "A", 2025, 50), ("A", "B", 2025, 39), ("B", "A", 2025, 50)),
            {"incomplete": ("Đơn vị B",)},
        ),
        (
            partial(case,
                ("A", "A", 2025, 50),
                ("A", "B", 2025, 39),
                ("B", "A", 2025, 50),
                ("B", "B", 2025, 39),
                ("B", "CN1", 2025, 18, 20, BOUND),
            ),
            {"unclear": ("Đơn vị B",)},
        ),
        (
            partial(case,
                ("A", "A", 2024, 10),
                ("A", "B", 2024, 10),
                ("A", "A", 2025, 50),
                ("A", "B", 2025, 39),
                ("B", "A", 2025, 50),
                ("B", "B", 2025, 39),
            ),
            {
                "suspicious": (
                    "Đơn vị A, năm 2025: Tổng điểm thẩm định: 89,0% so với 20,0% năm trước, "
                    "tăng 69,0 điểm phần trăm; hãy kiểm tra số liệu hoặc ghi lý do. (a.xlsx, trang “Kết quả”, ô B2)",
                )
            },
        ),
        (partial(case, heads=HEADS.head(1)), {"heads": ("Đơn vị B",)}),
        (
            partial(case,
                plan=WHOLE.replace('bearers = ["collective"]', 'bearers = ["person"]').replace(tiny.REWARDS, ""),
                awards=(("A", 2024, "Bằng khen", 3, 1), ("A", 2024, "Giấy khen", 3, 1), ("B", 2025, "Đề nghị tặng Cờ", 1, None)),
            ),
            {
                "awards": (
                    "Đơn vị A, năm 2024: “Bằng khen” theo luật chỉ dành cho cá nhân, hộ gia đình: hãy chuyển số tập thể sang cá nhân hoặc sửa hình thức.",
                    "Đơn vị B, năm 2025: “Đề nghị tặng Cờ” mới là đề nghị, chưa phải khen thưởng.",
                ),
                "plan": ("Quy tắc đề xuất khen thưởng ([rewards])",),
            },
        ),
        (partial(case, plan=WHOLE.replace("1/NĐ-CP", "")), {"plan": ("Số nghị định về khen thưởng áp dụng cho năm họp ([award_law])",)}),
        (partial(case, plan=WHOLE.replace(ISSUER, "")), {"plan": ("Cơ quan ban hành báo cáo ([issuer])",)}),
        (partial(case, due=dt.date(2026, 3, 31)), {"conclusions": ("Niêm yết đủ (hạn 31/3/2026)",)}),
    ],
    ids=lambda one: next(iter(one)) if isinstance(one, dict) else "",
)  # fmt: skip
def test_each_check_finds_its_own_lack_by_name_and_no_other(made, told):
    assert missing(made()) == told


def test_a_waiver_holds_for_its_milestone_until_it_is_withdrawn_and_only_while_something_is_missing():
    made = case(heads=HEADS.head(1))
    given = {"code": "heads", "reason": "Đang kiện toàn"}
    state = {
        name: next(one.state for one in readiness(made, rows) if one.check.code == "heads")
        for name, rows in {
            "given": waivers(given),
            "withdrawn": waivers(given, {**given, "step": "withdrawn"}),
            "of another": waivers({**given, "milestone": "m22"}),
        }.items()
    }
    assert state == {"given": "waived", "withdrawn": "open", "of another": "open"}
    assert summary(readiness(made, waivers(given))).endswith("9 mục đủ, 1 mục bỏ qua có lý do")
    assert all(one.state == "done" for one in readiness(case(), waivers(given)))


def test_what_a_seal_keeps_names_units_and_reasons_and_no_person():
    rows = as_rows(readiness(case(heads=HEADS.head(1)), waivers({"code": "heads", "reason": "vì"})))
    own = rows.set_index("code").loc["heads"]
    assert own[["state", "count", "names", "reason"]].tolist() == ["waived", 1, ["Đơn vị B"], "vì"]
    assert "Lan" not in rows.to_string() and len(rows) == len(CHECKS)
    assert meeting_steps.sealed_said(rows) == (
        "Khi chốt còn: 1 đơn vị chưa ghi người đứng đầu năm 2025 (bỏ qua: vì)."
    )
    assert meeting_steps.sealed_said(as_rows(readiness(case(), waivers()))) == ""
    assert "trước khi" in meeting_steps.sealed_said(None)


def test_every_check_has_its_words_and_a_page_of_the_menu():
    codes = {one.code for one in CHECKS}
    assert codes == set(TITLES) == set(MISSING) == set(CLEAR)
    assert {one.page for one in CHECKS} <= {name for part in MENU.values() for name, _, _ in part}


SEALS = pd.DataFrame({"name": ["Họp"], "at": [pd.Timestamp("2026-01-10 02:00", tz="UTC")]})
STATED = pd.DataFrame({"state": ["draft", "waiting", "published"]})


def test_the_next_step_is_the_first_that_is_not_done():
    items = readiness(case(), waivers())
    found = meeting_steps.steps(items, SEALS.head(0), STATED, CONCLUSIONS)
    assert [one.done for one in found] == [True, False, False, False, False]
    assert found[2].said == "3 cờ nêu tên: 1 chưa báo đơn vị, 1 chờ giải trình, 1 đã công bố"
    shown = meeting_steps.steps_html(found)
    assert "<li class='step-open' aria-current='step'><b>Chốt</b>" in shown
    sealed = meeting_steps.steps(items, SEALS, STATED.head(0), CONCLUSIONS)
    assert [one.done for one in sealed] == [True] * 5
    assert sealed[1].said == "bản gần nhất “Họp”, ngày 10/1/2026"


def test_what_the_seal_and_the_batch_will_do_is_said_before():
    made = case(heads=HEADS.head(1), stage="self")
    said, lines = meeting_steps.sealing_said(
        made.standing, readiness(made, waivers({"code": "heads", "reason": "vì"}))
    )
    assert "2 đơn vị (0 đã thẩm định, 2 chưa thẩm định xong" in said
    assert "Còn 1 mục chưa đủ: sửa ở bước 1" in said
    assert lines == [
        "Thẩm định: 2 đơn vị chưa thẩm định xong.",
        "Bản chốt ghi: 1 đơn vị chưa ghi người đứng đầu năm 2025 (bỏ qua: vì).",
    ]
    told = meeting_steps.naming_said(["Sở A", "Sở A", "Sở B"], "notified", 10, dt.date(2026, 1, 5))
    assert told.startswith("Sẽ ghi là đã báo cho 2 đơn vị: Sở A, Sở B.") and "15/1/2026" in told
    many = meeting_steps.naming_said(list("ABCDEF"), "notified", 10, dt.date(2026, 1, 5))
    assert "cho 6 đơn vị: A, B, C, D, E và các đơn vị khác." in many


def test_the_last_step_is_done_once_conclusions_are_kept_whatever_became_of_them():
    sealed = pd.DataFrame({"name": ["Họp"], "at": [pd.Timestamp("2026-01-15", tz="UTC")]})
    nobody = pd.DataFrame({"state": []})
    said = []
    for states in ([], ["open", "done"], ["done"]):
        last = steps((), sealed, nobody, pd.DataFrame({"state": states}))[-1]
        said.append((last.said, last.done))
    assert said == [
        ("chưa ghi kết luận nào", False),
        ("1 kết luận còn mở, kỳ họp sau mở đầu bằng các kết luận này", True),
        ("mọi kết luận đã ghi đều đã xong", True),
    ]
