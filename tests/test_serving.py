"""What a data centre runs, as `deploy/` says it: nginx with TLS before two servers on one PostgreSQL, asked by a browser and by plain requests."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import secrets
import uuid
from urllib.parse import urlencode, urlsplit

import fronting
import pytest
import serving
import sqlalchemy as sa

from data_access import account_store, sign_in_sessions
from data_access.store import connect

pytestmark = pytest.mark.slow

PASSWORD, PERSON = "mot cau de nho", "Nguyễn Thị Lan"
CODE, UNIT = "CL54", "Ủy ban nhân dân xã Hải Chương, tỉnh Minh Họa"
CHANGED = f"unit,criterion,year,stage,value\n{CODE},TC1,2025,appraised,{{points}}\n"


@pytest.fixture(scope="module")
def front(small_url, postgresql_server, tmp_path_factory):
    """nginx and both servers on some of the sample data, with an account that may do everything: `front.cookie`."""
    from data_access.backup import backup
    from data_access.restoring import restore

    if fronting.NGINX is None:
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("no nginx for the tests of serving")
    folder = tmp_path_factory.mktemp("front")
    name = f"front_{uuid.uuid4().hex}"
    admin = sa.create_engine(
        sa.make_url(postgresql_server).set(drivername="postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
    )
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        url = (
            sa.make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)
        )
        with connect(small_url) as source, connect(url) as store:
            backup(source, folder / "sample.bak")
            restore(store, folder / "sample.bak")
            first = account_store.add(store, "lan", PERSON, frozenset({"secretary", "admin"}))
            token = sign_in_sessions.change_password(
                store, sign_in_sessions.sign_in(store, "lan", first), first, PASSWORD
            )
        with fronting.fronted(
            folder, DATABASE_URL=url, STREAMLIT_SERVER_COOKIE_SECRET=secrets.token_hex()
        ) as opened:
            opened.cookie = token
            with connect(url) as opened.store:
                yield opened
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture
def opened(browser, front):
    """Opens a browser of its own, signed in, at server 1, 2 or wherever nginx sends it: `opened(server)` gives its page."""
    contexts = []

    def at(server: int | None = None):
        context = browser.new_context(
            ignore_https_errors=True, viewport={"width": 1366, "height": 768}, locale="vi-VN"
        )
        contexts.append(context)
        given = {
            "dashboard_session": front.cookie,
            **({"dashboard_server": str(server)} if server else {}),
        }
        context.add_cookies(
            [
                {
                    "name": name,
                    "value": value,
                    "url": front.address,
                    "secure": True,
                    "httpOnly": True,
                }
                for name, value in given.items()
            ]
        )
        page = context.new_page()
        page.set_default_timeout(serving.PATIENCE)
        page.faults, page.asked = [], []
        page.on(
            "console",
            lambda message: (
                page.faults.append(message.text)
                if message.type == "error" and not _probing(message)
                else None
            ),
        )
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("websocket", lambda socket: page.asked.append(socket.url))
        return page

    yield at
    for context in contexts:
        context.close()


def _probing(message) -> bool:
    """Streamlit looks for its own address below a deep link first, and is told that it is not there."""
    return message.location["url"].endswith(("/_stcore/health", "/_stcore/host-config"))


def show(page, front, path: str) -> str:
    """Open a page and give its first sentence."""
    page.goto(f"{front.address}/{path}")
    serving.settle(page)
    return page.locator("h1.answer").first.inner_text()


def server_of(page) -> str:
    return next(one["value"] for one in page.context.cookies() if one["name"] == "dashboard_server")


def offer(page, front, points: int) -> None:
    """Choose a file of one figure on the page Nhập số liệu and wait for what it would change."""
    if "nhap-so-lieu" not in page.url:
        show(page, front, "nhap-so-lieu")
    page.locator("input[type=file]").set_input_files(
        {
            "name": f"sua-{points}.csv",
            "mimeType": "text/csv",
            "buffer": CHANGED.format(points=points).encode(),
        }
    )
    page.get_by_text("Đã kiểm tra 1 tệp: 1 tệp dùng được").wait_for()


def taken(page, front) -> list[str]:
    """The lines of the ranking's first table, downloaded."""
    show(page, front, "xep-hang")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").first.click()
    return download.value.path().read_text("utf-8-sig").splitlines()


