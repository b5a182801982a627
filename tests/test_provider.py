"""Sign-in by OpenID Connect against a real provider process of our own, in a real browser: who it names comes in as their account says, nobody else."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import serving

from data_access import account_store, sign_in_sessions
from data_access.store import connect

pytestmark = pytest.mark.browser

PROVIDER = """
import secrets, sys, time
import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

port = int(sys.argv[1])
here, key, asked, who = f"http://127.0.0.1:{port}", RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"}), {}, {}

async def metadata(request):
    return JSONResponse({"issuer": here, "authorization_endpoint": f"{here}/authorize", "token_endpoint": f"{here}/token", "jwks_uri": f"{here}/jwks", "response_types_supported": ["code"],
                         "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"]})
async def jwks(request):
    return JSONResponse({"keys": [key.as_dict(private=False)]})
async def be(request):
    who.clear(); who.update(await request.json())
    return JSONResponse({})
async def authorize(request):
    given, code = request.query_params, secrets.token_urlsafe()
    asked[code] = given["nonce"]
    return RedirectResponse(f"{given['redirect_uri']}?code={code}&state={given['state']}")
async def token(request):
    form = await request.form()
    now = int(time.time())
    claims = {"iss": here, "aud": "bang-theo-doi", "sub": "1", "iat": now, "exp": now + 300, "nonce": asked.pop(form["code"]), **who}
    return JSONResponse({"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": jwt.encode({"alg": "RS256", "kid": "k1"}, claims, key)})

uvicorn.run(Starlette(routes=[Route("/.well-known/openid-configuration", metadata), Route("/jwks", jwks), Route("/be", be, methods=["POST"]), Route("/authorize", authorize), Route("/token", token, methods=["POST"])]),
            host="127.0.0.1", port=port, log_level="warning")
"""


@pytest.fixture(scope="module")
def province(small_url, tmp_path_factory):
    """The server's address, its store, and `be(claims)`, which says who sits before the provider."""
    from data_access.backup import backup
    from data_access.restoring import restore

    folder = tmp_path_factory.mktemp("provider")
    at, here = serving.free_port(), serving.free_port()
    provider = subprocess.Popen([sys.executable, "-c", PROVIDER, str(at)])
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(
        f'[auth]\nredirect_uri = "http://127.0.0.1:{here}/oauth2callback"\nclient_id = "bang-theo-doi"\nclient_secret = "c"\n'
        f'server_metadata_url = "http://127.0.0.1:{at}/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    url = f"sqlite:///{folder / 'office.sqlite'}"

    def be(**claims: object) -> None:
        urllib.request.urlopen(
            urllib.request.Request(
                f"http://127.0.0.1:{at}/be",
                json.dumps(claims).encode(),
                {"Content-Type": "application/json"},
            ),
            timeout=serving.PATIENCE / 1000,
        ).close()

    try:
        with connect(small_url) as source, connect(url) as store:
            backup(source, folder / "sample.bak")
            restore(store, folder / "sample.bak")
            account_store.add(
                store,
                "lan",
                "Nguyễn Thị Lan",
                frozenset({"secretary"}),
                email="lan@tinh.example",
                local=False,
            )
            with serving.gated(here, DATABASE_URL=url, HOME=str(folder)) as address:
                yield address, store, be
    finally:
        provider.terminate()
        provider.wait(timeout=serving.PATIENCE / 1000)


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    opened = context.new_page()
    opened.set_default_timeout(serving.PATIENCE)
    yield opened
    context.close()


def test_who_the_provider_names_lands_on_the_page_asked_for_with_the_role_of_the_account(
    province, page
):
    address, store, be = province
    be(email="Lan@Tinh.example", email_verified=True, name="Tên ở tỉnh")
    page.goto(f"{address}/xep-hang?nam=2022+·+Sơ+kết")
    page.get_by_role("link", name="Đăng nhập bằng tài khoản của cơ quan").click()
    page.wait_for_url("**/xep-hang**")
    serving.settle(page)
    assert "sơ kết 2022" in page.locator("h1.answer").inner_text()
    assert "Nguyễn Thị Lan · Thư ký" in page.locator(".account").inner_text()
    left = {one["name"]: one for one in page.context.cookies()}
    assert left["dashboard_session"]["httpOnly"] and left["dashboard_session"]["sameSite"] == "Lax"
    assert not [
        name for name in left if name.startswith("_streamlit_user") or name == "dashboard_next"
    ], "what the provider said is not kept"
    assert (
        store.journal()["action"].iloc[0] == "sign_in.provider"
        and store.journal()["account"].iloc[0] == "lan"
    )


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "ai@tinh.example", "email_verified": True},
        {"email": "lan@tinh.example", "email_verified": False},
        {"name": "không có thư"},
    ],
)
def test_who_has_no_account_or_no_proven_e_mail_stays_outside(province, page, claims):
    address, _, be = province
    be(**claims)
    page.goto(f"{address}/xep-hang")
    page.get_by_role("link", name="Đăng nhập bằng tài khoản của cơ quan").click()
    page.get_by_role("alert").wait_for()
    assert "Chưa có tài khoản nào ứng với" in page.get_by_role("alert").inner_text()
    assert "dashboard_session" not in {one["name"] for one in page.context.cookies()}


def test_a_forged_word_of_the_provider_opens_nothing(province, page):
    address, *_ = province
    page.context.add_cookies(
        [{"name": "_streamlit_user", "value": '"gia.mao.123"', "url": address}]
    )
    page.goto(f"{address}/xep-hang")
    assert "/dang-nhap" in page.url and "dashboard_session" not in {
        one["name"] for one in page.context.cookies()
    }


def test_an_account_of_the_provider_has_no_password_here(province):
    _, store, _ = province
    for password in ("", "x", "None"):
        with pytest.raises(account_store.AccountError):
            sign_in_sessions.sign_in(store, "lan", password)
    account_store.unlock(store, "lan")
    assert Path(serving.ROOT / ".streamlit" / "secrets.toml").exists() is False, (
        "no secret lies in the repository"
    )
