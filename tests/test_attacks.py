"""Attacks on the server as it is started, by raw WebSocket and HTTP: an open page takes what our pages send, a body is counted as it comes, an upload belongs to a tab and a person."""

from __future__ import annotations

import http.client
import socket
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from types import SimpleNamespace
from urllib.parse import urlsplit

import offices
import pytest
import serving
import tiny
from raw_page import RawPage, parts, texts
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg, DeferredFileRequestPayload
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileURLsRequest
from streamlit.testing.v1 import AppTest
from test_gate import ask
from websockets.exceptions import ConnectionClosed

from dashboard.serving import uploads
from dashboard.serving.messages import taken
from dashboard.serving.patience import AtOnce, TooManyAtOnceError
from dashboard.ui.frame_words import PAGE_FAILED
from data_access import movement_stores

pytestmark = pytest.mark.slow

MEBI = 2**20
SHEET = "Dataframe"  # what Streamlit calls a table, be it one in which people type
SECRET = "Phong trào kín"
"""The name of a movement in which nobody but the admin is anybody."""


@pytest.fixture(scope="module")
def kept(small_url, tmp_path_factory):
    """An office on the sample data with somebody to vote on, and a second movement that the admin alone may see."""
    folder, roles = tmp_path_factory.mktemp("attacks"), ("member", "secretary", "admin", "unit")
    with offices.office(small_url, folder, roles, (2022,)) as office:
        row = {"milestone": "tong_ket_2025", "unit": offices.UNIT, "post": "Chuyên viên"}
        about = {"form": "Bằng khen", "achievement": "Đúng hẹn", "step": "proposed"}
        office.store.enter("nominees", who="Lan", person="Phạm Thị Dung", **row, **about)
        movement_stores.made(office.store, "hai", SECRET, tiny.PLAN, "Lan")
        yield office


@pytest.fixture(scope="module")
def office(kept):
    """A server with accounts on the sample data: its address and a cookie for each account."""
    settings = ["server.disconnectedSessionTTL=1"]
    with serving.gated(settings=settings, DATABASE_URL=kept.url) as address:
        yield (
            address,
            {name: f"dashboard_session={token}" for name, token in kept.tokens.items()},
        )


@pytest.fixture(scope="module", autouse=True)
def crowd(office):
    """While everything else of this file is tried, 300 connections say nothing and some say something again and again: how each of these ended, and the silent ones."""
    where = urlsplit(office[0])
    opened = [socket.create_connection((where.hostname, where.port)) for _ in range(300)]
    with ThreadPoolExecutor(len(SAID)) as pool:
        yield (
            {name: pool.submit(silent, office[0], *said) for name, said in SAID.items()},
            opened,
        )


def failures(messages) -> list[str]:
    return [
        one.message
        for message in messages
        for one in parts(message)
        if one.DESCRIPTOR.name == "Exception"
    ]


@pytest.mark.parametrize(
    "order",
    [
        {"clear_cache": True},
        {"load_git_info": True},
        {"set_run_on_save": True},
        {"debug_disconnect_websocket": True},
        {"debug_shutdown_runtime": True},
        {},
    ],
)
def test_an_order_that_no_page_of_ours_gives_is_answered_by_nothing(office, order):
    address, cookies = office
    with RawPage(address, cookies["member"]) as page:
        page.run()
        page.send(**order)
        assert page.quiet()
        assert not failures(page.run()), "the page goes on"


def test_an_order_to_empty_the_caches_empties_nothing(office):
    """By the server's own counts: what is kept in its caches is the same before and after."""
    address, cookies = office
    with RawPage(address, cookies["member"]) as page:
        page.run()

        def kept() -> int:
            counts = ask(f"{address}/_stcore/metrics?families=cache_memory_bytes")[2]
            return sum(
                int(float(line.rsplit(" ", 1)[1]))
                for line in counts.splitlines()
                if 'cache_type="st_cache_resource"' in line
            )

        before = kept()
        page.send(clear_cache=True)
        time.sleep(6)  # the server counts no more often than every five seconds
        assert before > 0 and kept() == before


