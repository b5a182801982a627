"""What a unit hands in goes through the gate of the real server: chosen in a browser, checked at once, waiting for the secretariat."""

from __future__ import annotations

import offices
import pytest
import serving

from dashboard.views import sent_words as words

pytestmark = pytest.mark.browser
HEAD = "Mã đơn vị;Năm;Mã tiêu chí;Giai đoạn chấm;Kết quả\n"


@pytest.fixture
def office(small_url, tmp_path):
    with offices.office(small_url, tmp_path, ("unit", "secretary"), ()) as opened:
        with serving.gated(DATABASE_URL=opened.url) as address:
            yield address, opened


def signed_in(window, address: str, token: str, path: str):
    """A page of whoever sits down at the machine next."""
    window.clear_cookies()
    window.add_cookies([{"name": "dashboard_session", "value": token, "url": address}])
    page = window.new_page()
    page.set_default_timeout(serving.PATIENCE)
    page.goto(f"{address}/{path}")
    serving.settle(page)
    return page


def chosen(page, file, result: str) -> None:
    """The file with this result, chosen as a person does: by the button."""
    file.write_text(f"{HEAD}{offices.UNIT};2025;TC1;Tự chấm;{result}\n", "utf-8")
    with page.expect_file_chooser() as opened:
        page.locator("[data-testid=stFileUploaderDropzone] button").first.click()
    opened.value.set_files(file)


def test_a_units_file_is_checked_and_waits_for_the_secretariat(window, office, tmp_path):
    address, opened = office
    page = signed_in(window, address, opened.tokens["unit"], "phan-cua-don-vi")
    file = tmp_path / "kq.csv"
    chosen(page, file, "abc")
    page.get_by_text("kq.csv, ô E2: “abc” không phải số").wait_for()
    uploader = page.locator("[data-testid=stFileUploader]")
    uploader.get_by_text(f"{file.stat().st_size} B", exact=True).wait_for()
    assert "icon" not in uploader.inner_text()
    page.get_by_role("button", name="Bỏ tệp kq.csv").click()
    chosen(page, file, "4")
    page.get_by_role("button", name=words.SEND_BUTTON).click()
    page.get_by_text(words.SENT.format(file="kq.csv")).wait_for()
    (sent,) = opened.store.entered("submissions").to_dict("records")
    assert (sent["unit"], sent["year"], sent["kind"]) == (offices.UNIT, 2025, "workbook")
    page.close()
    queue = signed_in(window, address, opened.tokens["secretary"], "theo-doi-nop-bao-cao")
    queue.get_by_text("1 tệp, xác nhận").wait_for()
    queue.get_by_role("button", name=words.DOWNLOAD).wait_for()
