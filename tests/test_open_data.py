"""The interface for other systems and the data package: one edition, its rights, its dictionary; every figure that of the standing."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import offices
import pandas as pd
import pytest
from defusedxml.ElementTree import fromstring
from starlette.requests import Request

import sample_data
from dashboard.access.permissions import HERE, Person
from dashboard.assessment import as_tables
from dashboard.exports.open_data.data_package import Licence, package
from dashboard.exports.open_data.resources import BY_NAME, RESOURCES
from dashboard.meeting import open_figures, sealing, seals
from dashboard.plan import load_plan
from dashboard.serving import open_data
from dashboard.serving.asked_movement import Asked
from dashboard.wording.movement_words import FIRST
from data_access.store import connect

MEMBER = Person("Lan", frozenset({"member"}), None, "lan")
CLERK = Person("Hoa", frozenset({"unit"}), offices.UNIT, "hoa")


@pytest.fixture(scope="module")
def store(small_url, tmp_path_factory):
    """The sample with 2022 published and 2025 only sealed."""
    folder = tmp_path_factory.mktemp("open")
    with offices.office(small_url, folder, (), (2022,)) as office:
        offices.sealed(office.store, 2025)
    with connect(office.url) as opened:
        yield opened


def asked(store, person, path: str, method: str = "GET", **headers: str):
    """The answer to a request as the gate hands it on."""
    path, _, query = path.partition("?")
    given = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": given,
    }
    known = ((FIRST, "Phong trào thử"),)
    return open_data.answer(Request(scope), Asked(store, person, FIRST, known))


def rows_of(store, person, path: str) -> list[dict]:
    """All rows, page after page, as another system would walk them."""
    rows: list[dict] = []
    following: str | None = path
    while following:
        answer = asked(store, person, following)
        assert answer.status_code == 200, answer.body
        told = json.loads(answer.body)
        rows += told["rows"]
        following = told["next"]
    assert len(rows) == told["total"]
    return rows


def test_every_score_and_rank_is_that_of_the_published_edition(store):
    rows = rows_of(store, MEMBER, "/api/v1/standing?limit=100")
    kept = store.load_seal(1)
    sealed = seals.unpacked(kept.content, kept.fingerprint)
    own = seals.as_edition(sealed, 1).table.set_index("unit")
    assert len(rows) == len(own) and {one["edition"] for one in rows} == {1}
    for one in rows:
        unit = own.loc[one["unit_code"]]
        for name in ("score", "rank", "satisfaction", "respondents"):
            assert one[name] == (None if pd.isna(unit[name]) else pytest.approx(unit[name]))
    assert any(one["satisfaction"] is None for one in rows) and all(
        one["illustrative"] for one in rows
    )


def test_a_member_reads_published_years_alone_and_a_unit_itself_alone(store):
    assert {one["year"] for one in rows_of(store, MEMBER, "/api/v1/sources?limit=10000")} == {2022}
    assert {one["unit_code"] for one in rows_of(store, CLERK, "/api/v1/trends")} == {offices.UNIT}
    for person in (MEMBER, CLERK):
        for path in ("/api/v1/standing?edition=2", "/api/v1/standing?year=2025"):
            assert asked(store, person, path).status_code == 404
    assert asked(store, HERE, "/api/v1/standing?edition=2").status_code == 200


def test_no_naming_that_is_a_draft_leaves_whoever_asks(store):
    for person, path in ((MEMBER, "/api/v1/flags"), (HERE, "/api/v1/flags?edition=2")):
        levels = {one["level"] for one in rows_of(store, person, path)}
        assert levels and "named" not in levels
    told = sealing.editions(store)
    sight = open_figures.of_readers(told, store.newest("publications"))
    read = open_figures.read(store, told[-1], sight)
    assert "named" not in set(read.rows(BY_NAME["flags"])["level"])


def test_what_was_read_already_is_not_sent_again_and_another_question_has_another_mark(store):
    first = asked(store, MEMBER, "/api/v1/units?limit=5")
    mark = first.headers["etag"]
    again = asked(store, MEMBER, "/api/v1/units?limit=5", if_none_match=mark)
    assert (again.status_code, again.body) == (304, b"")
    assert asked(store, MEMBER, "/api/v1/units?limit=6").headers["etag"] != mark
    assert asked(store, CLERK, "/api/v1/units?limit=5", if_none_match=mark).status_code == 200


def test_csv_is_what_json_is(store):
    given = asked(store, MEMBER, "/api/v1/standing?limit=10000&format=csv")
    assert given.headers["content-type"].startswith("text/csv")
    table = pd.read_csv(io.BytesIO(given.body))
    rows = rows_of(store, MEMBER, "/api/v1/standing")
    assert list(table["unit_code"]) == [one["unit_code"] for one in rows]
    assert table["score"].isna().sum() == sum(one["score"] is None for one in rows)
    assert (
        asked(store, MEMBER, "/api/v1/standing", accept="text/csv").body
        == asked(store, MEMBER, "/api/v1/standing?format=csv").body
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/api/v1/khong-co", "Không có bảng “khong-co”"),
        ("/api/v1/standing?nam=2022", "Không có tham số “nam”"),
        ("/api/v1/standing?year=abc", "Tham số year: “abc”"),
        ("/api/v1/standing?limit=0", "từ 1 đến 10000"),
        ("/api/v1/standing?offset=-1", "Tham số offset"),
        ("/api/v1/standing?format=xml", "một trong: json, csv"),
        ("/api/v1/standing?year=2021", "Năm 2021 chưa có ấn bản nào được công bố"),
        ("/api/v1/standing?edition=99", "Không có ấn bản số 99"),
        ("/api/v1/standing?year=２０２２", "Tham số year"),
    ],
)
def test_a_wrong_question_is_told_in_one_sentence(store, path, said):
    answer = asked(store, MEMBER, path)
    assert answer.status_code in (400, 404) and said in json.loads(answer.body)["detail"]


def test_nothing_is_written_through_it(store):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert asked(store, HERE, "/api/v1/standing", method).status_code == 405


def test_the_description_names_every_column_that_comes(store):
    document = json.loads(asked(store, MEMBER, "/api/v1/openapi.json").body)
    for resource in RESOURCES:
        known = document["components"]["schemas"][resource.name]["properties"]
        (row, *_) = rows_of(store, MEMBER, f"/api/v1/{resource.name}?limit=10000")
        assert list(row) == list(known)
        assert f"/api/v1/{resource.name}" in document["paths"]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("standing", as_tables.STANDING_COLUMNS),
        ("flags", as_tables.FLAG_COLUMNS),
        ("trends", as_tables.TREND_COLUMNS),
    ],
)
def test_every_column_of_the_tables_is_open_and_has_its_meaning(name, columns):
    """A column that is added to the tables of the command line and not here would be missing in silence."""
    told = [one.name for one in BY_NAME[name].fields]
    assert not [one for one in columns if one not in told]


def test_the_picture_says_in_words_what_it_shows_of_which_edition_and_runs_nothing(store):
    answer = asked(store, MEMBER, "/api/v1/picture.svg")
    drawing = fromstring(answer.body)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert {one.tag.rpartition("}")[2] for one in drawing.iter()} == set(
        "svg title desc rect text".split()
    )
    shown = " ".join(drawing.itertext())
    kept = store.load_seal(1)
    table = seals.as_edition(seals.unpacked(kept.content, kept.fingerprint), 1).table
    done = table[table["assessed"]]["status"].isin(["ahead", "met"])
    assert f"{done.sum()}/{len(done)} đơn vị" in shown
    assert "Ấn bản số liệu số 1" in shown and "SỐ LIỆU MINH HỌA" in shown
    assert asked(store, CLERK, "/api/v1/picture.svg").status_code == 404
    mark = answer.headers["etag"]
    assert asked(store, MEMBER, "/api/v1/picture.svg", if_none_match=mark).status_code == 304


def test_a_package_is_read_by_its_dictionary_alone_and_its_sums_are_right(store):
    told = sealing.editions(store)
    own = next(one for one in told if one.number == 1)
    sight = open_figures.of_readers(told, store.newest("publications"))
    read = open_figures.read(store, own, sight)
    content = package(read, Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"))
    assert content == package(
        read, Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        described = json.loads(archive.read("datapackage.json"))
        assert described["licenses"][0]["name"] == "CC-BY-4.0"
        assert "SỐ LIỆU MINH HỌA" in described["description"]
        assert described["contributors"][0]["title"] == load_plan(sample_data.PLAN).owner
        for one in described["resources"]:
            text = archive.read(one["path"])
            assert one["hash"] == f"sha256:{hashlib.sha256(text).hexdigest()}" and one[
                "bytes"
            ] == len(text)
            table = pd.read_csv(io.BytesIO(text))
            assert list(table.columns) == [field["name"] for field in one["schema"]["fields"]]
            key = one["schema"].get("primaryKey")
            assert not key or not table.duplicated(key).any()
        page = archive.read("đọc trước.md").decode()
    assert "giấy phép" not in page and "CC-BY-4.0" in page
    with zipfile.ZipFile(io.BytesIO(package(read, None))) as archive:
        assert "Chưa nêu giấy phép" in archive.read("đọc trước.md").decode()
        assert "licenses" not in json.loads(archive.read("datapackage.json"))
