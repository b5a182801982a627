"""The frame around every page: menu, unit finder, shared choices, the mark of sample data. Started by `streamlit run dashboard/app.py`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from dashboard.ui import frame, frame_menu  # noqa: E402 - the root must be on the path first

with frame.whole():
    if frame.may_begin():
        page = frame_menu.menu()
        frame.prepare()
        frame.run(page)
