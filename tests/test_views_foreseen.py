"""What a change would do, in the words and the table that stand before the press."""

from __future__ import annotations

import datetime as dt

from test_consequences import known
from tiny import PLAN, plan

from dashboard.access.edition import Edition
from dashboard.assessment.consequences import consequences
from dashboard.views import foreseen
from dashboard.views import foreseen_words as words


def edition(number: int, year: int, published: dt.date | None = None) -> Edition:
    at = dt.datetime(2026, 1, 5, 8, 0)
    return Edition(number, year, "m22", f"Bản {number}", at.date(), at, "Lan", "", False, published_on=published)  # fmt: skip


HEAVIER = PLAN.replace("max = 60,", "max = 60, weight = 20,")


def test_a_year_is_a_sentence_with_its_counts_and_its_largest_change():
    found = consequences(known(), known(HEAVIER))
    first, second = foreseen.lines(found, [])
    assert first == (
        "Năm 2021: 1 trong 3 đơn vị đổi (1 đổi điểm, 1 đổi trạng thái so với mốc, 1 đổi mức xếp loại); lớn nhất: Đơn vị A, điểm 80,00 → 66,67."
    )
    assert second.startswith("Năm 2022: 3 trong 3 đơn vị đổi (3 đổi điểm, 2 đổi hạng, ")
    assert second.endswith("lớn nhất: Đơn vị A, điểm 80,00 → 66,67.")


def test_years_without_a_change_stand_in_one_sentence_and_none_at_all_is_said():
    later = PLAN.replace("due = 2022-12-15", "due = 2030-12-15")
    found = consequences(known(), known(later))
    assert foreseen.lines(found, [])[-1] == "Năm 2021: không đơn vị nào đổi."
    assert foreseen.lines(consequences(known(), known()), []) == [words.NOTHING]


def test_the_newest_editions_of_a_changed_year_are_said_to_stay():
    found = consequences(known(), known(HEAVIER))
    own = [
        edition(4, 2022),
        edition(3, 2022, dt.date(2026, 1, 6)),
        edition(2, 2022),
        edition(1, 2019),
    ]
    said = foreseen.lines(found, own)[2:]
    assert [one.split(": ấn bản")[0] for one in said] == [
        "Năm 2022 có ấn bản số 4 “Bản 4” đã chốt",
        "Năm 2022 có ấn bản số 3 “Bản 3” đã công bố",
    ]


def test_the_table_has_a_row_a_unit_and_only_columns_in_which_something_changes():
    plans = (plan(), plan(HEAVIER))
    table = foreseen.table(plans, consequences(known(), known(HEAVIER)))
    assert [row[:4] for row in table.texts][:2] == [
        ("2022", "Đơn vị A", "80,00", "66,67"),
        ("2022", "Đơn vị B", "70,00", "83,33"),
    ]
    heads = [one.label for one in table.heads]
    assert "Xếp loại" in heads and "Báo cáo" not in heads and "Đánh giá" not in heads
    cells = dict(zip(heads, table.texts[0], strict=True))
    assert (cells["Hạng"], cells["Xếp loại"]) == ("1/3 → 2/3", "Tốt → Khá")


def test_a_flag_of_a_criterion_that_only_one_plan_has_is_named_by_that_plan():
    without = PLAN.replace('measure = "HL", value = 0.85', 'measure = "B", value = 90')
    plans = (plan(), plan(without))
    table = foreseen.table(plans, consequences(known(), known(without)))
    flags = [
        dict(zip([h.label for h in table.heads], row, strict=True))["Cảnh báo"]
        for row in table.texts
    ]
    assert any("thêm sự việc: Dưới mốc, Tiêu chí B" in one for one in flags)
