"""Who may import whom (docs/architecture.md), read from the source itself; no exceptions."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHELL = {"dashboard/app.py", "dashboard/__main__.py"}
SHELL_FOLDERS = ("dashboard/ui/", "dashboard/commands/")


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    return names | {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0
    }


def uses(path: Path, *packages: str) -> list[str]:
    return sorted(
        name
        for name in imported(path)
        if any(name == one or name.startswith(one + ".") for one in packages)
    )


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def is_core(path: Path) -> bool:
    name = path.relative_to(ROOT).as_posix()
    return name not in SHELL and not name.startswith(SHELL_FOLDERS)


@pytest.mark.parametrize("path", [one for one in sources("dashboard") if is_core(one)], ids=str)
def test_the_core_knows_neither_streamlit_nor_the_store(path):
    assert (
        uses(
            path,
            "streamlit",
            "sqlalchemy",
            "data_access",
            "pages",
            "dashboard.ui",
            "dashboard.commands",
            "dashboard.app",
        )
        == []
    )


@pytest.mark.parametrize("path", sources("data_access"), ids=str)
def test_the_store_and_the_intake_know_nothing_of_the_dashboard(path):
    assert uses(path, "dashboard", "streamlit", "plotly", "pages") == []


@pytest.mark.parametrize("path", sources("pages"), ids=str)
def test_a_page_knows_only_the_screen_parts_and_the_core(path):
    assert uses(path, "data_access", "sqlalchemy", "pages", "dashboard.app") == []


@pytest.mark.parametrize(
    "path",
    sources("dashboard/ui") + sources("dashboard/commands") + [ROOT / one for one in sorted(SHELL)],
    ids=str,
)
def test_the_shell_never_imports_a_page(path):
    assert uses(path, "pages", "sqlalchemy") == []


@pytest.mark.parametrize(
    "path", [ROOT / "dashboard/__main__.py", *sources("dashboard/commands")], ids=str
)
def test_the_command_line_does_not_know_streamlit(path):
    assert uses(path, "streamlit", "dashboard.ui") == []


def test_no_module_of_the_dashboard_shadows_one_of_pythons_own():
    names = {
        one.stem if one.suffix else one.name
        for one in (ROOT / "dashboard").iterdir()
        if one.name != "__init__.py"
    }
    assert names & set(sys.stdlib_module_names) == set()
