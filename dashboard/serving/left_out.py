"""What Streamlit loads for a use that nothing here has: loaded before Streamlit, this takes its place."""

from __future__ import annotations

import sys
from types import ModuleType

_THEME = ModuleType("streamlit.elements.lib.streamlit_plotly_theme")
_THEME.__dict__["configure_streamlit_plotly_theme"] = lambda: None
sys.modules[_THEME.__name__] = _THEME
"""The look of `st.plotly_chart`, which no page calls: to make it loads Plotly and all its rules, 0.2 s and 17 MB of every start."""
