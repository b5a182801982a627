"""Theo dõi nộp báo cáo: the board, its sentences, and whom a letter goes to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
import tiny

from dashboard.assessment.deadlines import COLUMNS as REPORT_COLUMNS
from dashboard.charts import filing_bars as chart
from dashboard.views import filing_board, urged_units
from dashboard.views import filings as view
from dashboard.views.choices_made import Choices
from dashboard.wording import filing_words as words

BEFORE, AFTER = dt.date(2022, 12, 5), dt.date(2023, 1, 5)
UNITS = tiny.units(
    {"unit": "A"},
    {"unit": "B"},
    {"unit": "C", "kind": "xa", "valid_to": "2022-12-31"},
    {"unit": "D"},
    {"unit": "E", "valid_to": "2022-06-30"},
)


def filed(*rows: tuple[str, str]) -> pd.DataFrame:
    """Filings of the report of 2022 from (unit, day)."""
    made = [
        {
            "unit": unit,
            "year": 2022,
            "kind": "annual",
            "number": f"1/BC-{unit}",
            "dated": pd.Timestamp(day),
            "submitted_on": pd.Timestamp(day),
            "first_submitted_on": pd.Timestamp(day),
            "file": "so.xlsx",
            "sheet": "Nộp báo cáo",
            "cell": "G2",
        }
        for unit, day in rows
    ]
    return pd.DataFrame(
        made,
        columns=[
            "unit",
            "year",
            "kind",
            "number",
            "dated",
            "submitted_on",
            "first_submitted_on",
            "file",
            "sheet",
            "cell",
        ],
    ).astype({"year": "int64", "first_submitted_on": "datetime64[us]"})


def board_of(filings_: pd.DataFrame, as_of: dt.date, plan=None, results=None):
    plan = plan or tiny.plan()
    results = tiny.results(("B", "A", 2022, 50)) if results is None else results
    standing = tiny.assess(plan, tiny.records(UNITS, results, filings=filings_), 2022, as_of)
    return standing, filing_board.board(standing, UNITS, plan.reports[0])


@pytest.fixture
def late_year():
    """A on time (on the very day), D three days late, B and C missing; C has ended since, E ended before the deadline."""
    return board_of(filed(("A", "2022-12-15"), ("D", "2022-12-18")), AFTER)


def test_the_board_has_every_unit_that_must_file_the_most_urgent_first(late_year):
    _, board = late_year
    assert board[["unit", "state"]].values.tolist() == [
        ["B", "missing"],
        ["C", "missing"],
        ["D", "late"],
        ["A", "on_time"],
    ]
    assert board["days"].tolist()[:3] == [21, 21, 3] and pd.isna(board["days"].iloc[3]), (
        "15/12 to 5/1 is 21 days"
    )
    assert board.set_index("unit")["has_scores"].to_dict() == {
        "A": False,
        "B": True,
        "C": False,
        "D": False,
    }
    assert (
        board.set_index("unit")["source"]["D"] == "so.xlsx, trang “Nộp báo cáo”, ô G2"
        and board.set_index("unit")["source"]["B"] == "–"
    )


def test_who_has_not_filed_is_named_the_first_few(late_year):
    _, board = late_year
    assert filing_board.missing(board, {"B": "Sở B"}) == "Chưa nộp: Sở B và Đơn vị C."
    assert filing_board.missing(board[board["state"] != "missing"], {}) == ""
    seven = pd.concat([board[:2]] * 4)[:7]
    assert filing_board.missing(seven, {}).endswith("Đơn vị B và 2 đơn vị khác.")


def test_the_answer_counts_who_filed_on_time_late_and_not(late_year):
    standing, board = late_year
    deadline = standing.plan.reports[0]
    assert (
        filing_board.answer(deadline, board, board, AFTER)
        == "Báo cáo năm 2022, hạn 15/12/2022: 2/4 đơn vị đã nộp (1 đúng hạn, 1 muộn), 2 chưa nộp."
    )
    assert (
        filing_board.answer(deadline, board[board["unit"] == "A"], board, AFTER)
        == "Báo cáo năm 2022, hạn 15/12/2022: cả 1 đơn vị đã nộp đúng hạn."
    )
    assert "không có đơn vị nào phải nộp" in filing_board.answer(
        deadline, board.iloc[:0], board, AFTER
    )


def test_units_that_ended_before_the_deadline_are_not_due_and_said_so(late_year):
    standing, _ = late_year
    rows = filing_board.expected(standing, standing.plan.reports[0])
    assert filing_board.not_due(rows[rows["unit"] != "E"]) == ""
    assert (
        filing_board.not_due(rows)
        == "1 đơn vị của năm không phải nộp: kết thúc trước ngày hạn hoặc thành lập sau ngày hạn."
    )


def test_before_the_deadline_nobody_is_missing_and_the_days_left_are_said():
    standing, board = board_of(filed(("A", "2022-12-01")), BEFORE)
    assert set(board["state"]) == {"on_time", "pending"}
    assert (
        filing_board.answer(standing.plan.reports[0], board, board, BEFORE)
        == "Báo cáo năm 2022: 1/4 đơn vị đã nộp; còn 10 ngày đến hạn 15/12/2022."
    )
    assert "hôm nay là ngày cuối" in filing_board.answer(
        standing.plan.reports[0], board, board, dt.date(2022, 12, 15)
    )
    assert filing_board.title(board) == "1/4 đơn vị đã nộp trước hạn"
    assert urged_units.urged(board, "missing") == []


def test_a_register_that_was_never_kept_accuses_nobody():
    standing, board = board_of(filed(), AFTER)
    assert filing_board.nothing_recorded(board)
    assert (
        filing_board.answer(standing.plan.reports[0], board, board, AFTER)
        == "Báo cáo năm 2022, hạn 15/12/2022: kho chưa ghi lần nộp nào của 4 đơn vị."
    )


def test_the_title_counts_the_missing_by_block_and_ranks_none(late_year):
    _, board = late_year
    assert filing_board.title(board) == "2/4 đơn vị chưa nộp: Khối 1 (2)"
    spread = pd.concat([board.iloc[:1].assign(block=f"Khối {n}", unit=f"U{n}") for n in range(4)])
    assert filing_board.title(spread) == "4/4 đơn vị chưa nộp, ở 4 khối"
    assert filing_board.title(board[board["state"] != "missing"]) == "Không còn đơn vị nào chưa nộp"


def test_letters_go_to_units_that_still_live_with_their_days(late_year):
    _, board = late_year
    (missing,), (late,) = urged_units.urged(board, "missing"), urged_units.urged(board, "late")
    assert (missing.unit, missing.days, missing.submitted_on) == ("B", 21, None)
    assert (late.unit, late.days, late.submitted_on) == ("D", 3, dt.date(2022, 12, 18))
    assert (
        urged_units.left_out(board, "missing")
        == "Không gửi cho đơn vị đã kết thúc hoạt động: Đơn vị C (đến 31/12/2022)."
    )
    assert urged_units.left_out(board, "late") == ""


def test_missing_units_with_scores_are_to_be_checked_first(late_year):
    _, board = late_year
    assert urged_units.to_check(board).startswith("1 đơn vị chưa ghi ngày nộp nhưng kho đã có điểm")
    assert urged_units.to_check(board[board["unit"] != "B"]) == ""


def test_the_states_to_choose_from_are_those_that_occur_with_their_counts(late_year):
    _, board = late_year
    assert filing_board.state_choices(board) == {
        "Tất cả (4)": None,
        "Chưa nộp (2)": "missing",
        "Nộp muộn (1)": "late",
        "Đúng hạn (1)": "on_time",
    }
    assert filing_board.listed(board, "late")[["unit", "state", "has_scores"]].values.tolist() == [
        ["D", "nộp muộn", "chưa có"]
    ]


def test_deadlines_are_offered_newest_first_and_name_the_kinds_they_are_for():
    plan = tiny.plan(
        tiny.PLAN.replace(
            "reports = [",
            'reports = [{year = 2023, due = 2023-12-10, name = "Báo cáo năm", kinds = ["xa"], source = "thử"}, ',
        )
    )
    labelled = filing_board.deadlines(plan)
    assert list(labelled) == [
        "Báo cáo năm 2023 · hạn 10/12/2023 (Xã)",
        "Báo cáo năm 2022 · hạn 15/12/2022",
    ]
    assert [filing_board.first_shown(labelled, year) for year in (2023, 2022, 2019)] == [0, 1, 0]


def test_a_deadline_for_one_kind_asks_only_its_units():
    plan = tiny.plan(
        tiny.PLAN.replace('name = "Báo cáo năm"', 'name = "Báo cáo năm", kinds = ["xa"]')
    )
    _, board = board_of(filed(), AFTER, plan)
    assert board["unit"].tolist() == ["C"]


def test_two_deadlines_of_one_year_and_kind_of_report_are_never_taken_for_each_other():
    plan = tiny.plan(
        tiny.PLAN.replace(
            "reports = [",
            'reports = [{year = 2022, due = 2022-11-30, name = "Báo cáo năm", kinds = ["xa"], source = "thử"}, ',
        )
    )
    standing, _ = board_of(filed(), AFTER, plan)
    places = view.deadlines(plan)
    shown = {
        label: view.filings(standing, {"units": UNITS}, Choices(2022), place).board["unit"].tolist()
        for label, place in places.items()
    }
    assert shown == {
        "Báo cáo năm 2022 · hạn 15/12/2022": ["A", "B", "C", "D"],
        "Báo cáo năm 2022 · hạn 30/11/2022 (Xã)": ["C"],
    }
    assert sorted(places.values()) == [0, 1]


def test_an_answer_is_asked_for_a_working_day_a_week_ahead():
    saturday = dt.date(2026, 11, 21)
    days = urged_units.reply_days(saturday)
    assert list(days)[:2] == ["Thứ Hai, 23/11/2026", "Thứ Ba, 24/11/2026"] and all(
        day.weekday() < 5 for day in days.values()
    )
    assert list(days)[urged_units.usual_reply(days, saturday)] == "Thứ Hai, 30/11/2026", (
        "28/11 is a Saturday"
    )


def test_the_chart_counts_each_block_and_reads_out_all(late_year):
    _, board = late_year
    counts = chart.filing_counts(board)
    assert counts.to_dict("records") == [
        {"block": "Khối 1", "missing": 2, "late": 1, "on_time": 1, "all": 4}
    ]
    assert (
        chart.alt_text(board, words.STATES, words.ALT)
        == "Biểu đồ thanh tình trạng nộp báo cáo của 4 đơn vị: chưa nộp 2, nộp muộn 1, đúng hạn 1."
    )
    figure = chart.filing_shares(board, words.STATES, title=filing_board.title(board))
    assert [list(trace.x) for trace in figure.data[:3]] == [[0.5], [0.25], [0.25]]


def test_a_plan_year_without_any_report_asked_has_an_empty_board(late_year):
    standing, _ = late_year
    nobody = replace(standing, reports=pd.DataFrame(columns=REPORT_COLUMNS))
    board = filing_board.board(nobody, UNITS, standing.plan.reports[0])
    assert board.empty and list(filing_board.state_choices(board)) == ["Tất cả (0)"]