def ask(
    front,
    path: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    plain: bool = False,
    **headers: str,
):
    """Status, headers, bytes of one request to nginx."""
    where = urlsplit(front.plain if plain else front.address)
    connection = (
        http.client.HTTPConnection(where.netloc, timeout=serving.PATIENCE / 1000)
        if plain
        else http.client.HTTPSConnection(
            where.netloc, timeout=serving.PATIENCE / 1000, context=front.tls
        )
    )
    connection.request(
        method, path, body, {name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    result = answer.status, answer.headers, answer.read()
    connection.close()
    return result


@pytest.mark.browser
def test_pages_work_through_nginx_without_an_error_a_breach_of_the_policy_or_a_request_to_anybody_else(
    front, opened
):
    page = opened()
    for path in ("", "xu-huong", "ke-hoach"):
        assert show(page, front, path)
    assert page.faults == []
    allowed = (front.address, front.address.replace("https", "wss"), "data:", "blob:")
    assert [url for url in page.asked if not url.startswith(allowed)] == []
    assert any(url.startswith("wss:") for url in page.asked)
    kept = {one["name"]: one for one in page.context.cookies()}
    assert kept.keys() == {"dashboard_session", "dashboard_server", "_streamlit_xsrf"}
    assert all(one["secure"] and one["sameSite"] == "Lax" for one in kept.values())
    assert kept["dashboard_server"]["httpOnly"] and kept["dashboard_session"]["httpOnly"]


@pytest.mark.browser
def test_what_is_stored_by_one_server_is_shown_by_the_other_at_once_and_files_come_and_go_through_both(
    front, opened
):
    here, there = opened(1), opened(2)
    before = taken(there, front)
    offer(here, front, 4)
    here.get_by_role("button", name="Lưu vào kho").click()
    here.get_by_text("Đã lưu").first.wait_for()
    after = taken(there, front)
    assert len(after) == len(before) and [
        line.split(";")[0] for line in set(after) - set(before)
    ] == [UNIT]
    assert taken(here, front) == after
    assert (server_of(here), server_of(there)) == ("1", "2")
    assert here.faults == there.faults == []


def test_nginx_says_what_is_too_large_too_often_or_closed_and_keeps_browsers_safe(front):
    status, headers, _ = ask(front, "/xep-hang?nam=2022", plain=True)
    assert (status, headers["location"]) == (301, "https://localhost/xep-hang?nam=2022")
    cookie = f"dashboard_session={front.cookie}"
    status, headers, body = ask(
        front, "/", Cookie=cookie, Accept_Encoding="gzip", Accept="text/html"
    )
    assert (
        status == 200
        and "unsafe-eval" in headers["content-security-policy"]
        and headers["strict-transport-security"].startswith("max-age=")
    )
    assert headers["server"] == "nginx" and headers["content-encoding"] == "gzip"
    assert headers.get_all("set-cookie")[-1].endswith("; Path=/; HttpOnly; Secure; SameSite=Lax")
    script = re.search('<script type="module"[^>]* src="([^"]+)"', gzip.decompress(body).decode())
    status, headers, body = ask(front, script[1], Accept_Encoding="gzip")
    assert (
        status == 200
        and headers["content-encoding"] == "gzip"
        and len(gzip.decompress(body)) > 2 * len(body)
        and "immutable" in headers["cache-control"]
    )

    status, headers, body = ask(
        front,
        "/_stcore/upload_file/a/b",
        method="PUT",
        Cookie=cookie,
        Content_Length=str(60 * 2**20),
    )
    assert (
        status == 413
        and "tối đa 50 MB" in body.decode()
        and headers["content-security-policy"].startswith("default-src 'none'")
    )
    assert (
        ask(front, "/_stcore/metrics", Cookie=cookie)[0] == 404
        and ask(front, "/_stcore/health")[0] == 200
    )
    assert ask(front, "/", X_Forwarded_For="127.0.0.1", X_Dashboard_Session=front.cookie)[0] == 401

    form = urlencode({"ten": "lan", "mat_khau": PASSWORD, "tiep": "/"})
    status, headers, _ = ask(
        front,
        "/dang-nhap",
        method="POST",
        body=form.encode(),
        Origin=front.address,
        Content_Type="application/x-www-form-urlencoded",
        X_Forwarded_For="203.0.113.9",
    )
    assert (
        status == 303
        and "; Secure" in headers["set-cookie"]
        and "HttpOnly" in headers["set-cookie"]
    )
    assert front.store.journal()["origin"].iloc[0] == "127.0.0.1", (
        "what a client claims about its address is not believed"
    )
    said = [ask(front, "/dang-nhap?ten=ai-do") for _ in range(100)]
    assert said[0][0] == 200 and said[-1][0] == 429 and "chờ một phút" in said[-1][2].decode()

    log = (front.folder / "dashboard.json").read_text()
    lines = [json.loads(line) for line in log.splitlines()]
    assert {"at", "method", "path", "status", "bytes", "seconds", "server"} == lines[-1].keys()
    assert {"/_stcore/upload_file", "/dang-nhap", "/"} <= {line["path"] for line in lines}
    said = (front.folder / "server-1.log").read_text().splitlines()
    told = [line for line in said if line.startswith("{")]
    assert [
        line
        for line in said
        if line.strip() and not line.startswith(("{", "  You can now view", "  URL:"))
    ] == []
    assert all(json.loads(line)["at"] for line in told) and not any(
        private in line for private in (front.cookie, "127.0.0.1", "203.0.113.9") for line in told
    )
    assert not any(
        private in log for private in (front.cookie, "lan", "127.0.0.1", "2022", "ai-do")
    )


@pytest.mark.browser
def test_a_server_dies_and_its_people_go_on_at_the_other_and_stay_there(front, opened):
    page = opened(1)
    show(page, front, "")
    assert server_of(page) == "1"
    front.kill(1)
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState !== 'CONNECTED'"
    )
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'"
    )
    serving.settle(page)
    page.get_by_role("combobox", name="Năm, mốc").click()
    page.get_by_role("option", name="2022 · Sơ kết").click()
    page.locator("h1.answer").filter(has_text="sơ kết 2022").wait_for()
    assert server_of(page) == "2"
    front.start(1)
    offer(page, front, 5)
    assert server_of(page) == "2", (
        "uploads follow the connection, also when the first server is back"
    )
    front.kill(1)
    front.kill(2)
    status, _, body = ask(front, "/", Accept="text/html")
    assert (
        status == 502
        and "đang khởi động lại" in body.decode()
        and 'http-equiv="refresh"' in body.decode()
    )
