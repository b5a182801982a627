"""A store full of texts that nobody means to keep: nothing of them runs, loads, links or calculates, on screen, in the deck, in any file."""

from __future__ import annotations

import datetime as dt
import io
import re
import urllib.parse
import zipfile

import hostile
import openpyxl
import pytest
import serving
from copies import copied, some_blocks

import sample_data
from dashboard.access.permissions import HERE, may_open
from dashboard.deck import making
from dashboard.deck.agenda import read
from dashboard.exports import pack_files
from dashboard.exports.forms import unit_forms
from dashboard.meeting import packs, sealing
from dashboard.plan import clock, load_plan
from dashboard.ui.frame import MENU
from data_access.store import TextError, connect

pytestmark = pytest.mark.slow

PATHS = [
    "" if path == "tong-quan" else path
    for pages in MENU.values()
    for name, _, path in pages
    if may_open(HERE, name)
]
BLOCKS = ("Khối cơ quan Đảng", "Cụm xã, phường số 1", "Cụm xã số 1")
"""Units enough that every text is the name of one that lives and of one that was merged."""
FOUND = """host => ({
  ran: window.hurt, loaded: [...document.querySelectorAll('img, iframe, script, link, object, embed')].map(one => one.src || one.href || one.data || '').filter(one => one.includes(host)),
  links: [...document.querySelectorAll('a[href]')].map(one => one.href).filter(one => decodeURIComponent(one).split('?')[0].includes(host) || one.startsWith('mailto:')),
  formulae: document.querySelectorAll('.katex').length, bold: [...document.querySelectorAll('b, strong')].map(one => one.innerText).filter(one => ['to', 'đậm'].includes(one)),
  icons: [...document.querySelectorAll('[data-testid=stIconMaterial]')].map(one => one.innerText).filter(one => one === 'home') })"""
CLEAN = {"loaded": [], "links": [], "formulae": 0, "bold": [], "icons": []}


