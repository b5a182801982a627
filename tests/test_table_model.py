"""One model of a table, incomplete in no way; what draws it reads the same values and words."""

from __future__ import annotations

import datetime as dt
import doctest

import numpy as np
import pandas as pd
import pytest

from dashboard.ui.downloads import as_csv, as_text
from dashboard.writing import table_model
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table, TableError, table_of_rows

ROWS = pd.DataFrame(
    {
        "unit": ["a", "b"],
        "name": ["Sở A", "Sở B"],
        "score": [1234.5, np.nan],
        "rate": [0.953, np.nan],
        "on": pd.to_datetime(["2019-09-20", None]),
        "none": [None, np.nan],
    }
)
COLUMNS = {
    "name": "Đơn vị",
    "score": Column("Điểm", "score"),
    "rate": Column("Tỷ lệ", "share"),
    "on": Column("Ngày", "date"),
}


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(table_model).failed == 0


def test_values_and_words_are_those_of_the_shown_columns_in_their_order():
    made = Table("Điểm", COLUMNS, ROWS, opens="unit")
    assert made.rows == (
        ("Sở A", 1234.5, 0.953, dt.date(2019, 9, 20)),
        ("Sở B", None, None, None),
    )
    assert made.texts == (("Sở A", "1.234,5", "95,3%", "20/9/2019"), ("Sở B", "–", "–", "–"))
    assert [column.label for column in made.heads] == ["Đơn vị", "Điểm", "Tỷ lệ", "Ngày"]


def test_a_table_may_show_every_column_under_its_own_name():
    assert [one.label for one in Table("Tệp", {}, ROWS[["unit", "name"]]).heads] == ["unit", "name"]


@pytest.mark.parametrize(
    ("columns", "more", "says"),
    [
        (COLUMNS | {"rank": "Hạng"}, {}, "no column rank"),
        (COLUMNS, {"opens": "code"}, "no column code"),
        (COLUMNS | {"unit": "Điểm"}, {}, "more than one column Điểm"),
        (COLUMNS, {"grouped": 5}, "5 of 4 grouped"),
    ],
)
def test_an_incomplete_table_fails_when_it_is_built_and_names_itself(columns, more, says):
    with pytest.raises(TableError, match=rf"“Xếp hạng”.*{says}"):
        Table("Xếp hạng", columns, ROWS, **more)


def test_rows_of_another_width_than_the_columns_fail():
    with pytest.raises(ValueError, match="2 columns passed, passed data had 1"):
        table_of_rows("Điểm", [Column("Đơn vị"), Column("Điểm", "score")], [("Sở A",)])


def test_a_column_of_an_unknown_kind_fails_when_it_is_built():
    with pytest.raises(ValueError, match="“Điểm”: no kind percent"):
        Column("Điểm", "percent")


def test_a_part_of_the_rows_and_the_columns_with_anything_keep_the_rest():
    made = Table("Điểm", COLUMNS | {"none": "Trống"}, ROWS, "Nguồn: thử.", opens="unit")
    second = made.part(1, 2)
    assert second.texts == (("Sở B", "–", "–", "–", "–"),) and second.source == "Nguồn: thử."
    assert list(made.without_empty_columns().shown) == ["name", "score", "rate", "on"]
    assert made.without_empty_columns().opens == "unit"


def test_a_table_without_rows_still_has_its_columns():
    empty = Table("Điểm", COLUMNS, ROWS.head(0))
    assert empty.rows == () and len(empty.heads) == 4


def test_files_and_paste_draw_the_same_table():
    made = Table("Điểm", COLUMNS, ROWS, "Nguồn: thử.")
    assert as_csv(made).decode("utf-8-sig").splitlines()[:2] == [
        "Đơn vị;Điểm;Tỷ lệ;Ngày",
        "Sở A;1234,5;95,3%;20/9/2019",
    ]
    assert as_text(made).splitlines()[2] == "Sở A\t1.234,5\t95,3%\t20/9/2019"
