"""What a page makes and need not make again: series, figures, sentences. Kept until the data or the plan change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import plotly.graph_objects as go
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.ui import stored
from dashboard.ui.drawings import Drawing, drawing

Made = TypeVar("Made")
MOST = 400


def once(standing: Standing, *what: object, make: Callable[[], Made]) -> Made:
    """What `make` answers, made once for a standing, what its reader may see, and `what` (everything else that it depends on); shared, so never changed.

    `what` begins with a name of its own and is made of plain values.
    """
    return lasting(
        stored.fingerprint(standing.plan), standing.year, standing.as_of, *what, make=make
    )


def lasting_picture(*what: object, make: Callable[[], go.Figure]) -> Drawing:
    """`lasting` for a figure."""
    return lasting("picture", *what, make=lambda: drawing(make()))


def lasting(*what: object, make: Callable[[], Made]) -> Made:
    """`once` for what is made of the store's tables alone."""
    return _kept((stored.last_change(), stored.sight(), *what), make)


def picture(standing: Standing, *what: object, make: Callable[[], go.Figure]) -> Drawing:
    """`once` for a figure, kept as the text that the browser is given."""
    return once(standing, "picture", *what, make=lambda: drawing(make()))


@st.cache_resource(show_spinner=False, max_entries=MOST)
def _kept(key: tuple, _make: Callable[[], Made]) -> Made:
    return _make()
