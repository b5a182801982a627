"""Undo and redo choose again what is live; nothing is deleted; as of a day only what was there counts."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.store import ImportStateError, InvalidRowsError


def result(value, unit="SNV", submitted=None) -> dict[str, pd.DataFrame]:
    row = {
        "unit": [unit],
        "criterion": ["TC1"],
        "year": [2022],
        "stage": ["self"],
        "value": [value],
        "submitted_on": [submitted],
    }
    return {"results": pd.DataFrame(row)}


def save(store, tables, **about):
    """Each save is another file."""
    number = len(store.changes())
    return store.save(
        tables, file=f"{number}.xlsx", content=str(number).encode(), who="Lan", **about
    ).id


def values(store, as_of=None) -> list[float]:
    return store.load("results", as_of)["value"].tolist()


def test_undo_brings_the_value_before_it_back_and_redo_the_undone_one(store):
    save(store, result(7.0))
    second = save(store, result(8.0))

    store.undo(second, "Lan", "nhầm tệp")
    assert values(store) == [7.0]
    store.redo(second, "Lan")
    assert values(store) == [8.0]


def test_undoing_an_older_import_leaves_the_newer_value_and_undoing_both_leaves_nothing(store):
    first, second = save(store, result(7.0)), save(store, result(8.0))
    store.undo(first, "Lan")
    assert values(store) == [8.0]
    store.undo(second, "Lan")
    assert values(store) == []


def test_what_an_undo_would_leave_is_read_without_undoing_anything(store):
    save(store, result(7.0))
    second = save(store, result(8.0))
    changes, journal = store.last_change(), len(store.journal())
    assert store.records_if(second, True).records["results"]["value"].tolist() == [7.0]
    store.undo(second, "Lan")
    assert store.records_if(second, False).records["results"]["value"].tolist() == [8.0]
    with pytest.raises(ImportStateError):
        store.records_if(second, True)
    assert values(store) == [7.0], "it is only looked at"
    assert (store.last_change(), len(store.journal())) == (changes + 1, journal + 1)


def test_a_file_that_was_undone_can_be_imported_again_as_a_new_revision(store):
    first = store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan")
    store.undo(first.id, "Lan")
    again = store.save(result(7.0), file="a.xlsx", content=b"a", who="Lan")

    assert again.outcome == "stored"
    assert store.load("results")["revision"].tolist() == [2]


def test_undo_of_a_list_brings_the_whole_list_before_it_back(store):
    def documents(*numbers):
        return {"documents": pd.DataFrame({"unit": "SNV", "year": 2022, "number": numbers})}

    save(store, documents("1/KH", "2/KH"))
    second = save(store, documents("3/KH"))
    store.undo(second, "Lan")
    assert sorted(store.load("documents")["number"]) == ["1/KH", "2/KH"]
    store.redo(second, "Lan")
    assert store.load("documents")["number"].tolist() == ["3/KH"]


def test_undo_of_a_row_with_a_missing_part_of_its_key_finds_the_one_before(store):
    def dissolved(document):
        return {
            "lineage": pd.DataFrame(
                {"before": ["H1"], "after": [None], "kind": ["dissolve"], "document": [document]}
            )
        }

    save(store, dissolved("NQ 1"))
    store.undo(save(store, dissolved("NQ 2")), "Lan")
    assert store.load("lineage")["document"].tolist() == ["NQ 1"]


def test_an_import_cannot_be_undone_twice_nor_redone_while_live_nor_found_where_there_is_none(
    store,
):
    number = save(store, result(7.0))
    with pytest.raises(ImportStateError) as live:
        store.redo(number, "Lan")
    store.undo(number, "Lan")
    with pytest.raises(ImportStateError) as undone:
        store.undo(number, "Lan")
    with pytest.raises(ImportStateError) as unknown:
        store.undo(99, "Lan")
    assert [error.value.code for error in (live, undone, unknown)] == [
        "import_live",
        "import_undone",
        "import_unknown",
    ]


def test_the_history_of_a_value_tells_who_said_what_when_and_what_was_undone(store):
    save(store, result(7.0))
    store.undo(save(store, result(8.0), illustrative=True), "Lan")

    history = store.history("results", {"unit": "SNV", "year": 2022})
    assert history[
        ["value", "revision", "live", "undone", "illustrative", "imported", "who"]
    ].values.tolist() == [
        [8.0, 2, False, True, True, "1.xlsx", "Lan"],
        [7.0, 1, True, False, False, "0.xlsx", "Lan"],
    ]
    assert str(history["at"].dtype) == "datetime64[us, UTC]"


def test_numbers_taken_from_a_loaded_frame_find_the_import_and_the_history(store):
    save(store, result(7.0))
    year, number = store.load("results")["year"].iloc[0], store.imports()["id"].iloc[0]
    assert len(store.history("results", {"year": year})) == 1
    store.undo(number, "Lan")
    assert values(store) == []


def test_history_is_asked_by_parts_of_the_key_only(sqlite_store):
    with pytest.raises(InvalidRowsError) as refused:
        sqlite_store.history("results", {"value": 7.0})
    assert refused.value.code == "column_unknown"


def test_as_of_a_day_the_value_submitted_by_then_counts(store):
    save(store, result(7.0, submitted=dt.date(2022, 12, 1)))
    save(store, result(8.0, submitted=dt.date(2022, 12, 10)))
    third = save(store, result(9.0, submitted=dt.date(2022, 12, 20)))

    days = [
        dt.date(2022, 11, 30),
        dt.date(2022, 12, 1),
        dt.date(2022, 12, 19),
        dt.date(2022, 12, 20),
    ]
    assert [values(store, day) for day in days] == [[], [7.0], [8.0], [9.0]]
    store.undo(third, "Lan")
    assert values(store, dt.date(2022, 12, 31)) == [8.0]


def test_as_of_a_day_a_later_revision_submitted_earlier_wins(store):
    """Revisions are in the order of import: the last word counts, if it had been submitted by then."""
    save(store, result(7.0, submitted=dt.date(2022, 12, 10)))
    save(store, result(8.0, submitted=dt.date(2022, 12, 5)))
    assert values(store, dt.date(2022, 12, 7)) == [8.0]
    assert values(store, dt.date(2022, 12, 31)) == [8.0]


def test_as_of_a_day_undone_imports_and_values_between_are_not_mistaken_for_the_newest(store):
    save(store, result(6.0, submitted=dt.date(2022, 1, 1)))
    save(store, result(7.0, submitted=dt.date(2022, 1, 2)))
    store.undo(save(store, result(8.0, submitted=dt.date(2022, 1, 3))), "Lan")
    save(store, result(9.0, submitted=dt.date(2023, 1, 1)))
    assert values(store, dt.date(2022, 6, 1)) == [7.0]


def test_without_a_date_of_submission_a_row_counts_from_the_day_of_its_import_in_vietnam(store):
    save(store, result(7.0))
    today = dt.datetime.now(dt.timezone(dt.timedelta(hours=7))).date()
    assert values(store, today - dt.timedelta(days=1)) == []
    assert values(store, today) == [7.0]


def test_as_of_a_day_does_not_touch_tables_without_a_date_of_submission(store):
    save(store, {"units": pd.DataFrame({"unit": ["SNV"]}), **result(7.0)})
    records = store.load_records(dt.date(2000, 1, 1))
    assert list(records) == ["results", "units", "unit_years", "lineage", "filings", "limitations"]
    assert (len(records["units"]), len(records["results"])) == (1, 0)


def test_a_corrected_report_remembers_when_it_was_first_submitted(store):
    def filing(day):
        return {
            "filings": pd.DataFrame(
                {"unit": ["SNV"], "year": [2022], "kind": ["annual"], "submitted_on": [day]}
            )
        }

    first = save(store, filing(dt.date(2022, 12, 10)))
    save(store, filing(dt.date(2023, 1, 20)))
    (row,) = store.load("filings").to_dict("records")
    assert (row["submitted_on"], row["first_submitted_on"]) == (
        pd.Timestamp(2023, 1, 20),
        pd.Timestamp(2022, 12, 10),
    )
    store.undo(first, "Lan", "nhầm đơn vị")
    assert store.load("filings")["first_submitted_on"].tolist() == [pd.Timestamp(2023, 1, 20)]


def test_made_up_figures_are_known_as_long_as_one_of_them_is_live(store):
    assert not store.illustrative()
    made_up = save(store, result(7.0), illustrative=True)
    assert store.illustrative()
    real = save(store, result(8.0))
    assert not store.illustrative()
    store.undo(real, "Lan")
    assert store.illustrative()
    store.undo(made_up, "Lan")
    assert not store.illustrative()


def test_every_change_is_recorded_with_who_and_why_and_has_a_higher_number(store):
    number = save(store, result(7.0), note="bản đầu")
    store.undo(number, "Bình", "nhầm tệp")
    store.redo(number, "Bình")
    store.save_plan("[plan]", "Lan", "kế hoạch mới")
    store.empty(who="Lan", why="bắt đầu dùng thật")

    changes = store.changes().sort_values("id")
    assert changes["kind"].tolist() == ["import", "undo", "redo", "plan", "empty"]
    assert changes["who"].tolist() == ["Lan", "Bình", "Bình", "Lan", "Lan"]
    assert changes["note"].fillna("-").tolist() == [
        "bản đầu",
        "nhầm tệp",
        "-",
        "kế hoạch mới",
        "bắt đầu dùng thật",
    ]
    assert changes["detail"].iloc[0]["rows"] == {"results": 1}
    assert changes["detail"].iloc[1] == {"import_id": number}
    assert store.last_change() == changes["id"].max() == 5


def test_an_emptied_store_has_no_facts_but_never_gives_a_number_twice(store):
    first = save(store, result(7.0))
    store.save_plan("a = 1", "Lan")
    store.empty(keep_plan=True)
    assert (len(store.load("results")), len(store.imports()), store.current_plan().body) == (
        0,
        0,
        "a = 1",
    )
    assert store.last_change() == 3
    assert save(store, result(7.0)) > first
    store.empty()
    assert store.current_plan() is None


KEYS = st.sampled_from(["A", "B"])
SAVES = st.tuples(
    st.just("save"),
    st.dictionaries(KEYS, st.sampled_from([1.0, 2.0]), min_size=1),
    st.integers(0, 3),
)
TURNS = st.tuples(st.just("undo or redo"), st.integers(0, 5), st.none())


class Model:
    """What the store promises, in a few lines: imports, each with its rows {key: (revision, value)}."""

    def __init__(self):
        self.imports, self.numbers = [], []

    def newest(self, key, every=False):
        return max(
            (
                one["rows"][key]
                for one in self.imports
                if key in one["rows"] and (every or one["live"])
            ),
            default=(0, None),
        )

    def save(self, rows, content):
        if any(one["live"] and one["content"] == content for one in self.imports):
            return False
        new = {
            key: (self.newest(key, every=True)[0] + 1, value)
            for key, value in rows.items()
            if self.newest(key)[1] != value
        }
        self.imports += [{"live": True, "rows": new, "content": content}] if new else []
        return bool(new)

    def live(self):
        return {key: self.newest(key) for key in "AB" if self.newest(key)[0]}


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(SAVES | TURNS, min_size=3, max_size=10))
def test_any_sequence_of_saves_undos_and_redos_leaves_the_newest_revisions_of_what_is_not_undone(
    store, steps
):
    store.empty()
    model = Model()
    for kind, what, content in steps:
        if kind == "save":
            rows = pd.concat([result(value, unit=key)["results"] for key, value in what.items()])
            lists = pd.DataFrame(
                [
                    {"unit": key, "year": 2022, "form": form, "collectives": int(value)}
                    for key, value in what.items()
                    for form in ("G", "B")
                ]
            )
            saved = store.save(
                {"results": rows, "awards": lists},
                file="a.xlsx",
                content=str(content).encode(),
                who="Lan",
            )
            assert (saved.outcome == "stored") == model.save(what, content)
            model.numbers += [saved.id] if saved.id else []
        elif model.imports:
            which = what % len(model.imports)
            turn = store.undo if model.imports[which]["live"] else store.redo
            turn(model.numbers[which], "Lan")
            model.imports[which]["live"] ^= True
    live = store.load("results")
    assert (
        dict(zip(live["unit"], zip(live["revision"], live["value"], strict=True), strict=True))
        == model.live()
    )
    awards = store.load("awards")
    assert sorted(
        zip(awards["unit"], awards["revision"], awards["collectives"], strict=True)
    ) == sorted((key, *row) for key, row in model.live().items() for _ in "GB")
