"""What is saved comes back; what is equal is not saved again; what is wrong is refused whole."""

from __future__ import annotations

import datetime as dt
import hashlib

import numpy as np
import pandas as pd
import pytest

from data_access.schema import RECORDS
from data_access.store import InvalidRowsError, met_rows
from data_access.store.frames import canonical


def results(**columns) -> pd.DataFrame:
    """One result of one unit, unless told otherwise."""
    return pd.DataFrame(
        {
            "unit": ["SNV"],
            "criterion": ["TC1"],
            "year": [2022],
            "stage": ["self"],
            "value": [7.5],
            **columns,
        }
    )


def save(store, tables, content=b"one", file="khoi.xlsx", **about):
    return store.save(tables, file=file, content=content, who="Lan", **about)


def test_a_saved_result_comes_back_with_its_revision_and_its_place(store):
    saved = save(
        store,
        {"results": results(sheet=["Tự chấm"], cell=["D5"], submitted_on=[dt.date(2022, 12, 5)])},
    )

    (row,) = store.load("results").to_dict("records")
    assert (row["unit"], row["criterion"], row["year"], row["stage"], row["value"]) == (
        "SNV",
        "TC1",
        2022,
        "self",
        7.5,
    )
    assert (row["revision"], row["import_id"], row["file"], row["sheet"], row["cell"]) == (
        1,
        saved.id,
        "khoi.xlsx",
        "Tự chấm",
        "D5",
    )
    assert (row["submitted_on"], row["comparator"], row["state"]) == (
        pd.Timestamp(2022, 12, 5),
        "=",
        "ok",
    )


def test_missing_values_of_every_kind_come_back_as_missing_never_as_text_or_zero(store):
    missing = results(
        value=[np.nan],
        out_of=[None],
        very_included=[pd.NA],
        note=[float("nan")],
        submitted_on=[pd.NaT],
        sheet=[""],
    )
    save(
        store,
        {
            "results": missing,
            "units": pd.DataFrame({"unit": ["SNV"], "position": [pd.NA], "valid_to": [None]}),
        },
    )

    columns = ["value", "out_of", "very", "very_included", "note", "submitted_on", "sheet"]
    assert store.load("results")[columns].isna().all(axis=None)
    assert (
        store.load("units")
        .drop(columns=["unit", "revision", "import_id", "file"])
        .isna()
        .all(axis=None)
    )


def test_loaded_frames_have_one_type_a_kind_of_column_with_and_without_rows(store):
    def types(table):
        return {name: str(kind) for name, kind in store.load(table).dtypes.items()}

    empty = types("results"), types("units"), types("filings")
    save(
        store,
        {
            "results": results(),
            "units": pd.DataFrame({"unit": ["SNV"]}),
            "filings": pd.DataFrame({"unit": ["SNV"], "year": [2022], "kind": ["annual"]}),
        },
    )
    assert (types("results"), types("units"), types("filings")) == empty
    found = types("results")
    assert (found["unit"], found["year"], found["value"], found["submitted_on"]) == (
        "str",
        "int64",
        "float64",
        "datetime64[us]",
    )
    assert (found["very_included"], types("units")["position"], types("units")["valid_to"]) == (
        "boolean",
        "Int64",
        "datetime64[us]",
    )


def test_the_same_file_twice_stores_nothing_and_names_the_import_that_has_it(store):
    first = save(store, {"results": results()})
    again = save(store, {"results": results()}, file="khoi (1).xlsx")

    assert (again.outcome, again.id, again.earlier) == ("same_file", None, first.id)
    assert len(store.imports()) == 1
    assert store.last_change() == 1


def test_rows_equal_to_the_live_ones_store_nothing_even_from_another_file_and_cell(store):
    save(store, {"results": results(cell=["D5"])})
    again = save(store, {"results": results(cell=["E9"])}, content=b"two", file="khac.xlsx")

    assert (again.outcome, again.id) == ("same_rows", None)
    assert store.last_change() == 1
    assert store.load("results")["cell"].tolist() == ["D5"]


