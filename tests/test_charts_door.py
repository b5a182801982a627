"""Every chart passes one door: with its words for those who do not see it, its table folded, and a press that answers with the unit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
import screens
import serving
import streamlit as st
from streamlit.testing.v1 import AppTest
from test_layers import COLOUR, COMMENTS, VIETNAMESE

from dashboard.charts.canvas import canvas
from dashboard.charts.drawings import drawing
from dashboard.serving import packed_files
from dashboard.ui import plots, screen_parts
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
    return screens.told(screen.get("bidi_component")[0])


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
    folder = packed_files.ROOTS[packed_files.OWN] / "plotly"
    assert (folder / plots.LIBRARY.split("/")[-1]).is_file() and (folder / "LICENSE.txt").is_file()


def test_the_drawing_library_is_the_version_that_the_figures_are_written_for():
    from plotly.offline import get_plotlyjs_version

    assert get_plotlyjs_version() in plots.LIBRARY


def test_charts_are_made_of_what_the_small_drawing_library_knows():
    written = "".join(one.read_text("utf-8") for one in (serving.ROOT / "dashboard").rglob("*.py"))
    drawn = set(re.findall(r"\bgo\.([A-Z]\w+)", written))
    assert "plotly-basic" in plots.LIBRARY and drawn == {"Figure", "Scatter", "Bar"}


def test_scripts_of_parts_say_nothing_themselves_and_ask_no_other_machine():
    """Words and colours come to them from the theme and the words, as a variable of the style sheet that is JSON."""
    for name in screen_parts.SCRIPTS:
        script = (packed_files.ROOTS[packed_files.OWN] / "parts" / f"{name}.js").read_text("utf-8")
        assert "http" not in script and not COLOUR.search(script)
        assert not VIETNAMESE.search(COMMENTS.sub("", script))


def test_what_is_the_same_for_every_chart_is_not_sent_with_each():
    """A run sends neither script nor style of a part, nor the look of all charts: browsers have them."""
    figure = canvas("Sở A", "Điểm", height=300)
    assert "template" not in json.loads(drawing(figure).text)["layout"]
    told = re.search(r"--plotting: (\{.*\}); \}", screen_parts.style())
    assert json.loads(told[1])["template"] == figure.to_dict()["layout"]["template"]
