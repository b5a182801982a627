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


PLAIN = REPORT.replace("đạt trên 95%", "đạt 95,5%")
ANSWERED = "Không còn mục nào phải trả lời"


def brought(page, address: str, *files: tuple[str, str]) -> None:
    page.set_default_timeout(serving.PATIENCE)
    page.goto(f"{address}/doc-bao-cao")
    serving.settle(page)
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files]
    )
    page.get_by_text(f"{files[0][0]}: tìm thấy").wait_for()
    serving.settle(page)


def answered(page) -> int:
    """How many presses it takes to answer every finding of the report in hand with yes."""
    pressed = 1
    page.keyboard.press("y")
    page.get_by_text("Sẽ ghi cho").first.wait_for()
    serving.settle(page)
    while not page.get_by_text(ANSWERED).count():
        seen = page.locator(".finding").inner_text()
        page.keyboard.press("d")
        page.wait_for_function("seen => document.querySelector('.finding')?.innerText !== seen", arg=seen)  # fmt: skip
        serving.settle(page)
        pressed += 1
    return pressed


def named(page) -> None:
    """The name is typed once; Enter leaves the field, and keys are keys again."""
    page.get_by_label("Người thực hiện").first.fill("Lê Thị An")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement === document.body")
    serving.settle(page)


def test_two_presses_store_a_report_without_doubts_and_fifteen_one_of_twenty_findings(
    address, window
):
    page = window.new_page()
    brought(page, address, ("mot.txt", PLAIN), ("hai.txt", LONG))
    first = answered(page)
    named(page)
    page.keyboard.press("s")
    assert first + 1 == 2
    page.get_by_text("hai.txt: tìm thấy").wait_for()
    serving.settle(page)
    page.get_by_text("Mọi mục tìm thấy (22)").wait_for()
    presses = answered(page) + 1
    page.keyboard.press("s")
    page.get_by_text("2 báo cáo: 2 đã ghi, 0 bỏ, còn 0.").first.wait_for()
    assert presses <= 15
    page.close()


def test_a_batch_is_gone_on_with_after_a_reload_and_its_words_are_seen_on_the_page_of_the_unit(
    address, window
):
    page = window.new_page()
    brought(page, address, ("hai.txt", LONG), ("mot.txt", REPORT))
    page.wait_for_function(IN_SIGHT, arg=LAPTOP["height"])
    page.get_by_text("Sửa hoặc thêm mục trong bảng").click()
    page.wait_for_function(DRAWN)
    page.get_by_text("Sửa hoặc thêm mục trong bảng").click()
    page.locator("[data-testid=stDataFrame]").first.wait_for(state="detached")
    page.locator(".finding").wait_for()
    serving.settle(page)
    page.keyboard.press("k")
    page.keyboard.press("d")  # before the next finding is seen: an answer to nothing
    page.get_by_text("✕ không nhận").first.wait_for()
    serving.settle(page)
    assert page.get_by_text("✓ nhận").count() == 0
    page.keyboard.press("y")
    page.get_by_text("Sẽ ghi cho Xã Bình Minh").wait_for()
    serving.settle(page)
    page.reload()
    page.get_by_text("hai.txt: tìm thấy").wait_for()
    page.get_by_text("Sẽ ghi cho Xã Bình Minh").wait_for()
    serving.settle(page)
    page.get_by_text("✕ không nhận").first.wait_for()
    page.wait_for_function(PANE_THERE)
    page.locator("[class*=st-key-report_year_] input").click()
    page.get_by_role("option").filter(has_text="2021").click()
    page.get_by_text("sẽ ghi vào năm 2021").wait_for()
    page.locator("[class*=st-key-report_year_] input").click()
    page.get_by_role("option").filter(has_text="2022").click()
    page.get_by_text("sẽ ghi vào năm 2021").wait_for(state="detached")
    serving.settle(page)
    page.keyboard.press("s")  # right after a choice in a list: a key of the page
    page.get_by_text("Hãy ghi tên người thực hiện trước khi lưu.").first.wait_for()
    named(page)
    page.keyboard.press("s")
    page.get_by_text("2 báo cáo: 1 đã ghi, 0 bỏ, còn 1.").first.wait_for()
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