def test_only_rows_that_differ_get_a_new_revision(store):
    both = pd.concat([results(), results(criterion=["TC2"])])
    save(store, {"results": both})
    second = save(store, {"results": both.assign(value=[7.5, 9.0])}, content=b"two")

    live = store.load("results").sort_values("criterion")
    assert live["value"].tolist() == [7.5, 9.0]
    assert live["revision"].tolist() == [1, 2]
    assert second.counts == {"results": 1}


def test_a_missing_value_becoming_known_and_a_known_one_becoming_missing_are_changes(store):
    save(store, {"results": results(value=[None])})
    assert save(store, {"results": results(value=[0.0])}, content=b"two").outcome == "stored"
    assert save(store, {"results": results(value=[None])}, content=b"three").outcome == "stored"
    assert store.load("results")["value"].isna().all()


def test_the_file_is_kept_byte_for_byte_under_its_hash(store):
    content = b"PK\x03\x04\x00\xff" * 1000
    save(store, {"results": results()}, content=content, file="Khối sở, ngành.xlsx")

    kept = store.file(hashlib.sha256(content).hexdigest())
    assert (kept.name, kept.content) == ("Khối sở, ngành.xlsx", content)


def test_rows_typed_on_a_screen_need_no_file(store):
    saved = save(
        store,
        {"aliases": pd.DataFrame({"alias": ["Sở NV"], "unit": ["SNV"]})},
        file=None,
        content=None,
    )

    assert saved.outcome == "stored"
    assert store.imports()["sha256"].isna().all()
    assert store.load("aliases")["file"].isna().all()


@pytest.mark.parametrize(
    ("rows", "code", "column"),
    [
        (results(value=["95,3"]), "value_invalid", "value"),
        (results(value=[np.inf]), "value_invalid", "value"),
        (results(unit=[101]), "value_invalid", "unit"),
        (results(year=[2022.5]), "value_invalid", "year"),
        (results(submitted_on=["04/3/2022"]), "value_invalid", "submitted_on"),
        (results(submitted_on=[20220304]), "value_invalid", "submitted_on"),
        (results(note=["a\0b"]), "value_invalid", "note"),
        (results(very_included=["có"]), "value_invalid", "very_included"),
        (results(stage=["final"]), "value_not_allowed", "stage"),
        (results(comparator=["≥"]), "value_not_allowed", "comparator"),
        (results(unit=[None]), "key_missing", "unit"),
        (results(unit=["  "]), "key_missing", "unit"),
        (results(points=[1]), "column_unknown", "points"),
    ],
)
def test_rows_of_no_such_table_are_refused_and_nothing_is_stored(sqlite_store, rows, code, column):
    fine = pd.DataFrame({"unit": ["SNV"], "name": ["Sở Nội vụ"]})
    with pytest.raises(InvalidRowsError) as refused:
        save(sqlite_store, {"units": fine, "results": rows})

    assert (refused.value.code, refused.value.fields["table"], refused.value.fields["column"]) == (
        code,
        "results",
        column,
    )
    assert sqlite_store.load("units").empty
    assert sqlite_store.last_change() == 0


def test_one_key_twice_in_a_file_is_refused_with_the_place_of_the_second(sqlite_store):
    twice = pd.concat([results(cell=["D5"]), results(cell=["D9"], value=[8.0])])
    with pytest.raises(InvalidRowsError) as refused:
        save(sqlite_store, {"results": twice})
    assert refused.value.code == "key_duplicate"
    assert refused.value.fields["cell"] == "D9"


def test_an_unknown_table_is_refused(sqlite_store):
    with pytest.raises(InvalidRowsError) as refused:
        sqlite_store.load("sqlite_master")
    assert refused.value.code == "table_unknown"


def test_an_error_in_the_middle_of_a_save_leaves_nothing_behind(store):
    """The name of who imports is asked by the database itself, after the rows have been compared."""
    with pytest.raises(Exception, match="database_failed"):
        store.save({"results": results()}, file="a.xlsx", content=b"x", who=None)
    assert store.load("results").empty
    assert store.imports().empty
    assert store.last_change() == 0