@pytest.mark.parametrize("frame", [b"\xff\xff\xff", b"\x00" * 10, b"x" * 5000])
def test_bytes_that_are_no_message_are_answered_by_nothing(office, frame):
    address, cookies = office
    with RawPage(address, cookies["member"]) as page:
        page.run()
        page.socket.send(frame)
        assert page.quiet()


FORGED = [
    ("json_value", "{"),
    ("json_value", "[1]"),
    ("double_value", float("nan")),
    ("double_value", 1e308),
    ("int_value", -(2**40)),
    ("bool_value", True),
    ("trigger_value", True),
    ("double_array_value", [1.0, float("inf")]),
    ("string_array_value", ["không có", "\u202e"]),
    ("bytes_value", b"\x00"),
    ("string_value", "không có trong danh sách"),
]


@pytest.mark.parametrize("path", ["", "xu-huong"])
def test_a_forged_value_of_any_kind_breaks_no_page(office, path):
    """Every widget of the page is given a value of every kind: either nothing is answered, or the page as it is."""
    address, cookies = office
    with RawPage(address, cookies["member"]) as page:
        page.run()
        page.run(path)
        for widget in list(page.widgets.values()):
            for kind, value in FORGED:
                page.forge(widget.id, kind, value)
        assert not failures(page.answers_so_far())
        assert not failures(page.run(path)) and "Đại biểu" in texts(page.run(path))


def test_a_widget_that_this_tab_was_not_sent_is_no_widget_and_other_tabs_are_not_touched(office):
    address, cookies = office
    with (
        RawPage(address, cookies["secretary"]) as other,
        RawPage(address, cookies["member"]) as page,
    ):
        other.run()
        other.run("nhap-so-lieu")
        page.run()
        mine = {one.id for one in page.widgets.values()}
        foreign = [one.id for one in other.widgets.values() if one.id not in mine]
        assert foreign
        answers = page.run(
            **{one: ("trigger_value", True) for one in [*foreign, "$$ID-ab-khong_co"]}
        )
        assert not failures(answers)


LETTERS = "\u202e'--<b>" + "x" * 100_000
SHEETS = [
    '{"edited_rows": {"0": {"name": "Ai", "key": "x", "own": "9"}}, "deleted_rows": [0]}',
    '{"edited_rows": {"999": {"agree": "1"}}, "added_rows": [{"name": "Ai"}]}',
]
PARTS = ["[" * 50_000, '{"typed": {"a": {"b": [1]}}, "order": [["a"]], "value": {"x": 1}}']
HOSTILE = {
    "TextInput": ("string_value", [LETTERS, "\x00"]),
    "TextArea": ("string_value", [LETTERS, "\x00"]),
    "Selectbox": ("string_value", [LETTERS, ""]),
    "MultiSelect": ("string_array_value", [[LETTERS, "", ""], []]),
    "ButtonGroup": ("string_array_value", [[LETTERS, ""], []]),
    "Radio": ("string_value", [LETTERS, ""]),
    "DateInput": ("string_array_value", [["9999-99-99"], ["0001-01-01", "2026-01-01"]]),
    SHEET: ("string_value", SHEETS),
    "BidiComponent": ("json_value", PARTS),
}
"""Kind of widget → how it speaks, and what no page of ours makes it say, turn by turn."""
DESKS = [
    ("secretary", "cuoc-hop", {"hop_tabs": "4. Đề xuất, hồ sơ"}, SHEET),
    ("secretary", "tham-dinh", {}, SHEET),
    ("admin", "ke-hoach", {"plan_tabs": "Sửa"}, SHEET),
    ("admin", "nguoi-dung", {"accounts_tabs": "Phong trào"}, "Button"),
    ("unit", "phan-cua-don-vi", {}, "TextArea"),
]
"""Who opens which page at which tab, and a kind of widget that it has."""


def kinds(messages) -> dict[str, str]:
    """Id of every widget that was sent → its kind."""
    return {
        part.id: part.DESCRIPTOR.name
        for message in messages
        for part in parts(message)
        if str(getattr(part, "id", "")).startswith("$$ID-")
    }


