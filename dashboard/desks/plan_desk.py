"""The plan on screen: read it, change it with a reason, compare its versions, take it away as a file or load one."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.plan import Plan, dump_plan, load_plan
from dashboard.plan.checks import PlanError
from dashboard.ui import desk_parts, page_parts, plan_store, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import plan as view
from dashboard.views import plan_words as words
from dashboard.views.plan_changes import changed
from dashboard.views.plan_editing import edited_plan
from dashboard.views.plan_tables import Tables, kind_choices, measures, milestone_choices, tables
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

MILESTONES = {
    "milestone": "Mốc",
    "due": Column("Hạn", "date"),
    "target": "Chỉ tiêu",
    "value": Column("Cần đạt"),
    "kinds": "Áp dụng cho",
    "asks": "Yêu cầu",
    "source": "Nguồn",
}
CRITERIA = {
    "name": Column("Tiêu chí", width="medium"),
    "group": "Nhóm",
    "kind": "Cách đo",
    "max": Column("Điểm tối đa", "number", 1),
    "weight": Column("Trọng số", "number", 1),
    "part": Column("Phần của tổng điểm", "share"),
    "note": "Ghi chú",
    "source": "Nguồn",
    "code": "Mã",
}
CLASSES = {"name": "Mức", "min": Column("Điểm từ", "number"), "source": "Nguồn"}
DEADLINES = {
    "year": "Năm",
    "name": "Báo cáo",
    "due": Column("Hạn nộp", "date"),
    "kinds": "Áp dụng cho",
    "source": "Nguồn",
}
VERSIONS = {
    "version": Column("Phiên bản", "count"),
    "moment": "Lưu lúc",
    "who": "Người lưu",
    "why": Column("Lý do", width="large"),
}


def show(plan: Plan) -> None:
    """The whole plan as tables, each with its sources."""
    facts = "".join(
        f"<dt>{html.escape(label)}</dt><dd>{html.escape(text)}</dd>"
        for label, text in view.about(plan)
    )
    st.html(f"<dl class='facts'>{facts}</dl>")
    page_parts.heading("Mốc và chỉ tiêu")
    show_table(
        Table("Mốc và chỉ tiêu", MILESTONES, view.milestone_rows(plan)),
        key="plan_milestones",
        downloads=False,
    )
    page_parts.heading("Tiêu chí")
    show_table(
        Table("Tiêu chí của kế hoạch", CRITERIA, view.criteria_rows(plan)), key="plan_criteria"
    )
    page_parts.heading("Mức xếp loại")
    show_table(
        Table("Mức xếp loại", CLASSES, view.class_rows(plan)), key="plan_classes", downloads=False
    )
    page_parts.heading("Hạn nộp báo cáo")
    show_table(
        Table("Hạn nộp báo cáo", DEADLINES, view.deadline_rows(plan)),
        key="plan_deadlines",
        downloads=False,
    )
    page_parts.heading("Tham số của cách tính")
    show_table(
        Table("Tham số của cách tính", view.LIMIT_COLUMNS, view.limit_rows(plan)),
        key="plan_limits",
        downloads=False,
    )
    st.download_button(
        "Tải kế hoạch về máy",
        lambda: dump_plan(plan),
        f"{plan.code}.toml",
        "text/plain",
        key="plan_toml",
        on_click="ignore",
        type="tertiary",
    )


def edit(plan: Plan) -> None:
    """Tables to change; nothing is stored while one mistake stands, or without a name and a reason."""
    if not desk_parts.allowed("change_plan"):
        return
    if plan_store.plan_file():
        desk_parts.note(words.FROM_FILE.format(file=plan_store.plan_file()))
        return
    mark = stored.fingerprint(plan)[:12]
    with st.form(f"plan_form_{mark}", border=False, enter_to_submit=False):
        page_parts.small(words.HOW_TO_EDIT)
        edited = _editors(plan, mark)
        name, reason = (
            desk_parts.who(),
            desk_parts.why(f"plan_why_{mark}", words.WHY_HINT),
        )
        with st.container(horizontal=True):
            trying = st.form_submit_button("Xem thay đổi", key=f"plan_try_{mark}")
            saving = st.form_submit_button(
                "Lưu thành phiên bản mới", type="primary", key=f"plan_save_{mark}"
            )
    if trying or saving:
        _answer(plan, edited, name, reason, saving=saving)


def _editors(plan: Plan, mark: str) -> Tables:
    shown, text, choice = (
        tables(plan),
        st.column_config.TextColumn,
        st.column_config.SelectboxColumn,
    )
    page_parts.heading(words.TARGETS)
    targets = _editor(
        shown.targets,
        f"targets_{mark}",
        words.TARGETS,
        {
            "milestone": choice("Mốc", options=list(milestone_choices(plan))),
            "measure": choice("Chỉ tiêu", options=list(measures(plan)), width=330),
            "kinds": choice("Áp dụng cho", options=list(kind_choices(plan)), width="medium"),
            "value": text("Cần đạt", width=110),
            "source": text("Nguồn", width="large"),
        },
    )
    page_parts.heading(words.WEIGHTS)
    criteria = _editor(
        shown.criteria,
        f"criteria_{mark}",
        words.WEIGHTS,
        {
            "code": text("Mã", disabled=True, width="small"),
            "name": text("Tiêu chí", disabled=True, width="medium"),
            "max": text("Điểm tối đa", width=130),
            "weight": text(
                "Trọng số",
                width=120,
                help=words.WEIGHT_HELP,
            ),
            "source": text("Nguồn", width="large"),
        },
    )
    page_parts.heading(words.CLASSES)
    classes = _editor(
        shown.classes,
        f"classes_{mark}",
        words.CLASSES,
        {
            "name": text("Mức", width="medium"),
            "min": text("Điểm từ", width="small"),
            "source": text("Nguồn", width="large"),
        },
    )
    page_parts.heading(words.LIMITS)
    limits = _editor(
        shown.limits,
        f"limits_{mark}",
        words.LIMITS,
        {
            "name": text("Tham số", disabled=True, width="medium"),
            "value": text("Giá trị", width="small"),
            "source": text("Nguồn", width="medium"),
            "meaning": text("Ý nghĩa", disabled=True, width="large"),
        },
    )
    return Tables(targets, criteria, classes, limits)


def _editor(frame: pd.DataFrame, key: str, title: str, columns: dict[str, Any]) -> pd.DataFrame:
    return st.data_editor(
        frame,
        key=key,
        hide_index=True,
        column_config=columns,
        column_order=list(columns),
        num_rows="fixed",
        placeholder="",
        alt=title,
    )


def _answer(plan: Plan, edited: Tables, name: str, reason: str, *, saving: bool) -> None:
    try:
        text = edited_plan(plan, edited)
    except PlanError as error:
        desk_parts.note(words.NOT_SAVED, error.sentences, tone="bad")
        return
    differences = changed(plan, load_plan(text))
    if not differences:
        desk_parts.note(words.NOTHING_CHANGED)
    elif saving:
        save(text, name, reason, differences)
    else:
        desk_parts.note(words.WOULD_CHANGE, differences)


def save(text: str, name: str, reason: str, differences: list[str]) -> None:
    """Store a checked plan if a name and a reason are there, then draw everything anew."""
    missing = [
        sentence
        for given, sentence in ((name, words.WHO_MISSING), (reason, words.WHY_MISSING))
        if not given
    ]
    if missing:
        desk_parts.note(words.NOT_SAVED, missing, tone="bad")
        return
    with desk_parts.refusals():
        version = plan_store.save_plan(text, name, reason)
        desk_parts.told(words.SAVED.format(version=version), differences)
        st.rerun()


def load(plan: Plan) -> None:
    """A plan file from the secretary's machine: its mistakes, or what it would change, and the button that stores it."""
    if not desk_parts.allowed("change_plan"):
        return
    if plan_store.plan_file():
        desk_parts.note(words.FROM_FILE.format(file=plan_store.plan_file()))
        return
    desk_parts.uploader_words(words.DROP)
    file = st.file_uploader("Tệp kế hoạch", key="plan_upload", max_upload_size=1)
    if file is None:
        page_parts.small(words.EASIEST)
        return
    try:
        new = load_plan(file.getvalue().decode("utf-8-sig"))
    except PlanError as error:
        desk_parts.note(words.NOT_SAVED, error.sentences, tone="bad")
        return
    except UnicodeDecodeError:
        desk_parts.note(words.NOT_TEXT, tone="bad")
        return
    differences = changed(plan, new)
    desk_parts.note(
        words.VALID_FILE if differences else words.NOTHING_CHANGED,
        differences,
    )
    if differences:
        name, reason = (
            desk_parts.who(),
            desk_parts.why("plan_upload_why", words.WHY_FILE_HINT),
        )
        if st.button("Lưu thành phiên bản mới", type="primary", key="plan_upload_save"):
            save(file.getvalue().decode("utf-8-sig"), name, reason, differences)


