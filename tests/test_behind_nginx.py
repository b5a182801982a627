"""deploy/nginx.conf as it is, before two servers on one PostgreSQL: TLS, connections, limits; one server may die."""
from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import ExitStack
from pathlib import Path

import pytest
import serving
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from websockets.sync.client import connect as open_socket

from data_access import accounts
from data_access.backup import backup, restore
from data_access.store import connect

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
PASSWORD = "mot cau de nho"
TRUSTING = ssl._create_unverified_context()


def certificate(folder: Path) -> None:
    """A certificate of our own for 127.0.0.1."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1).not_valid_before(now).not_valid_after(now + dt.timedelta(days=2)).sign(key, hashes.SHA256())
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


def configuration(folder: Path, ports: list[int], tls: int, plain: int) -> Path:
    """The shipped file with the ports and paths of this test, inside the frame that Debian's nginx.conf gives it."""
    text = (serving.ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for shipped, port in (("127.0.0.1:8501", ports[0]), ("127.0.0.1:8502", ports[1])):
        text = text.replace(shipped, f"127.0.0.1:{port}")
    text = text.replace("listen 443 ssl", f"listen 127.0.0.1:{tls} ssl").replace("listen 80", f"listen 127.0.0.1:{plain}").replace("/etc/ssl/bang-theo-doi", str(folder))
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nworker_processes 1;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{text}}}\n", encoding="utf-8")
    return folder / "nginx.conf"


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_given):
        return None


def ask(url: str, cookie: str = "", data: bytes | None = None, **headers: str):
    request = urllib.request.Request(url, data, {"Cookie": cookie, **{name.replace("_", "-"): value for name, value in headers.items()}})
    try:
        with urllib.request.build_opener(Stay, urllib.request.HTTPSHandler(context=TRUSTING)).open(request, timeout=20) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers


@pytest.fixture(scope="module")
def province(sample_url, postgresql_server, tmp_path_factory):
    """The address, the store, the two servers by number, the way to end one."""
    if NGINX is None:
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("no nginx for this test")
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    certificate(folder)
    with connect(sample_url) as source, connect(postgresql_server) as store, ExitStack() as running:
        backup(source, folder / "sample.bak")
        restore(store, folder / "sample.bak", force=True)
        first = accounts.add(store, "lan", "Lan", frozenset({"secretary"}))
        accounts.change_password(store, accounts.sign_in(store, "lan", first), first, PASSWORD)
        servers = [ExitStack(), ExitStack()]
        addresses = [one.enter_context(serving.gated(DATABASE_URL=postgresql_server)) for one in servers]
        for one in servers:
            running.enter_context(one)
        tls, plain = serving.free_port(), serving.free_port()
        path = configuration(folder, [int(one.rsplit(":", 1)[1]) for one in addresses], tls, plain)
        nginx = subprocess.Popen([NGINX, "-c", path, "-p", folder], stderr=subprocess.PIPE)
        running.callback(lambda: (nginx.terminate(), nginx.wait(timeout=20)))
        for _ in range(100):
            try:
                ask(f"https://127.0.0.1:{tls}/_stcore/health")
                break
            except OSError:
                assert nginx.poll() is None, nginx.stderr.read().decode()
                time.sleep(0.1)
        yield f"https://127.0.0.1:{tls}", f"http://127.0.0.1:{plain}", store, servers


def signed_in(address: str) -> str:
    form = urllib.parse.urlencode({"ten": "lan", "mat_khau": PASSWORD, "tiep": "/xep-hang"}).encode()
    status, headers = ask(f"{address}/dang-nhap", data=form, Origin=address)
    assert (status, headers["location"]) == (303, "/xep-hang")
    assert "secure" in headers["set-cookie"].lower(), "behind TLS the cookie is never sent in the clear"
    return headers["set-cookie"].split(";")[0]


def socket(address: str, cookie: str):
    return open_socket(f"{address.replace('https', 'wss')}/_stcore/stream", origin=address, ssl=TRUSTING, additional_headers={"Cookie": cookie}, subprotocols=["streamlit"], open_timeout=20)


def test_plain_requests_are_sent_to_tls_and_answers_bear_the_headers(province):
    address, plain, _, _ = province
    assert ask(f"{plain}/xep-hang?nam=2022")[0] == 301
    status, headers = ask(f"{address}/", Accept="text/html")
    assert status == 303 and headers["location"].startswith("/dang-nhap")
    assert "max-age" in headers["strict-transport-security"] and "default-src 'self'" in headers["content-security-policy"] and not re.search(r"\d", headers["server"])


def test_pages_and_connections_work_through_nginx_and_the_journal_knows_the_address(province):
    address, _, store, _ = province
    cookie = signed_in(address)
    assert ask(f"{address}/", cookie)[0] == 200
    with socket(address, cookie) as opened:
        assert opened.subprotocol == "streamlit"
    ask(f"{address}/dang-nhap", data=b"ten=lan&mat_khau=sai", Origin=address, X_Forwarded_For="203.0.113.9")
    assert store.journal()["origin"].iloc[0] == "127.0.0.1", "what a client claims about its address is not believed"
    accounts.unlock(store, "lan")


def test_files_of_the_program_are_compressed_and_what_is_too_large_or_of_the_machine_is_refused(province):
    address, *_ = province
    cookie = signed_in(address)
    assert ask(f"{address}/app/static/plotly/plotly-cartesian-4.1.1.min.js", cookie, Accept_Encoding="gzip")[1]["content-encoding"] == "gzip"
    assert ask(f"{address}/_stcore/upload_file/a/b", cookie, data=b"", Content_Length=str(60 << 20))[0] == 413
    assert ask(f"{address}/_stcore/metrics", cookie)[0] == 404


def test_one_server_may_die_and_whoever_is_signed_in_goes_on(province):
    """Last: it ends one of the two servers."""
    address, _, _, servers = province
    cookies = [signed_in(address) for _ in range(4)]
    servers[0].close()
    for cookie in cookies:
        assert ask(f"{address}/", cookie)[0] == 200
        with socket(address, cookie) as opened:
            assert opened.subprotocol == "streamlit"
