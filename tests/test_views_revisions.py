"""Every number leads to its file, cell, time and earlier values, whatever table it stands in."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.views import revisions
from data_access.schema import RECORDS


@pytest.mark.parametrize("table", revisions.KEYS)
def test_revisions_are_asked_for_by_parts_of_the_stores_own_key(table):
    assert set(revisions.KEYS[table]) <= set(RECORDS[table].key_names)


def test_a_row_tells_its_values_its_place_its_day_and_who_brought_it_newest_first(sqlite_store):
    filed = pd.DataFrame(
        {
            "unit": ["SNV"],
            "year": [2024],
            "kind": ["annual"],
            "number": ["12/BC"],
            "submitted_on": [pd.Timestamp(2024, 12, 5)],
            "sheet": ["Thông tin"],
            "cell": ["B7"],
        }
    )
    sqlite_store.save({"filings": filed}, file="a.xlsx", content=b"a", who="Lan")
    later = sqlite_store.save(
        {"filings": filed.assign(submitted_on=pd.Timestamp(2024, 12, 20))},
        file="b.xlsx",
        content=b"b",
        who="Minh",
    )
    row = {"unit": "SNV", "year": 2024, "kind": "annual", "name": "Báo cáo năm"}
    found = revisions.listed(
        "filings", sqlite_store.history("filings", revisions.key_of("filings", row))
    )
    assert found[["said", "state", "source", "who"]].values.tolist() == [
        [
            "Số văn bản: 12/BC; Ngày nộp: 20/12/2024",
            "đang dùng",
            "b.xlsx, trang “Thông tin”, ô B7",
            "Minh",
        ],
        [
            "Số văn bản: 12/BC; Ngày nộp: 5/12/2024",
            "đã thay",
            "a.xlsx, trang “Thông tin”, ô B7",
            "Lan",
        ],
    ]
    sqlite_store.undo(later.id, "An", "gửi nhầm")
    again = revisions.listed(
        "filings", sqlite_store.history("filings", revisions.key_of("filings", row))
    )
    assert again["state"].tolist() == ["đã hoàn tác", "đang dùng"] and again["at"].dt.tz is None


def test_a_list_shows_every_item_of_every_revision(sqlite_store):
    for number, titles in enumerate((["Kế hoạch"], ["Kế hoạch", "Quyết định"])):
        sqlite_store.save(
            {
                "documents": pd.DataFrame(
                    {"unit": "SNV", "year": 2024, "origin": "workbook", "title": titles}
                )
            },
            file=f"{number}.xlsx",
            content=str(number).encode(),
            who="Lan",
        )
    found = revisions.listed(
        "documents",
        sqlite_store.history("documents", {"unit": "SNV", "year": 2024, "origin": "workbook"}),
    )
    assert sorted(found["said"]) == [
        "Trích yếu: Kế hoạch",
        "Trích yếu: Kế hoạch",
        "Trích yếu: Quyết định",
    ]
    assert sorted(found["state"]) == ["đang dùng", "đang dùng", "đã thay"]


def test_staff_and_block_of_a_year_lead_to_the_file_that_each_came_from(sqlite_store):
    years = pd.DataFrame(
        {"unit": ["SNV"], "year": [2024], "block": ["Khối 1"], "staff": [45], "cell": ["D2"]}
    )
    sqlite_store.save({"unit_years": years}, file="a.csv", content=b"a", who="Lan")
    sqlite_store.save(
        {"unit_years": years.assign(block=None, staff=47, cell="B3")},
        file="b.csv",
        content=b"b",
        who="Minh",
    )
    found = revisions.listed(
        "unit_years",
        sqlite_store.history(
            "unit_years", revisions.key_of("unit_years", {"unit": "SNV", "year": 2024})
        ),
    )
    assert found[["said", "source", "who"]].values.tolist() == [
        ["Khối, cụm thi đua: Khối 1; Số người: 47", "b.csv, ô B3", "Minh"],
        ["Khối, cụm thi đua: Khối 1; Số người: 45", "a.csv, ô D2", "Lan"],
    ]