def show_versions() -> None:
    """Every version with who, when and why; what changed between any two; each to be taken away."""
    versions = plan_store.plan_versions()
    if versions.empty:
        desk_parts.note(words.SHIPPED)
        return
    show_table(
        Table(
            words.VERSIONS_TITLE,
            VERSIONS,
            versions.assign(moment=[view.moment(at) for at in versions["at"]]),
        ),
        key="plan_versions",
        downloads=False,
    )
    bodies = {f"Phiên bản {one.version}": one.body for one in versions.itertuples()} | {
        words.SHIPPED_LABEL: dump_plan(plan_store.shipped_plan())
    }
    with st.container(horizontal=True, gap="small"):
        new = st.selectbox("So phiên bản", list(bodies), key="plan_newer")
        old = st.selectbox("với phiên bản", list(bodies), index=1, key="plan_older")
    try:
        differences = changed(load_plan(bodies[old]), load_plan(bodies[new]))
        desk_parts.note(
            f"{new} khác {old.lower()} ở những điểm sau:" if differences else words.SAME,
            differences,
        )
    except PlanError as error:
        desk_parts.note(
            words.UNREADABLE.format(version=f"{old} hoặc {new}"), error.sentences, tone="bad"
        )
    st.download_button(
        f"Tải {new.lower()} về máy",
        bodies[new],
        f"{new}.toml",
        "text/plain",
        key="plan_version_toml",
        on_click="ignore",
        type="tertiary",
    )
