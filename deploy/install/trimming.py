"""Takes out of the installed packages what the dashboard never uses; the tests run on what is left."""

from __future__ import annotations

import shutil
from pathlib import Path

TESTED = ("numpy", "pandas", "pyarrow", "scipy")
"""Packages that bring their own tests: 55 MB that only their makers run."""
UNUSED = (
    "pyarrow/include",  # headers for compiling against it
    "pyarrow/libarrow_flight*",  # Arrow's own network service, its compiled part and its stub
    "pyarrow/_flight*",
    "pyarrow/libarrow_s3*",  # files in Amazon's store
    "pyarrow/_s3fs*",
    "pydeck/nbextension",  # maps inside notebooks
    "plotly/labextension",  # charts inside notebooks
)


def trim(packages: Path) -> int:
    """Remove the parts named above from a folder of installed packages; how many files and folders went."""
    found = [folder for name in TESTED for folder in (packages / name).rglob("tests")]
    found += [one for pattern in UNUSED for one in packages.glob(pattern)]
    for one in found:
        if one.is_dir():
            shutil.rmtree(one)
        elif one.exists():
            one.unlink()
    return len(found)
