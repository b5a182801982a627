"""The whole server is killed without warning at random moments while two people import, undo, publish, seal and change the plan: what was acknowledged is there, nothing is half.

Two moments on SQLite; more by KILLED_MOMENTS=200, others by KILLED_SEED, on PostgreSQL by KILLED_ON=postgresql.
"""

from __future__ import annotations

import os
import random
import re
import threading
import time
import traceback
from pathlib import Path

import offices
import pytest
import raw_page
import serving
import sqlalchemy as sa
from raw_page import RawPage, texts
from streamlit.proto.Common_pb2 import FileUploaderState, FileURLsRequest, UploadedFileInfo
from test_attacks import put
from websockets.exceptions import WebSocketException

import sample_data
from dashboard.plan import load_plan
from data_access import backup, restoring, sign_in_sessions
from data_access.store import Store, connect

pytestmark = pytest.mark.slow

MOMENTS = int(os.environ.get("KILLED_MOMENTS", "2"))
SEED = int(os.environ.get("KILLED_SEED", "20261129"))
ON = os.environ.get("KILLED_ON", "sqlite")
ROLES = ("secretary", "admin")
STORE = "Lưu vào kho"
UNDO = 2  # whose turn it is when a blow waits for an undoing
LONGEST_WORK = 3 if MOMENTS < 10 else 8
"""Seconds of work after the first that was acknowledged, at most: in a long trial long enough for seals and plans."""
GONE = (OSError, WebSocketException, EOFError)
"""What a person meets whose server is killed. That it answers nothing for `raw_page.LONGEST` seconds is a `TimeoutError`, which is no end of that kind."""


class Oracle:
    """What the server acknowledged: file → "live" or "undone", how many steps of publishing, names of seals, versions of the plan.

    `begun`: what it was asked last; `blows`: how often it was killed; `broken`: what ended a person's work otherwise.
    """

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.steps = self.blows = 0
        self.seals: list[str] = []
        self.plans: list[int] = []
        self.begun: dict[str, str] = {}
        self.broken: list[str] = []

    def __str__(self) -> str:
        undone = list(self.files.values()).count("undone")
        told = {"files": len(self.files), "undone": undone, "steps": self.steps}
        return str({**told, "seals": len(self.seals), "plans": len(self.plans)})

    @property
    def decided(self) -> int:
        """How often the second person was told that it is done."""
        return self.steps + len(self.seals) + len(self.plans)

    @property
    def done(self) -> tuple[int, int, int]:
        """How many files were acknowledged, how often the second person was told that it is done, how many files were undone."""
        return len(self.files), self.decided, list(self.files.values()).count("undone")

    @property
    def turn(self) -> int:
        """Of what one more is waited for before the next blow: in a long trial each in turn."""
        return self.blows % 3 if MOMENTS >= 10 else 0


def imports(address: str, cookie: str, oracle: Oracle, names: list[str]) -> None:
    """A person who imports file after file of two rows, and undoes every second one, where the blow waits for an undoing the first; one file alone while the plan is changed, for what is stored meanwhile must be looked at first."""
    with RawPage(address, cookie) as page:
        page.run("nhap-so-lieu")
        for number in range(1_000):
            name = f"{len(names)}.csv"
            names.append(name)
            _import(page, name, len(names))
            oracle.begun[name] = "live"
            if "Đã lưu 1/1 tệp" in texts(page.press(STORE)):
                oracle.files[name] = "live"
            if (number + (oracle.turn == UNDO)) % 2 and oracle.files.get(name) == "live":
                _choose(page, name)
                key = next(key for key in page.keys if key.startswith("import_change_"))
                oracle.begun[name] = "undone"
                page.click(key)  # tells what it would change
                if "Đã hoàn tác lần nhập" in texts(page.click(key)):
                    oracle.files[name] = "undone"
                page.states.clear()
                page.put("intake_tabs", "Nhập tệp")
                page.run("nhap-so-lieu")
            if oracle.blows % 5 == 4:
                return


def _import(page: RawPage, name: str, number: int) -> None:
    """Look at a file whose figures stand nowhere in the store: one that would change nothing has no button that stores it."""
    points = {"CL54": 1 + number % 400 / 100, "CL52": 1 + number * 3 % 400 / 100}
    rows = "".join(f"{unit},TC1,2025,appraised,{one}\n" for unit, one in points.items())
    content = f"unit,criterion,year,stage,value\n{rows}".encode() + b"\n" * number
    said = _give(page, "Tệp số liệu", name, content)
    if STORE not in said:
        told = "\n".join(line for line in said.splitlines() if line.startswith(("<h1", "<div")))
        raise AssertionError(f"{name} cannot be stored: {told}")


