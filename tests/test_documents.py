"""What the documents of the house name is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_test_that_the_table_of_messy_files_names_exists():
    named = set(
        re.findall(r"`(test_\w+)`", (ROOT / "docs" / "messy-files.md").read_text(encoding="utf-8"))
    )
    there = {
        name
        for path in (ROOT / "tests").glob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8"))
    }
    assert named and named <= there


def test_every_path_of_the_readmes_table_exists():
    table = (
        (ROOT / "README.md")
        .read_text(encoding="utf-8")
        .split("## Where do I change", 1)[1]
        .split("\n## ", 1)[0]
    )
    paths = [
        one
        for one in re.findall(
            r"`((?:dashboard|data_access|pages|sample_data|tests|docs|deploy)/[^`*]*)`", table
        )
    ]
    assert paths and [one for one in paths if not (ROOT / one).exists()] == []
