"""The asserts of all test files rewritten before the workers begin: each would rewrite them for itself, at the same time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from _pytest.assertion import rewrite

HERE = Path(__file__).parent


def once(config: pytest.Config) -> None:
    """Where the whole suite is asked for, leave each file's rewritten code where pytest looks for it; what is there already stays."""
    is_whole = config.args_source is config.ArgsSource.TESTPATHS
    if is_whole and config.getoption("numprocesses") and not sys.dont_write_bytecode:
        for path in HERE.glob("test_*.py"):
            _rewritten(path, config)


def _rewritten(path: Path, config: pytest.Config) -> None:
    state = config.stash[rewrite.assertstate_key]
    folder = rewrite.get_cache_dir(path)
    kept = folder / f"{path.stem}{rewrite.PYC_TAIL}"
    if rewrite.try_makedirs(folder) and rewrite._read_pyc(path, kept, state.trace) is None:
        source_hash, code = rewrite._rewrite_test(path, config)
        rewrite._write_pyc(state, code, source_hash, kept)
