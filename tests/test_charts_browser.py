"""Charts in a real browser: drawn in place, pressed, taken away; nothing leaves the machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import serving

pytestmark = pytest.mark.browser
APP = """
import pandas as pd
import streamlit as st
from dashboard.charts.rank_chart import ranked_units
from dashboard.ui import plots, screen_parts
from dashboard.charts.drawings import picture
from dashboard.writing.columns import Column

st.html(f"<style>{screen_parts.style()}</style>")
least = st.radio("Điểm", [70, 60], horizontal=True)
rows = pd.DataFrame({"unit": ["a", "b"], "name": ["Sở A", "Sở B"], "stage": "appraised", "score": [90.0, least], "rank": [1, 2], "rank_of": 2, "rank_low": [1, 1],
                     "rank_high": [2, 2], "status": ["met", "slow"], "target": 85.0}).assign(score_low=lambda rows: rows["score"], score_high=lambda rows: rows["score"])
shown = picture(ranked_units(rows, title="Sở A đứng đầu", target=85), "Hai sở.", "Nguồn: thử.", rows, {"name": "Đơn vị", "score": Column("Điểm", "score")})
hit = plots.show(shown, key="two", on_click=lambda unit: None)
st.write(f"Đã chọn {hit}")
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("screen")
    (folder / "app.py").write_text(APP, encoding="utf-8")
    shutil.copytree(serving.ROOT / "dashboard" / "static", folder / "static")
    with serving.served(folder / "app.py") as address:
        yield address


@pytest.fixture
def page(window, address):
    page = window.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(address)
    drawn(page)
    yield page
    page.close()


def drawn(page, before: str = "") -> str:
    """Waits until the chart is drawn anew; answers the mark of the figure that is on screen."""
    page.wait_for_function(
        "before => (document.querySelector('.plot')?.dataset.drawn ?? before) !== before",
        arg=before,
        timeout=serving.PATIENCE,
    )
    return page.locator(".plot").get_attribute("data-drawn")


def test_a_change_is_drawn_in_the_same_node_and_nothing_leaves_the_machine(page, address):
    first = page.locator(".plot").get_attribute("data-drawn")
    page.evaluate("document.querySelector('.plot-drawing').own = 'kept'")
    page.get_by_text("60", exact=True).first.click()
    assert drawn(page, first) != first
    assert page.evaluate("document.querySelector('.plot-drawing').own") == "kept"
    assert page.locator(".plot-drawing").get_attribute("aria-label") == "Hai sở."
    assert [
        url
        for url in page.asked
        if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))
    ] == []


def test_a_press_on_a_name_answers_with_the_unit_once(page):
    page.locator(".plot-drawing").get_by_text("2. Sở B").click()
    page.get_by_text("Đã chọn b").wait_for(timeout=serving.PATIENCE)
    page.get_by_text("60", exact=True).first.click()
    page.get_by_text("Đã chọn None").wait_for(timeout=serving.PATIENCE)


def test_the_picture_and_the_table_can_be_taken_away(page):
    with page.expect_download() as picture:
        page.get_by_role("button", name="Lưu ảnh").click()
    assert picture.value.suggested_filename == "So-A-dung-dau-chua-chot.png"
    page.get_by_text("Xem bảng số liệu").click()
    with page.expect_download() as table:
        page.get_by_text("Tải Excel").click()
    assert table.value.suggested_filename == "So-A-dung-dau-chua-chot.xlsx"
    assert Path(table.value.path()).read_bytes().startswith(b"PK")


def test_on_a_phone_the_chart_takes_its_narrow_form_without_sideways_scroll(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(
        "() => document.querySelector('.plot-drawing .main-svg')?.clientWidth < 390",
        timeout=serving.PATIENCE,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
