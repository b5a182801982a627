"""The deck in a real browser as a file from a stick and as the app opens it: keys, sizes, colours, the speaker's window, a server that is gone."""

from __future__ import annotations

import decks
import pandas as pd
import pytest
import serving
import tiny
from test_theme import contrast

import sample_data
from dashboard.deck import making
from dashboard.meeting import sealing
from dashboard.plan import load_plan
from data_access.store import connect

pytestmark = pytest.mark.browser
SIZES = {"hall": (1920, 1080), "small": (1280, 720), "4k": (3840, 2160), "4:3": (1024, 768)}
FAULTS = """() => {
  const slide = document.querySelector('.slide.on'), picture = slide.querySelector('.picture').getBoundingClientRect(), found = [];
  for (const one of slide.querySelectorAll('*')) {
    if (one.closest('svg') || one.tagName === 'TEMPLATE') continue;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one), what = `${one.tagName}.${one.className} “${one.textContent.slice(0, 40)}”`;
    if (!box.width) continue;
    const written = [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (written && parseFloat(style.fontSize) < innerHeight / 30 - .01) found.push(`small ${what} ${style.fontSize}`);
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1) found.push(`outside ${what}`);
    if (written && one.closest('.picture') && (box.bottom > picture.bottom + 2 || box.top < picture.top - 2)) found.push(`over the edge of the picture ${what}`);
    if (style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1) found.push(`too wide ${what}`);
  }
  return found;
}"""
COLOURS = """() => [...document.querySelectorAll('.slide *')].filter(one => !one.closest('svg, .qr') && [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())).map(one => {
  let ground = one;
  while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
  return [getComputedStyle(one).color, getComputedStyle(ground).backgroundColor, one.className];
})"""
PLACE = "document.querySelector('.slide.on .place').textContent"
TOLD = "document.getElementById('told').textContent"


def until(page, expression: str) -> None:
    """Wait until it is true, asked from outside: the deck's own rules let no page script evaluate a text."""
    for _ in range(serving.PATIENCE // 100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(expression)


@pytest.fixture(scope="module")
def files(sample_url, tmp_path_factory):
    """Decks on a stick: of the sample, of long names everywhere, of figures that are missing."""
    with connect(sample_url) as store:
        sample = sealing.figures_now(
            store, load_plan(sample_data.PLAN), "tong_ket_2025", decks.TODAY
        )
    longest = sample.material.assessed.sort_values("name", key=lambda names: names.str.len())[
        "unit"
    ].tail(7)
    names = tiny.units(
        *({"unit": f"U{number}", "name": f"{decks.LONG} {number}"} for number in range(8))
    )
    scores = pd.concat(
        [
            tiny.results((f"U{number}", "A", 2025, 50 + number), (f"U{number}", "B", 2025, 30))
            for number in range(8)
        ]
    )
    said = pd.DataFrame(
        [
            {
                "id": 1,
                "meeting": "Họp",
                "agreed_on": decks.TODAY,
                "unit": "U1",
                "what": "Niêm yết đầy đủ thủ tục hành chính " * 8,
                "responsible": "U1",
                "due": pd.Timestamp(2026, 12, 31),
                "state": "open",
            }
        ]
    )
    long = decks.figures(
        names, scores, block=f"Khối {decks.LONG}", illustrative=True, conclusions=said
    )
    missing = decks.figures(names, tiny.results(("U0", "A", 2024, 50)))
    asked = {
        "sample": (sample, tuple(longest), "Khối đơn vị sự nghiệp công lập"),
        "long": (long, tuple(names["unit"]), f"Khối {decks.LONG}"),
        "missing": (missing, ("U0",), "Khối 1"),
    }
    folder = tmp_path_factory.mktemp("stick")
    for name, (found, units, block) in asked.items():
        agenda = decks.agenda(
            *decks.every_kind(units, block), address="http://10.0.0.5:8501", seconds=3
        )
        (folder / f"{name}.html").write_text(
            making.file_of(making.deck_from(agenda, found)), encoding="utf-8"
        )
    return folder


@pytest.fixture
def page(browser, files):
    opened = browser.new_page(
        viewport={"width": 1920, "height": 1080}, locale="vi-VN", has_touch=True
    )
    opened.faults = []
    opened.on("console", lambda message: opened.faults.append(message.text))
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on(
        "request",
        lambda request: (
            opened.faults.append(request.url)
            if not request.url.startswith(("file:", "blob:"))
            else None
        ),
    )
    opened.goto((files / "sample.html").as_uri())
    yield opened
    assert opened.faults == []
    opened.close()


@pytest.mark.parametrize(
    ("deck", "size"),
    [
        *(("sample", size) for size in SIZES),
        *((deck, size) for deck in ("long", "missing") for size in ("hall", "4:3")),
    ],
)
def test_every_slide_is_legible_from_the_last_row_and_nothing_is_cut_off(page, files, deck, size):
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[size])))
    page.goto((files / f"{deck}.html").as_uri())
    slides = page.locator(".slide").count()
    assert slides >= 14
    found = []
    for place in range(slides):
        found += [f"{place + 1}: {fault}" for fault in page.evaluate(FAULTS)]
        page.keyboard.press("PageDown")
    assert found == []


