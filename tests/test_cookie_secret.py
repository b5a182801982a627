"""The secret that signs who somebody is: nothing that a reader of the manual could know starts the server, and one is made where none is given."""

from __future__ import annotations

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


def started(folder: Path, auth: str = "", **environment: str) -> subprocess.CompletedProcess:
    """What a server says that is expected to refuse; one that starts is stopped after a while and said so."""
    (folder / ".streamlit").mkdir(exist_ok=True)
    if auth:
        (folder / ".streamlit" / "secrets.toml").write_text(auth, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "dashboard.serving", "serve", f"server.port={serving.free_port()}"],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "DATABASE_URL": f"sqlite:///{folder / 'store.sqlite'}",
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=60,
    )


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
def test_a_secret_that_can_be_guessed_does_not_start_the_server(tmp_path, auth, settings):
    ran = started(tmp_path, AUTH + auth if auth else "", **settings)
    assert ran.returncode == 1 and "đoán được" in ran.stderr and not ran.stdout


def test_nothing_pasted_from_the_manual_or_the_examples_starts_the_server(tmp_path):
    pasted = [one for one in blocks("docs/van-hanh.md") if one.startswith("[auth]")]
    assert pasted
    for one in pasted:
        ran = started(tmp_path, one)
        assert ran.returncode == 1 and "chữ mẫu" in ran.stderr
    (tmp_path / ".streamlit" / "secrets.toml").unlink()
    example = (ROOT / "deploy/environment.example").read_text("utf-8")
    settings = dict(re.findall(r"^([A-Z_]+)=(.*)$", example, re.M))
    ran = started(tmp_path, **settings)
    assert ran.returncode == 1 and "DATABASE_URL" in ran.stderr


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


def test_servers_on_one_postgresql_with_a_provider_are_told_to_share_a_secret(tmp_path):
    ran = started(tmp_path, AUTH, DATABASE_URL="postgresql://a:b1Xq@127.0.0.1:1/x")
    assert ran.returncode == 1 and "STREAMLIT_SERVER_COOKIE_SECRET" in ran.stderr
