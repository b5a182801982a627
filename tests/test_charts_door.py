"""Every chart passes one door: with its words for those who do not see it, its table folded, and a press that answers with the unit."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import screens
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.ui import plots
from dashboard.wording import meeting_words

SCRIPT = """
import pandas as pd
import streamlit as st
from dashboard.charts.canvas import canvas
from dashboard.ui import plots
from dashboard.charts.drawings import picture
from dashboard.writing.columns import Column
rows = pd.DataFrame({"unit": ["a", "b"], "name": ["Sở A", "Sở B"], "score": [84.97, None]})
figure = canvas("Sở A & Sở B", "Điểm năm 2025", height=300)
shown = picture(figure, "Hai sở.", "Nguồn: thử.", rows, {"name": "Đơn vị", "score": Column("Điểm", "score")})
plots.show(shown, key="two", on_click=st.session_state.append)
"""


@pytest.fixture
def screen(sqlite_url, monkeypatch) -> Iterator[AppTest]:
    """The chart on a screen of its own store: who is at it is whoever sits at this machine, whatever ran before."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    st.cache_resource.clear()
    app = AppTest.from_string(SCRIPT, default_timeout=screens.PATIENCE)
    app.session_state["append"] = [].append
    yield app.run()
    st.cache_resource.clear()


def sent(screen: AppTest) -> dict:
    return json.loads(screen.get("bidi_component")[0].proto.json)


def test_the_browser_is_given_the_words_the_source_and_the_figure_with_its_two_heights(screen):
    assert not screen.exception
    data = sent(screen)
    assert {
        "alt": "Hai sở.",
        "title": "Sở A & Sở B",
        "subtitle": "Điểm năm 2025",
        "source": "Nguồn: thử.",
        "height": 300,
        "narrow_height": 300,
    }.items() <= data.items()
    assert json.loads(data["figure"])["layout"]["height"] == 300
    assert (data["clickable"], data["file_name"]) == (True, "So-A-So-B-chua-chot")
    assert meeting_words.INNER in data["face"], (
        "a picture that the secretariat saves says what every file of theirs says"
    )


def test_the_table_waits_folded_and_is_only_made_when_it_is_opened(screen):
    assert [fold.label for fold in screen.expander] == ["Xem bảng số liệu"]
    assert len(screen.get("bidi_component")) == 1, "the chart alone"


def test_the_drawing_library_is_served_by_this_machine_and_is_there():
    address = plots.address(plots.LIBRARY)
    assert address.startswith("/app/static/plotly/")
    folder = plots.Path(plots.__file__).parents[1] / "static" / "plotly"
    assert (folder / plots.LIBRARY.split("/")[-1]).is_file() and (folder / "LICENSE.txt").is_file()


def test_the_drawing_library_is_the_version_that_the_figures_are_written_for():
    from plotly.offline import get_plotlyjs_version

    assert get_plotlyjs_version() in plots.LIBRARY


def test_nothing_constant_is_left_open_in_the_drawing_script():
    script = plots._script()
    assert "__" not in script and "http" not in script
