"""A row of choices that filter what a page shows; each stands in the link under its key."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.ui.linked_choice import linked_choice

Choosable = tuple[str, Mapping[str, str | None]]


def row(asked: Mapping[str, Choosable], *, key: str) -> list[str | None]:
    """The codes chosen, in the order asked. In: the key of each choice → its label and what people read → code (None for all)."""
    with st.container(horizontal=True, key=key, gap="small"):
        return [
            linked_choice(one, _by_code(options), label=label, filter_mode=None) or None
            for one, (label, options) in asked.items()
        ]


def _by_code(options: Mapping[str, str | None]) -> dict[str, str]:
    return {code or "": text for text, code in options.items()}