def _give(page: RawPage, label: str, name: str, content: bytes) -> str:
    """Put a file into the field of this label; what the page says of it."""
    page.send(file_urls_request=FileURLsRequest(request_id="r", file_names=[name]))
    to = page.answer().file_urls_response.file_urls[0]
    assert put(page.address, to.upload_url, page.cookie, 0, content=content, name=name) == 204
    info = UploadedFileInfo(file_id=to.file_id, name=name, size=len(content), file_urls=to)
    page.set(label, FileUploaderState(uploaded_file_info=[info]), "file_uploader_state_value")
    return texts(page.run())


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
    """A person who publishes and withdraws a year, seals the figures of a meeting, or moves a mark of the plan: after each blow another of them."""
    name, cookie, does = (
        ("cuoc-hop", desk, _publish),
        ("cuoc-hop", desk, _seal),
        ("ke-hoach", keeper, _change_plan),
    )[(0, 1, 0, 1, 2)[oracle.blows % 5]]
    with RawPage(address, cookie) as page:
        page.run(name)
        for number in range(1_000):
            does(page, number, oracle)


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


def _seal(page: RawPage, number: int, oracle: Oracle) -> None:
    name = f"Số liệu {oracle.blows}.{number}"
    page.states.clear()
    page.put("hop_tabs", "2. Chốt")
    field = _newest_key(page, "seal_name_")
    page.put(field, name)
    for why in [key for key in page.keys if key.startswith("seal_reason_")]:
        page.put(why, "thử")
    button = field.replace("seal_name_", "seal_").rsplit("_", 1)[0]
    if f"Đã chốt “{name}”" in texts(page.click(button)):
        oracle.seals.append(name)


def _change_plan(page: RawPage, number: int, oracle: Oracle) -> None:
    """Another number of days for replies, as a file: each time a version of the plan. What else was stored meanwhile must be looked at first."""
    page.states.clear()
    page.put("plan_tabs", "Nạp tệp kế hoạch")
    page.run()
    days = f"reply_days = {11 + (oracle.blows * 7 + number) % 50} #"
    text = sample_data.PLAN.read_text(encoding="utf-8").replace("reply_days = 10 #", days)
    _give(page, "Tệp kế hoạch", "ke-hoach.toml", text.encode())
    page.put(_newest_key(page, "plan_upload_why"), "thử")
    page.run()
    for _ in range(5):
        if told := re.search(r"Đã lưu phiên bản (\d+)", texts(page.click("plan_upload_save"))):
            oracle.plans.append(int(told[1]))
            return


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
    small_url, tmp_path, request, monkeypatch
):
    monkeypatch.setattr(raw_page, "LONGEST", 600.0)
    chance, oracle, names = random.Random(SEED), Oracle(), []
    with offices.office(small_url, tmp_path, ROLES, (2022,)) as office:
        if ON == "postgresql":
            office = moved(office, request.getfixturevalue("postgresql_url"), tmp_path)
        cookies = [f"dashboard_session={office.tokens[one]}" for one in ROLES]
        for _ in range(MOMENTS):
            struck(office.url, cookies, oracle, names, chance)
            oracle.blows += 1
            with connect(office.url) as store:
                check(store, oracle)
            print(f"{oracle.blows} blows: {oracle}", flush=True)
    assert len(oracle.files) + oracle.decided >= MOMENTS, (
        "work was done and acknowledged before each blow"
    )
    assert not list(Path(tmp_path).glob("*.tmp"))
    everything = (oracle.steps, oracle.seals, oracle.plans, "undone" in oracle.files.values())
    assert MOMENTS < 10 or all(everything), str(oracle)


def moved(office: offices.Office, url: str, folder: Path) -> offices.Office:
    """The office in another, empty database; sessions are in no backup, so everybody signs in anew."""
    backup.backup(office.store, folder / "moved.sqlite")
    with connect(url) as store:
        restoring.restore(store, folder / "moved.sqlite")
        tokens = {one: sign_in_sessions.sign_in(store, one, offices.PASSWORD) for one in ROLES}
        return offices.Office(url, store, tokens)


def struck(
    url: str, cookies: list[str], oracle: Oracle, names: list[str], chance: random.Random
) -> None:
    """A server is started, two people work on it, it is killed at some moment, and both have noticed."""
    port = serving.free_port()
    address = f"http://127.0.0.1:{port}"
    server = serving.started(
        ["dashboard.serving", "serve", f"server.port={port}"], DATABASE_URL=url
    )
    desk, keeper = cookies
    work = ((imports, desk, oracle, names), (decides, desk, keeper, oracle))
    people = [
        threading.Thread(target=until_gone, args=(does, oracle, address, *given))
        for does, *given in work
    ]
    before = oracle.done
    try:
        serving.wait_for(address, server)
        for one in people:
            one.start()
        wait_for_work(oracle, before)
        time.sleep(chance.uniform(0, LONGEST_WORK))
    finally:
        server.kill()
        server.wait(timeout=20)
    for one in people:
        one.join(timeout=120)
        assert not one.is_alive()
    assert not oracle.broken, oracle.broken[0]


def until_gone(work, oracle: Oracle, *given) -> None:
    """Work until the server is gone; any other end is told."""
    try:
        work(*given)
    except Exception as error:
        if isinstance(error, TimeoutError) or not isinstance(error, GONE):
            oracle.broken.append(traceback.format_exc())


def wait_for_work(oracle: Oracle, before: tuple[int, ...]) -> None:
    """Until one more of what its turn is was acknowledged: the blow falls on a server at work."""
    for _ in range(12_000):
        if oracle.broken or oracle.done[oracle.turn] > before[oracle.turn]:
            return
        time.sleep(0.1)
    raise AssertionError("nothing was acknowledged within twenty minutes")