def test_a_corrected_list_replaces_the_whole_list_of_its_unit_year_and_origin(store):
    def awards(*forms, origin="workbook"):
        return {
            "awards": pd.DataFrame(
                {"unit": "SNV", "year": 2022, "origin": origin, "form": forms, "collectives": 1}
            )
        }

    save(store, awards("Giấy khen", "Bằng khen"))
    save(store, awards("Giấy khen của báo cáo", origin="report"), content=b"two")
    save(store, awards("Giấy khen"), content=b"three")

    live = store.load("awards")
    assert sorted(zip(live["origin"], live["form"], strict=True)) == [
        ("report", "Giấy khen của báo cáo"),
        ("workbook", "Giấy khen"),
    ]


def test_the_same_list_in_another_order_stores_nothing_but_a_doubled_item_does(store):
    def documents(*numbers):
        return {"documents": pd.DataFrame({"unit": "SNV", "year": 2022, "number": numbers})}

    save(store, documents("1/KH", "2/KH"))
    assert save(store, documents("2/KH", "1/KH"), content=b"two").outcome == "same_rows"
    assert save(store, documents("2/KH", "1/KH", "1/KH"), content=b"three").outcome == "stored"
    assert sorted(store.load("documents")["number"]) == ["1/KH", "1/KH", "2/KH"]


def test_an_empty_cell_of_the_register_of_units_keeps_what_is_known(store):
    """A unit's own workbook does not name its block: that must not take the unit out of its block."""
    save(
        store,
        {
            "unit_years": pd.DataFrame(
                {"unit": ["SNV"], "year": [2022], "block": ["Khối sở"], "staff": [40]}
            )
        },
    )
    save(
        store,
        {
            "unit_years": pd.DataFrame(
                {"unit": ["SNV"], "year": [2022], "block": [None], "staff": [42]}
            )
        },
        content=b"two",
    )

    (row,) = store.load("unit_years").to_dict("records")
    assert (row["block"], row["staff"], row["revision"]) == ("Khối sở", 42, 2)


def test_a_corrected_table_without_the_day_of_filing_keeps_the_day(store):
    """The figures were filed on that day; a table that does not say so again does not make them late."""
    row = {"unit": ["SNV"], "criterion": ["TC1"], "year": [2022], "stage": ["self"]}
    filed = pd.Timestamp(2022, 12, 5)
    save(store, {"results": pd.DataFrame({**row, "value": [4.0], "submitted_on": [filed]})})
    save(store, {"results": pd.DataFrame({**row, "value": [4.5]})}, content=b"two")
    (kept,) = store.load("results").to_dict("records")
    assert (kept["value"], kept["submitted_on"]) == (4.5, filed)


def test_a_dissolved_unit_has_no_successor_and_is_one_row_however_often_it_is_told(store):
    def lineage(document):
        rows = {
            "before": ["H1", "H1"],
            "after": [None, "X1"],
            "on": dt.date(2025, 7, 1),
            "kind": ["dissolve", "split"],
            "document": document,
        }
        return {"lineage": pd.DataFrame(rows)}

    save(store, lineage("NQ 1"))
    assert save(store, lineage("NQ 1"), content=b"two").outcome == "same_rows"
    save(store, lineage("NQ 2"), content=b"three")
    live = store.load("lineage")
    assert live["document"].tolist() == ["NQ 2", "NQ 2"]
    assert live["revision"].tolist() == [2, 2]
    assert live["after"].isna().tolist() == [True, False]


def test_loaded_rows_can_be_corrected_and_saved(store):
    save(
        store,
        {
            "filings": pd.DataFrame(
                {"unit": ["SNV"], "year": [2022], "kind": ["annual"], "number": ["1/BC"]}
            )
        },
    )
    corrected = store.load("filings").assign(number="2/BC")
    save(store, {"filings": corrected}, file=None, content=None)
    assert store.load("filings")[["number", "revision"]].values.tolist() == [["2/BC", 2]]