def test_every_text_can_be_read_on_both_grounds(page):
    for _ in ("light", "dark"):
        pairs = {tuple(pair) for pair in page.evaluate(COLOURS)}
        assert len(pairs) > 10
        assert [
            (look, ink, ground)
            for ink, ground, look in pairs
            if contrast(_hex(ink), _hex(ground)) < 4.5
        ] == []
        page.keyboard.press("t")


def _hex(colour: str) -> str:
    return "#" + "".join(f"{int(part):02X}" for part in colour[4:-1].split(","))


def test_the_first_frame_after_a_key_shows_the_next_slide_and_no_frame_is_blank(page):
    seen, pressed = decks.turned(page)
    assert len(pressed) == 26
    assert [shown for _, shown in seen if len(shown) != 1] == [], (
        "one slide in every frame: never none, never two"
    )
    before_after = [
        ([now for at, now in seen if at <= key][-1], next(now for at, now in seen if at > key))
        for key in pressed
    ]
    assert [pair for pair in before_after if pair[0] == pair[1]] == [], (
        "no frame after the key still shows the slide before"
    )
    changed = [at for (at, now), (_, before) in zip(seen[1:], seen) if now != before]
    assert len(changed) == 26


def test_two_keys_a_clicker_and_a_finger_drive_the_deck(page):
    slides = page.locator(".slide").count()
    for keys, place in (
        (["ArrowRight", "PageDown"], 3),
        (["ArrowLeft"], 2),
        (["PageUp", "PageUp"], 1),
        (["End"], slides),
        (["ArrowRight"], slides),
        (["Home"], 1),
        ([" ", " "], 3),
        (["1", "Enter"], 1),
    ):
        for key in keys:
            page.keyboard.press(key)
        assert page.evaluate(PLACE) == f"{place}/{slides}"
    page.keyboard.press("4")
    until(page, f"{PLACE}.startsWith('4/')")
    page.keyboard.press("Home")
    page.touchscreen.tap(1500, 500)
    assert page.evaluate(PLACE).startswith("2/")
    page.touchscreen.tap(200, 500)
    assert page.evaluate(PLACE).startswith("1/")
    page.mouse.click(900, 500)
    assert page.evaluate(PLACE).startswith("2/")
    page.reload()
    assert page.evaluate(PLACE).startswith("2/"), "the place stands in the address"


