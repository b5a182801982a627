"""The page of methods on screen: each section's sentence, then its picture, then the worked example and the small print."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.ui import choices, plots, stored
from dashboard.ui.glossed import terms
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import folded_table, show_table
from dashboard.views import method
from dashboard.views import method_pictures as view
from dashboard.views import method_words as words

STYLE = (Path(__file__).parent / "method.css").read_text(encoding="utf-8")


def index(sections: list[method.Section]) -> None:
    """Links to the sections."""
    links = "".join(
        f"<li><a href='#{one.anchor}' target='_self'>{html.escape(one.title)}</a></li>"
        for one in sections
    )
    st.html(
        f"<style>{STYLE}</style><details class='terms'><summary>{words.TERMS}</summary>{terms()}</details><details class='terms'><summary>{words.INDEX}</summary><nav aria-label='{words.INDEX}'><ul class='index'>{links}</ul></nav></details>"
    )


def show(standing: Standing, sections: list[method.Section], unit: str | None) -> None:
    """All sections; what stands between two pictures is one piece of HTML."""
    waiting = ""
    for one in sections:
        waiting += f"<section class='method' id='{one.anchor}'><h2>{html.escape(one.title)}</h2><p>{html.escape(one.idea)}</p></section>"
        picture = PICTURES.get(one.anchor)
        if picture is not None and (unit is not None or one.anchor in WITHOUT_UNIT):
            st.html(waiting)
            picture(standing, unit)
            waiting = ""
        waiting += _below(standing, one)
    if waiting:
        st.html(waiting)


def _below(standing: Standing, one: method.Section) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in one.example)
    worked = (
        f"<div class='worked'><p><b>{words.EXAMPLE_OF.format(year=standing.year)}</b></p>{lines}</div>"
        if lines
        else ""
    )
    notes = ((words.CAUTION_LABEL, one.caution), (words.SOURCES_LABEL, one.sources))
    return worked + "".join(
        f"<p class='small method'><b>{label}:</b> {html.escape(text)}</p>"
        for label, text in notes
        if text
    )


def scroll_to(anchor: str | None) -> None:
    """Bring a section into sight that another page asked for (`?muc=…`)."""
    if anchor in words.METHODS:
        st.html(
            f"<script>setTimeout(() => document.getElementById({json.dumps(anchor)})?.scrollIntoView(), 300)</script>",
            unsafe_allow_javascript=True,
        )


def _score(standing: Standing, unit: str) -> None:
    folded_table(kept(view.weighted)(standing, unit), key="method_score")


def _path(standing: Standing, unit: str) -> None:
    drawn = kept(view.path)(standing, stored.tables(), unit)
    plots.show(drawn, key="method_path", on_click=choices.open_unit)


def _intervals(standing: Standing, unit: str) -> None:
    if drawn := kept(view.intervals)(standing, unit):
        plots.show(drawn, key="method_intervals", on_click=choices.open_unit)


def _one_survey(standing: Standing, unit: str | None) -> None:
    table = kept(view.one_survey)(standing)
    show_table(table, key="method_one_survey", frozen=0, downloads=False)


def _funnel(standing: Standing, unit: str) -> None:
    if drawn := kept(view.funnel)(standing, unit):
        plots.show(drawn, key="method_funnel", on_click=choices.open_unit)


def _ranks(standing: Standing, unit: str) -> None:
    plots.show(kept(view.ranks)(standing, unit), key="method_ranks", on_click=choices.open_unit)


def _falling(standing: Standing, unit: str | None) -> None:
    show_table(kept(view.chances)(), key="method_falling", frozen=0, downloads=False)


def _levels(standing: Standing, unit: str | None) -> None:
    show_table(kept(view.levels)(), key="method_levels", downloads=False)
    show_table(kept(view.rules)(standing.plan), key="method_rules", downloads=False)


def _simulated(standing: Standing, unit: str | None) -> None:
    show_table(kept(view.simulated)(), key="method_simulated", downloads=False)


def _not_built(standing: Standing, unit: str | None) -> None:
    st.html(
        f"<ul class='undone'>{''.join(f'<li>{html.escape(one)}</li>' for one in words.NOT_BUILT)}</ul>"
    )


def _limits(standing: Standing, unit: str | None) -> None:
    show_table(kept(view.limits)(standing.plan), key="method_limits")
    st.page_link("../pages/plan.py", label=words.TO_PLAN)


Picture = Callable[[Standing, str], None]
WITHOUT_UNIT = ("mot-dot-khao-sat", "giam", "neu-ten", "vi-sao", "khong-lam", "tham-so")
PICTURES: dict[str, Picture] = {
    "diem": _score,
    "moc": _path,
    "khoang-tin-cay": _intervals,
    "mot-dot-khao-sat": _one_survey,
    "hinh-pheu": _funnel,
    "hang": _ranks,
    "giam": _falling,
    "neu-ten": _levels,
    "vi-sao": _simulated,
    "khong-lam": _not_built,
    "tham-so": _limits,
}
