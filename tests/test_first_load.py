"""The first start: the sample data are loaded once, by the server, whoever looks and whoever closes; a kill costs nothing but time."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import serving
from raw_page import RawPage, texts

import sample_data
from dashboard.plan import load_plan
from dashboard.serving.first_load import Load, is_due
from dashboard.ui.first_start import how_far
from dashboard.wording.command_words import SAMPLE_WHO
from data_access.loading import load_files, on_disk
from data_access.store import Store, connect

FILES = len(sample_data.files())


@pytest.mark.slow
def test_two_tabs_one_loading_that_neither_ends_and_a_kill_only_interrupts(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    port = serving.free_port()
    with _server(url, port):
        address = f"http://127.0.0.1:{port}"
        with RawPage(address) as one, RawPage(address) as other:
            waiting = [texts(tab.run()) for tab in (one, other)]
        assert all("Đang nạp số liệu minh họa" in said for said in waiting)
        until(lambda: stored(url) >= 5)
    before = stored(url)
    assert 5 <= before < FILES
    with _server(url, port):
        with RawPage(address) as tab:
            tab.run()
        until(lambda: stored(url) == FILES)
    with connect(url) as store:
        imports = store.imports()
        assert imports["sha256"].nunique() == len(imports) == FILES, "each file once"
        assert not is_due(store)


def test_what_is_there_decides_whether_the_sample_data_are_still_due(
    sqlite_store: Store, tmp_path: Path
):
    assert is_due(sqlite_store), "a new store"
    first = on_disk(sample_data.files()[:2])
    load_files(sqlite_store, plan(), first, who=SAMPLE_WHO)
    assert is_due(sqlite_store), "the rest is lacking"
    sqlite_store.undo(1, who="An", why="thử")
    assert not is_due(sqlite_store), "somebody decided otherwise"


def test_somebodys_own_file_ends_it(sqlite_store: Store):
    load_files(sqlite_store, plan(), on_disk(sample_data.files()[:1]), who="An")
    assert not is_due(sqlite_store)


def test_the_page_says_how_many_files_are_there():
    load = Load(files=65)
    load.noted(65 + 2 * 28, 3 * 65, "xa-28.xlsx")
    assert "Đã nạp 28/65 tệp" in how_far(load)


def plan() -> dict:
    return load_plan(sample_data.PLAN).as_data()


def stored(url: str) -> int:
    with connect(url) as store:
        return len(store.imports())


def until(holds) -> None:
    last = time.monotonic() + serving.PATIENCE / 1000
    while not holds():
        assert time.monotonic() < last, "it never came"
        time.sleep(0.5)


@contextmanager
def _server(url: str, port: int) -> Iterator[subprocess.Popen]:
    server = serving.started(
        ["dashboard.serving", "serve", f"server.port={port}"], DATABASE_URL=url
    )
    try:
        serving.wait_for(f"http://127.0.0.1:{port}", server)
        yield server
    finally:
        server.kill()
        server.wait()
