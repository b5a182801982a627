"""What a member or a unit receives holds nothing of hidden years, drafts or other units: frames worked out by hand."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pandas as pd
import pytest
from tiny import AS_OF, assess, plan, records, results, units

from dashboard.access.permissions import HERE, Person
from dashboard.access.visible import NOTHING, Sight, answered, limited, seen, shown, sight_of

MEMBER = Person("A", frozenset({"member"}), None, "a")
OWNER = Person("B", frozenset({"unit"}), "U1", "b")


def steps(*rows: tuple[int, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"id": place, "year": year, "step": step} for place, (year, step) in enumerate(rows)],
        columns=["id", "year", "step"],
    )


def publications(*rows: tuple) -> pd.DataFrame:
    made = [
        {
            "id": place,
            "unit": unit,
            "year": year,
            "indicator": "score",
            "rule": "target",
            "step": step,
            "reason": f"lý do {place}",
        }
        for place, (unit, year, step) in enumerate(rows)
    ]
    return pd.DataFrame(made, columns=["id", "unit", "year", "indicator", "rule", "step", "reason"])


def whole(*codes: str):
    rows = [
        (unit, criterion, year, 30.0 + 5 * place + (year - 2019))
        for place, unit in enumerate(codes)
        for criterion in ("A", "B")
        for year in (2021, 2022, 2023)
    ]
    return records(units(*({"unit": code} for code in codes)), results(*rows))


def test_the_last_step_of_a_year_counts_and_those_who_see_drafts_see_every_year():
    said = steps((2021, "published"), (2022, "published"), (2021, "withdrawn"))
    assert sight_of(MEMBER, said) == Sight((2022,), None)
    assert sight_of(OWNER, said) == Sight((2022,), "U1")
    assert sight_of(HERE, said) == Sight()
    assert sight_of(None, said) == NOTHING == Sight(())


def test_an_account_of_a_unit_without_a_unit_sees_nobody():
    assert sight_of(OWNER._replace(unit=None), steps()) == Sight((), "")


def test_records_of_hidden_years_are_gone_before_anything_is_worked_out():
    seen_ = limited(whole("U1", "U2"), Sight((2021, 2022)))
    assert set(seen_.results["year"]) == {2021, 2022} == set(seen_.unit_years["year"])
    assert set(assess(plan(), seen_, 2022, AS_OF).scores.dropna(subset=["score"])["year"]) == {
        2021,
        2022,
    }


def test_a_member_gets_no_flag_of_a_draft_and_the_published_sentence_of_a_published_one():
    standing = assess(plan(), whole("U1", "U2"), 2022, AS_OF)
    named = pd.DataFrame(
        [
            {
                "unit": unit,
                "year": 2022,
                "indicator": "score",
                "rule": "target",
                "level": "named",
                "certainty": "certain",
                "why": "",
                "reason": "lý do nay",
                "numbers": {},
                "file": None,
                "sheet": None,
                "cell": None,
            }
            for unit in ("U1", "U2")
        ]
    )
    beside = named.assign(rule="below_target", level="fact", reason="sự việc")
    standing = dataclasses.replace(
        standing,
        flags=pd.concat([named, beside], ignore_index=True),
    )
    told = shown(
        standing,
        seen(
            "publications",
            publications(
                ("U1", 2022, "notified"), ("U2", 2022, "notified"), ("U2", 2022, "published")
            ),
            Sight((2022,)),
        ),
        Sight((2022,)),
    )
    assert told.flags.query("level == 'named'")[["unit", "reason"]].values.tolist() == [
        ["U2", "lý do 2"]
    ]
    facts = told.flags.query("level == 'fact'").set_index("unit")["certainty"].to_dict()
    assert facts == {"U1": "", "U2": "certain"}  # a fact beside a draft does not give it away
    assert told.published_only and not standing.published_only


def test_flags_and_reports_of_hidden_years_are_not_told_as_missing():
    standing = assess(
        plan(), limited(whole("U1", "U2"), Sight((2021,))), 2021, dt.date(2023, 6, 30)
    )
    assert 2022 in set(standing.reports["year"]), (
        "the report of 2022 would look missing, for its filing is hidden"
    )
    told = shown(standing, publications(), Sight((2021,)))
    assert set(told.reports["year"]) <= {2021} and set(told.flags["year"]) <= {2021}


def test_a_unit_receives_no_row_of_another_unit():
    standing = shown(
        assess(plan(), whole("U1", "U2", "U3"), 2022, AS_OF),
        publications(),
        Sight((2021, 2022), "U1"),
    )
    frames = [getattr(standing, part.name) for part in dataclasses.fields(standing)]
    frames = [one for one in frames if isinstance(one, pd.DataFrame)] + [
        *standing.progress.values(),
        *standing.inferred.values(),
    ]
    for frame in frames:
        text = frame.reset_index().to_csv()
        assert "U2" not in text and "U3" not in text
    assert standing.table["unit"].tolist() == ["U1"] and standing.table["rank_of"].tolist() == [
        3
    ], "its own place among three stays"


@pytest.mark.parametrize(
    ("name", "sight", "left"),
    [
        ("results", Sight((2022,)), [("U1", 2022), ("U2", 2022)]),
        ("results", Sight((2022,), "U1"), [("U1", 2021), ("U1", 2022)]),
        ("results", Sight(), [("U1", 2021), ("U1", 2022), ("U2", 2022)]),
        ("results", NOTHING, []),
        ("conclusions", Sight((2022,)), []),
        ("indices", Sight((2022,), "U9"), []),
    ],
)
def test_rows_of_a_table_are_cut_to_what_may_be_seen(name, sight, left):
    rows = pd.DataFrame({"unit": ["U1", "U1", "U2"], "year": [2021, 2022, 2022]})
    found = seen(name, rows, sight)
    assert (
        list(found.columns) == ["unit", "year"]
        and list(found.itertuples(index=False, name=None)) == left
    )


def test_of_publications_a_member_sees_the_published_and_a_unit_what_it_was_told():
    every = publications(
        ("U1", 2022, "notified"),
        ("U2", 2022, "published"),
        ("U3", 2022, "published"),
        ("U3", 2022, "withdrawn"),
        ("U2", 2021, "published"),
    )
    assert seen("publications", every, Sight((2022,)))["unit"].tolist() == ["U2"]
    assert seen("publications", every, Sight((), "U1"))["unit"].tolist() == ["U1"]
    assert seen("publications", every, Sight((2022,), "U3")).empty


def test_replies_are_seen_beside_what_is_published_and_by_the_unit_itself():
    replies = pd.DataFrame(
        [
            {"unit": unit, "year": 2022, "indicator": "score", "rule": "target", "text": unit}
            for unit in ("U1", "U2")
        ]
    )
    told = seen("publications", publications(("U2", 2022, "published")), Sight((2022,)))
    assert answered(replies, told, Sight((2022,)))["text"].tolist() == ["U2"]
    assert answered(replies, told, Sight((), "U1"))["text"].tolist() == ["U1"]
    empty = answered(replies.iloc[:0], told, Sight((2022,)))
    assert list(empty.columns) == list(replies.columns)
