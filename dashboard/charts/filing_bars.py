"""How many units have filed a report, block by block: one bar of 100 % each, the counts written in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import above, canvas, plain
from dashboard.charts.row_places import Row
from dashboard.charts.stack import part
from dashboard.writing import theme
from dashboard.writing.formats import count, percent

BAR = 26  # px
WRITTEN_FROM = 0.05  # of the bar: a smaller part has its count in the hover and the table only
LOOKS = {
    "missing": replace(theme.STATUS["very_slow"], sign="○"),
    "late": replace(theme.STATUS["slow"], sign="▼"),
    "pending": replace(theme.STATUS["no_data"], sign="…"),
    "on_time": theme.STATUS["met"],
}


def filing_counts(board: pd.DataFrame) -> pd.DataFrame:
    """Counts by block of a board (`views.filing_board.board`): block, the states that occur, all; blocks in the order of their first unit."""
    ordered = board.sort_values("position", kind="stable")
    counts = ordered.groupby("block", sort=False)["state"].value_counts().unstack(fill_value=0)
    counts = counts.reindex(
        index=ordered["block"].drop_duplicates(), columns=[code for code in LOOKS if code in counts]
    )
    return counts.assign(all=counts.sum(axis=1)).rename_axis("block").reset_index()


def filing_shares(
    board: pd.DataFrame, words: Mapping[str, str], *, title: str, subtitle: str = ""
) -> go.Figure:
    """Bars of 100 % by block, what is missing first; `words` are those of the states."""
    counts, looks = filing_counts(board), _worded(words)
    codes = [code for code in LOOKS if code in counts]
    shares = counts[codes].div(counts["all"], axis=0)
    starts = shares.cumsum(axis=1) - shares
    figure = canvas(title, subtitle)
    figure.add_traces(
        [
            part(code, LOOKS[code], code == "pending", counts[code], shares[code], starts[code])
            for code in codes
        ]
    )
    rows = [
        Row(f"{line['block']} ({count(line['all'])})", "", hover=_hover(line, codes, looks))
        for line in counts.to_dict("records")
    ]
    legend = "   ".join(_key(looks[code]) for code in codes)
    axis = {"showgrid": False, "showticklabels": False}
    return lay_rows(
        figure, rows, axis=axis, span=(0, 1), head=46, notes=[above(legend, size=theme.LABEL_SIZE)]
    )


def _worded(words: Mapping[str, str]) -> dict[str, theme.Meaning]:
    return {code: replace(look, word=words[code]) for code, look in LOOKS.items()}


def _key(look: theme.Meaning) -> str:
    return f'<span style="color:{look.colour}">{look.sign}\u00a0{look.word.replace(" ", chr(160))}</span>'


def _hover(line: dict, codes: list[str], looks: Mapping[str, theme.Meaning]) -> str:
    parts = [
        f"{looks[code].label}: {count(line[code])} ({percent(line[code] / line['all'])})"
        for code in codes
        if line[code]
    ]
    return "<br>".join([f"<b>{plain(line['block'])}</b>: {count(line['all'], 'đơn vị')}", *parts])


def alt_text(board: pd.DataFrame, words: Mapping[str, str], sentence: str) -> str:
    """The counts of all units shown, in a sentence with `units` and `parts`; `words` are those of the states."""
    counts = board["state"].value_counts()
    parts = [f"{words[code]} {count(counts[code])}" for code in LOOKS if counts.get(code, 0)]
    return sentence.format(units=count(len(board), "đơn vị"), parts=", ".join(parts))
