"""How many units have which status, block by block: one bar of 100 % each, the counts written in it."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.bar_rows import lay_rows
from dashboard.charts.canvas import above, canvas, plain
from dashboard.charts.row_places import Row
from dashboard.writing import theme
from dashboard.writing.formats import count, percent
from dashboard.writing.nouns import worded

BAR = 26  # px
UNKNOWN = ("no_data", "not_assessed")
WRITTEN_FROM = 0.05  # of the bar: a smaller part has its count in the hover and the table only


def status_counts(table: pd.DataFrame, whole: str, status: str = "status") -> pd.DataFrame:
    """Counts by block of the units that are assessed: columns block, the statuses that occur in the order of the theme, all. All units together stand first, under the name `whole`."""
    assessed = table[table[status].notna() & (table[status] != "not_assessed")]
    counts = (
        assessed.groupby("block", sort=False, dropna=False)[status]
        .value_counts()
        .unstack(fill_value=0)
    )
    present = [code for code in theme.STATUS if code in counts]
    counts = counts.reindex(columns=present).reindex(assessed["block"].drop_duplicates())
    every = pd.concat([counts.sum().to_frame(whole).T, counts]) if len(counts) else counts
    return every.assign(all=every.sum(axis=1)).rename_axis("block").reset_index()


def status_shares(
    counts: pd.DataFrame, *, title: str, subtitle: str = "", province: bool = True
) -> go.Figure:
    """Bars of 100 % by block (in: `status_counts`); a press on a bar sends the block."""
    counts = counts if province else counts.iloc[1:]
    codes = [code for code in theme.STATUS if code in counts]
    rows = [
        _row(line, codes, whole=province and place == 0)
        for place, line in enumerate(counts.to_dict("records"))
    ]
    figure = canvas(title, subtitle)
    shares = counts[codes].div(counts["all"], axis=0)
    starts = shares.cumsum(axis=1) - shares
    figure.add_traces(
        [
            part(
                code, theme.STATUS[code], code in UNKNOWN, counts[code], shares[code], starts[code]
            )
            for code in codes
        ]
    )
    legend = "   ".join(_key(code) for code in codes)
    narrow_legend = "<br>".join(
        "   ".join(_key(code) for code in codes[start : start + 3])
        for start in range(0, len(codes), 3)
    )
    notes = [above(legend, size=theme.LABEL_SIZE)]
    axis = {"tickformat": ".0%", "nticks": 5, "showgrid": False, "showticklabels": False}
    return lay_rows(
        figure,
        rows,
        axis=axis,
        span=(0, 1),
        head=46,
        notes=notes,
        narrow_notes=[above(narrow_legend, size=theme.LABEL_SIZE)],
    )


def _row(line: dict, codes: list[str], *, whole: bool) -> Row:
    return Row(
        f"{line['block']} ({count(line['all'])})",
        "" if whole else line["block"],
        strong=whole,
        hover=_hover(line, codes),
    )


def hatched(look: theme.Meaning) -> dict:
    """A marker for an area of which less is known: hatched in the colours of its meaning."""
    pattern = {
        "shape": "/",
        "fgcolor": theme.OTHERS,
        "bgcolor": look.fill,
        "size": 8,
        "solidity": 0.15,
    }
    return {"color": look.fill, "pattern": pattern, "line": {"color": look.colour, "width": 1}}


def part(
    code: str,
    look: theme.Meaning,
    unknown: bool,
    counts: pd.Series,
    shares: pd.Series,
    starts: pd.Series,
) -> go.Bar:
    """One part of every bar of 100 %: its look, hatched where it means that nothing is known, the count written where it fits."""
    pattern = hatched(look)["pattern"] if unknown else {"shape": ""}
    text = [
        count(one) if share >= WRITTEN_FROM else ""
        for one, share in zip(counts, shares, strict=True)
    ]
    return go.Bar(
        name=code,
        y=list(range(len(counts))),
        x=shares,
        base=starts,
        orientation="h",
        width=BAR,
        hoverinfo="skip",
        text=text,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": theme.LABEL_SIZE, "color": look.on_fill},
        marker={
            "color": look.fill,
            "pattern": pattern,
            "line": {"color": theme.GROUND, "width": 2},
        },
    )


def _key(code: str) -> str:
    look = theme.STATUS[code]
    return f'<span style="color:{look.colour}">{look.sign}\u00a0{look.word.replace(" ", chr(160))}</span>'


def _hover(line: dict, codes: list[str]) -> str:
    parts = [
        f"{theme.STATUS[code].label}: {count(line[code])} ({percent(line[code] / line['all'])})"
        for code in codes
        if line[code]
    ]
    return "<br>".join([f"<b>{plain(line['block'])}</b>: {count(line['all'], 'đơn vị')}", *parts])


def alt_text(counts: pd.DataFrame, *, subject: str) -> str:
    """The counts of the whole province. In: `status_counts`."""
    if counts.empty:
        return f"Biểu đồ trạng thái {subject}: chưa có số liệu."
    whole = counts.iloc[0]
    parts = [
        f"{theme.STATUS[code].word} {count(whole[code])}"
        for code in theme.STATUS
        if code in counts and whole[code]
    ]
    return f"Biểu đồ thanh trạng thái {subject} của {count(whole['all'], 'đơn vị')}: {', '.join(parts)}; chia theo {len(counts) - 1} {worded('khối')}."
