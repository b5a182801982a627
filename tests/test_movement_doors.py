"""The other doors of two movements: open data by key, uploads, links without a movement, files; each by the rights in the movement that is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import offices
import pytest
import serving
import two_movements as two
from raw_page import RawPage, texts
from starlette.datastructures import Headers
from starlette.requests import Request
from test_attacks import place, put
from test_gate import ask

from dashboard.access.edition import editions_of
from dashboard.access.visible import Sight
from dashboard.serving import asked_paths, kept_figures, own_answers, who_asks
from data_access import account_store, movement_stores, movements, reading_keys, sign_in_sessions
from data_access.store import Store

TABLES = ("standing", "units", "sources")


@pytest.fixture(scope="module")
def migrated_sqlite(migrated_sqlite, tmp_path_factory) -> Path:
    """Both movements are made once; each test has a copy of its own."""
    return two.in_files(migrated_sqlite, tmp_path_factory.mktemp("two"))


@pytest.fixture(scope="module")
def migrated_postgresql(postgresql_server, migrated_postgresql) -> Iterator[str]:
    with two.in_a_database(postgresql_server, migrated_postgresql) as name:
        yield name


@pytest.fixture
def people(store: Store, monkeypatch):
    """Two movements on either database, the gate's own store being the first one; name → account: lan of the first, hoa of the second, snv its unit, chu an administrator."""
    monkeypatch.setenv("DATABASE_URL", store.engine.url.render_as_string(hide_password=False))
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    _forget()
    yield accounts(store)
    _forget()


def _forget() -> None:
    who_asks.opened.cache_clear()


def accounts(home: Store) -> dict[str, sign_in_sessions.Account]:
    tokens = {"chu": offices.signed_in(home, "chu", frozenset({"admin"}))}
    for name, roles in (("lan", "member"), ("hoa", "member"), ("snv", "member")):
        offices.signed_in(home, name, frozenset({roles}))
    movements.set_right(home, "hai", "hoa", frozenset({"member"}), None)
    movements.set_right(home, "hai", "snv", frozenset({"unit"}), "SNV")
    for name in ("hoa", "snv"):
        account_store.set_roles(home, name, frozenset(), None)
    for name in ("lan", "hoa", "snv"):
        tokens[name] = sign_in_sessions.sign_in(home, name, offices.PASSWORD)
    return {name: sign_in_sessions.signed_in(home, token) for name, token in tokens.items()}


def asked(account: sign_in_sessions.Account | None, path: str, query: str = "", **headers: str):
    scope = {
        "type": "http",
        "method": "GET",
        "path": f"/api/v1{path}",
        "query_string": query.encode(),
        "headers": [(name.encode(), text.encode()) for name, text in headers.items()],
    }
    with ThreadPoolExecutor(1) as apart:  # a browser of the same worker has a loop in this thread
        return apart.submit(anyio.run, own_answers.data_for, Request(scope), account).result()


def test_who_is_not_signed_in_and_has_no_key_reads_nothing(people):
    assert asked(None, "/standing").status_code == 401
    assert asked(None, "/standing", "movement=hai").status_code == 401


def test_open_data_are_of_the_movement_that_is_asked_for_by_the_rights_in_it(people):
    for name, query, own, other in (
        ("lan", "", two.FIRST, two.SECOND),
        ("lan", "movement=chinh", two.FIRST, two.SECOND),
        ("hoa", "movement=hai", two.SECOND, two.FIRST),
        ("chu", "movement=hai", two.SECOND, two.FIRST),
        ("chu", "", two.FIRST, two.SECOND),
    ):
        for table in TABLES:
            answer = asked(people[name], f"/{table}", query)
            text = answer.body.decode()
            assert answer.status_code == 200 and other not in text, (name, query, table)
            assert table == "sources" or own in text
            told = json.loads(text)
            assert told["movement"] == ("hai" if own == two.SECOND else "chinh")
            assert told["movement_name"] == ("Phong trào hai" if own == two.SECOND else "Một")


def test_who_is_nobody_in_a_movement_gets_the_answer_of_one_that_is_not_there(people):
    for name, query in (
        ("lan", "movement=hai"),
        ("lan", "movement=khac"),
        ("hoa", ""),
        ("hoa", "movement=chinh"),
        ("snv", ""),
        ("chu", "movement=..%2Fx"),
    ):
        for path in ("", "/standing", "/units", "/picture.svg"):
            answer = asked(people[name], path, query)
            assert answer.status_code == 404, (name, query, path)
            said = answer.body.decode()
            assert two.FIRST not in said and two.SECOND not in said
    index = json.loads(asked(people["lan"], "").body)
    assert [one["movement"] for one in index["movements"]] == ["chinh"]
    index = json.loads(asked(people["chu"], "", "movement=hai").body)
    assert [one["movement"] for one in index["movements"]] == ["chinh", "hai"]


def test_a_unit_of_a_movement_reads_its_own_rows_of_that_one_alone(people):
    rows = json.loads(asked(people["snv"], "/units", "movement=hai").body)["rows"]
    assert {one["unit_code"] for one in rows} == {"SNV"}
    assert two.SECOND in json.dumps(rows, ensure_ascii=False)


