"""Files on their way into the store: chosen, checked, shown, and stored with one button."""

from __future__ import annotations

import html
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.exports.workbook import EXCEL
from dashboard.plan import Plan
from dashboard.ui import choices, confirm_names, desk, parts, stored, suspicious
from dashboard.ui.files import as_workbook
from dashboard.ui.tables import Column, columns_of, offer_files, show_table
from dashboard.views import intake as view
from dashboard.views import intake_forms as forms
from dashboard.wording import intake as words
from dashboard.wording.commands import outcome
from dashboard.wording.problems import store_sentence
from data_access.loading import Loaded
from data_access.store import StoreError

LIMIT_MB = 50
RECOGNISED = {"file": "Tệp", "sheet": "Trang tính", "table": "Đọc được là", "rows": Column("Số dòng", "count"), "left_out": Column("Dòng tổng cộng, chữ ký bỏ qua", "count")}
COUNTS = {"file": "Tệp", "table": "Bảng", "new": Column("Dòng mới", "count"), "changed": Column("Dòng thay đổi", "count"), "same": Column("Dòng đã có", "count")}
VALUES = {
    "unit": Column("Đơn vị", width="medium"),
    "subject": "Số liệu",
    "column": "Phần thay đổi",
    "old": Column("Đang có", width="medium"),
    "new": Column("Sẽ là", width="medium"),
    "place": "Vị trí",
    "file": "Tệp",
}
PROBLEMS = {"file": "Tệp", "level": "Mức", "sheet": "Trang tính", "cell": "Ô", "what": Column("Vấn đề và cách sửa", width="large")}
FORMATS = {"file": "Loại tệp", "needed": Column("Cột cần có", width="large"), "more": Column("Cột thêm", width="large")}


def bring(plan: Plan) -> None:
    """Choose files, see what they say and would change, store those without errors."""
    desk.uploader_words(words.LIMIT_WORDS.format(size=LIMIT_MB))
    files = st.file_uploader("Tệp số liệu", accept_multiple_files=True, max_upload_size=LIMIT_MB, key=f"files_{_round()}")
    if not files:
        parts.small("Tệp được kiểm tra trước, chưa lưu gì. Tệp có lỗi thì không lưu gì của tệp đó; nhập lại cùng một tệp không làm đổi số liệu.")
        return
    checked = _checked(files, plan)
    desk.note(view.checked_answer(checked))
    _show_problems(checked)
    if confirm_names.confirm(pd.concat([one.problems for one in checked]), key="intake_names"):
        st.rerun()
    suspicious.show(checked, plan)
    _show_changes(checked, plan)
    if any(view.is_usable(one) for one in checked):
        name = desk.who()
        if st.button("Lưu vào kho", type="primary", key="intake_save"):
            _save(files, checked, name)


def _round() -> int:
    """Counts the times that files were stored: a new uploader, empty again, for each."""
    return st.session_state.get("_intake_round", 0)


def _checked(files: Sequence[UploadedFile], plan: Plan) -> list[Loaded]:
    """The files' answers, kept until the files, the store or the plan change."""
    mark = (*(one.file_id for one in files), stored.last_change(), stored.fingerprint(plan))
    if st.session_state.get("_checked_mark") != mark:
        with st.spinner(f"Đang kiểm tra {len(files)} tệp …"):
            st.session_state["_checked"] = stored.checked([(view.file_name(one.name), one.getvalue()) for one in files])
        st.session_state["_checked_mark"] = mark
    return st.session_state["_checked"]


def _show_problems(checked: Sequence[Loaded]) -> None:
    problems = view.problem_rows(checked)
    if problems.empty:
        return
    parts.heading("Vấn đề trong tệp")
    for file, rows in problems.groupby("file", sort=False):
        lines = "".join(f"<li>{html.escape(line)}</li>" for line in view.problem_lines(rows))
        opened = " open" if (rows["severity"] == "error").any() else ""
        st.html(f"<details class='problems'{opened}><summary><b>{html.escape(file)}</b>: {html.escape(view.problem_title(rows))}</summary><ul>{lines}</ul></details>")
    offer_files(problems, columns_of(problems, PROBLEMS), key="intake_problems", title="Vấn đề trong tệp số liệu", source="")


