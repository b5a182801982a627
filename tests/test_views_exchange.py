"""What passed between a unit and the secretariat, in one list."""

from __future__ import annotations

import datetime as dt

import tiny

from dashboard.views import exchange


def test_everything_of_a_unit_stands_in_one_list_newest_first_and_nothing_of_another(sqlite_store):
    about = {"unit": "A", "year": 2024, "who": "Lan"}
    flag = {"indicator": "A", "rule": "target"}
    enter = sqlite_store.enter
    enter("publications", **about, **flag, step="notified", on=dt.date(2025, 1, 2), reason="thấp")
    enter("replies", **about, **flag, kind="reply", dated=dt.date(2025, 1, 3), text="thiếu người")
    sent = enter("submissions", **about, kind="report", file="bc.docx")
    enter("submission_steps", **about, submission=sent, state="refused", reason="thiếu trang 2")
    asked = {"criterion": "A", "stage": "self", "was": "3", "wanted": "4", "text": "biên bản"}
    disputed = enter("disputes", **about, **asked)
    enter("dispute_steps", **about, dispute=disputed, state="received", due=dt.date(2025, 2, 1))
    enter("replies", **{**about, "unit": "B"}, kind="difficulty", dated=dt.date(2025, 1, 3), text="x")  # fmt: skip
    entered = {name: sqlite_store.entered(name) for name in exchange.TABLES}
    rows = exchange.exchanged(tiny.plan(), entered, "A").frame
    what = rows["what"].tolist()
    assert what[:2] == ["Tiêu chí A: đã hẹn trả lời", "Đơn vị đề nghị xem lại Tiêu chí A: 3 → 4"]
    assert what[4:] == ["Đơn vị giải trình", "Báo cho đơn vị: Tiêu chí A"]
    assert "bc.docx" in rows["what"][2] and rows["said"][2] == "thiếu trang 2"
    assert rows["said"].tolist()[0] == "hẹn trả lời ngày 1/2/2025" and "x" not in set(rows["said"])
