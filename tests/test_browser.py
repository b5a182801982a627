"""The dashboard as its users have it: in a real browser, on the sample data, at the sizes of a laptop, a hall and a phone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pytest
import serving
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.access.permissions import HERE, may_open
from dashboard.ui.frame import MENU
from dashboard.views.trends_words import STRIP_FOLD

pytestmark = pytest.mark.browser
PATHS = [
    "" if path == "tong-quan" else path
    for pages in MENU.values()
    for name, _, path in pages
    if may_open(HERE, name)
]
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { if (!one.hadRecentInput) window.shifted += one.value; }))
  .observe({ type: "layout-shift", buffered: true });"""
CUT = """() => [...document.querySelectorAll('.plot, .table-frame')].filter((one) => one.offsetParent && (one.scrollWidth > one.clientWidth + 1
  || (one.matches('.plot') && !one.dataset.drawn) || [...one.querySelectorAll('.main-svg')].some((svg) => svg.getBoundingClientRect().right > document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().right + 1)))
  .map((one) => one.textContent.slice(0, 80))"""
PRINTED = f"addEventListener('beforeprint', () => {{ window.cut = ({CUT})() }}, {{ once: true }})"
"""A print does not wait: what is cut once everything has heard that the sheet is about to be printed."""
TOKEN_COMES = "document.addEventListener('readystatechange', () => document.cookie ||= '_streamlit_xsrf=2|0|0|0; path=/', { once: true })"
"""Streamlit's token, which a browser that was never here is given with some answer before or after Streamlit opens its line: here before."""
HIDDEN_IN_MENU = """() => document.querySelector('[data-testid=stSidebarNavLink][aria-current=page]').getBoundingClientRect().bottom
  - document.querySelector('[data-testid=stSidebarUserContent]').getBoundingClientRect().top"""
"""Pixels of the open page's line in the menu that lie under the finder."""
LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address(sample_url):
    with serving.gated(DATABASE_URL=sample_url) as address:
        yield address


@pytest.fixture
def page(window, address):
    with watched(window) as opened:
        yield opened


@contextmanager
def watched(window) -> Iterator[object]:
    """A page of its own that keeps what went wrong (`faults`) and whom it asked (`asked`)."""
    opened = window.new_page()
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.add_init_script(SHIFTS)
    opened.set_default_timeout(serving.PATIENCE)
    opened.faults, opened.asked = [], []
    opened.on(
        "console",
        lambda message: opened.faults.append(message.text) if message.type == "error" else None,
    )
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.said = []
    opened.on(
        "websocket", lambda line: line.on("framesent", lambda frame: opened.said.append(frame))
    )
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=PATHS)
def shown(request, window, address):
    """Every page in turn, opened by its link once for all that is asked of it: on a laptop first, then as narrow as a phone."""
    with watched(window) as opened:
        if not request.param:
            window.clear_cookies()
            opened.add_init_script(TOKEN_COMES)
        opened.goto(f"{address}/{request.param}")
        serving.settle(opened)
        opened.locator("h1.answer").first.wait_for()
        yield opened


