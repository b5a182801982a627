"""What the house promises of itself, kept by machines: who may import whom, which rooms there are, where colours live."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import sys
from collections import defaultdict
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {
    *("access", "assessment", "charts", "commands", "deck", "desks", "exports", "inference"),
    *("meeting", "plan", "reading", "serving", "ui", "views", "wording", "writing"),
}
ASSETS = {"static"}  # Streamlit serves the folder of this name beside app.py
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?=[;,\s\"')])")
VIETNAMESE = re.compile("[ăâđêôơư\u0300-\u0323\u1ea0-\u1ef9]", re.IGNORECASE)
WITH_SENTENCES = re.compile(
    r"(words|sentences)\.py$|^dashboard/(wording|views|reading)/|/(rules|kinds|chapters)/"
    r"|^dashboard/plan/mistakes|^dashboard/writing/(formats|differences)|^data_access/(intake|legacy|report_files)"
)
WITH_COLOURS = {"dashboard/writing/theme.py"}


def sources(*patterns: str) -> list[Path]:
    tops = ("dashboard", "data_access", "pages")
    found = [path for top in tops for one in patterns for path in (ROOT / top).rglob(one)]
    return sorted(path for path in found if "static" not in path.parts)


def test_every_contract_between_the_layers_holds(monkeypatch):
    monkeypatch.chdir(ROOT)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, said.getvalue()


def test_no_contract_has_an_exception():
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_dashboard_holds_its_frame_its_command_line_and_sixteen_rooms():
    inside = {one.name for one in (ROOT / "dashboard").iterdir() if one.name != "__pycache__"}
    assert inside == ROOMS | ASSETS | {"__init__.py", "__main__.py", "app.py"}


def test_no_two_files_of_one_name_mean_different_things():
    """A page and its view share a name, because they are one subject."""
    places = defaultdict(list)
    for path in sources("*.py"):
        if not path.name.startswith("__") and "migrations" not in path.parts:
            places[path.name].append(path.relative_to(ROOT).as_posix())
    twice = {name: found for name, found in places.items() if len(found) > 1}
    assert {
        name: found
        for name, found in twice.items()
        if sorted(found) != [f"dashboard/views/{name}", f"pages/{name}"]
    } == {}


def test_colours_live_in_the_theme_alone():
    with_colours = {
        path.relative_to(ROOT).as_posix()
        for path in sources("*.py", "*.css", "*.html", "*.js", "*.typ")
        if COLOUR.search(path.read_text(encoding="utf-8"))
    }
    assert with_colours == WITH_COLOURS


def test_sentences_live_where_the_table_of_the_readme_says():
    """A sentence is six words or more with a Vietnamese letter; shorter ones are labels and stand at what they label. Pages say nothing themselves."""
    elsewhere = {}
    for path in sources("*.py"):
        name = path.relative_to(ROOT).as_posix()
        least = 1 if name.startswith("pages/") else 6
        if not WITH_SENTENCES.search(name):
            elsewhere[name] = [one for one in spoken(path) if len(one.split()) >= least]
    assert {name: said for name, said in elsewhere.items() if said} == {}


def test_style_sheets_and_scripts_of_the_screen_hold_no_words():
    """They are given them: as variables (`frame_words.css_words`), or as data."""
    said = [
        path.relative_to(ROOT).as_posix()
        for path in sources("*.css", "*.js")
        if VIETNAMESE.search(COMMENTS.sub("", path.read_text(encoding="utf-8")))
    ]
    assert said == []


def test_what_style_sheets_ask_of_an_inside_is_asked_of_few_parts():
    """A rule for any box that holds something, or for the page once it holds something, is asked again of the whole page whenever a chart measures a text: a third of what printing cost."""
    found = [
        (path.name, one[0])
        for path in sources("*.css")
        for one in ANYWHERE.finditer(COMMENTS.sub("", path.read_text(encoding="utf-8")))
    ]
    assert found == []
    assert ANYWHERE.search("} .a > div:has(.b) {") and ANYWHERE.search(":has(> .b) {")
    assert ANYWHERE.search('[data-testid="stApp"]:has(.b) .c {')
    assert not ANYWHERE.search('.a:not(.b, :has(c)), [data-testid="stApp"]:has(> .b) {')


ANYWHERE = re.compile(
    r"""(?:^|[>+~{}])\s*(?:div|span|\*)?:has\(|"stApp(?:ViewContainer)?"\](?::not\()?:has\((?!>)"""
)
COMMENTS = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def spoken(path: Path) -> list[str]:
    """The Vietnamese literals of a module, parts of f-strings too, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    texts = [
        one.value
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in alone
    ]
    return [one for one in texts if VIETNAMESE.search(one)]


def test_no_module_of_the_dashboard_shadows_one_of_pythons_own():
    inside = (ROOT / "dashboard").iterdir()
    names = {one.stem if one.suffix else one.name for one in inside if one.name != "__init__.py"}
    assert names & set(sys.stdlib_module_names) == set()


LONGEST_MODULE, LONGEST_FUNCTION = 200, 40
MIGRATIONS = "data_access/migrations"
"""Steps that a store once took: they stay as they were taken."""
LIST_OF_WORDS = {
    "dashboard/deck/deck_words.py": 242,
    "dashboard/exports/dossier/dossier_words.py": 233,
    "dashboard/views/limit_words.py": 249,
    "dashboard/views/method_words.py": 219,
    "dashboard/views/plan_words.py": 234,
    "dashboard/wording/problem_sentences.py": 283,
    "data_access/intake/codes.py": 209,
}
"""One list each, of sentences or codes: it is looked up, not read through."""


def test_modules_stay_short_but_for_one_list_each():
    """Above 200 lines stand only those of `LIST_OF_WORDS`; whoever shortens one lowers its number, and none may grow past it."""
    long = {
        path.relative_to(ROOT).as_posix(): length
        for path in sources("*.py")
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert {
        name: length for name, length in long.items() if length > LIST_OF_WORDS.get(name, 0)
    } == {}
    assert LIST_OF_WORDS.keys() - long.keys() == set(), "short now: take it out of the list"


def test_no_function_is_above_forty_lines():
    long = {
        f"{path.relative_to(ROOT).as_posix()} {one.name}": length
        for path in [*sources("*.py"), *(ROOT / "sample_data").rglob("*.py")]
        if not path.is_relative_to(ROOT / MIGRATIONS)
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := lines_of(one)) > LONGEST_FUNCTION
    }
    assert long == {}


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function takes, without its docstring."""
    said = function.body[0] if ast.get_docstring(function) is not None else None
    words = (said.end_lineno or 0) - said.lineno + 1 if said else 0
    return (function.end_lineno or 0) - function.lineno + 1 - words
