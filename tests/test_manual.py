"""The manual's commands, run as they are written, in the order in which they stand."""

from __future__ import annotations

import re
import shlex
import shutil
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
CALLED = re.compile(r"python3 (?:/opt/dashboard/)?run\.py(?: ([\w=.-]+))?")


def lines_of(page: Path) -> list[str]:
    """The lines of the page's blocks that call the program, without their remarks."""
    blocks = re.findall(r"^ *```[a-z]*\n(.*?)^ *```", page.read_text("utf-8"), re.M | re.S)
    return [
        line.strip().split("   ")[0].removeprefix("cd /opt/dashboard && ")
        for block in blocks
        for line in block.splitlines()
        if "python3 run.py" in line
    ]


def test_the_manual_runs_as_it_is_written(sample_copy, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", sample_copy)
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
    assert {"account", "backup", "restore", "empty", "plan", "upgrade"} == set(ran)


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
    }
