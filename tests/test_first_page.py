"""The page that a browser is given first: what it asks for, and what it does not."""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.serving import first_page, packed_files
from dashboard.serving.packed_files import LIBRARY, address
from dashboard.ui.frame_menu import MENU
from deploy.release import icon_font, streamlit_bundle

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "pages"


def test_the_drawing_library_is_fetched_with_the_page_where_a_chart_is_drawn_at_once():
    with_charts = {
        path
        for pages in MENU.values()
        for name, _, path in pages
        if "plots.show(" in (PAGES / f"{name}.py").read_text("utf-8")
    }
    assert with_charts <= first_page.DRAWING
    assert address(LIBRARY) in first_page.page(draws=True)
    assert address(LIBRARY) not in first_page.page(draws=False)


def test_the_font_of_signs_has_those_that_streamlit_names_and_we_name_no_other():
    known = (packed_files.ROOTS[packed_files.OWN] / "frame" / "icons.txt").read_text("utf-8")
    assert icon_font.names() == known.split(), "python -m deploy.release.icon_font makes it anew"
    assert packed_files.file_of(f"{packed_files.ICONS}abc.woff2").name == "icons.woff2"
    ours = [*(ROOT / "dashboard").rglob("*.py"), *PAGES.glob("*.py")]
    assert not [one for one in ours if ":material/" in one.read_text("utf-8")]


def test_no_font_is_fetched_and_streamlits_modules_come_as_one_script():
    page = first_page.page(draws=True)
    asked = [line for line in page.splitlines() if "modulepreload" in line]
    assert 'as="font"' not in page and len(asked) == len(set(asked)) <= 4
    assert f'crossorigin src="{address(first_page.SCRIPTS)}"' in page


def test_the_one_script_is_made_of_the_streamlit_that_is_installed_and_of_our_search():
    told, theirs = first_page.made_of(), streamlit_bundle.modules()
    names = streamlit_bundle.together(theirs)
    again = "python -m deploy.release.streamlit_bundle makes it anew"
    assert told["first"] == names[0] and told["modules"] == sorted(names), again
    assert told["handed_on"] == streamlit_bundle.asked_for(theirs, names), again
    assert told["choosers"] == streamlit_bundle.mark(streamlit_bundle.CHOOSERS), again


def test_a_piece_of_the_script_is_there_when_it_is_asked_for_and_nothing_is_drawn_in_its_place():
    theirs = streamlit_bundle.modules()
    asked = streamlit_bundle.LATER.findall(theirs[streamlit_bundle.first()])
    names = set(streamlit_bundle.together(theirs))
    assert {one.split(".")[0] for one in asked if one in names} == set(streamlit_bundle.PIECES)
    script = (streamlit_bundle.HERE / "streamlit.js").read_text("utf-8")
    at_once = re.findall(r"\{then:(\w+)=>\1\(", script)
    assert len(at_once) == len(streamlit_bundle.PIECES)


def test_a_part_whose_script_is_known_is_drawn_without_asking_for_it_again():
    script = (streamlit_bundle.HERE / "streamlit.js").read_text("utf-8")
    assert len(re.findall(r"SCRIPTS\[(\w+)\]\?\?=await import\(\1\)", script)) == 1


def test_browsers_are_told_to_compile_the_large_scripts_while_they_come():
    for name in (first_page.SCRIPTS, LIBRARY):
        script = (packed_files.ROOTS[packed_files.OWN] / name).read_text("utf-8")
        assert script.startswith(f"{streamlit_bundle.ALL_CALLED}\n"), name


def test_a_module_that_is_asked_for_elsewhere_leads_to_the_same_script():
    page, one = first_page.page(draws=False), address(first_page.SCRIPTS).rsplit("/", 1)[-1]
    for name in first_page.made_of()["handed_on"]:
        assert f'"/static/js/{name}": "{address(f"streamlit/{name}")}"' in page
        assert f'from "./{one}"' in (streamlit_bundle.HERE / name).read_text("utf-8")


def test_the_line_is_opened_before_anything_else_is_fetched():
    page = first_page.page(draws=True)
    first = page.index(address("frame/line.js"))
    assert first < page.index("stylesheet") and first < page.index("modulepreload")
    assert "HOST_CONFIG" in page, "else Streamlit asks the server twice before it opens the line"
