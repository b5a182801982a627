"""Before anything is stored, people see what would change."""

from __future__ import annotations

import pandas as pd


def results(values: dict[str, float]) -> dict[str, pd.DataFrame]:
    rows = {
        "unit": list(values),
        "criterion": "TC1",
        "year": 2022,
        "stage": "self",
        "value": list(values.values()),
        "cell": [f"D{row}" for row in range(len(values))],
    }
    return {"results": pd.DataFrame(rows)}


def save(store, tables):
    store.save(tables, file=None, content=None, who="Lan")


def test_new_changed_and_same_rows_are_told_apart_with_old_and_new_value(store):
    save(store, results({"A": 7.0, "B": 8.0}))
    before = store.last_change()

    lines = store.compare(results({"A": 7.0, "B": 8.5, "C": 9.0}))
    assert set(zip(lines["unit"], lines["change"], strict=True)) == {
        ("A", "same"),
        ("B", "changed"),
        ("C", "new"),
    }
    (changed,) = lines[lines["change"] == "changed"].to_dict("records")
    assert (
        changed["table"],
        changed["row"],
        changed["column"],
        changed["old"],
        changed["new"],
        changed["cell"],
    ) == ("results", 1, "value", 8.0, 8.5, "D1")
    assert (changed["criterion"], changed["year"], changed["stage"]) == ("TC1", 2022, "self")
    assert store.last_change() == before


def test_a_row_changed_in_two_columns_is_two_lines_and_one_row(store):
    save(store, results({"A": 7.0}))
    changed = {"results": results({"A": 8.0})["results"].assign(note="đính chính")}

    lines = store.compare(changed)
    assert sorted(lines["column"]) == ["note", "value"]
    assert lines.drop_duplicates(["table", "row"])["change"].value_counts().to_dict() == {
        "changed": 1
    }
    assert lines.loc[lines["column"] == "note", "old"].isna().all()


def test_of_a_changed_list_the_items_that_come_and_go_are_told(store):
    def documents(*numbers):
        return {
            "documents": pd.DataFrame(
                {"unit": "A", "year": 2022, "number": numbers, "title": "Kế hoạch"}
            )
        }

    save(store, documents("1/KH", "2/KH", "2/KH"))
    lines = store.compare(documents("3/KH", "2/KH", "1/KH"))
    assert lines[["change", "column"]].drop_duplicates().values.tolist() == [["changed", "item"]]
    assert lines["new"].dropna().tolist() == ["3/KH · Kế hoạch"]
    assert lines["old"].dropna().tolist() == ["2/KH · Kế hoạch"]


def test_tables_of_several_kinds_stand_in_one_frame_each_with_the_parts_of_its_key(store):
    tables = {**results({"A": 7.0}), "lineage": pd.DataFrame({"before": ["A"], "after": [None]})}
    lines = store.compare(tables)
    assert lines["change"].tolist() == ["new", "new"]
    assert str(lines["year"].dtype) == "Int64"
    assert lines["before"].isna().tolist() == [True, False]


def test_nothing_to_compare_is_an_empty_frame_with_its_columns(sqlite_store):
    lines = sqlite_store.compare({})
    assert lines.empty
    assert {"table", "row", "change", "column", "old", "new", "sheet", "cell"} <= set(lines.columns)
