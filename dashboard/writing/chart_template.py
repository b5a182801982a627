"""The look of every chart: axes, fonts, separators, buttons."""

from __future__ import annotations

from dashboard.writing.theme import (
    ACCENT,
    FONTS,
    GROUND,
    INK,
    LABEL_SIZE,
    LINES,
    MUTED,
    TEXT_SIZE,
    TITLE_SIZE,
)

DAYS = ("Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy")
LOCALE = {
    "moduleType": "locale",
    "name": "vi",
    "dictionary": {
        "Click to enter": "Bấm để nhập",
        "Double-click to zoom back out": "Bấm đúp để thu lại",
        "new text": "chữ mới",
        "trace": "dãy số",
    },
    "format": {
        "days": list(DAYS),
        "shortDays": ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
        "months": [f"Tháng {month}" for month in range(1, 13)],
        "shortMonths": [f"Th{month}" for month in range(1, 13)],
        "date": "%d/%m/%Y",
        "decimal": ",",
        "thousands": ".",
    },
}
CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "doubleClick": False,
    "scrollZoom": False,
    "showTips": False,
    "locale": "vi",
}
_AXIS = {
    "showgrid": True,
    "gridcolor": LINES,
    "gridwidth": 1,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "nticks": 5,
    "fixedrange": True,
    "automargin": True,
    "tickfont": {"size": LABEL_SIZE, "color": MUTED},
    "title": {"font": {"size": LABEL_SIZE, "color": MUTED}},
}
TEMPLATE = {
    "layout": {
        "font": {"family": FONTS, "size": TEXT_SIZE, "color": INK},
        "title": {
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "pad": {"t": 8, "l": 8},
            "font": {"size": TITLE_SIZE, "color": INK},
            "subtitle": {"font": {"size": LABEL_SIZE, "color": MUTED}},
        },
        "paper_bgcolor": GROUND,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ",.",
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": GROUND,
            "bordercolor": MUTED,
            "align": "left",
            "font": {"family": FONTS, "size": LABEL_SIZE, "color": INK},
        },
        "margin": {"l": 8, "r": 16, "t": 16, "b": 32, "pad": 4},
        "colorway": [ACCENT],
        "xaxis": _AXIS,
        "yaxis": _AXIS,
        "annotationdefaults": {"showarrow": False, "font": {"size": LABEL_SIZE, "color": MUTED}},
    }
}
