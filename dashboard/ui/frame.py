"""What stands around every page: menu, finder, choices, the mark of sample data, the foot with source and date."""
from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from dashboard import clock, formats
from dashboard.ui import choices, stored
from dashboard.wording import screens as words

PAGES = Path(__file__).resolve().parents[2] / "pages"
ICON = Path(__file__).resolve().parents[1] / "static" / "icon.png"
STYLE = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
LANGUAGE = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")

MENU = {
    words.SECTION_COUNCIL: [("overview", "Tổng quan", "tong-quan"), ("trends", "Xu hướng", "xu-huong"), ("ranking", "Xếp hạng", "xep-hang"),
                            ("lagging", "Đơn vị chậm", "don-vi-cham"), ("profile", "Hồ sơ đơn vị", "ho-so-don-vi"),
                            ("satisfaction", "Hài lòng", "hai-long"), ("indices", "Chỉ số cấp tỉnh", "chi-so-cap-tinh"), ("examples", "Điển hình", "dien-hinh")],
    words.SECTION_MEETING: [("meeting", "Cuộc họp", "cuoc-hop"), ("deck", "Trình chiếu", "trinh-chieu")],
    words.SECTION_DESK: [("intake", "Nhập số liệu", "nhap-so-lieu"), ("reports", "Đọc báo cáo", "doc-bao-cao"), ("appraisal", "Thẩm định", "tham-dinh"), ("units", "Đơn vị", "don-vi"), ("filings", "Theo dõi nộp báo cáo", "theo-doi-nop-bao-cao"), ("plan", "Kế hoạch", "ke-hoach")],
    words.SECTION_METHOD: [("method", "Phương pháp", "phuong-phap")],
}


def menu() -> st.Page:
    """Every page, always registered; answers the one asked for."""
    sections = {section: [st.Page(PAGES / f"{name}.py", title=title, url_path=path, icon=None, default=name == "overview") for name, title, path in pages]
                for section, pages in MENU.items()}
    return st.navigation(sections, position="sidebar", expanded=True)


def prepare() -> None:
    """Language, style, and on the very first start the sample data, with a bar that shows how far it is."""
    st.html(f"<style>{STYLE}</style>")
    st.html(LANGUAGE, unsafe_allow_javascript=True)
    if stored.last_change() == 0:
        bar = st.progress(0.0, text=words.LOADING_SAMPLE)
        stored.load_sample(lambda done, of, name: bar.progress(done / of, text=f"{words.LOADING_SAMPLE} {formats.percent(done / of, 0)}: {name}"))
        bar.empty()


@contextmanager
def body(page: st.Page) -> Iterator[None]:
    """The page between the choices and the foot."""
    with st.sidebar:
        _finder()
    _head()
    try:
        st.session_state["_choices"] = choices.row()
        yield
        stored.work_ahead()
    except Exception:
        logging.getLogger(__name__).exception("page %s", page.url_path)
        st.error(words.PAGE_FAILED)
    st.html(f"<footer class='foot'>{words.foot(formats.date(clock.today()))}</footer>")


def _head() -> None:
    plan = stored.plan()
    st.html(f"<header class='head'><span class='head-province'>{_safe(plan.province)}</span><span class='head-plan'>{_safe(plan.short_name)}</span></header>")
    if stored.is_illustrative():
        st.html(f"<div class='mark' role='note'>{words.SAMPLE_MARK}</div>")


@st.fragment
def _finder() -> None:
    text = st.text_input(words.FIND, key="finder", type="search", live=True, placeholder=words.FIND_HINT, autocomplete="off")
    if not text:
        return
    found = stored.units_like(text)
    if found.empty:
        st.caption(words.FOUND_NONE)
    for one in found.itertuples():
        st.page_link(choices.PROFILE, label=one.name, query_params={"don_vi": one.unit})


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
