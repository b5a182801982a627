"""Đọc báo cáo in a real browser on a laptop's screen: how few presses a report takes, and where what was stored is seen afterwards."""

from __future__ import annotations

import pytest
import serving
from test_reports_desk import REPORT, UNITS

import sample_data
from dashboard.plan import load_plan
from data_access.intake.sheet_reading import read
from data_access.intake.unit_facts import Facts
from data_access.store import connect

pytestmark = pytest.mark.browser
LAPTOP = {"width": 1366, "height": 768}
FAULTS = [
    "Một số cán bộ còn đi làm muộn.",
    "Bảng tin chưa gọn gàng.",
    "Hai công chức không đeo thẻ.",
    "Việc trả lời công dân có lúc thiếu nhã nhặn.",
    "Hồ sơ đất đai còn trễ hạn.",
    "Mạng máy tính hay hỏng.",
    "Báo cáo quý nộp chậm.",
    "Trụ sở chật.",
]
FIGURES = [
    "Hồ sơ giải quyết đúng hạn đạt 98,1%.",
    "Hồ sơ nộp trực tuyến đạt 61,5%.",
    "Văn bản ký số đạt 93,2%.",
    "100% cán bộ ký cam kết thi đua.",
    "Thanh toán trực tuyến đạt 40%.",
    "Số hóa hồ sơ đạt 77%.",
]
DOCUMENTS = [f"Ban hành Kế hoạch số {number}/KH-UBND ngày 04/3/2022." for number in range(40, 46)]
LONG = REPORT.replace("An Bình", "Bình Minh").replace("- Một số cán bộ còn đi làm muộn.\n", "")
LONG = LONG.replace("Tồn tại, hạn chế\n", "\n".join([*FIGURES, *DOCUMENTS, "Tồn tại, hạn chế", ""]))
LONG += "".join(f"- {fault}\n" for fault in FAULTS)

DRAWN = """() => [...document.querySelectorAll("[data-testid=stDataFrame] canvas")].some(one => one.getBoundingClientRect().top > 0)"""
"""The sheet is drawn, not only there: without Streamlit's style of it it has no size."""
IN_SIGHT = """height => {
  const shown = (one) => { const box = document.querySelector(one)?.getBoundingClientRect(); return box?.height && box.bottom < height; };
  return shown('.finding blockquote') && shown('.finding-question') && shown('[class*=st-key-report_after_]') }"""
"""The finding in hand with its quote, its question and its keys."""
PANE_THERE = """() => {
  const mark = document.querySelector('.report-text mark.now')?.getBoundingClientRect();
  const pane = document.querySelector('.report-text').getBoundingClientRect();
  return mark && mark.top >= pane.top && mark.bottom <= pane.bottom }"""


@pytest.fixture
def address(sqlite_url):
    with connect(sqlite_url) as store:
        facts = (store.load(name) for name in ("units", "aliases", "unit_years"))
        tables = read("don-vi.csv", UNITS, Facts(load_plan(sample_data.PLAN).as_data(), *facts))
        store.save(tables.tables, file="don-vi.csv", content=UNITS, who="An")
    with serving.gated(DATABASE_URL=sqlite_url) as opened:
        yield opened


def test_two_keys_store_a_report_and_its_words_are_seen_on_the_page_of_the_unit(address, window):
    page = window.new_page()
    page.set_default_timeout(serving.PATIENCE)
    page.goto(f"{address}/doc-bao-cao")
    serving.settle(page)
    page.locator("input[type=file]").set_input_files(
        [
            {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
            for name, text in (("mot.txt", REPORT), ("hai.txt", LONG))
        ]
    )
    page.get_by_text("mot.txt: tìm thấy").wait_for()
    serving.settle(page)
    page.wait_for_function(IN_SIGHT, arg=LAPTOP["height"])
    page.get_by_text("Sửa hoặc thêm mục trong bảng").click()
    page.wait_for_function(DRAWN)
    page.get_by_text("Sửa hoặc thêm mục trong bảng").click()
    page.locator(".finding").wait_for()
    serving.settle(page)
    page.keyboard.press("y")
    page.get_by_text("Sẽ ghi cho Xã An Bình").wait_for()
    page.get_by_label("Người thực hiện").first.fill("Lê Thị An")
    page.keyboard.press("Tab")
    serving.settle(page)
    page.locator("h1.answer").click()  # out of the field: keys are keys again
    page.keyboard.press("s")
    page.get_by_text("hai.txt: tìm thấy").wait_for()
    serving.settle(page)
    page.keyboard.press("k")
    page.keyboard.press("d")  # before the next finding is seen: an answer to nothing
    page.get_by_text("✕ không nhận").first.wait_for()
    serving.settle(page)
    assert page.get_by_text("✓ nhận").count() == 0
    page.keyboard.press("y")
    page.get_by_text("Sẽ ghi cho Xã Bình Minh").wait_for()
    serving.settle(page)
    page.wait_for_function(PANE_THERE)
    page.keyboard.press("s")
    page.get_by_text("2 báo cáo: 2 đã ghi, 0 bỏ, còn 0.").first.wait_for()
    page.goto(f"{address}/ho-so-don-vi?don_vi=XBB")
    serving.settle(page)
    page.get_by_text("Báo cáo, văn bản, khen thưởng").first.click()
    serving.settle(page)
    page.get_by_text("Tồn tại tự nêu (8)").first.click()
    serving.settle(page)
    for said in (
        "Hai công chức không đeo thẻ",
        "dòng 22",
    ):  # a table's cells are drawn, their words stand behind
        page.get_by_text(said, exact=True).first.wait_for(state="attached")
    page.close()
