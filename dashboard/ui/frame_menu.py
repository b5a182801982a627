"""The menu: which pages there are, under which addresses, and which of them are in sight for whom."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.access import permissions
from dashboard.ui import frame_words as words
from dashboard.ui import stored
from dashboard.ui.opened import movement
from dashboard.writing.nouns import worded

PAGES = Path(__file__).resolve().parents[2] / "pages"
OF_THE_FIRST = frozenset({"nguoi-dung"})
"""Paths of pages about what the first movement keeps for all."""

MENU = {
    words.SECTION_COUNCIL: [
        ("overview", "Tổng quan", "tong-quan"),
        ("trends", "Xu hướng", "xu-huong"),
        ("ranking", "Xếp hạng", "xep-hang"),
        ("lagging", "Đơn vị chậm", "don-vi-cham"),
        ("profile", "Hồ sơ đơn vị", "ho-so-don-vi"),
        ("satisfaction", "Hài lòng", "hai-long"),
        ("indices", "Chỉ số cấp tỉnh", "chi-so-cap-tinh"),
        ("examples", "Điển hình", "dien-hinh"),
    ],
    words.SECTION_MEETING: [
        ("meeting", "Cuộc họp", "cuoc-hop"),
        ("deck", "Trình chiếu", "trinh-chieu"),
    ],
    words.SECTION_DESK: [
        ("intake", "Nhập số liệu", "nhap-so-lieu"),
        ("reports", "Đọc báo cáo", "doc-bao-cao"),
        ("appraisal", "Thẩm định", "tham-dinh"),
        ("units", "Đơn vị", "don-vi"),
        ("filings", "Theo dõi nộp báo cáo", "theo-doi-nop-bao-cao"),
        ("plan", "Kế hoạch", "ke-hoach"),
    ],
    words.SECTION_OWN: [("own", "Phần của đơn vị", "phan-cua-don-vi")],
    words.SECTION_KEEPER: [
        ("accounts", "Người dùng", "nguoi-dung"),
        ("journal", "Nhật ký", "nhat-ky"),
    ],
    words.SECTION_METHOD: [("method", "Phương pháp", "phuong-phap")],
}


def menu() -> st.Page:
    """Every page, always registered, in sight what the person may open; answers the one asked for."""
    person = stored.person()
    home = permissions.home(person)
    sections = {
        worded(section): [
            st.Page(
                PAGES / f"{name}.py",
                title=worded(title),
                url_path=path,
                icon=None,
                default=name == home,
                visibility="visible"
                if permissions.may_open(person, name) and has_to_show(name)
                else "hidden",
            )
            for name, title, path in pages
        ]
        for section, pages in MENU.items()
    }
    return st.navigation(sections, position="sidebar", expanded=True)


def has_to_show(name: str) -> bool:
    """Whether there is anything a page is about: accounts and the register with the first movement; no survey in the plan, nothing on Hài lòng; no index of a province in the store, nothing on Chỉ số cấp tỉnh. A link still opens both."""
    if name == "accounts":
        return not movement()
    if name == "satisfaction":
        return stored.plan().survey is not None
    return name != "indices" or not stored.table("indices").empty
