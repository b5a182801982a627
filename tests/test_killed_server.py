"""The whole server is killed without warning at random moments while two people import, undo and publish: what was acknowledged is there, nothing is half.

Two moments; more by KILLED_MOMENTS=200.
"""

from __future__ import annotations

import os
import random
import threading
import time
from pathlib import Path

import offices
import serving
import sqlalchemy as sa
from raw_page import RawPage, texts
from streamlit.proto.Common_pb2 import FileUploaderState, FileURLsRequest, UploadedFileInfo
from test_attacks import put
from websockets.exceptions import WebSocketException

from data_access.store import Store, connect

MOMENTS = int(os.environ.get("KILLED_MOMENTS", "2"))
GONE = (OSError, WebSocketException, TimeoutError, EOFError)
"""What a person meets whose server is killed."""


class Oracle:
    """What the server acknowledged: file → "live" or "undone", and how many steps of publishing. `begun`: what it was asked last; `blows`: how often it was killed."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.steps = self.blows = 0
        self.begun: dict[str, str] = {}


def imports(address: str, cookie: str, oracle: Oracle, names: list[str]) -> None:
    """A person who imports file after file of two rows, and undoes every second one."""
    with RawPage(address, cookie) as page:
        page.run()
        page.run("nhap-so-lieu")
        for number in range(1_000):
            name = f"{len(names)}.csv"
            names.append(name)
            _import(page, name, len(names))
            if "Đã lưu 1/1 tệp" in _told(page, oracle, name, "live", "Lưu vào kho"):
                oracle.files[name] = "live"
            if number % 2 and oracle.files.get(name) == "live":
                _choose(page, name)
                key = next(key for key in page.keys if key.startswith("import_change_"))
                oracle.begun[name] = "undone"
                if "Đã hoàn tác lần nhập" in texts(page.click(key)):
                    oracle.files[name] = "undone"
                page.states.clear()
                page.run("nhap-so-lieu")


def _told(page: RawPage, oracle: Oracle, name: str, becomes: str, button: str) -> str:
    oracle.begun[name] = becomes
    return texts(page.press(button))


def _import(page: RawPage, name: str, number: int) -> None:
    points = {"CL54": number % 5 + 1, "CL52": number * 2 % 5 + 1}
    rows = "".join(f"{unit},TC1,2025,appraised,{one}\n" for unit, one in points.items())
    content = f"unit,criterion,year,stage,value\n{rows}".encode() + b"\n" * number
    page.send(file_urls_request=FileURLsRequest(request_id="r", file_names=[name]))
    to = page.answer().file_urls_response.file_urls[0]
    assert put(page.address, to.upload_url, page.cookie, 0, content=content, name=name) == 204
    info = UploadedFileInfo(file_id=to.file_id, name=name, size=len(content), file_urls=to)
    page.set(
        "Tệp số liệu", FileUploaderState(uploaded_file_info=[info]), "file_uploader_state_value"
    )
    page.run()


def _choose(page: RawPage, name: str) -> None:
    """The import of this file, on the tab of earlier imports, with a reason typed."""
    page.states.clear()
    page.put("intake_tabs", "Các lần nhập")
    page.run()
    chosen = page.widgets_by_key("import_chosen")
    page.put("import_chosen", next(one for one in chosen.options if name in one))
    for key in [key for key in page.keys if key.startswith("import_change_")]:
        del page.keys[key]
    page.run()
    why = next(key for key in reversed(page.keys) if key.startswith("import_why_"))
    page.put(why, "thử")


def publishes(address: str, cookie: str, oracle: Oracle) -> None:
    """A person who publishes a year and withdraws it, again and again."""
    with RawPage(address, cookie) as page:
        page.run()
        page.run("cuoc-hop")
        page.put("hop_tabs", "Công bố năm")
        page.run()
        options = list(page.widgets_by_key("publish_step").options)
        for number in range(1_000):
            page.put("publish_step", options[number % len(options)])
            said = texts(page.click("publish_save"))
            if "Đã ghi: ấn bản" in said:
                oracle.steps += 1


def check(store: Store, oracle: Oracle) -> None:
    """Everything acknowledged is there; what was begun is there whole or not at all."""
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            assert connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(sa.text("PRAGMA foreign_key_check")).first() is None
    known = store.imports().set_index("file")
    for name, state in oracle.files.items():
        assert name in known.index, f"{name} was acknowledged and is lost"
        now = "undone" if known.at[name, "undone"] else "live"
        assert now in (state, oracle.begun[name]), f"{name} was acknowledged as {state}"
    for name in known.index.intersection(list(oracle.begun)):
        assert known.at[name, "rows"] == 2, f"{name} is half there"
    steps = len(store.entered("published_years")) - 1  # one stood there from the beginning
    assert oracle.steps <= steps <= oracle.steps + oracle.blows


def test_nothing_acknowledged_is_lost_and_nothing_is_half_when_the_server_is_killed(
    sample_url, tmp_path
):
    chance, oracle, names = random.Random(20261129), Oracle(), []
    with offices.office(sample_url, tmp_path, ("secretary", "admin"), (2022,)) as office:
        port, cookie = serving.free_port(), f"dashboard_session={office.tokens['secretary']}"
        address = f"http://127.0.0.1:{port}"
        for _ in range(MOMENTS):
            server = serving.started(
                ["dashboard.serving", "serve", f"server.port={port}"], DATABASE_URL=office.url
            )
            serving.wait_for(address, server)
            people = [
                threading.Thread(target=until_gone, args=(imports, address, cookie, oracle, names)),
                threading.Thread(target=until_gone, args=(publishes, address, cookie, oracle)),
            ]
            before = len(oracle.files)
            for one in people:
                one.start()
            wait_for_work(oracle, before)
            time.sleep(chance.uniform(0, 3))
            server.kill()
            server.wait(timeout=20)
            oracle.blows += 1
            for one in people:
                one.join(timeout=120)
                assert not one.is_alive()
            with connect(office.url) as store:
                check(store, oracle)
    assert len(oracle.files) >= MOMENTS, "work was done and acknowledged before each blow"
    assert not list(Path(tmp_path).glob("*.tmp"))


def until_gone(work, *given) -> None:
    """Work until the server is gone; any other failure is one of the test."""
    try:
        work(*given)
    except GONE:
        return


def wait_for_work(oracle: Oracle, before: int) -> None:
    """Until something new was acknowledged, so that the blow falls on a server at work."""
    for _ in range(600):
        if len(oracle.files) > before:
            return
        time.sleep(0.1)
    raise AssertionError("nothing was acknowledged within a minute")