@pytest.fixture(scope="module")
def desks(office):
    """Path → an open page about one unit with everything unfolded, and its widgets by kind."""
    address, cookies = office
    with ExitStack() as opened:
        found = {}
        for role, path, tabs, _ in DESKS:
            page = opened.enter_context(RawPage(address, cookies[role]))
            page.query = f"don_vi={offices.UNIT}"
            shown = kinds(page.run(path))
            folds = [key for key in page.keys if key.endswith("_fold")]
            if tabs or folds:
                for key, tab in tabs.items():
                    page.put(key, tab)
                shown |= kinds(page.run(path))
                for fold in [key for key in page.keys if key.endswith("_fold")]:
                    page.put(fold, True, "bool_value")
                shown |= kinds(page.run(path))
            found[path] = page, shown
        yield found


@pytest.mark.parametrize(("path", "has"), [(path, has) for _, path, _, has in DESKS])
def test_forged_fields_sheets_and_parts_break_no_desk_and_store_nothing(desks, kept, path, has):
    """Each turn gives every field, sheet and part of the page something that nobody can have typed there."""
    page, shown = desks[path]

    assert has in shown.values()
    before = kept.store.journal_head()
    for turn in range(2):
        forged = {
            one: (HOSTILE[kind][0], HOSTILE[kind][1][turn])
            for one, kind in shown.items()
            if kind in HOSTILE and one not in page.states
        }
        answers = page.run(path, **forged)
        assert not failures(answers) and PAGE_FAILED not in texts(answers), turn
    assert kept.store.journal_head() == before


def test_a_member_presses_nothing_of_a_desk_and_opens_no_page_of_one(office, desks, kept):
    """By the ids of the buttons and the marks of the pages, which somebody of the desk could have told."""
    address, cookies = office
    buttons = {
        one for _, shown in desks.values() for one, kind in shown.items() if kind == "Button"
    }
    before = kept.store.journal_head()
    with RawPage(address, cookies["member"]) as page:
        page.run()
        for path in ("cuoc-hop", "nguoi-dung"):
            page.pages[path] = desks[path][0].pages[path]
            said = page.run(path, **{one: ("trigger_value", True) for one in buttons})
            assert not failures(said) and not buttons & set(kinds(said)), path
    assert len(buttons) > 5 and kept.store.journal_head() == before


@pytest.mark.parametrize("role", ["member", "secretary", "unit"])
def test_no_tab_comes_into_a_movement_in_which_its_person_is_nobody(office, role):
    address, cookies = office
    with RawPage(address, cookies[role]) as page:
        page.query = "phong_trao=hai"
        assert SECRET not in texts(page.run()), "asked for at once"
    with RawPage(address, cookies["admin"]) as other:
        assert SECRET in texts(other.run()), "it is there"
        link = other.keys["phong_trao"]
    with RawPage(address, cookies[role]) as page:
        page.run()
        for query, forged in (
            ("phong_trao=hai", {}),
            ("", {link: ("string_value", "hai"), "_movement": ("string_value", "hai")}),
        ):
            page.query = query
            assert SECRET not in texts(page.run(**forged)), (query, forged)


def test_a_message_larger_than_any_page_says_ends_its_connection_and_no_other(office):
    """Packed it is a few kB: what counts is what it would become."""
    address, cookies = office
    with RawPage(address, cookies["member"]) as page:
        page.run()
        page.forge(next(iter(page.widgets.values())).id, "string_value", "x" * (9 * MEBI))
        with pytest.raises(ConnectionClosed) as ended:
            page.answers_so_far(20)
        assert ended.value.rcvd.code == 1009
    assert ask(address + "/_stcore/health")[0] == 200


def test_a_tab_that_comes_over_brings_a_choice_that_is_offered_and_no_other(office):
    """Its first message to this server bears what was chosen at the other one, which no widget here was asked for yet."""
    address, cookies = office
    with RawPage(address, cookies["secretary"]) as learnt:
        learnt.run()
        year = learnt.keys["nam_shown"]
    for value, answered in (("2022 · Sơ kết", "sơ kết 2022"), ("2031", "tổng kết 2025")):
        with RawPage(address, cookies["secretary"]) as page:
            said = page.run(**{year: ("string_value", value)})
            assert not failures(said) and f"Mốc {answered}" in texts(said)


