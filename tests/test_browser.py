"""The dashboard as its users have it: in a real browser, on the sample data, at the sizes of a laptop, a hall and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import serving

from dashboard.access.permissions import HERE, may_open
from dashboard.ui.frame import MENU

pytestmark = pytest.mark.browser
PATHS = [
    "" if path == "tong-quan" else path
    for pages in MENU.values()
    for name, _, path in pages
    if may_open(HERE, name)
]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address(sample_url):
    with serving.served(serving.ROOT / "dashboard" / "app.py", DATABASE_URL=sample_url) as address:
        yield address


@pytest.fixture
def page(window, address):
    with watched(window) as opened:
        yield opened


@contextmanager
def watched(window) -> Iterator[object]:
    """A page of its own that keeps what went wrong (`faults`) and whom it asked (`asked`)."""
    opened = window.new_page()
    opened.set_default_timeout(serving.PATIENCE)
    opened.faults, opened.asked = [], []
    opened.on(
        "console",
        lambda message: (
            opened.faults.append(message.text)
            if message.type == "error" and not _probing(message)
            else None
        ),
    )
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=PATHS)
def shown(request, window, address):
    """Every page in turn, opened by its link once for all that is asked of it: on a laptop first, then as narrow as a phone."""
    with watched(window) as opened:
        opened.goto(f"{address}/{request.param}")
        serving.settle(opened)
        opened.locator("h1.answer").first.wait_for()
        yield opened


def _probing(message) -> bool:
    """Streamlit looks for its own address below a deep link first, and is told that it is not there."""
    return message.location["url"].endswith(("/_stcore/health", "/_stcore/host-config"))


def serious(page) -> list[tuple[str, str]]:
    """What axe calls serious or critical, with the element."""
    from axe_core_python.sync_playwright import Axe

    found = [
        one for one in Axe().run(page)["violations"] if one["impact"] in ("serious", "critical")
    ]
    return [
        (one["id"], node["html"][:200])
        for one in found
        for node in one["nodes"]
        if "glide-cell" not in node["html"]
    ]


def outside(page, address: str) -> list[str]:
    return [
        url
        for url in page.asked
        if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))
    ]


def test_every_page_opens_by_its_link_without_an_error_asks_nobody_else_and_axe_finds_nothing_serious(
    shown, address
):
    assert shown.evaluate("document.documentElement.lang") == "vi"
    assert shown.get_by_text("Số liệu minh họa").first.is_visible()
    assert shown.faults == []
    assert outside(shown, address) == []
    assert serious(shown) == [], (
        "the hidden cells of two of Streamlit's own tables may share an id; nothing else"
    )


def test_no_page_scrolls_sideways_on_a_phone(shown):
    shown.set_viewport_size(PHONE)
    serving.settle(shown)
    shown.wait_for_function("document.querySelector('[data-testid=stMain]').scrollWidth <= 390")
    assert shown.faults == []


def test_a_choice_in_the_link_is_the_choice_on_the_screen_and_changes_the_answer(page, address):
    page.goto(address)
    serving.settle(page)
    now = page.locator("h1.answer").inner_text()
    page.get_by_role("combobox", name="Năm, mốc").click()
    page.get_by_role("option", name="2022 · Sơ kết").click()
    page.wait_for_function(
        "before => document.querySelector('h1.answer').innerText !== before", arg=now
    )
    assert "sơ kết 2022" in page.locator("h1.answer").inner_text()
    page.reload()
    serving.settle(page)
    assert "sơ kết 2022" in page.locator("h1.answer").inner_text(), "the link carries the choice"


def test_the_choices_are_out_of_sight_where_they_change_nothing_and_are_not_forgotten_there(
    page, address
):
    page.goto(f"{address}/xep-hang?nam=2022+·+Sơ+kết")
    serving.settle(page)
    page.get_by_role("link", name="Kế hoạch").click()
    page.wait_for_url("**/ke-hoach*")
    serving.settle(page)
    assert page.get_by_role("combobox", name="Năm, mốc").count() == 0
    page.get_by_role("link", name="Tổng quan").first.click()
    page.wait_for_function("document.querySelector('h1.answer')?.innerText.includes('sơ kết 2022')")
    serving.settle(page)
    assert page.get_by_role("combobox", name="Năm, mốc").is_visible()


def test_a_click_on_a_bar_opens_the_unit(page, address):
    page.goto(f"{address}/xep-hang")
    serving.settle(page)
    name = page.locator(".plot-drawing .ytick text, .plot-drawing .annotation-text").first
    name.click()
    page.wait_for_url("**/ho-so-don-vi*")
    serving.settle(page)
    assert "don_vi=" in page.url


def test_the_finder_leads_to_a_unit_without_diacritics(page, address):
    page.goto(address)
    serving.settle(page)
    page.get_by_label("Tìm đơn vị").fill("so noi vu")
    page.get_by_role("link", name="Sở Nội vụ").first.click()
    page.wait_for_url("**/ho-so-don-vi*")
    serving.settle(page)
    assert "Sở Nội vụ" in page.locator("h1.answer").inner_text()
