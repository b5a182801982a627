"""Takes the pictures of the README from the program as it stands: python docs/pictures/take_pictures.py [FOLDER].

The sample data in a store of its own, the whole server as `run.py` starts it, the system's Chromium.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import serving  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

import sample_data  # noqa: E402
from dashboard.plan import load_plan  # noqa: E402
from data_access.loading import load_files, on_disk  # noqa: E402
from data_access.store import connect  # noqa: E402

PAGES: Mapping[str, str] = {"overview": "", "ranking": "xep-hang"}
"""Picture → the address of its page."""
SIZE = {"width": 1366, "height": 900}


def main(folder: Path) -> None:
    """Write every picture into the folder."""
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{place}/store.sqlite"
        with connect(url) as store:
            plan = load_plan(sample_data.PLAN).as_data()
            load_files(store, plan, on_disk(sample_data.files()), who="số liệu minh họa")
        with serving.gated(DATABASE_URL=url) as address, sync_playwright() as driver:
            chromium = driver.chromium.launch(executable_path=serving.CHROMIUM, args=serving.FLAGS)
            page = chromium.new_page(viewport=SIZE, locale="vi-VN")
            page.set_default_timeout(serving.PATIENCE)
            for name, path in PAGES.items():
                page.goto(f"{address}/{path}")
                serving.settle(page)
                page.screenshot(path=folder / f"{name}.png")
            chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent)
