"""Parts of the screen with a script of their own, which a browser fetches once: what a run sends of a part is its data alone.

Streamlit would send the script with every such part of every run. Their styles stand in the frame's own (`styles`), for the same reason.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from dashboard.serving.packed_files import address
from dashboard.ui import frame_words as words
from dashboard.writing import chart_template, theme
from dashboard.writing.nouns import Nouns, speaking, spoken, worded

SCRIPTS = ("plots", "tables", "linked", "told")
"""In dashboard/static/parts/."""
LOADER = """const {{ default: show }} = await import(location.origin + "{address}");
export default show;"""
PLOTTING = {
    "twins": theme.DARK,
    "locale": chart_template.LOCALE,
    "config": chart_template.CONFIG,
    "template": chart_template.TEMPLATE,
    "narrow": theme.NARROW,
    "ink": theme.INK,
    "muted": theme.MUTED,
    "words": words.PICTURE,
}
"""What is the same for every chart: the variable `--plotting` of the style sheet, from where `plots.js` reads it."""


def screen_part(name: str, html: str) -> ComponentRenderer:
    """The part of this name with its first HTML; its data are bytes, so that they go over the line as they are."""
    script = LOADER.format(address=address(f"parts/{name}.js"))
    return st.components.v2.component(name, html=html, js=script, isolate_styles=False)


SHEETS = "\n".join(
    (Path(__file__).parent / f"{name}.css").read_text("utf-8")
    for name in ("style", "plots", "tables")
)


def style() -> str:
    """The style of the screen and of its parts, and what their scripts are told."""
    return f":root {{ --plotting: {_plotting(spoken())}; }}\n{SHEETS}"


@lru_cache(maxsize=8)
def _plotting(nouns: Nouns) -> str:
    with speaking(nouns):
        return json.dumps(worded(PLOTTING), ensure_ascii=False)
