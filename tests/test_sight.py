"""What a member or a unit receives holds nothing of hidden years, drafts or other units: frames worked out by hand."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pandas as pd
import pytest
from tiny import AS_OF, assess, plan, records, results, units

from dashboard.access.edition import (
    AS_THEY_ARE,
    Edition,
    editions_of,
    for_papers,
    for_readers,
    for_the_desk,
)
from dashboard.access.permissions import HERE, Person
from dashboard.access.visible import NOTHING, Sight, answered, seen, shown, sight_of

MEMBER = Person("A", frozenset({"member"}), None, "a")
OWNER = Person("B", frozenset({"unit"}), "U1", "b")


def editions(*rows: tuple[int, int, bool]) -> list[Edition]:
    """Editions (number, year, whether published), newest first."""
    moment, day = dt.datetime(2026, 1, 2, 8, 0), dt.date(2026, 1, 2)
    made = [
        Edition(number, year, "m", f"Số {number}", day, moment, "Lan", "ab12", False)._replace(
            published_on=day if published else None
        )
        for number, year, published in rows
    ]
    return sorted(made, key=lambda one: -one.number)


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


def test_a_member_sees_the_years_with_a_published_edition_and_who_sees_drafts_every_year():
    said = editions((1, 2021, False), (2, 2022, True), (3, 2022, True))
    assert sight_of(MEMBER, said) == Sight((2022,), None, 0, (3, 2))
    assert sight_of(OWNER, said) == Sight((2022,), "U1", 0, (3, 2))
    assert sight_of(HERE, said) == Sight()
    assert sight_of(None, said) == NOTHING == Sight(())


def test_an_account_of_a_unit_without_a_unit_sees_nobody():
    assert sight_of(OWNER._replace(unit=None), []) == Sight((), "")


def test_one_rule_says_which_edition_is_read():
    every = editions((1, 2022, True), (2, 2022, False), (3, 2025, True), (4, 2022, True))
    assert for_readers(every, 2022).number == 4 and for_readers(every, 2022, 1).number == 1
    assert for_readers(every, 2022, 2).number == 4, "one that is not published is not read"
    assert for_readers(every, 2021) is None
    assert for_papers(every, "m") == 4 and for_papers(every, "m", 2) == 2
    assert for_papers(every, "m", AS_THEY_ARE) is None and for_papers(every, "m19") is None
    assert for_the_desk(every, 2022, None) is None and for_the_desk(every, 2022, 2).number == 2
    assert for_the_desk(every, 2025, 2) is None, "an edition of another year"


def test_an_edition_is_published_by_its_last_step():
    seals = pd.DataFrame(
        [
            {
                "id": number,
                "year": 2022,
                "milestone": "m22",
                "name": "Họp",
                "as_of": dt.date(2023, 1, 5),
                "at": pd.Timestamp("2023-01-05 01:00", tz="UTC"),
                "who": "Lan",
                "fingerprint": "ab",
                "illustrative": False,
                "note": None,
                "plan_version": None,
                "link": "",
            }
            for number in (1, 2, 3)
        ]
    )
    steps = pd.DataFrame(
        [
            {"id": place, "seal": seal, "step": step, "on": dt.date(2023, 2, place), "meeting": "H"}
            for place, (seal, step) in enumerate(
                [(1, "published"), (2, "published"), (1, "withdrawn"), (None, "published")], start=1
            )
        ]
    )
    found = editions_of(seals, steps)
    assert [(one.number, one.state, one.published_on) for one in found] == [
        (3, "sealed", None),
        (2, "published", dt.date(2023, 2, 2)),
        (1, "sealed", None),
    ]
    assert f"{found[0].at:%H:%M}" == "08:00", "on the clock of the place"


def test_nothing_of_an_edition_is_worked_out_again_for_a_reader_and_hidden_years_are_gone():
    """2022 alone is published: rank, interval, pace and status stay what they were sealed as; no row and no figure of another year is left."""
    whole_ = assess(plan(), whole("U1", "U2", "U3"), 2022, AS_OF)
    told = shown(whole_, publications(), Sight((2022,)))
    same = whole_.table.columns.drop(["previous", "change"])
    pd.testing.assert_frame_equal(told.table[same], whole_.table[same])
    assert whole_.table["previous"].notna().all() and told.table["previous"].isna().all()
    for name in ("members", "scores", "group_scores", "attained", "medians", "reports", "flags"):
        assert set(getattr(told, name)["year"]) <= {2022}, name
    both = shown(whole_, publications(), Sight((2021, 2022)))
    assert both.table["change"].tolist() == whole_.table["change"].tolist()


def test_a_published_naming_stays_where_the_figures_give_it_no_longer():
    standing = assess(plan(), whole("U1", "U2"), 2022, AS_OF)
    assert standing.flags.query("level == 'named'").empty
    told = shown(standing, publications(("U2", 2022, "published")), Sight((2022,)))
    assert told.flags.query("level == 'named'")[["unit", "reason"]].values.tolist() == [
        ["U2", "lý do 0"]
    ]


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
    standing = assess(plan(), whole("U1", "U2"), 2021, dt.date(2023, 6, 30))
    assert 2022 in set(standing.reports["year"])
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
        standing.attained,
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
