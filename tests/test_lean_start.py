"""What a server has loaded once its first page is answered, and where the code may load anything later than at its start. Nothing here measures time."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from raw_page import RawPage, texts
from watched import watched

ROOT = Path(__file__).resolve().parents[1]
NOT_FOR_READING = {
    *("docx", "pptx", "typst", "xlsxwriter", "openpyxl", "segno", "lxml"),
    *("pdfplumber", "pypdfium2", "python_calamine", "xlrd", "rapidfuzz", "statsmodels", "alembic"),
    *("scipy.stats", "scipy.optimize", "scipy.interpolate", "scipy.integrate", "scipy.linalg"),
    *("dashboard.deck", "dashboard.reading", "dashboard.desks", "dashboard.commands"),
    *("dashboard.exports.pack_files", "dashboard.exports.packing", "dashboard.exports.paper.word"),
    *("dashboard.meeting.sealing", "dashboard.meeting.packs"),
    *("numpy.f2py", "numpy.testing", "plotly.express"),
    *("data_access.loading", "data_access.report_files", "data_access.intake.sheet_reading"),
}
"""Who reads the first page asks for no paper, no deck, no file to be read."""
LATE = {
    "dashboard/__main__.py": "a command loads its own libraries alone",
    "dashboard/charts/figure_rules.py": "who reads pictures that were made ahead draws none",
    "dashboard/commands/plan_commands.py": "checking a plan opens no store",
    "dashboard/commands/sample_command.py": "a second process begins before this one loads its own",
    "dashboard/serving/first_load.py": "only a new store is filled",
    "dashboard/ui/on_demand.py": "files are written when they are asked for",
    "data_access/store/versions.py": "only an older store is brought to today's tables",
    "data_access/intake/worker.py": "a limit of memory that only some systems have",
}
"""The only modules with imports inside of functions, and why."""
INDENTED = re.compile(r"^[ \t]+(?:from|import)\b", re.MULTILINE)


@pytest.mark.slow
def test_the_first_page_loads_no_library_that_it_does_not_use(small_copy, tmp_path):
    with (
        watched(small_copy, tmp_path / "loaded") as server,
        RawPage(server.address) as page,
    ):
        assert "mốc" in texts(page.run())
    loaded = set((tmp_path / "loaded").read_text(encoding="utf-8").split())
    assert "dashboard.views.overview" in loaded
    assert NOT_FOR_READING & loaded == set()
    assert "arrow:system" in loaded, "Arrow's own pool keeps 23 MB of what was let go"


def test_a_server_that_is_ready_has_loaded_nothing_that_draws_nor_what_libraries_load_in_vain():
    asked = "import sys; from dashboard.serving import left_out, server; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=True, text=True
    )
    in_vain = {"plotly.basedatatypes", "_plotly_utils.basevalidators", "narwhals", "PIL"}
    assert (in_vain | {"numpy.f2py", "numpy.testing"}) & set(done.stdout.split()) == set()


def test_imports_stand_at_the_top_but_where_the_list_says_why():
    assert {
        path.relative_to(ROOT).as_posix()
        for top in ("dashboard", "data_access", "pages", "sample_data")
        for path in (ROOT / top).rglob("*.py")
        if inside_of_functions(path)
    } == LATE.keys()


def inside_of_functions(path: Path) -> bool:
    """Whether a module imports anything when it is called, not when it is loaded; only one with an indented import can."""
    text = path.read_text(encoding="utf-8")
    if not INDENTED.search(text):
        return False
    tree = ast.parse(text)
    called = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.Lambda)]
    return any(
        isinstance(one, ast.Import | ast.ImportFrom) for made in called for one in ast.walk(made)
    )
