"""What is typed into a form and not sent comes back after a reload and on another server of the same store: tried in a real browser, letter by letter."""

from __future__ import annotations

import pytest
import serving

from data_access import unsent
from data_access.store import connect

pytestmark = pytest.mark.browser
PASTED = "Báo cáo của Sở Nội vụ năm 2024.\nTỷ lệ hồ sơ đúng hạn đạt 98,1%."


def opened(window, address: str, path: str):
    page = window.new_page()
    page.set_default_timeout(serving.PATIENCE)
    page.goto(f"{address}/{path}")
    serving.settle(page)
    return page


def kept(url: str, form: str, text: str, page) -> None:
    """Waits until the store has this text of a form: the browser tells it a moment after the last letter."""
    with connect(url) as store:
        for _ in range(600):
            if text in unsent.draft(store, "", form).values():
                return
            page.wait_for_timeout(100)
    raise AssertionError(f"{form} was never kept")


def holds(page, field: str, text: str) -> None:
    page.wait_for_function(
        "([field, text]) => document.querySelector(field)?.value === text", arg=[field, text]
    )


def renaming(page) -> None:
    page.get_by_role("tab", name="Thay đổi").first.click()
    page.locator(".st-key-units_kind input").wait_for()


NAME, PASTE = "[class*=st-key-units_name_] input", ".st-key-report_paste_text textarea"


def test_typed_text_outlives_a_reload_and_a_server_and_goes_when_it_is_sent(window, small_copy):
    with serving.gated(DATABASE_URL=small_copy) as one:
        page = opened(window, one, "don-vi")
        renaming(page)
        page.locator(".st-key-units_kind input").click()
        page.get_by_role("option").filter(has_text="Đổi tên").first.click()
        page.locator(NAME).type("Sở Nội vụ và Lao động")
        kept(small_copy, "units_form_rename", "Sở Nội vụ và Lao động", page)
        page.reload()
        serving.settle(page)
        renaming(page)
        holds(page, NAME, "Sở Nội vụ và Lao động")
        page.locator("[class*=st-key-units_old_] input").fill("so noi vu")
        page.get_by_role("option").filter(has_text="Sở Nội vụ").first.click()
        page.locator("[class*=st-key-units_on_] input").fill("1/7/2026")
        page.locator("[class*=st-key-units_document_] input").fill("Nghị quyết 12/NQ-HĐND")
        page.locator("[class*=st-key-units_try_] button").click()
        page.locator(".st-key-who input").fill("Nguyễn Thị Lan")
        page.locator(".st-key-units_save button").click()
        page.get_by_text("Đã lưu").first.wait_for()
        serving.settle(page)
        with connect(small_copy) as store:
            assert unsent.draft(store, "", "units_form_rename") == {}, "and nothing keeps it anew"
        page.goto(f"{one}/doc-bao-cao")
        serving.settle(page)
        page.locator(".st-key-report_paste summary").click()
        page.locator(PASTE).fill(PASTED)
        kept(small_copy, "report_paste_form", PASTED, page)
        page.close()
    with serving.gated(DATABASE_URL=small_copy) as other:
        page = opened(window, other, "doc-bao-cao")
        holds(page, PASTE, PASTED)
        page.close()
