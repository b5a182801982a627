"""Đọc báo cáo: a unit's own report with what was found marked in it, beside the form in which a person accepts, corrects, refuses."""

import streamlit as st

from dashboard.ui import desk, parts, reports_desk, stored
from dashboard.views import reports as view
from dashboard.wording import reports as words

plan = stored.plan()
desk.prepare()
desk.told_before()
if stored.table("units").empty:
    parts.nothing(words.NO_UNITS)
head = st.container()
report = reports_desk.chosen(plan)
with head:
    parts.answer(
        view.found_answer(report.name, report.found)
        if report
        else view.answer({name: stored.table(name) for name in view.LISTS})
    )
    parts.small(words.HONEST)
if report:
    reports_desk.notes(report)
    left, right = st.columns([5, 6], gap="medium")
    with left:
        reports_desk.text(report)
    with right:
        reports_desk.form(report, plan)
else:
    reports_desk.before()
parts.method(words.METHOD, words.METHOD_LINK)
