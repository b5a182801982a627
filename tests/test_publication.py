"""A named flag is a draft until it is published, after the unit had its time to answer."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.access.beside_flags import beside
from dashboard.access.publication import with_states, words_by_flag

FLAG = {"unit": "A", "year": 2025, "indicator": "score", "rule": "target"}
KEY = ("A", 2025, "score", "target")
FLAGS = pd.DataFrame(
    [
        {**FLAG, "level": "named", "reason": "Sở A: điểm 70."},
        {**FLAG, "rule": "below_target", "level": "fact", "reason": "…"},
    ]
)
TOLD = dt.date(2026, 6, 1)


def steps(*made: tuple[str, dt.date]) -> pd.DataFrame:
    columns = ["id", *FLAG, "step", "on", "meeting", "reason"]
    return pd.DataFrame(
        [
            {
                "id": place,
                **FLAG,
                "step": step,
                "on": pd.Timestamp(on),
                "meeting": "Họp",
                "reason": "Sở A: điểm 70.",
            }
            for place, (step, on) in enumerate(made)
        ],
        columns=columns,
    )


def replies(*texts: str, **changes) -> pd.DataFrame:
    columns = ["id", *FLAG, "kind", "text", "dated"]
    return pd.DataFrame(
        [
            {
                "id": place,
                **FLAG,
                "kind": "reply",
                "text": text,
                "dated": pd.Timestamp(2026, 6, 3),
                **changes,
            }
            for place, text in enumerate(texts)
        ],
        columns=columns,
    )


def state(publications: pd.DataFrame, today: dt.date, told: pd.DataFrame | None = None) -> str:
    stated = with_states(FLAGS, publications, replies() if told is None else told, 10, today)
    assert len(stated) == 1, "facts name nobody and have no state"
    return stated["state"].iloc[0]


def test_nobody_was_told_so_it_is_a_draft():
    assert state(steps(), TOLD) == "draft"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (dt.date(2026, 6, 1), "waiting"),
        (dt.date(2026, 6, 11), "waiting"),
        (dt.date(2026, 6, 12), "ready"),
    ],
)
def test_the_unit_has_ten_days_from_the_day_it_was_told(today, expected):
    assert state(steps(("notified", TOLD)), today) == expected


def test_a_reply_ends_the_waiting_but_a_difficulty_does_not():
    assert state(steps(("notified", TOLD)), TOLD, replies("Thiếu người")) == "ready"
    assert (
        state(
            steps(("notified", TOLD)),
            TOLD,
            replies("Thiếu người", kind="difficulty", indicator=None, rule=None),
        )
        == "waiting"
    )


def test_the_last_step_counts_and_a_withdrawn_naming_is_a_draft_again():
    published = (("notified", TOLD), ("published", dt.date(2026, 6, 20)))
    assert state(steps(*published), dt.date(2026, 7, 1)) == "published"
    assert (
        state(steps(*published, ("withdrawn", dt.date(2026, 7, 2))), dt.date(2026, 7, 3)) == "draft"
    )


def test_a_published_naming_whose_reason_has_changed_says_so():
    changed = FLAGS.assign(reason="Sở A: điểm 72.")
    stated = with_states(
        changed, steps(("published", dt.date(2026, 6, 20))), replies(), 10, dt.date(2026, 7, 1)
    )
    assert words_by_flag(stated) == {KEY: "đã công bố ngày 20/6/2026, lý do nay đã thay đổi"}


def test_beside_a_flag_stand_its_state_and_every_reply_with_its_day():
    """What was answered before a naming was published stays; what is added later stands behind it."""
    found = beside(FLAGS, steps(("notified", TOLD)), replies("Thiếu người", "Đã bổ sung"), 10, TOLD)
    assert found[KEY] == (
        "dự thảo, đã qua thời gian giải trình",
        "“Thiếu người” (3/6/2026); “Đã bổ sung” (3/6/2026)",
    )
    assert len(found) == 1


def test_without_flags_there_is_nothing_beside():
    assert beside(FLAGS.iloc[:0], steps(), replies(), 10, TOLD) == {}
