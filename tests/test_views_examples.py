"""Good examples of leading units and awards by form and year, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
import tiny

from dashboard.views import good_examples as view

PLACE = {"file": "a.xlsx", "sheet": "Điển hình", "cell": "B6"}


@pytest.fixture(scope="module")
def standing():
    """Four units in one block in 2025: D 90, C 80, B 70, A 60 of 100; the ranking separates D alone."""
    rows = [
        (unit, code, 2025, value)
        for unit, score in (("A", 60), ("B", 70), ("C", 80), ("D", 90))
        for code, value in (("A", score - 40), ("B", 40))
    ]
    found = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units(*({"unit": unit} for unit in "ABCD")), tiny.results(*rows)),
        2025,
        tiny.AS_OF,
    )
    bands = {"D": "top", "A": "bottom"}
    table = found.table.assign(band=found.table["unit"].map(bands).fillna("not_distinguishable"))
    return replace(found, table=table)


def examples(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"unit": unit, "year": year, "name": name, "description": "…", **PLACE}
            for unit, year, name in rows
        ]
    )


def awards(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["form", "year", "collectives", "individuals"]).astype(
        {"collectives": float, "individuals": float}
    )


def test_of_units_surely_at_the_top_of_a_block_the_newest_example_of_each_unit_is_shown(standing):
    found = view.leaders(
        standing, examples(("D", 2023, "Cũ"), ("D", 2024, "Mới"), ("C", 2025, "Hạng hai"))
    )
    assert found[["unit", "title", "rank", "rank_of"]].values.tolist() == [["D", "Mới", 1, 4]]


def test_examples_are_listed_newest_first_with_their_source_and_not_beyond_the_year(standing):
    rows = view.listed(standing, examples(("B", 2023, "Hai"), ("A", 2025, "Một")))
    assert rows[["title", "name", "source"]].values.tolist() == [
        ["Một", "Đơn vị A", "a.xlsx, trang “Điển hình”, ô B6"],
        ["Hai", "Đơn vị B", "a.xlsx, trang “Điển hình”, ô B6"],
    ]


def test_awards_are_added_by_form_and_year_and_what_nobody_gave_is_missing():
    found = view.awards_by_year(
        awards(
            ("Giấy khen", 2025, 1, 2),
            ("Giấy khen", 2025, None, 3),
            ("Bằng khen", 2025, None, 1),
            ("Giấy khen", 2024, 4, None),
        )
    )
    assert found["form"].tolist() == ["Giấy khen", "Giấy khen", "Bằng khen"]
    assert found[["year", "collectives", "individuals"]].astype(object).where(
        found[["year", "collectives", "individuals"]].notna(), None
    ).values.tolist() == [[2024, 4, None], [2025, 1, 5], [2025, None, 1]]


def test_the_first_sentence_counts_examples_units_leaders_and_the_years_awards(standing):
    shown = examples(("D", 2024, "Một"), ("A", 2025, "Hai"), ("A", 2024, "Ba"))
    given = view.awards_by_year(awards(("Giấy khen", 2025, 1, 1205), ("Giấy khen", 2024, 4, 9)))
    said = view.answer(standing, view.listed(standing, shown), view.leaders(standing, shown), given)
    assert (
        said
        == "3 mô hình, cách làm hay do 2 đơn vị giới thiệu, trong đó 1 đơn vị thuộc nhóm đầu khối, cụm; năm 2025 khen thưởng 1 lượt tập thể, 1.205 lượt cá nhân."
    )


def test_nothing_given_is_said_so_and_never_as_zero(standing):
    none = examples()
    none = (
        pd.DataFrame(columns=["unit", "year", "name", "description", *PLACE]).astype(
            {"year": "int64"}
        )
        if none.empty
        else none
    )
    given = view.awards_by_year(awards(("Giấy khen", 2025, None, 3)))
    assert (
        view.answer(standing, view.listed(standing, none), view.leaders(standing, none), given)
        == "Chưa có mô hình, cách làm hay nào được các đơn vị giới thiệu; năm 2025 khen thưởng chưa rõ số lượt tập thể, 3 lượt cá nhân."
    )


def test_the_picture_has_a_cell_a_form_and_year_written_without_decimals_and_a_dash_where_nobody_reported(
    standing,
):
    made = view.picture(
        standing,
        view.awards_by_year(awards(("Giấy khen", 2025, 1, 1205), ("Giấy khen", 2024, 4, 9))),
        "individuals",
    )
    filled, empty = made.figure.data[:2]
    assert list(filled.text) == ["9", "1.205"] and set(empty.text) == {"–"} and len(empty.text) == 5
    assert (
        made.figure.layout.title.text
        == "Năm 2025: 1.205 lượt cá nhân được khen thưởng (năm 2024: 9)"
    )
    assert (
        made.alt
        == "Bảng màu số lượt cá nhân được khen thưởng theo hình thức và năm. Năm 2025: Giấy khen 1.205."
    )