def test_too_many_widgets_or_too_long_an_address_are_answered_by_nothing(office):
    address, cookies = office
    with RawPage(address, cookies["member"]) as page:
        page.run()
        many = ClientState(page_script_hash=page.hash)
        for number in range(2_001):
            many.widget_states.widgets.add(id=f"w{number}", bool_value=True)
        page.send(rerun_script=many)
        page.send(rerun_script=ClientState(query_string="a=" + "x" * 9_000))
        assert page.quiet()


def test_a_file_made_on_demand_is_made_for_the_tab_to_which_it_was_offered_alone(office):
    address, cookies = office
    with (
        RawPage(address, cookies["secretary"]) as owner,
        RawPage(address, cookies["member"]) as thief,
    ):
        owner.run()
        offered = [
            one.deferred_file_id
            for message in owner.run("xep-hang")
            for one in parts(message)
            if one.DESCRIPTOR.name == "DownloadButton" and one.deferred_file_id
        ]
        thief.run()
        asked = DeferredFileRequestPayload(file_id=offered[0])
        for session in (thief.session, owner.session):
            thief.send(
                backend_operation_request=BackendOperationRequest(
                    request_id="1", session_id=session, deferred_file=asked
                )
            )
        assert thief.quiet()
        owner.send(
            backend_operation_request=BackendOperationRequest(
                request_id="1", session_id=owner.session, deferred_file=asked
            )
        )
        assert "/media/" in texts([owner.answer()])


def place(page: RawPage) -> str:
    """Where the server tells this tab to put a file."""
    page.send(file_urls_request=FileURLsRequest(request_id="r", file_names=["a.csv"]))
    return page.answer().file_urls_response.file_urls[0].upload_url


def put(
    address: str,
    path: str,
    cookie: str,
    size: int,
    *,
    method="PUT",
    chunked=False,
    content=b"",
    name="a.csv",
) -> int:
    """The status of an upload of so many bytes (or this content), sent as a browser does or in chunks without their length."""
    size = len(content) or size
    token = ask(address + "/_stcore/health")[1]["set-cookie"].split(";")[0]
    boundary = uuid.uuid4().hex
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'
    tail = f"\r\n--{boundary}--\r\n".encode()

    def body():
        yield head.encode()
        if content:
            yield content + tail
            return
        for _ in range(size // MEBI):
            yield b"x" * MEBI
        yield b"x" * (size % MEBI) + tail

    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    headers = {
        "Content-Type": f"multipart/form-data; boundary={boundary}",
        "Cookie": f"{cookie}; {token}",
        "X-Xsrftoken": token.split("=", 1)[1],
        "Origin": address,
    }
    if not chunked:
        headers["Content-Length"] = str(len(head) + size + len(tail))
    try:
        connection.request(method, path, body(), headers, encode_chunked=chunked)
    except (BrokenPipeError, ConnectionResetError):
        pass  # refused before all of it was sent; the answer is read below
    status = connection.getresponse().status
    connection.close()
    return status


def test_an_upload_goes_where_its_own_tab_was_told_and_nowhere_else(office):
    address, cookies = office
    with (
        RawPage(address, cookies["secretary"]) as owner,
        RawPage(address, cookies["admin"]) as other,
    ):
        owner.run()
        other.run()
        told = place(owner)
        assert put(address, told, cookies["secretary"], 100) == 204
        assert put(address, told, cookies["admin"], 100) == 404, "not into another's tab"
        assert put(address, told, cookies["admin"], 0, method="DELETE") == 404
        assert put(address, told, cookies["member"], 100) == 404
        assert put(address, told, "", 100) == 401
        invented = f"{told.rsplit('/', 1)[0]}/{uuid.uuid4()}"
        assert put(address, invented, cookies["secretary"], 100) == 404, (
            "a place of one's own making"
        )


def held(address: str) -> int:
    """Bytes of uploads that the server holds, by its own count."""
    counts = ask(f"{address}/_stcore/metrics?families=cache_memory_bytes")[2]
    return sum(
        int(float(line.rsplit(" ", 1)[1]))
        for line in counts.splitlines()
        if "UploadedFileManager" in line
    )


def test_a_person_holds_so_much_in_all_their_tabs_and_it_goes_with_the_tab(office):
    address, cookie = office[0], office[1]["admin"]
    with RawPage(address, cookie) as one, RawPage(address, cookie) as two:
        one.run()
        two.run()
        said = [put(address, place(tab), cookie, 45 * MEBI, chunked=True) for tab in (one, two) * 3]
        assert said == [204] * 4 + [413] * 2
        assert held(address) <= uploads.BUDGET
    for _ in range(60):
        if held(address) == 0:
            return
        time.sleep(0.5)
    pytest.fail("the uploads of closed tabs are still held")


def send_raw(address: str, request: bytes, body: bytes = b"", times: int = 0) -> bytes:
    """The first bytes answered to a request written by hand; its body is sent in chunks until the server has enough."""
    where = urlsplit(address)
    with socket.create_connection((where.hostname, where.port), timeout=40) as connection:
        connection.sendall(request)
        try:
            for _ in range(times):
                connection.sendall(b"%x\r\n" % len(body) + body + b"\r\n")
        except OSError:
            pass  # the server has closed: what it said is read below
        try:
            return connection.recv(4096)
        except ConnectionResetError:
            return b""


@pytest.mark.parametrize("path", ["/dang-nhap", "/tai-khoan", "/dang-xuat", "/"])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"]
)
def test_a_body_sent_in_chunks_is_refused_as_soon_as_it_is_too_large(office, path, kind, tmp_path):
    address, cookies = office
    host = urlsplit(address).netloc
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {address}\r\nContent-Type: {kind}\r\n"
        f"Cookie: {cookies['member']}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    first = b'--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
    answer = send_raw(address, head.encode(), first + b"x" * MEBI, 40)
    assert not answer.startswith((b"HTTP/1.1 2", b"HTTP/1.1 5"))
    assert ask(address + "/_stcore/health")[0] == 200