def test_many_rows_at_once_are_stored_like_few(store):
    """More than PostgreSQL's limit for copying, with every kind of value and text that copying must escape."""
    count = 12_000
    many = pd.DataFrame(
        {
            "unit": [f"U{number}" for number in range(count)],
            "criterion": "TC1",
            "year": 2022,
            "stage": "self",
            "value": [None if number % 7 == 0 else number / 8 for number in range(count)],
            "very_included": [None, True, False] * (count // 3),
            "submitted_on": [dt.date(2022, 12, 31), None] * (count // 2),
            "note": ["a\tb", "c\nd", "\\N", None] * (count // 4),
        }
    )
    save(store, {"results": many})
    live = store.load("results")[list(many.columns)]
    expected = many.astype(
        {
            "value": "float64",
            "very_included": "boolean",
            "submitted_on": "datetime64[us]",
            "note": "str",
        }
    )
    pd.testing.assert_frame_equal(live, expected)
    assert save(store, {"results": many}, content=b"two").outcome == "same_rows"
    assert save(store, {"results": many.assign(value=1.0)}, content=b"three").counts == {
        "results": count - 1
    }


def test_a_share_without_counts_is_replaced_by_its_counts_as_a_revision(store):
    save(store, {"results": results(criterion=["HL"], value=[0.948], comparator=["rate"])}, b"1")
    counted = results(criterion=["HL"], value=[512.0], out_of=[540.0])
    save(store, {"results": counted}, b"2")
    (row,) = store.load("results").to_dict("records")
    assert (row["revision"], row["value"], row["out_of"], row["comparator"]) == (2, 512, 540, "=")


def test_a_units_own_statement_comes_back_with_its_quote(store):
    stated = pd.DataFrame(
        [
            {
                "unit": "SNV",
                "year": 2022,
                "origin": "report",
                "code": "digital_signatures",
                "name": "Tỷ lệ văn bản ký số",
                "of_year": 2022,
                "comparator": ">",
                "value": 99.2,
                "out_of": None,
                "measure": "%",
                "quote": "Văn bản ký số đạt trên 99,2%",
                "cell": "trang 1",
            }
        ]
    )
    save(store, {"statements": stated}, file="bao-cao.docx")
    (row,) = store.load("statements").to_dict("records")
    assert (row["value"], row["measure"], row["quote"], row["cell"], row["file"]) == (
        99.2,
        "%",
        "Văn bản ký số đạt trên 99,2%",
        "trang 1",
        "bao-cao.docx",
    )


def test_rows_are_compared_with_those_of_their_own_key_alone(store):
    """Scores of the appraisers meet no score that units gave themselves, of which there may be fifty thousand."""
    save(store, {"results": results(criterion=["TC1"])})
    save(store, {"results": results(stage=["appraised"], value=[7.0])}, content=b"two")

    with store.engine.connect() as connection:
        met = {
            stage: met_rows.live_met(connection, RECORDS["results"], results(stage=[stage]))
            for stage in ("self", "appraised", "other")
        }

    assert {stage: rows["value"].tolist() for stage, rows in met.items()} == {
        "self": [7.5],
        "appraised": [7.0],
        "other": [],
    }


def test_columns_that_bear_their_type_already_are_stored_as_those_that_do_not(store):
    loose = results(submitted_on=["2022-12-05"], note=[" "], out_of=[None], very_included=[None])
    strict = loose.astype(
        {"unit": "str", "criterion": "str", "stage": "str", "note": "str", "year": "Int64"}
    ).astype({"submitted_on": "datetime64[us]", "out_of": "float64", "very_included": "boolean"})

    pd.testing.assert_frame_equal(
        canonical(RECORDS["results"], loose), canonical(RECORDS["results"], strict)
    )
    with pytest.raises(InvalidRowsError):
        canonical(RECORDS["results"], strict.assign(year=pd.array([2**31], dtype="Int64")))
    with pytest.raises(InvalidRowsError):
        canonical(RECORDS["results"], strict.assign(note=pd.array(["a\x00"], dtype="str")))
