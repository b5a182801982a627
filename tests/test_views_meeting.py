"""The words and rows of the page Cuộc họp."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
import tiny

from dashboard.views import agreed_rows
from dashboard.views import meeting as view

SEALS = pd.DataFrame(
    {
        "id": [2, 1],
        "name": ["Chốt lại", "Họp"],
        "milestone": "m25",
        "at": pd.to_datetime(["2026-01-15T18:30", "2026-01-10T01:05"]).tz_localize("UTC"),
        "fingerprint": ["ab" * 32, "cd" * 32],
    }
)
STATED = pd.DataFrame({"unit": ["A", "A", "B"], "state": ["draft", "waiting", "published"]})
CONCLUSIONS = pd.DataFrame(
    {
        "id": [1, 2, 3],
        "meeting": "Họp",
        "unit": ["A", None, "B"],
        "what": ["Một", "Hai", "Ba"],
        "responsible": "Lan",
        "due": pd.to_datetime(["2026-06-01", None, "2026-01-01"]),
        "state": ["open", "open", "done"],
        "evidence": None,
    }
)


def changes(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(
        rows, columns=["unit_code", "unit", "what", "detail", "before", "after"], dtype=object
    )


def test_the_first_sentence_tells_the_seal_the_drafts_and_what_is_open():
    """18:30 in UTC is half past one of the next day here; unit A has two drafts and counts once."""
    assert (
        view.answer("Tổng kết 2025", SEALS, STATED, CONCLUSIONS)
        == "Tổng kết 2025: số liệu chốt gần nhất “Chốt lại”, ngày 16/1/2026; 1 đơn vị có cờ nêu tên còn là dự thảo; 2 kết luận của các kỳ họp còn mở."
    )
    assert (
        view.answer("Sơ kết 2022", SEALS.iloc[:0], STATED.iloc[:0], CONCLUSIONS.iloc[2:])
        == "Sơ kết 2022: chưa chốt số liệu; không còn kết luận nào mở."
    )


def test_milestones_are_offered_last_first_and_the_one_of_the_year_is_shown():
    assert view.milestones(tiny.plan()) == {
        "Tổng kết 2025": "m25",
        "Sơ kết 2022": "m22",
        "Phát động 2019": "m19",
    }
    assert [view.first_shown(tiny.plan(), year) for year in (2025, 2024, 2022, 2018)] == [
        0,
        1,
        1,
        0,
    ]


def test_seals_are_offered_newest_first_and_the_live_figures_last():
    assert view.seal_labels(SEALS) == {
        "Số 2: Chốt lại, chốt 01:30 ngày 16/1/2026": 2,
        "Số 1: Họp, chốt 08:05 ngày 10/1/2026": 1,
        "Số liệu hiện tại, chưa chốt": 0,
    }


def test_seals_of_one_name_are_told_apart():
    assert len(view.seal_labels(SEALS.assign(name="Họp", at=SEALS["at"].iloc[0]))) == 3


def test_differences_are_read_as_people_write_them():
    found = view.change_rows(
        changes(
            ("A", "Sở A", "score", None, 80.25, None),
            ("A", "Sở A", "status", None, "slow", "met"),
            ("A", "Sở A", "flag", "score:target", None, "named"),
            ("B", "Sở B", "satisfaction", None, 0.9, 0.953),
            ("C", "Sở C", "present", None, False, True),
        ),
        tiny.plan(),
    )
    assert found[["what", "before", "after"]].values.tolist() == [
        ["Điểm", "80,3", "–"],
        ["So với mốc", "▼ chậm", "● đạt"],
        ["Cờ: Dưới mốc, đã kiểm chứng (Tổng điểm)", "–", "nêu tên"],
        ["Hài lòng", "90,0%", "95,3%"],
        ["Có mặt trong năm", "không", "có"],
    ]


def test_a_sentence_counts_units_and_points_that_differ():
    found = changes(
        ("A", "Sở A", "score", None, 1, 2),
        ("A", "Sở A", "rank", None, 1, 2),
        ("B", "Sở B", "rank", None, 2, 1),
    )
    assert (
        view.change_sentence(found, "{name}: {units}, {items}.", "{name}: không.", name="Họp")
        == "Họp: 2 đơn vị, 3 chỗ thay đổi."
    )
    assert (
        view.change_sentence(found.iloc[:0], "{name}", "{name}: không.", name="Họp")
        == "Họp: không."
    )


@pytest.mark.parametrize(
    ("state", "step", "told"),
    [
        ("draft", "notified", ""),
        ("waiting", "notified", "đơn vị đã được báo"),
        ("draft", "published", "đơn vị chưa được báo"),
        ("waiting", "published", "đến ngày 11/6/2026"),
        ("ready", "published", ""),
        ("published", "published", "đã công bố"),
        ("draft", "withdrawn", "đơn vị chưa được báo"),
        ("published", "withdrawn", ""),
    ],
)
def test_a_step_of_naming_waits_for_the_one_before(state, step, told):
    found = view.not_now(pd.Series({"state": state, "until": dt.date(2026, 6, 11)}), step)
    assert told in found and bool(found) == bool(told)


def test_conclusions_stand_open_ones_first_the_overdue_say_so():
    rows = agreed_rows.conclusion_rows(
        CONCLUSIONS, {"A": "Sở A", "B": "Sở B"}, dt.date(2026, 6, 2), "Toàn tỉnh"
    )
    assert rows[["name", "said"]].values.tolist() == [
        ["Sở A", "đang thực hiện, quá hạn"],
        ["Toàn tỉnh", "đang thực hiện"],
        ["Sở B", "đã xong"],
    ]
    assert agreed_rows.conclusion_labels(rows) == {"1. Sở A: Một": 1, "2. Toàn tỉnh: Hai": 2}


def test_replies_are_listed_newest_first_with_the_flag_they_speak_of():
    replies = pd.DataFrame(
        {
            "id": [1, 2],
            "unit": ["A", "X"],
            "year": 2025,
            "kind": ["reply", "difficulty"],
            "indicator": ["score", None],
            "rule": ["target", None],
            "text": ["Một", "Hai"],
            "dated": pd.Timestamp(2026, 6, 1),
            "who": "Lan",
        }
    )
    rows = agreed_rows.reply_rows(replies, {"A": "Sở A"}, tiny.plan())
    assert rows[["name", "kind", "about"]].astype(object).where(
        rows[["name", "kind", "about"]].notna(), None
    ).values.tolist() == [
        ["X", "Khó khăn, vướng mắc", None],
        ["Sở A", "Giải trình về một cờ", "Dưới mốc, đã kiểm chứng (Tổng điểm)"],
    ]
