"""What the start of the server looks after: settings, a port that is free, what it refuses."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys

import pytest
import serving

from dashboard.serving import starting


def start(tmp_path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard.serving", *arguments],
        cwd=serving.ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(serving.ROOT),
            "DATABASE_URL": f"sqlite:///{tmp_path / 'kho.sqlite'}",
            **environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_settings_come_from_streamlits_variables_and_words_go_before_them():
    environment = {
        "STREAMLIT_SERVER_PORT": "8600",
        "STREAMLIT_SERVER_ADDRESS": "::1",
        "STREAMLIT_SERVER_HEADLESS": "false",
        "STREAMLIT_SERVER_COOKIE_SECRET": "left to Streamlit",
    }
    assert starting.settings_of(["--server.port=8700"], environment) == {
        "server.port": 8700,
        "server.address": "::1",
        "server.headless": False,
    }


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("foo=1", "Không có thiết đặt “foo=1”"),
        ("server.port", "Không có thiết đặt “server.port”"),
        ("server.port=abc", "phải là số, không phải “abc”"),
        ("server.cookieSecret=x", "STREAMLIT_SERVER_COOKIE_SECRET"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_in_one_sentence(setting, told):
    with pytest.raises(starting.WrongSetting, match=told):
        starting.settings_of([setting], {})


def test_a_taken_port_is_seen_and_a_free_one_is_not():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert starting.is_taken("127.0.0.1", port)
    assert not starting.is_taken("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501"),
        ("0.0.0.0", "http://127.0.0.1:8501"),
        (None, "http://127.0.0.1:8501"),
        ("::1", "http://[::1]:8501"),
        ("10.0.0.5", "http://10.0.0.5:8501"),
    ],
)
def test_the_address_is_one_that_a_browser_here_can_open(host, address):
    assert starting.address_of(host, 8501) == address


def test_a_start_by_hand_says_store_and_address_and_nothing_else_and_ctrl_c_ends_it_quietly(
    tmp_path,
):
    port = serving.free_port()
    server = start(tmp_path, STREAMLIT_SERVER_PORT=str(port))
    serving.wait_for(f"http://127.0.0.1:{port}", server)
    second = start(tmp_path, f"server.port={port}")
    _, refused = second.communicate(timeout=120)
    server.send_signal(signal.SIGINT)
    said, told = server.communicate(timeout=60)
    assert (server.returncode, said) == (0, "")
    assert told.splitlines() == [
        f"Kho số liệu: {tmp_path / 'kho.sqlite'}",
        f"Bảng theo dõi đã mở tại http://127.0.0.1:{port} (dừng: bấm Ctrl-C)",
    ]
    assert second.returncode == 1
    assert refused.startswith(f"Cổng {port} đang có chương trình khác dùng.")
    assert refused.count("\n") == 1 and f"server.port={port + 1}" in refused


def test_a_path_below_a_name_is_refused_at_the_start(tmp_path):
    server = start(tmp_path, "server.baseUrlPath=thi-dua", "server.port=0")
    _, told = server.communicate(timeout=120)
    assert server.returncode == 1
    assert told.startswith("Chưa phục vụ dưới một đường dẫn con (server.baseUrlPath=thi-dua)")
    assert told.count("\n") == 1
