"""The whole server is killed without warning at random moments while two people import, undo, publish, seal and change the plan: what was acknowledged is there, nothing is half.

Two moments; more by KILLED_MOMENTS=200.
"""

from __future__ import annotations

import json
import os
import random
import re
import threading
import time
from pathlib import Path

import offices
import pytest
import serving
import sqlalchemy as sa
from raw_page import RawPage, texts
from streamlit.proto.Common_pb2 import FileUploaderState, FileURLsRequest, UploadedFileInfo
from test_attacks import put
from websockets.exceptions import WebSocketException

from dashboard.plan import load_plan
from data_access.store import Store, connect

pytestmark = pytest.mark.slow

MOMENTS = int(os.environ.get("KILLED_MOMENTS", "2"))
LONGEST_WORK = 3 if MOMENTS < 10 else 12
"""Seconds of work after the first that was acknowledged, at most: in a long trial also long enough for seals and plans."""
GONE = (OSError, WebSocketException, TimeoutError, EOFError)
"""What a person meets whose server is killed."""


class Oracle:
    """What the server acknowledged: file → "live" or "undone", how many steps of publishing, names of seals, versions of the plan.

    `begun`: what it was asked last; `blows`: how often it was killed.
    """

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.steps = self.blows = 0
        self.seals: list[str] = []
        self.plans: list[int] = []
        self.begun: dict[str, str] = {}

    @property
    def decided(self) -> int:
        """How often the second person was told that it is done."""
        return self.steps + len(self.seals) + len(self.plans)


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


def decides(address: str, desk: str, keeper: str, oracle: Oracle) -> None:
    """A person who in turn publishes or withdraws a year, seals the figures of a meeting, and moves a mark of the plan."""
    with RawPage(address, desk) as years, RawPage(address, desk) as meeting:
        with RawPage(address, keeper) as plan:
            for page, name in ((years, "cuoc-hop"), (meeting, "cuoc-hop"), (plan, "ke-hoach")):
                page.run()
                page.run(name)
            for number in range(1_000):
                _publish(years, number, oracle)
                _seal(meeting, f"Số liệu {oracle.blows}.{number}", oracle)
                _change_plan(plan, number, oracle)


def _publish(page: RawPage, number: int, oracle: Oracle) -> None:
    page.states.clear()
    page.put("hop_tabs", "Công bố năm")
    page.run()
    options = list(page.widgets_by_key("publish_step").options)
    page.put("publish_step", options[number % len(options)])
    page.put(_newest_key(page, "publish_meeting"), "thử")
    page.click("publish_save")
    if "Đã ghi: ấn bản" in texts(page.click("publish_save")):
        oracle.steps += 1


def _seal(page: RawPage, name: str, oracle: Oracle) -> None:
    page.states.clear()
    page.put("hop_tabs", "2. Chốt")
    field = _newest_key(page, "seal_name_")
    page.put(field, name)
    page.put(_newest_key(page, "seal_reason_"), "thử")
    button = field.replace("seal_name_", "seal_").rsplit("_", 1)[0]
    if f"Đã chốt “{name}”" in texts(page.click(button)):
        oracle.seals.append(name)


def _change_plan(page: RawPage, number: int, oracle: Oracle) -> None:
    """The lowest mark of the best class up or down: each time a version of the plan."""
    page.states.clear()
    page.put("plan_tabs", "Sửa")
    editor = _newest_key(page, "classes_")
    edited = {"edited_rows": {"0": {"min": str(91 + number % 2)}}}
    page.put(editor, json.dumps({**edited, "added_rows": [], "deleted_rows": []}))
    mark = editor.removeprefix("classes_")
    page.put(f"plan_why_{mark}", "thử")
    if told := re.search(r"Đã lưu phiên bản (\d+)", texts(page.click(f"plan_save_{mark}"))):
        oracle.plans.append(int(told[1]))


def _newest_key(page: RawPage, begins: str) -> str:
    """The key that begins so and was sent last, once the page has run."""
    for key in [key for key in page.keys if key.startswith(begins)]:
        del page.keys[key]
    page.run()
    return next(key for key in page.keys if key.startswith(begins))


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
    assert set(oracle.seals) <= set(store.seals()["name"])
    versions = store.plan_versions().set_index("version")["body"]
    assert set(oracle.plans) <= set(versions.index)
    assert all(load_plan(body) for body in versions)
    assert not store.prove().faults, "no seal, file or entry of the journal is half there"


def test_nothing_acknowledged_is_lost_and_nothing_is_half_when_the_server_is_killed(
    sample_url, tmp_path
):
    chance, oracle, names = random.Random(20261129), Oracle(), []
    with offices.office(sample_url, tmp_path, ("secretary", "admin"), (2022,)) as office:
        port = serving.free_port()
        desk, keeper = (f"dashboard_session={office.tokens[one]}" for one in ("secretary", "admin"))
        address = f"http://127.0.0.1:{port}"
        for _ in range(MOMENTS):
            server = serving.started(
                ["dashboard.serving", "serve", f"server.port={port}"], DATABASE_URL=office.url
            )
            serving.wait_for(address, server)
            people = [
                threading.Thread(target=until_gone, args=(work, address, *given))
                for work, *given in (
                    (imports, desk, oracle, names),
                    (decides, desk, keeper, oracle),
                )
            ]
            before = len(oracle.files), oracle.decided
            try:
                for one in people:
                    one.start()
                wait_for_work(oracle, before)
                time.sleep(chance.uniform(0, LONGEST_WORK))
            finally:
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
    done = {"steps": oracle.steps, "seals": len(oracle.seals), "plans": len(oracle.plans)}
    assert MOMENTS < 10 or all(done.values()), done
    print(f"{oracle.blows} blows, {len(oracle.files)} files, {done}")


def until_gone(work, *given) -> None:
    """Work until the server is gone; any other failure is one of the test."""
    try:
        work(*given)
    except GONE:
        return


def wait_for_work(oracle: Oracle, before: tuple[int, int]) -> None:
    """Until something new was acknowledged, in a long trial to both people, so that the blow falls on a server at work."""
    files, decided = before
    for _ in range(1800):
        if len(oracle.files) > files and (MOMENTS < 10 or oracle.decided > decided):
            return
        time.sleep(0.1)
    raise AssertionError("nothing was acknowledged within three minutes")
