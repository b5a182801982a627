"""The secret that signs who somebody is: nothing that a reader of the manual could know starts the server, and one is made where none is given."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import serving

from dashboard.serving import cookie_secret
from data_access.store import connect

pytestmark = pytest.mark.slow

ROOT = serving.ROOT
AUTH = '[auth]\nredirect_uri = "http://127.0.0.1/oauth2callback"\nclient_id = "a"\nclient_secret = "b"\nserver_metadata_url = "http://127.0.0.1:1/x"\n'


BEGETTER = """
import gc, json, os, signal, sys
gc.disable()
from dashboard.serving import server
gc.freeze()
for line in sys.stdin:
    asked = json.loads(line)
    child = os.fork()
    if not child:
        signal.alarm(60)  # one that starts is stopped after a while
        os.environ.update(asked["environment"])
        for number, name in enumerate(("said", "told"), start=1):
            os.dup2(os.open(asked[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.exit(server.main(["serve", "server.port=0"]))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.fixture(scope="module")
def begetter():
    """A process that has loaded the server and begets each of those that are expected to refuse."""
    with subprocess.Popen(
        [sys.executable, "-c", BEGETTER],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as opened:
        yield opened
        opened.stdin.close()


@pytest.fixture
def started(begetter, tmp_path):
    """What a server says that is expected to refuse: `started(auth, **environment)` gives its exit code, what it said and what it told."""

    def start(auth: str = "", **environment: str) -> tuple[int, str, str]:
        (tmp_path / ".streamlit").mkdir(exist_ok=True)
        (tmp_path / ".streamlit" / "secrets.toml").write_text(auth, encoding="utf-8")
        own = {"HOME": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'store.sqlite'}"}
        files = {name: str(tmp_path / name) for name in ("said", "told")}
        asked = {"environment": {**own, **environment}, **files}
        print(json.dumps(asked), file=begetter.stdin, flush=True)
        code = int(begetter.stdout.readline())
        return code, *(Path(one).read_text("utf-8") for one in files.values())

    return start


def blocks(name: str) -> list[str]:
    """What a manual sets in a frame of its own, for copying."""
    return re.findall(r"^```\n(.*?)^```", (ROOT / name).read_text("utf-8"), re.M | re.S)


@pytest.mark.parametrize(
    "secret",
    [
        "CHANGE",
        "một chuỗi ngẫu nhiên dài",
        "",
        "s" * 64,
        "abababababababababababababababababababab",
        "CHANGE-me-to-a-long-random-text-0123456789",
        "0123456789abcdef",
    ],
)
def test_a_secret_that_can_be_guessed_is_known_for_one(secret):
    assert cookie_secret.is_guessable(secret)


@pytest.mark.parametrize(
    ("auth", "settings"),
    [
        ('cookie_secret = "CHANGE-me-to-a-long-random-text-0123456789"\n', {}),
        ('cookie_secret = ""\n', {}),
        ("", {"STREAMLIT_SERVER_COOKIE_SECRET": "0123456789abcdef"}),
    ],
)
def test_a_secret_that_can_be_guessed_does_not_start_the_server(started, auth, settings):
    code, said, told = started(AUTH + auth if auth else "", **settings)
    assert code == 1 and "đoán được" in told and not said


def test_nothing_pasted_from_the_manual_or_the_examples_starts_the_server(started):
    pasted = [one for one in blocks("docs/van-hanh.md") if one.startswith("[auth]")]
    assert pasted
    for one in pasted:
        code, _, told = started(one)
        assert code == 1 and "chữ mẫu" in told
    example = (ROOT / "deploy/environment.example").read_text("utf-8")
    settings = dict(re.findall(r"^([A-Z_]+)=(.*)$", example, re.M))
    code, _, told = started(**settings)
    assert code == 1 and "DATABASE_URL" in told


def test_the_first_start_makes_a_secret_that_nobody_else_reads_and_later_ones_keep_it(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    connect(url).close()
    kept = []
    for _ in range(2):
        with serving.gated(DATABASE_URL=url):
            file = tmp_path / "cookie-secret"
            kept.append(file.read_text())
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept[0] == kept[1] and len(set(kept[0])) >= 12 and len(kept[0]) == 64
    assert not list(tmp_path.glob(".cookie-secret*"))


def test_servers_on_one_postgresql_with_a_provider_are_told_to_share_a_secret(started):
    code, _, told = started(AUTH, DATABASE_URL="postgresql://a:b1Xq@127.0.0.1:1/x")
    assert code == 1 and "STREAMLIT_SERVER_COOKIE_SECRET" in told
