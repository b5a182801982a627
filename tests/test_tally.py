"""Each unit is counted once: statuses add up to the units assessed, and so do gravest flags with the units that have none."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment.tally import BEHIND, DONE, gravest, tally

TABLE = pd.DataFrame(
    [
        ("A", True, "met", "appraised"),
        ("B", True, "ahead", "self"),
        ("C", True, "slow", "appraised"),
        ("D", True, "very_slow", "partly"),
        ("E", True, "no_data", None),
        ("F", False, "not_assessed", None),
    ],
    columns=["unit", "assessed", "status", "stage"],
)
FLAGS = pd.DataFrame(
    [("C", "fact"), ("C", "named"), ("C", "watch"), ("D", "watch"), ("A", "info"), ("F", "fact")],
    columns=["unit", "level"],
)


def test_a_unit_is_counted_by_its_gravest_flag_alone():
    assert gravest(FLAGS, TABLE["unit"]).to_dict() == {"C": "named", "D": "watch", "F": "fact"}
    counts = tally(TABLE, FLAGS)
    assert counts.levels == {"named": 1, "watch": 1, "fact": 1}
    assert counts.clear == 3 and counts.others == 1
    assert sum(counts.levels.values()) - counts.others + counts.clear == counts.assessed == 5


def test_statuses_add_up_and_self_scored_units_are_told_apart():
    counts = tally(TABLE, FLAGS)
    assert sum(counts.statuses.values()) == counts.assessed
    assert (counts.of(DONE), counts.provisional_of(DONE)) == (2, 1)
    assert (counts.of(BEHIND), counts.provisional_of(BEHIND)) == (2, 1)
    assert counts.appraised == 2


def test_a_part_of_the_units_is_counted_alike():
    assert tally(TABLE.iloc[:2], FLAGS).clear == 2
    assert tally(TABLE.iloc[:0], FLAGS).assessed == 0