def test_black_auto_advance_full_screen_and_the_large_code(page):
    page.keyboard.press("b")
    assert page.locator(".slide >> visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(PLACE).startswith("1/"), "the first key brings the picture back"
    page.keyboard.press("a")
    assert page.evaluate(TOLD) == "tự chuyển 3 giây"
    until(page, f"{PLACE}.startsWith('2/')")
    page.keyboard.press("a")
    assert page.evaluate(TOLD) == ""
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.documentElement.classList.contains('black')")
    page.keyboard.press("h")
    page.keyboard.press("Escape")
    assert page.locator("#keys").count() == 0
    page.keyboard.press("F5")
    until(page, "!!document.fullscreenElement")
    with_code = page.evaluate(
        "[...document.querySelectorAll('.slide')].findIndex(one => one.querySelector('.qr'))"
    )
    page.evaluate(f"location.hash = '{with_code + 1}'")
    page.locator(".slide.on .qr svg").wait_for(timeout=serving.PATIENCE)
    page.keyboard.press("q")
    assert page.locator(".slide.on .qr svg").bounding_box()["height"] > 700


def test_the_speakers_window_follows_from_a_stick_and_leads(page):
    page.keyboard.press("PageDown")
    with page.context.expect_page() as waiting:
        page.keyboard.press("p")
    desk = waiting.value
    desk.locator(".said p").first.wait_for()
    assert desk.locator(".now h2").inner_text() == page.locator(".slide.on h2").inner_text()
    assert "Nguồn:" in desk.locator(".said").inner_text()
    assert desk.locator("header").inner_text().startswith("Bây giờ")
    after = desk.locator(".then h2").inner_text()
    desk.keyboard.press("ArrowRight")
    assert (
        page.locator(".slide.on h2").inner_text() == desk.locator(".now h2").inner_text() == after
    )
    for part in (".now .stage", ".then .stage"):
        box = desk.locator(part).bounding_box()
        assert abs(box["width"] / box["height"] - 16 / 9) < 0.02, part
    desk.evaluate("document.querySelector('.said').style.height = '3em'")
    desk.keyboard.press("ArrowDown")
    assert desk.evaluate("document.querySelector('.said').scrollTop") > 0
    assert desk.locator(".now h2").inner_text() == after, "the notes move, the slide stays"
    page.keyboard.press("End")
    assert desk.locator(".then").inner_text().endswith("Hết trang")
    with desk.expect_event("close"):
        desk.evaluate(
            "setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', "
            "{ key: 'Escape', bubbles: true, view: window })), 20)"
        )


def test_from_a_stick_refreshing_says_as_of_when_the_figures_stand(page):
    page.keyboard.press("r")
    assert page.evaluate(TOLD).startswith("Chưa làm mới được; số liệu tính đến ")


def test_the_app_opens_the_deck_refreshes_it_and_the_deck_goes_on_when_the_server_is_gone(
    browser, small_copy
):
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    with serving.gated(DATABASE_URL=small_copy) as address:
        page = context.new_page()
        page.set_default_timeout(serving.PATIENCE)
        page.goto(f"{address}/trinh-chieu")
        page.locator(".deck-open[href^=blob]").wait_for()
        serving.settle(page)
        with context.expect_page() as waiting:
            page.locator(".deck-open").click()
        deck = waiting.value
        deck.locator(".slide.on").wait_for()
        deck.keyboard.press("PageDown")
        before = deck.locator(".slide.on").inner_text()
        with connect(small_copy) as store:
            communes = store.imports().query("file.str.contains('cap-xa-2025')", engine="python")
            store.undo(int(communes["id"].iloc[0]), "Lan", "thử")
        deck.keyboard.press("r")
        deck.locator("#told", has_text="Đã làm mới số liệu.").wait_for(timeout=serving.PATIENCE)
        assert deck.evaluate(PLACE).startswith("2/"), "the slide stays"
        assert deck.locator(".slide.on").inner_text() != before, (
            "the communes' file counts no longer"
        )
    for place in range(3, 7):
        deck.keyboard.press("ArrowRight")
        assert deck.evaluate(PLACE).startswith(f"{place}/")
    context.close()