def test_what_is_kept_in_memory_of_one_movement_is_driven_out_by_no_other(people):
    home = who_asks.opened()
    asked_for = []
    for store in (home, movement_stores.shared(home, "hai")):
        (own,) = editions_of(store.seals(), store.entered("published_years"))
        for unit in (None, "SNV"):
            sight = Sight((2021,), unit, editions=(own.number,))
            asked_for.append(kept_figures.Key(store, ("", ""), own, sight, 0))
    first = [kept_figures.read_of(one) for one in asked_for]
    assert all(kept_figures.read_of(one) is own for one, own in zip(asked_for, first, strict=True))


def test_a_closed_movement_is_read_by_nobody_and_a_mark_of_one_is_none_of_the_other(people):
    first = asked(people["chu"], "/standing").headers["ETag"]
    second = asked(people["chu"], "/standing", "movement=hai").headers["ETag"]
    assert first != second
    again = asked(people["chu"], "/standing", "movement=hai", **{"if-none-match": first})
    assert again.status_code == 200
    page = json.loads(asked(people["chu"], "/units", "movement=hai&limit=1").body)
    assert "movement=hai" in page["next"]
    movements.set_closed(who_asks.opened(), "hai", True)
    assert asked(people["chu"], "/standing", "movement=hai").status_code == 404


def test_a_key_reads_what_its_account_may_in_each_movement(people):
    home = who_asks.opened()
    key = {"authorization": f"Bearer {reading_keys.make(home, people['hoa'], 'Cổng')}"}
    assert asked(None, "/standing", "movement=hai", **key).status_code == 200
    assert asked(None, "/standing", **key).status_code == 404
    assert asked(people["chu"], "/standing", **key).status_code == 404, "the key counts"
    movements.set_right(home, "hai", "hoa", frozenset(), None)
    assert asked(None, "/standing", "movement=hai", **key).status_code == 404


@pytest.mark.parametrize(
    ("path", "query", "referer", "leads"),
    [
        ("/xep-hang", "", "http://here/tong-quan?phong_trao=hai", "/xep-hang?phong_trao=hai"),
        ("/ho-so-don-vi", "don_vi=SNV", "http://here/?phong_trao=hai", "don_vi=SNV&phong_trao=hai"),
        ("/xep-hang", "phong_trao=chinh", "http://here/?phong_trao=hai", ""),
        ("/xep-hang", "", "http://elsewhere/?phong_trao=hai", ""),
        ("/xep-hang", "", "http://here/?phong_trao=../x", ""),
        ("/xep-hang", "", "http://here/?phong_trao=hai%0d%0aX-A:b", ""),
        ("/static/a.js", "", "http://here/?phong_trao=hai", ""),
        ("/api/v1", "", "http://here/?phong_trao=hai", ""),
        ("/xep-hang", "", "", ""),
    ],
)
def test_a_link_without_a_movement_leads_on_in_that_of_its_page(path, query, referer, leads):
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    headers = Headers({"host": "here", **({"referer": referer} if referer else {})})
    moved = asked_paths.in_same_movement(scope, headers)
    assert (leads in moved.headers["location"]) if leads else moved is None


@pytest.mark.slow
def test_tabs_and_uploads_of_a_server_obey_the_rights_in_the_movement_of_the_tab(
    sqlite_store, tmp_path
):
    """By raw messages: a link to a movement of others opens nothing; who may store nothing in a movement uploads nothing into a tab of it, whatever they may elsewhere."""
    offices.signed_in(sqlite_store, "chu", frozenset({"admin"}))
    cookies = {}
    for name, first, further in (
        ("lan", "secretary", "member"),
        ("minh", "member", "secretary"),
        ("ngoai", "secretary", ""),
    ):
        offices.signed_in(sqlite_store, name, frozenset({first}))
        if further:
            movements.set_right(sqlite_store, "hai", name, frozenset({further}), None)
        token = sign_in_sessions.sign_in(sqlite_store, name, offices.PASSWORD)
        cookies[name] = f"dashboard_session={token}"
    url = sqlite_store.engine.url.render_as_string(hide_password=False)
    with serving.gated(DATABASE_URL=url) as address:
        taken, seen = {}, {}
        for name, cookie in cookies.items():
            for query in ("", "phong_trao=hai"):
                with RawPage(address, cookie) as page:
                    page.query = query
                    seen[name, query] = texts(page.run())
                    taken[name, query] = put(address, place(page), cookie, 100)
        moved = ask(f"{address}/xep-hang", cookie=cookie, Referer=f"{address}/?phong_trao=hai")
    assert moved[0] == 303 and moved[1]["location"].endswith("?phong_trao=hai")
    assert taken == {
        ("lan", ""): 204,
        ("lan", "phong_trao=hai"): 404,
        ("minh", ""): 404,
        ("minh", "phong_trao=hai"): 204,
        ("ngoai", ""): 204,
        ("ngoai", "phong_trao=hai"): 204,
    }
    for (name, query), text in seen.items():
        is_second = query and name != "ngoai"
        assert (two.SECOND in text) == bool(is_second), (name, query)
        assert not (is_second and two.FIRST in text), (name, query)
    assert two.FIRST not in seen["ngoai", "phong_trao=hai"]
