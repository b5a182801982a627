"""What machines keep of the code: its form, its types, nothing dead."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import mutations

ROOT = Path(__file__).resolve().parents[1]


def complaints(*command: str) -> str:
    """What a tool says of the code, '' where it has nothing against it."""
    done = subprocess.run(
        [sys.executable, "-B", "-m", *command], cwd=ROOT, capture_output=True, text=True
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_finds_no_fault():
    assert complaints("ruff", "check", "--no-cache") == ""


def test_the_code_is_formatted():
    assert complaints("ruff", "format", "--check", "--no-cache") == ""


@pytest.mark.slow
def test_the_types_of_the_core_and_of_the_store_agree():
    assert complaints("mypy", "--cache-dir", os.devnull) == ""


@pytest.mark.slow
def test_nothing_in_the_code_is_dead():
    assert complaints("vulture") == ""


@pytest.mark.parametrize("mutation", mutations.MUTATIONS, ids=lambda one: one.name)
def test_what_a_mutation_breaks_stands_in_one_place_of_the_program(mutation):
    assert mutations.place_of(mutation.old, ROOT).suffix == ".py"
