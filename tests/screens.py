"""The app on a screen without a browser."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard.ui import stored

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "dashboard" / "app.py"
PATIENCE = 600
"""Seconds for one run of a page: a ceiling for a machine that hangs, never a measure of speed."""

# Every AppTest reads the metadata of all installed packages anew (a quarter of a second); they are the same all along.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# After a change of data a server works out all other years ahead (`test_pages.py`); no test waits for them, so none pays for them.
work_ahead, stored.work_ahead = stored.work_ahead, lambda: None


def app() -> AppTest:
    """The app, not yet run."""
    return AppTest.from_file(str(APP), default_timeout=PATIENCE)


def tables(app: AppTest) -> list[dict]:
    """The tables on the screen as the browser is given them: heads, rows of texts."""
    parts = (json.loads(one.proto.json) for one in app.get("bidi_component") if one.proto.json)
    return [one for one in parts if "heads" in one]