def silent(address: str, first: bytes, then: bytes = b"", every: float = 1.0) -> float:
    """Seconds until the server closes a connection on which this is said, and then that again and again."""
    where = urlsplit(address)
    began = time.monotonic()
    with socket.create_connection((where.hostname, where.port)) as connection:
        connection.sendall(first)
        connection.settimeout(every)
        while time.monotonic() - began < 60:
            try:
                if then:
                    connection.sendall(then)
                if connection.recv(65536) == b"":
                    return time.monotonic() - began
            except TimeoutError:
                continue
            except OSError:
                return time.monotonic() - began
    return time.monotonic() - began


SAID = {
    "silent": (b"", b""),
    "half a request": (b"GET / HTTP/1.1\r\n", b""),
    "a line a second": (b"GET / HTTP/1.1\r\n", b"X-A: b\r\n"),
    "a letter after an answer": (b"GET /_stcore/health HTTP/1.1\r\nHost: a\r\n\r\n", b"G"),
    "a body in drops": (
        b"POST /_stcore/health HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
        b"x",
    ),
}


def test_who_opens_a_connection_and_says_nothing_whole_is_let_go_and_meanwhile_pages_are_served(
    office, crowd
):
    waits, opened = crowd
    assert ask(office[0] + "/dang-nhap")[0] == 200
    lasted = {name: one.result() for name, one in waits.items()}
    assert max(lasted.values()) < 60, lasted
    for one in opened:
        one.settimeout(60)
        assert one.recv(1) == b""
        one.close()


def tried(address: str, name: str, password: str, place: str, cookie: str = "") -> tuple[int, str]:
    """The status and the sentence told to who signs in from a place."""
    status, _, body = ask(
        address + "/dang-nhap",
        cookie=cookie,
        data={"ten": name, "mat_khau": password, "tiep": "/"},
        Origin=address,
        X_Forwarded_For=place,
    )
    return status, body.split("role='alert'>")[-1].split("</p>")[0] if status != 303 else ""


