"""A page is a recipe, read from its source: short, only the order of what is shown; what it says and how its tables look stand with its view."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
VIETNAMESE = re.compile(r"[À-ÖØ-öø-ỹĂăĐđƠơƯư]")
MOST_LINES, WIDTH = 60, 100
NOT_A_PAGES = ("pandas", "numpy", "plotly", "dashboard.charts", "dashboard.writing.columns")
MAKING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.stem)
def test_a_page_is_short(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert [line for line in lines[1:] if len(line) > WIDTH] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.stem)
def test_a_page_makes_nothing_of_its_own(path):
    assert [node.lineno for node in ast.walk(parsed(path)) if isinstance(node, MAKING)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.stem)
def test_a_page_says_nothing_itself(path):
    module = parsed(path)
    docstring = module.body[0].value
    said = [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node is not docstring
    ]
    assert [text for text in said if VIETNAMESE.search(text)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.stem)
def test_a_page_draws_no_chart_and_lays_out_no_table(path):
    modules = [
        node.module for node in ast.walk(parsed(path)) if isinstance(node, ast.ImportFrom)
    ] + [
        name.name
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Import)
        for name in node.names
    ]
    assert [one for one in modules if one and one.startswith(NOT_A_PAGES)] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "dashboard").rglob("*_words.py")), ids=lambda one: one.stem
)
def test_no_words_are_silently_replaced_by_others_of_the_same_name(path):
    names = Counter(
        name.id
        for statement in parsed(path).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    )
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "dashboard" / "charts").glob("*.py")), ids=lambda one: one.stem
)
def test_a_chart_is_given_its_words(path):
    used = [node.module for node in ast.walk(parsed(path)) if isinstance(node, ast.ImportFrom)]
    assert [one for one in used if one and one.startswith("dashboard.wording")] == []