@pytest.fixture(scope="module")
def url(small_url, tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "store.sqlite"
    url = copied(small_url, path)
    some_blocks(path, BLOCKS)
    with connect(url) as store:
        hostile.poison(store)
    return url


@pytest.fixture(scope="module")
def figures(url):
    """The figures of every agenda in the store, worked out once."""
    with connect(url) as store:
        return sealing.figures_now(store, load_plan_of(store), "tong_ket_2025", clock.today())


@pytest.fixture(scope="module")
def address(url):
    with serving.gated(DATABASE_URL=url) as opened:
        yield opened


@pytest.fixture
def page(window):
    opened = window.new_page()
    opened.set_default_timeout(serving.PATIENCE)
    opened.asked = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on(
        "dialog", lambda dialog: (opened.asked.append(f"dialog {hostile.HOST}"), dialog.dismiss())
    )
    yield opened
    opened.close()


def harmless(page) -> None:
    assert {
        name: value
        for name, value in page.evaluate(FOUND, hostile.HOST).items()
        if value is not None
    } == CLEAN
    assert [
        one for one in page.asked if hostile.HOST in urllib.parse.unquote(one).split("?")[0]
    ] == []
    assert "vì một lỗi của phần mềm" not in page.inner_text("body")


@pytest.mark.browser
@pytest.mark.parametrize("path", PATHS)
def test_no_kept_text_runs_loads_or_links_on_any_page_and_tab(page, address, path):
    page.goto(f"{address}/{path}")
    serving.settle(page)
    page.locator("h1.answer").first.wait_for()
    harmless(page)
    tabs = page.locator("[data-testid=stMain] [role=tab]")
    for place in range(1, tabs.count()):
        tabs.nth(place).click()
        serving.settle(page)
        harmless(page)


@pytest.mark.browser
def test_nor_in_what_the_finder_offers(page, address):
    page.goto(address)
    serving.settle(page)
    for typed, text in (
        ("ban to chuc tinh uy", "markdown"),
        ("uy ban kiem tra", "latex"),
        ("van phong tinh uy", "markup"),
        ("ban dan van", "command"),
    ):
        page.get_by_label("Tìm đơn vị").fill(typed)
        offered = page.locator("[data-testid=stSidebar] .unit-list a").filter(
            has_text=hostile.TEXTS[text][:1]
        )
        offered.first.wait_for()
        assert (
            offered.first.inner_text()
            .replace("\u2060", "")
            .partition(" (đến ")[0]  # until when it lived is ours
            .endswith(" ".join(hostile.TEXTS[text].split()))
        ), "it is read as it stands"
        harmless(page)


@pytest.mark.browser
@pytest.mark.parametrize("text", ["markup", "markdown", "latex", "bidi", "control", "lines"])
def test_nor_on_the_slides_of_the_hall(page, url, figures, tmp_path, text):
    with connect(url) as store:
        agenda = read(store.entered("agendas").set_index("name").at[hostile.TEXTS[text], "body"])
    assert (agenda.milestone, agenda.seal) == ("tong_ket_2025", None)
    (tmp_path / "deck.html").write_text(
        making.file_of(making.deck_from(agenda, figures)), encoding="utf-8"
    )
    page.goto((tmp_path / "deck.html").as_uri())
    page.wait_for_selector(".slide")
    harmless(page)


def load_plan_of(store):
    kept = store.current_plan()
    return load_plan(kept.body) if kept else load_plan(sample_data.PLAN)


@pytest.fixture(scope="module")
def files(url):
    """Every file of a meeting's pack, and the form of a unit for each text, by name."""
    with connect(url) as store:
        plan = load_plan_of(store)
        made = pack_files.files_of(
            packs.pack_now(store, plan, "tong_ket_2025", dt.date(2026, 6, 30))
        )
        figures = sealing.figures_now(store, plan, "tong_ket_2025", dt.date(2026, 6, 30))
        people = unit_forms.recipients(
            figures.material.standing.members, store.load("unit_years"), 2025
        )[: len(hostile.TEXTS)]
        return {
            **made,
            **{
                f"{place}.xlsx": unit_forms.template(plan, one, 2025)
                for place, one in enumerate(people)
            },
        }


def test_no_workbook_has_a_formula_or_a_link_made_of_a_text(files):
    for name, content in files.items():
        if name.endswith(".xlsx"):
            cells = [
                cell
                for sheet in openpyxl.load_workbook(io.BytesIO(content))
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            ]
            assert [
                cell.value
                for cell in cells
                if cell.data_type == "f" and re.search(f"{hostile.HOST}|cmd|SUM", str(cell.value))
            ] == [], name
            assert [
                cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target
            ] == [], name
    said = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(
            io.BytesIO(next(content for name, content in files.items() if "phu-luc" in name))
        )
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert any(hostile.TEXTS["formula"] in one for one in said) and any(
        hostile.TEXTS["markdown"] in one for one in said
    ), "nothing is lost either"


def test_no_office_file_reaches_outside_or_is_broken(files):
    for name, content in files.items():
        if not name.endswith(".pdf"):
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                related = "".join(
                    parts.read(one).decode() for one in parts.namelist() if one.endswith(".rels")
                )
                assert 'TargetMode="External"' not in related and hostile.HOST not in related, name
                assert not any(
                    b"<w:fldSimple" in parts.read(one)
                    and hostile.HOST.encode() in re.sub(rb"<w:t[ >].*?</w:t>", b"", parts.read(one))
                    for one in parts.namelist()
                    if one.endswith(".xml")
                ), name
        else:
            assert (
                b"/URI" not in content
                and b"/JavaScript" not in content
                and b"/Launch" not in content
            )


@pytest.mark.parametrize("text", hostile.UNWRITABLE)
def test_what_no_database_keeps_is_refused_alike_on_both_and_nothing_is_half_stored(store, text):
    odd, day = hostile.UNWRITABLE[text], hostile.DAY
    for deed in (
        lambda: store.enter(
            "conclusions",
            who="Lan",
            meeting="Họp",
            agreed_on=day,
            unit=None,
            what=odd,
            responsible="SNV",
            due=None,
        ),
        lambda: store.enter(
            "replies",
            who=odd,
            unit="SNV",
            year=2022,
            kind="difficulty",
            indicator=None,
            rule=None,
            dated=day,
            text="khó",
        ),
        lambda: store.save_plan("x = 1", "Lan", odd),
        lambda: store.note("print", odd, "a.docx"),
        lambda: store.empty(who="Lan", why=odd),
        lambda: store.seal(
            b".",
            "ab",
            name=odd,
            milestone="m25",
            year=2025,
            as_of=day,
            who="Lan",
            note=None,
            illustrative=False,
            change=1,
        ),
    ):
        with pytest.raises(TextError):
            deed()
    assert (
        store.journal().empty
        and store.last_change() == 0
        and store.entered("conclusions").empty
        and store.plan_versions().empty
    )
