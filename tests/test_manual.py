"""The manual's commands, run as they are written, in the order in which they stand."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dashboard import VERSION
from dashboard.__main__ import main
from dashboard.commands import COMMANDS
from dashboard.serving import starting
from deploy.install.commands import ONLY_HERE, started
from deploy.install.commands import main as run_py

ROOT = Path(__file__).resolve().parents[1]
MANUAL = ROOT / "docs" / "van-hanh.md"
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *(ROOT / "docs").glob("*.md"),
]
of_linux = pytest.mark.skipif(sys.platform != "linux", reason="an administrator's tools of Linux")
CALLED = re.compile(r"python3 (?:/opt/dashboard/)?run\.py(?: ([\w=.-]+))?")


def blocks_of(page: Path) -> list[str]:
    """The page's blocks of what is typed or written into files."""
    return re.findall(r"^ *```[a-z]*\n(.*?)^ *```", page.read_text("utf-8"), re.M | re.S)


def lines_of(page: Path) -> list[str]:
    """The lines of the page's blocks that call the program, without their remarks."""
    return [
        line.strip().split("   ")[0].removeprefix("cd /opt/dashboard && ")
        for block in blocks_of(page)
        for line in block.splitlines()
        if "python3 run.py" in line
    ]


def block_with(part: str) -> str:
    """The one block of the manual that has this in it."""
    return next(one for one in blocks_of(MANUAL) if part in one)


def run_tool(*command: str, folder: Path) -> None:
    """Run a tool of the system; what it says is shown where it refuses."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_manual_runs_as_it_is_written(small_copy, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", small_copy)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sample_data").mkdir()
    shutil.copy(ROOT / "sample_data" / "plan.toml", tmp_path / "sample_data")
    ran = []
    for line in lines_of(MANUAL):
        _, _, *words = shlex.split(line)
        if not words or words[0] in ONLY_HERE:
            assert started(words) is None or started(words)[1] == "dashboard.serving"
        elif words == ["--version"]:
            assert run_py(words) == 0 and VERSION in capsys.readouterr().out
        else:
            assert main(words) == 0, (line, capsys.readouterr().err)
            ran.append(words[0])
    assert {"account", "person", "remind", "backup", "restore", "empty", "plan", "upgrade"} == set(
        ran
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_there(page):
    for word in filter(None, CALLED.findall(page.read_text("utf-8"))):
        assert (
            word in COMMANDS
            or word in (*ONLY_HERE, "--help", "--version", "COMMAND", "FILE")
            or starting.settings_of([word], {})
        ), word


def test_what_is_new_is_told_of_this_very_version():
    told = (ROOT / "docs" / "co-gi-moi.md").read_text("utf-8")
    assert re.findall(r"^## (\S+)", told, re.M)[0] == VERSION


def test_the_settings_file_of_the_service_is_one_that_the_command_line_reads(tmp_path):
    from deploy.install import settings

    example = ROOT / "deploy" / "environment.example"
    assert settings.read(example.read_text("utf-8"), example).keys() == {
        "DATABASE_URL",
        "DASHBOARD_BACKUPS",
        "DASHBOARD_FIGURES",
    }


@of_linux
@pytest.mark.parametrize("begins", ["apt install nginx", "sudo -u postgres"])
def test_what_an_administrator_types_is_shell_and_names_files_that_are_there(begins, tmp_path):
    block = block_with(begins)
    (tmp_path / "block.sh").write_text(block, encoding="utf-8")
    run_tool("bash", "-n", "block.sh", folder=tmp_path)
    for name in re.findall(r"(?:/opt/dashboard/)?(deploy/[\w.@-]+)", block):
        assert (ROOT / name).is_file(), name


@of_linux
def test_the_service_of_the_manual_is_one_that_systemd_takes(tmp_path):
    shutil.copy(ROOT / "deploy" / "dashboard@.service", tmp_path / "dashboard@8501.service")
    unit = tmp_path / "dashboard@8501.service"
    unit.write_text(unit.read_text("utf-8").replace("/usr/bin/python3", shutil.which("python3")))
    run_tool("systemd-analyze", "verify", "--man=no", str(unit), folder=tmp_path)


@of_linux
def test_the_name_of_the_province_sends_on_to_the_own_name(tmp_path):
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/errors; events {{}}\n"
        f"http {{ access_log off; server {{ listen 127.0.0.1:1; {block_with('/thi-dua/')} }} }}\n"
    )
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    run_tool(nginx, "-t", "-q", "-c", str(tmp_path / "nginx.conf"), folder=tmp_path)


def test_the_secrets_file_of_the_manual_is_toml_with_all_that_a_sign_in_needs():
    named = tomllib.loads(block_with("redirect_uri"))["auth"]
    assert named.keys() == {"redirect_uri", "client_id", "client_secret", "server_metadata_url"}


@of_linux
def test_a_trial_certificate_is_made_by_the_line_of_the_manual(tmp_path):
    line = re.search(r"`(openssl req [^`]+)`", MANUAL.read_text("utf-8"))[1]
    run_tool(*shlex.split(line), folder=tmp_path)
    assert (tmp_path / "certificate.pem").is_file() and (tmp_path / "key.pem").is_file()


@of_linux
def test_a_signature_is_checked_by_the_line_of_the_manual(tmp_path):
    from deploy.release.__main__ import sign

    (tmp_path / "SHA256SUMS").write_text("0  tep.zip\n")
    run_tool("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key", folder=tmp_path)
    sign(tmp_path / "SHA256SUMS", tmp_path / "key")
    public = (tmp_path / "key.pub").read_text()
    (tmp_path / "nguoi-ky.txt").write_text(f"TÊN {public}", encoding="utf-8")
    line = re.search(r"`(ssh-keygen -Y verify [^`]+)`", MANUAL.read_text("utf-8"))[1]
    run_tool("bash", "-c", line, folder=tmp_path)


def test_the_service_for_windows_starts_what_the_program_serves():
    line = next(one for one in block_with("nssm").splitlines() if "nssm install" in one)
    *_, program, word = shlex.split(line)
    assert program.endswith("run.py") and started([word])[1:] == ["dashboard.serving", "serve"]