def serious(page) -> list[tuple[str, str]]:
    """What axe calls serious or critical, with the element."""
    from axe_core_python.sync_playwright import Axe

    found = [
        one
        for one in Axe().run(page, options={"resultTypes": ["violations"]})["violations"]
        if one["impact"] in ("serious", "critical")
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
    assert shown.evaluate("window.shifted") < 0.1, "what is read does not jump (over 0.1 is felt)"
    assert shown.evaluate(HIDDEN_IN_MENU) <= 0, "the menu shows which page is open"
    assert shown.faults == []
    assert outside(shown, address) == []
    questions = [BackMsg.FromString(one).rerun_script for one in shown.said]
    assert [one.widget_states.ByteSize() for one in questions].count(0) == 1, (
        "the page is asked for as Streamlit would ask (line.js), so it does not ask again"
    )
    assert serious(shown) == [], (
        "the hidden cells of two of Streamlit's own tables may share an id; nothing else"
    )


def test_every_page_prints_whole_on_a4_without_what_can_be_pressed(shown, tmp_path):
    shown.emulate_media(media="print")
    shown.set_viewport_size({"width": 703, "height": 1000})
    shown.evaluate(PRINTED)
    shown.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    assert shown.evaluate("window.cut") == []
    shown.emulate_media(media="null")
    sheets = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    text = bare(" ".join(one.get_textpage().get_text_bounded() for one in sheets))
    assert {tuple(map(round, one.get_size())) for one in sheets} == {(595, 842)}, "A4"
    assert bare("in ngày") in text and bare("Số liệu tính đến ngày") in text
    assert bare(shown.locator("h1.answer").first.inner_text()[:20]) in text
    pressed = ("Tên, không cần dấu", "Lưu ảnh", "Tải Excel", "Tải CSV")
    assert [one for one in pressed if bare(one) in text] == []


@pytest.mark.parametrize("path", ["xep-hang", "phuong-phap"])
def test_nothing_jumps_on_a_slow_phone_the_first_time_and_again(browser, address, path):
    with serving.window_of(browser, viewport=PHONE) as phone:
        for _ in ("first", "again"):
            with watched(phone) as opened:
                slowed = phone.new_cdp_session(opened)
                slowed.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                opened.goto(f"{address}/{path}")
                serving.settle(opened)
                assert opened.evaluate("window.shifted") < 0.1


def bare(text: str) -> str:
    """Without spaces: lines of a sheet end anywhere, and small print is read back without them."""
    return "".join(text.split())


def test_no_page_scrolls_sideways_on_a_phone(shown):
    shown.set_viewport_size(PHONE)
    serving.settle(shown)
    shown.wait_for_function("document.querySelector('[data-testid=stMain]').scrollWidth <= 390")
    assert shown.faults == []


def test_a_choice_stands_in_the_link_by_its_code_and_is_a_step_of_back(page, address):
    page.goto(f"{address}/xep-hang?nam=2031")
    serving.settle(page)
    assert "Đường dẫn hỏi “2031”" in page.locator(".not-there").inner_text()
    now = page.locator("h1.answer").inner_text()
    chosen(page, "Năm, mốc", "so ket", "nam=2022")
    assert page.locator(".not-there").count() == 0
    then = page.locator("h1.answer").inner_text()
    chosen(page, "Khối, cụm thi đua", "cac so", "khoi=khoi-cac-so-ban-nganh")
    page.reload()
    serving.settle(page)
    assert "Khối các sở" in page.locator("h1.answer").inner_text(), "the link carries the choice"
    for answer in (then, now):
        page.go_back()
        said(page, answer)


def chosen(page, label: str, typed: str, becomes: str) -> None:
    """Choose what is found first by what is typed."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    if box.get_attribute("readonly") is None:
        box.fill(typed)
    page.get_by_role("option").filter(has_text=FOUND[typed]).first.click()
    page.wait_for_url(f"**{becomes}**")
    serving.settle(page)


FOUND = {"so ket": "Sơ kết", "cac so": "Khối các sở"}


def said(page, answer: str) -> None:
    page.wait_for_function(
        "answer => document.querySelector('h1.answer')?.innerText === answer", arg=answer
    )


@pytest.mark.parametrize("shown", ["ho-so-don-vi"], indirect=True)
def test_a_unit_is_found_by_any_spelling_and_what_is_copied_is_what_is_read(shown):
    page = shown
    again(page)
    row = page.locator(".table-frame tbody tr").first
    read = row.locator("th, td").all_inner_texts()
    heads = page.locator(".table-frame thead th").all_inner_texts()
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.table-frame tbody tr'))"
    )
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert [line.split("\t") for line in copied.splitlines()] == [heads, read]
    box = page.locator(".st-key-unit_choice input")
    box.click()
    for typed in ("so noi vu", unicodedata.normalize("NFD", "sở nội"), "snv"):
        box.fill(typed)
        page.get_by_role("option").filter(has_text="Sở Nội vụ").first.wait_for()
    box.press("Enter")
    page.wait_for_url("**don_vi=SNV**")


@pytest.mark.parametrize("shown", ["xep-hang"], indirect=True)
def test_by_keyboard_one_skips_the_menu_walks_a_chart_and_opens_a_unit_as_a_click_does(shown):
    again(shown)
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.querySelector('main').contains(document.activeElement)")
    shown.locator(".plot-drawing").first.focus()
    shown.keyboard.press("ArrowDown")
    assert "điểm" in shown.locator(".plot-told").first.inner_text()
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/ho-so-don-vi?*don_vi=*")
    serving.settle(shown)
    shown.go_back()
    shown.wait_for_url("**/xep-hang*")
    serving.settle(shown)
    shown.locator(".plot-drawing .ytick text, .plot-drawing .annotation-text").first.click()
    shown.wait_for_url("**/ho-so-don-vi?*don_vi=*")


def again(page) -> None:
    """A page that was looked at in other widths, as wide as a laptop's again."""
    page.set_viewport_size(LAPTOP)
    serving.settle(page)


@pytest.mark.parametrize("shown", ["xu-huong"], indirect=True)
def test_a_slider_of_years_moves_by_keyboard_and_does_not_play_for_who_wants_no_motion(shown):
    again(shown)
    shown.emulate_media(reduced_motion="reduce")
    shown.get_by_text(STRIP_FOLD).click()
    slider = shown.get_by_role("slider", name="Năm đang xem")
    slider.scroll_into_view_if_needed()
    said = shown.locator(".st-key-trend_strip .plot-said")
    assert said.inner_text().startswith("Năm 2025: mức giữa các khối từ")
    slider.press("Home")
    assert said.inner_text().startswith("Năm 2019:") and slider.get_attribute("aria-valuetext") == "2019"  # fmt: skip
    play = shown.locator(".st-key-trend_strip .plot-play")
    assert play.count() and not play.is_visible()
    shown.get_by_text(STRIP_FOLD).click()
    play.wait_for(state="detached")
    shown.emulate_media(reduced_motion="no-preference")
    shown.get_by_text(STRIP_FOLD).click()
    slider.press("Home")
    play.click()
    shown.wait_for_function(
        "document.querySelector('.st-key-trend_strip .plot-said').innerText.startsWith('Năm 2021')",
        polling=100,
    )
    assert shown.faults == []


def test_a_line_that_is_blocked_is_said_in_vietnamese(page, address):
    page.route_web_socket("**/_stcore/stream", lambda line: line.close())
    page.goto(f"{address}/xep-hang")
    page.locator(".line-state").wait_for()
    assert "chặn kết nối WebSocket" in page.locator(".line-state").inner_text()


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


@pytest.mark.parametrize("shown", [""], indirect=True)
def test_the_answer_stands_above_the_choices_and_the_choices_are_one_line(shown):
    again(shown)
    answer = shown.locator("h1.answer").bounding_box()
    places = [
        shown.get_by_role("combobox", name=name).bounding_box()
        for name in ("Năm, mốc", "Khối, cụm thi đua", "Loại đơn vị")
    ]
    assert all(one["y"] >= answer["y"] + answer["height"] for one in places)
    assert len({round(one["y"]) for one in places}) == 1
    assert shown.get_by_role("combobox", name="Ranh giới").count() == 0, "it changes nothing here"


@pytest.mark.parametrize("shown", [""], indirect=True)
def test_the_finder_leads_to_a_unit_without_diacritics(shown):
    shown.get_by_label("Tìm đơn vị").fill("so noi vu")
    shown.get_by_label("Tìm đơn vị").press("Enter")
    shown.wait_for_url("**/ho-so-don-vi*")
    serving.settle(shown)
    assert "Sở Nội vụ" in shown.locator("h1.answer").inner_text()
