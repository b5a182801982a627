"""The server as it is started, asked by raw HTTP and WebSocket without any page, and by a browser: who is not signed in gets nothing, and nobody gets another's file."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import offices
import pytest
import serving
from offices import PASSWORD
from raw_page import RawPage, texts
from starlette.datastructures import Headers
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect as open_socket

from dashboard.serving.asked_paths import same_origin
from dashboard.ui.frame import MENU
from dashboard.wording import role_words as words
from data_access import account_store, sign_in_sessions, unsent

pytestmark = pytest.mark.slow

PATHS = ["/", *(f"/{path}" for pages in MENU.values() for _, _, path in pages)]
NAMES = ("member", "secretary", "admin")


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_given):
        return None


def ask(
    url: str,
    *,
    cookie: str = "",
    data: dict | None = None,
    method: str | None = None,
    **headers: str,
):
    """Status, headers, body of one request."""
    body = urllib.parse.urlencode(data).encode() if data is not None else None
    request = urllib.request.Request(
        url,
        body,
        {
            **({"Cookie": cookie} if cookie else {}),
            **{name.replace("_", "-"): value for name, value in headers.items()},
        },
        method=method,
    )
    try:
        with urllib.request.build_opener(Stay).open(
            request, timeout=serving.PATIENCE / 1000
        ) as answer:
            return answer.status, answer.headers, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read().decode(errors="replace")


@pytest.fixture(scope="module")
def office(small_url, tmp_path_factory):
    """A server with accounts on the sample data: its address, its store, a cookie for each account."""
    with (
        offices.office(small_url, tmp_path_factory.mktemp("gate"), NAMES, (2022,)) as kept,
        serving.gated(DATABASE_URL=kept.url) as address,
    ):
        yield (
            address,
            kept.store,
            {name: f"dashboard_session={token}" for name, token in kept.tokens.items()},
        )


@pytest.fixture(scope="module")
def alone(small_url):
    """A server without accounts."""
    with serving.gated(DATABASE_URL=small_url) as address:
        yield address


@pytest.mark.parametrize(
    "path",
    [
        *PATHS,
        "/media/ab.xlsx",
        "/_stcore/upload_file/a/b",
        "/component/x/y",
        "/_stcore/bidi-components/x/y",
        "/khong-co",
    ],
)
def test_who_is_not_signed_in_gets_nothing_and_a_browser_the_way_to_sign_in_and_back(office, path):
    status, _, body = ask(office[0] + path)
    assert status == 401 and json.loads(body) == {"detail": words.SIGNED_OUT}
    status, headers, body = ask(f"{office[0]}{path}?nam=2022", Accept="text/html")
    assert (status, body) == (303, "") and headers[
        "location"
    ] == f"/dang-nhap?tiep={urllib.parse.quote(path + '?nam=2022', safe='')}"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/_stcore/agent/run", 404), ("/_stcore/script-health-check", 404), ("/_stcore/health", 200)],
)
def test_what_is_closed_to_all_and_what_is_open_to_all(office, path, status):
    assert ask(office[0] + path)[0] == status
    assert ask(office[0] + path, cookie=office[2]["admin"])[0] == status


def test_counts_are_for_this_machine_alone(office):
    status, _, body = ask(office[0] + "/_stcore/metrics")
    assert status == 200 and "active_sessions" in body and not any(name in body for name in NAMES)
    assert (
        ask(office[0] + "/_stcore/metrics", cookie=office[2]["admin"], X_Forwarded_For="10.0.0.7")[
            0
        ]
        == 404
    )


def socket(address: str, cookie: str = "", origin: str | None = None, **headers: str):
    return open_socket(
        f"{address.replace('http', 'ws')}/_stcore/stream",
        origin=origin or address,
        additional_headers={**({"Cookie": cookie} if cookie else {}), **headers},
        subprotocols=["streamlit"],
        open_timeout=serving.PATIENCE / 1000,
    )


@pytest.mark.parametrize(
    "cookie", ["", "dashboard_session=khong-phai", "_streamlit_user=gia", "dashboard_session="]
)
def test_a_connection_without_a_session_is_never_opened(office, cookie):
    with pytest.raises(InvalidStatus) as refused:
        socket(office[0], cookie)
    assert refused.value.response.status_code == 403


def test_a_connection_from_another_site_is_never_opened_though_the_cookie_is_right(office, alone):
    for address, cookie in ((office[0], office[2]["admin"]), (alone, "")):
        with pytest.raises(InvalidStatus):
            socket(address, cookie, origin="http://elsewhere.example")


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "", "http://a.example:81"])
def test_the_gate_itself_knows_another_site(origin):
    """Streamlit refuses its connection too; neither lock leans on the other."""
    assert not same_origin(Headers({"origin": origin, "host": "a.example"}))
    assert same_origin(Headers({"origin": "https://a.example", "host": "a.example"}))


def test_the_headers_of_the_gate_cannot_be_brought_along(office):
    token = office[2]["admin"].split("=", 1)[1]
    with pytest.raises(InvalidStatus):
        socket(office[0], **{"X-Dashboard-Session": token})
    assert ask(office[0] + "/", X_Dashboard_Session=token)[0] == 401


def test_signing_in_leads_back_to_the_page_asked_for_with_a_cookie_no_script_reads(office):
    form = {"ten": "member", "mat_khau": PASSWORD, "tiep": "/xep-hang?nam=2022"}
    status, headers, _ = ask(office[0] + "/dang-nhap", data=form, Origin=office[0])
    assert (status, headers["location"]) == (303, "/xep-hang?nam=2022")
    cookie = headers["set-cookie"].lower()
    assert (
        "httponly" in cookie
        and "samesite=lax" in cookie
        and "path=/" in cookie
        and "secure" not in cookie
    )
    _, headers, _ = ask(
        office[0] + "/dang-nhap",
        data=form,
        Origin=office[0].replace("http:", "https:"),
        X_Forwarded_Proto="https",
        X_Forwarded_For="10.0.0.7",
    )
    assert "secure" in headers["set-cookie"].lower()
    assert office[1].journal()["origin"].iloc[0] == "10.0.0.7"


@pytest.mark.parametrize(
    "following",
    [
        "//elsewhere.example",
        "https://elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/dang-nhap?tiep=x",
        "",
        "\r\nSet-Cookie: a=b",
    ],
)
def test_signing_in_never_leads_elsewhere(office, following):
    status, headers, _ = ask(
        office[0] + "/dang-nhap",
        data={"ten": "member", "mat_khau": PASSWORD, "tiep": following},
        Origin=office[0],
    )
    assert (status, headers["location"]) == (303, "/")


@pytest.mark.parametrize(
    "name", ["member", "<script>alert(1)</script>", "' or 1=1 --", "x" * 3000, "\x00", "Ẩn danh"]
)
def test_a_wrong_sign_in_is_refused_in_one_sentence_with_nothing_executed(office, name):
    status, _, body = ask(
        office[0] + "/dang-nhap",
        data={"ten": name, "mat_khau": "sai" + name, "tiep": "/"},
        Origin=office[0],
    )
    assert status == 403 and "không đúng" in body and "<script>" not in body
    account_store.unlock(office[1], "member")


def test_a_form_sent_from_another_site_does_nothing(office):
    for origin in ({}, {"Origin": "http://elsewhere.example"}, {"Origin": "null"}):
        assert (
            ask(office[0] + "/dang-nhap", data={"ten": "member", "mat_khau": PASSWORD}, **origin)[0]
            == 403
        )
        assert (
            ask(office[0] + "/dang-xuat", data={}, cookie=office[2]["member"], **origin)[0] == 403
        )
    assert ask(office[0] + "/", cookie=office[2]["member"])[0] == 200


def test_the_first_password_opens_the_page_for_a_new_one_only(office):
    address, store, _ = office
    first = account_store.add(store, "moi", "Người mới", frozenset({"admin"}))
    token = f"dashboard_session={sign_in_sessions.sign_in(store, 'moi', first)}"
    assert ask(address + "/", cookie=token)[0] == 401
    assert (
        ask(address + "/", cookie=token, Accept="text/html")[1]["location"] == "/tai-khoan?tiep=%2F"
    )
    with pytest.raises(InvalidStatus):
        socket(address, token)
    weak = ask(
        address + "/tai-khoan",
        cookie=token,
        data={"cu": first, "moi": "ngan", "lai": "ngan"},
        Origin=address,
    )
    assert weak[0] == 400 and "ít nhất 10 ký tự" in weak[2]
    done = ask(
        address + "/tai-khoan",
        cookie=token,
        data={"cu": first, "moi": PASSWORD, "lai": PASSWORD, "tiep": "/xep-hang?nam=2022"},
        Origin=address,
    )
    assert (done[0], done[1]["location"]) == (303, "/xep-hang?nam=2022") and ask(
        address + "/", cookie=done[1]["set-cookie"].split(";")[0]
    )[0] == 200


def test_ones_own_data_are_shown_and_taken_away_and_nobody_elses(office):
    address, store, tokens = office
    twin = account_store.add(store, "trungten", "Đại biểu", frozenset({"member"}))
    sign_in_sessions.sign_in(store, "trungten", twin)
    unsent.keep(store, "member", "reply", {"text": "<b>gõ dở</b>"})
    unsent.keep(store, "trungten", "reply", {"text": "của người khác"})
    path = address + "/tai-khoan/du-lieu"
    status, headers, body = ask(path, cookie=tokens["member"])
    assert status == 200 and headers["cache-control"] == "no-store"
    assert "argon2" in body and "trungten" not in body and "Đăng nhập" in body
    assert "&lt;b&gt;gõ dở&lt;/b&gt;" in body and "của người khác" not in body
    assert "Đang đăng nhập" in body
    status, headers, body = ask(path + "?tep=json", cookie=tokens["member"])
    told = json.loads(body)
    assert told["tài khoản"]["Tên đăng nhập"] == "member" and told["nhật ký"]
    assert told["điều đã gõ mà chưa gửi"][0].endswith("<b>gõ dở</b>")
    assert "attachment" in headers["content-disposition"] and "trungten" not in body
    assert ask(path, cookie="", Accept="text/html")[1]["location"] == "/dang-nhap"
    first = f"dashboard_session={sign_in_sessions.sign_in(store, 'trungten', twin)}"
    assert ask(path, cookie=first)[1]["location"] == "/tai-khoan"


def test_the_page_on_which_somebody_begins_is_found_by_its_name_too(office, alone):
    for address, path, cookie in (
        (alone, "/tong-quan", ""),
        (office[0], "/tong-quan", office[2]["member"]),
    ):
        status, headers, _ = ask(f"{address}{path}?nam=2022", cookie=cookie)
        assert (status, headers["location"]) == (303, "/?nam=2022")


def test_every_answer_bears_the_headers_that_keep_a_browser_safe(office):
    for path, cookie in (
        ("/", office[2]["member"]),
        ("/dang-nhap", ""),
        ("/_stcore/health", ""),
        ("/media/x", ""),
    ):
        headers = ask(office[0] + path, cookie=cookie)[1]
        assert (
            headers["x-content-type-options"] == "nosniff"
            and headers["x-frame-options"] == "SAMEORIGIN"
        )
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy and "http" not in policy and "*" not in policy


def test_an_upload_is_refused_to_whom_may_store_nothing(office):
    assert (
        ask(
            office[0] + "/_stcore/upload_file/a/b",
            cookie=office[2]["member"],
            data={},
            method="PUT",
        )[0]
        == 404
    )


def test_without_accounts_only_this_machine_asked_by_its_own_name_is_served(alone):
    assert ask(alone + "/")[0] == 200
    for headers in (
        {"Host": "elsewhere.example"},
        {"Host": "elsewhere.example:8501"},
        {"X_Forwarded_For": "10.0.0.7"},
        {"X_Forwarded_For": "127.0.0.1"},
        {"Forwarded": "for=10.0.0.7"},
    ):
        status, _, body = ask(alone + "/", **headers)
        assert (status, body) == (403, words.FOREIGN)


@pytest.mark.browser
def test_a_deep_link_survives_signing_in_and_a_download_is_for_its_owner_alone(office, browser):
    """In one browser a secretary takes a file; its address gives the file to that session and to nobody else."""
    address, _, cookies = office
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(serving.PATIENCE)
    faults = []
    page.on(
        "console",
        lambda message: (
            faults.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    page.goto(f"{address}/xep-hang?nam=2022+·+Sơ+kết")
    page.get_by_label("Tên đăng nhập").fill("secretary")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    serving.settle(page)
    assert "/xep-hang" in page.url and "sơ kết 2022" in page.locator("h1.answer").inner_text()
    taken = []
    page.on(
        "request", lambda request: taken.append(request.url) if "/media/" in request.url else None
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").first.click()
    assert download.value.path().stat().st_size > 100
    mine = "; ".join(
        f"{one['name']}={one['value']}"
        for one in context.cookies()
        if one["name"] == "dashboard_session"
    )
    assert ask(taken[0], cookie=mine)[0] == 200
    assert [ask(taken[0], cookie=cookies[name])[0] for name in NAMES] == [404, 404, 404], (
        "not even another session of the same account"
    )
    assert ask(taken[0])[0] == 401
    page.goto(f"{address}/trinh-chieu")
    page.locator("iframe").first.wait_for(state="attached")
    serving.settle(page)
    assert faults == [], "the deck, its preview and its window are no strangers to the policy"
    page.get_by_role("link", name="Tài khoản, đăng xuất").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/dang-nhap")
    assert ask(address + "/", cookie=mine)[0] == 401 and ask(taken[0], cookie=mine)[0] == 401
    context.close()


def test_an_open_page_says_that_the_store_is_away_and_goes_on_when_it_is_back(office):
    address, store, cookies = office
    path = Path(store.engine.url.database)
    with RawPage(address, cookies["secretary"]) as page:
        page.run()
        path.rename(path.with_suffix(".away"))
        time.sleep(5.5)  # until the gate asks again whose connection this is
        assert "Tệp kho số liệu" in texts(page.run())
        path.with_suffix(".away").rename(path)
        assert "Tệp kho số liệu" not in texts(page.run())


def test_a_connection_ends_soon_after_its_account_is_shut_out(office):
    address, store, _ = office
    first = account_store.add(store, "tam", "Tạm", frozenset({"member"}))
    token = sign_in_sessions.change_password(
        store, sign_in_sessions.sign_in(store, "tam", first), first, PASSWORD
    )
    with socket(address, f"dashboard_session={token}") as opened:
        account_store.set_disabled(store, "tam", True)
        until = time.monotonic() + serving.PATIENCE / 1000
        with pytest.raises(ConnectionClosed):
            while time.monotonic() < until:
                opened.send(b"")
                time.sleep(0.2)


def test_another_system_reads_by_a_key_that_its_holder_makes_and_ends(office):
    address, _, cookies = office
    table, page, own = f"{address}/api/v1/standing", f"{address}/tai-khoan/khoa", cookies["member"]
    assert ask(table)[0] == 401 and ask(f"{address}/api/v1/openapi.json")[0] == 401
    assert ask(page)[0] == 303 and ask(page, cookie=own)[0] == 200
    label = {"ten": "Cổng thông tin"}
    assert ask(page, cookie=own, data=label, Origin="https://elsewhere.example")[0] == 403
    status, _, body = ask(page, cookie=own, data=label, Origin=address)
    key = body.partition("<code>")[2].partition("</code>")[0]
    assert status == 200 and key.startswith("doc-") and key not in ask(page, cookie=own)[2]
    bearer = {"Authorization": f"Bearer {key}"}
    status, headers, body = ask(table, **bearer)
    assert status == 200 and {one["edition"] for one in json.loads(body)["rows"]} == {1}
    assert ask(table, If_None_Match=headers["ETag"], **bearer)[0] == 304
    assert ask(table, data={}, method="POST", **bearer)[0] == 405
    for wrong in ("Bearer ", f"Bearer {key}x", "Basic bGFuOmxhbg==", key):
        assert ask(table, cookie=own, Authorization=wrong)[0] == 401
    assert ask(f"{address}/xep-hang", Accept="text/html", **bearer)[0] == 303, "a key opens no page"
    number = ask(page, cookie=own)[2].partition("name='thu_hoi' value='")[2].partition("'")[0]
    ask(page, cookie=cookies["admin"], data={"thu_hoi": number}, Origin=address)
    assert ask(table, **bearer)[0] == 200, "nobody ends the key of another"
    ask(page, cookie=own, data={"thu_hoi": number}, Origin=address)
    assert ask(table, **bearer)[0] == 401


def test_a_machine_that_serves_itself_reads_its_tables_and_no_page_of_elsewhere_makes_it(alone):
    assert ask(f"{alone}/api/v1")[0] == 200
    status, _, body = ask(f"{alone}/api/v1/standing")
    assert status == 404 and "công bố" in json.loads(body)["detail"]
    assert ask(f"{alone}/api/v1", Host="elsewhere.example")[0] == 403
