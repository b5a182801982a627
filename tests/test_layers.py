"""Who may import whom (docs/architecture.md), read from the source itself; no exceptions."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

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


def breaches(paths: list[Path], *packages: str) -> dict[str, list[str]]:
    """The files that use what they may not, with what they use; a contract that covers no file is none."""
    assert paths
    found = {path.relative_to(ROOT).as_posix(): uses(path, *packages) for path in paths}
    return {path: names for path, names in found.items() if names}


def test_the_core_knows_neither_streamlit_nor_the_store():
    core = [one for one in sources("dashboard") if is_core(one)]
    shell = ("dashboard.ui", "dashboard.commands", "dashboard.app")
    assert breaches(core, "streamlit", "sqlalchemy", "data_access", "pages", *shell) == {}


def test_the_store_and_the_intake_know_nothing_of_the_dashboard():
    assert breaches(sources("data_access"), "dashboard", "streamlit", "plotly", "pages") == {}


def test_a_page_knows_only_the_screen_parts_and_the_core():
    assert breaches(sources("pages"), "data_access", "sqlalchemy", "pages", "dashboard.app") == {}


def test_the_shell_never_imports_a_page():
    shell = [*sources("dashboard/ui"), *sources("dashboard/commands")]
    assert breaches([*shell, *(ROOT / one for one in sorted(SHELL))], "pages", "sqlalchemy") == {}


def test_the_command_line_does_not_know_streamlit():
    commands = [ROOT / "dashboard/__main__.py", *sources("dashboard/commands")]
    assert breaches(commands, "streamlit", "dashboard.ui") == {}


def test_no_module_of_the_dashboard_shadows_one_of_pythons_own():
    names = {
        one.stem if one.suffix else one.name
        for one in (ROOT / "dashboard").iterdir()
        if one.name != "__init__.py"
    }
    assert names & set(sys.stdlib_module_names) == set()
