"""The plan on screen: read it, change it with a reason, compare its versions, take it away as a file or load one."""

from __future__ import annotations

import html

import streamlit as st

from dashboard.desks import plan_saving
from dashboard.plan import Plan, load_plan
from dashboard.plan.checks import PlanError
from dashboard.ui import desk_parts, page_parts, plan_store, stored
from dashboard.ui.shown_tables import show_table
from dashboard.views import plan as view
from dashboard.views import plan_rows
from dashboard.views import plan_words as words
from dashboard.views.plan_changes import changed
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
    milestones = Table("Mốc và chỉ tiêu", MILESTONES, plan_rows.milestone_rows(plan))
    show_table(milestones, key="plan_milestones", downloads=False)
    page_parts.heading("Tiêu chí")
    show_table(
        Table("Tiêu chí của kế hoạch", CRITERIA, plan_rows.criteria_rows(plan)), key="plan_criteria"
    )
    page_parts.heading("Mức xếp loại")
    show_table(
        Table("Mức xếp loại", CLASSES, plan_rows.class_rows(plan)),
        key="plan_classes",
        downloads=False,
    )
    page_parts.heading("Hạn nộp báo cáo")
    deadlines = Table("Hạn nộp báo cáo", DEADLINES, plan_rows.deadline_rows(plan))
    show_table(deadlines, key="plan_deadlines", downloads=False)
    page_parts.heading("Tham số của cách tính")
    show_table(
        Table("Tham số của cách tính", plan_rows.LIMIT_COLUMNS, plan_rows.limit_rows(plan)),
        key="plan_limits",
        downloads=False,
    )
    st.download_button(
        "Tải kế hoạch về máy",
        plan_store.text_in_force,
        f"{plan.code}.toml",
        "text/plain",
        key="plan_toml",
        on_click="ignore",
        type="tertiary",
    )


def load() -> None:
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
        text = file.getvalue().decode("utf-8-sig")
        new = load_plan(text)
    except PlanError as error:
        desk_parts.note(words.NOT_SAVED, error.sentences, tone="bad")
        return
    except UnicodeDecodeError:
        desk_parts.note(words.NOT_TEXT, tone="bad")
        return
    plan_saving.decide(new, text, key="plan_upload", example=words.WHY_FILE_HINT)


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
        words.SHIPPED_LABEL: plan_store.body_of(0)
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
    _again(new, bodies[new])


def _again(label: str, body: str) -> None:
    """Use a version once more: what it would do, then as a new version."""
    if plan_store.plan_file() or not stored.may("change_plan"):
        return
    if st.button(words.AGAIN.format(version=label.lower()), key="plan_again"):
        st.session_state["_plan_again"] = label
    if st.session_state.get("_plan_again") != label:
        return
    try:
        plan_saving.decide(load_plan(body), body, key="plan_again", example=words.AGAIN_WHY)
    except PlanError as error:
        desk_parts.note(words.UNREADABLE.format(version=label), error.sentences, tone="bad")