def test_guessing_keeps_nobody_out_and_tells_no_name(office):
    """From one place a name that is borne and one that is not are told the same, try by try; the person comes in from their own, or with the session of their browser."""
    address, cookies = office
    told = {
        name: [tried(address, name, "sai mat khau", "10.0.0.66") for _ in range(5)]
        for name in ("admin", "khong-co-ai")
    }
    without_seconds = [
        [(status, "chờ" in said, "không đúng" in said) for status, said in one]
        for one in told.values()
    ]
    assert without_seconds[0] == without_seconds[1]
    assert any(waits for _, waits, _ in without_seconds[0])
    assert tried(address, "admin", offices.PASSWORD, "10.0.0.7")[0] == 303
    assert tried(address, "admin", offices.PASSWORD, "10.0.0.66", cookies["admin"])[0] == 303


NUMBERS = """
import streamlit as st
st.write(st.number_input("Số nguyên", value=1, step=1, min_value=0, max_value=50, key="whole"))
st.write(st.number_input("Số lẻ", value=1.5, key="broken"))
"""


@pytest.mark.parametrize(
    ("key", "kind", "value", "is_taken"),
    [
        ("whole", "int_value", 7, True),  # what a browser sends of a box of whole numbers
        ("whole", "double_value", 7.0, True),
        ("whole", "string_value", "7", False),
        ("broken", "double_value", 2.5, True),
        ("broken", "bool_value", True, False),
    ],
)
def test_a_box_of_numbers_may_say_a_number_and_nothing_else(key, kind, value, is_taken):
    """Streamlit registers every box of numbers as a double and sends whole ones as integers."""
    app = AppTest.from_string(NUMBERS).run()
    widget, state = app.number_input(key=key).id, app.session_state
    message = BackMsg()
    said = message.rerun_script.widget_states.widgets.add(id=widget)
    setattr(said, kind, value)
    kept = taken(message, SimpleNamespace(session_state=state._state._state), None)
    assert (kept is not None) is is_taken
    if kept:
        assert [one.id for one in kept.rerun_script.widget_states.widgets] == [widget]


@pytest.mark.parametrize("name", ["%00.js", "a" * 5_000 + ".js"])
@pytest.mark.parametrize("taken", ["gzip", "identity"])
def test_a_name_that_no_file_can_bear_is_not_looked_for(office, name, taken):
    """Else each request of a stranger is a failure of the disk and a page of the server's log."""
    for place in ("app/static", "static", "favicon", "tong-quan"):
        assert ask(f"{office[0]}/{place}/{name}", Accept_Encoding=taken)[0] == 404


def test_a_digit_that_is_no_number_ends_no_key_and_breaks_no_page(office):
    address, cookies = office
    for digit in ("²", "١", "9" * 400):
        status, heads, _ = ask(
            f"{address}/tai-khoan/khoa",
            cookie=cookies["secretary"],
            data={"thu_hoi": digit},
            Origin=address,
        )
        assert status == 200, heads.get("location")


def test_a_form_without_origin_is_not_ours_whatever_the_host_is_called(office):
    address, cookies = office
    place = urlsplit(address)
    form = b"ten=q"
    with socket.create_connection((place.hostname, place.port), timeout=30) as line:
        line.sendall(
            b"POST /tai-khoan/khoa HTTP/1.1\r\nHost: \r\nConnection: close\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n"
            + f"Content-Length: {len(form)}\r\nCookie: {cookies['secretary']}\r\n\r\n".encode()
            + form
        )
        assert line.recv(12) == b"HTTP/1.1 403"


def test_one_place_has_so_many_at_once_and_no_other_waits_for_it():
    waiting = AtOnce(2)
    with waiting.one_more("10.0.0.66"), waiting.one_more("10.0.0.66"):
        with pytest.raises(TooManyAtOnceError), waiting.one_more("10.0.0.66"):
            pass
        with waiting.one_more("10.0.0.7"):
            pass
    with waiting.one_more("10.0.0.66"), waiting.one_more("10.0.0.66"):
        pass
