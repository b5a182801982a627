"""The sample data that an empty store is filled with at the first start: which files, in which order, illustrative or not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PLAN = HERE / "plan.toml"


class SampleFile(NamedTuple):
    """One file to load; `illustrative` is False only for real figures with their source."""

    path: Path
    illustrative: bool


def files() -> list[SampleFile]:
    """The files of manifest.toml in the order in which they are to be loaded."""
    listed = tomllib.loads((HERE / "manifest.toml").read_text(encoding="utf-8"))["files"]
    return [SampleFile(HERE / one["path"], one["illustrative"]) for one in listed]