def _show_changes(checked: Sequence[Loaded], plan: Plan) -> None:
    parts.heading("Đọc được gì và sẽ thay đổi gì")
    show_table(view.recognised(checked), columns=RECOGNISED, key="intake_recognised", title="Các bảng đọc được", downloads=False)
    counts = view.change_counts(checked)
    if counts.empty:
        return
    show_table(counts, columns=COUNTS, key="intake_counts", title="Số dòng mới, thay đổi, đã có", downloads=False)
    values = view.changed_values(checked, plan, stored.table("units").set_index("unit")["name"].to_dict())
    if not values.empty:
        parts.heading("Giá trị đang có sẽ bị thay")
        show_table(values, columns=VALUES, key="intake_values", title="Giá trị sẽ thay đổi")


def _save(files: Sequence[UploadedFile], checked: Sequence[Loaded], name: str) -> None:
    """Store the usable files one after another, those with units first; then draw everything anew."""
    if not name:
        desk.note(words.WHO_MISSING, tone="bad")
        return
    places = [place for place in view.in_order(checked) if view.is_usable(checked[place])]
    bar, lines, done = st.progress(0.0), [], 0
    for number, place in enumerate(places):
        bar.progress(number / len(places), text=f"Đang lưu tệp {number + 1}/{len(places)} …")
        try:
            saved = stored.save_file(checked[place].name, files[place].getvalue(), name)
            lines.append(outcome(saved, check=False))
            done += saved.saved is not None and saved.saved.outcome == "stored"
        except StoreError as error:
            lines.append(f"{checked[place].name}: {store_sentence(error.code, error.fields)}")
    st.session_state["_intake_round"] = _round() + 1
    desk.told(words.DONE.format(files=f"{done}/{len(places)} tệp"), lines)
    st.rerun()


def first_steps() -> None:
    """What to do in an empty store."""
    steps = "".join(f"<li><b>{html.escape(title)}.</b> {html.escape(text)}</li>" for title, text in words.STEPS)
    st.html(f"<ol class='steps'>{steps}</ol>")
    st.page_link("../pages/plan.py", label="Mở trang Kế hoạch")


def formats(plan: Plan) -> None:
    """What files are understood, and two to fill in."""
    show_table(pd.DataFrame(words.FORMATS, columns=list(FORMATS)), columns=FORMATS, key="intake_formats", title="Các loại tệp đọc được", downloads=False)
    parts.small(words.FORMAT_NOTES)
    chosen = choices.current()
    parts.heading("Tệp mẫu")
    parts.small(f"Mẫu kết quả có sẵn các đơn vị đang được đánh giá năm {chosen.year} trong phạm vi đang chọn ở đầu trang; điền cột Giá trị, ô để trống là chưa có số liệu.")
    with st.container(horizontal=True):
        st.download_button(
            "Tải mẫu danh sách đơn vị",
            lambda: _workbook(forms.unit_template(plan), forms.UNIT_HEADINGS),
            "mau-danh-sach-don-vi.xlsx",
            EXCEL,
            key="intake_units_template",
            on_click="ignore",
        )
        st.download_button("Tải mẫu kết quả", lambda: _results(plan, chosen), f"mau-ket-qua-{chosen.year}.xlsx", EXCEL, key="intake_results_template", on_click="ignore")


def _results(plan: Plan, chosen: choices.Choices) -> bytes:
    units = chosen.of(stored.standing(chosen.year).table)
    return _workbook(forms.result_template(plan, units[units["assessed"]], chosen.year), forms.RESULT_HEADINGS)


def _workbook(rows: pd.DataFrame, headings: dict[str, str]) -> bytes:
    return as_workbook(rows, {name: Column(label, "number" if rows[name].dtype == float else "text") for name, label in headings.items()})
