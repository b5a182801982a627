"""Đọc báo cáo: a unit's own report with what was found marked in it, beside the form in which a person accepts, corrects, refuses."""

import streamlit as st

from dashboard.desks import queue_desk, report_bringing, report_files, reports_desk
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.views import reports as view
from dashboard.views import reports_words as words

plan = stored.plan()
desk_parts.prepare()
desk_parts.told_before()
if stored.table("units").empty:
    page_parts.nothing(words.NO_UNITS)
head, untaken, work = st.container(), st.container(), st.container()
reports = report_bringing.brought(plan, untaken)
with work:
    report = queue_desk.in_hand(reports)
with head:
    page_parts.answer(
        view.found_answer(
            report.name, report.found, is_stored=report_files.is_stored(report.sha256)
        )
        if report
        else view.answer({name: stored.table(name) for name in view.LISTS})
    )
with work:
    if report:
        reports_desk.doubts(report)
        # beside each quote of a scan stands its picture: more room for the findings
        sides = [1, 2] if report.document.boxes else [5, 6]
        with st.container(key="report_beside"):
            left, right = st.columns(sides, gap="medium")
        with left:
            reports_desk.contradictions(report)
            reports_desk.text(report)
        with right:
            reports_desk.form(report, plan)
            reports_desk.told(report)
if not report:
    reports_desk.before()
page_parts.small(words.HONEST)
page_parts.method(words.METHOD, words.METHOD_LINK)
