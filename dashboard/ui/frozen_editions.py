"""What editions hold, opened once for everybody who reads them: shared, so never changed, and cut to what somebody may see elsewhere (`stored`)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.assessment.standing import Standing
from dashboard.meeting import seals
from data_access.store import Store

KEPT_EDITIONS = 8


@st.cache_resource(show_spinner="Đang mở ấn bản số liệu …", max_entries=KEPT_EDITIONS)
def sealed(number: int, fingerprint: str, _opened: Store) -> seals.Sealed:
    """Everything that a seal holds."""
    return seals.unpacked(_opened.load_seal(number).content, fingerprint)


@st.cache_resource(show_spinner="Đang mở ấn bản số liệu …", max_entries=KEPT_EDITIONS)
def standing(number: int, fingerprint: str, _opened: Store) -> Standing:
    """The standing of an edition, bearing its number."""
    return seals.as_edition(sealed(number, fingerprint, _opened), number)


def tables(number: int, fingerprint: str, opened: Store) -> Mapping[str, pd.DataFrame]:
    """The store's tables as they were sealed: those of the assessment and the lists."""
    own = sealed(number, fingerprint, opened)
    return {**own.records._asdict(), **own.lists}
