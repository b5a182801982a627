"""Blocks side by side over the years, and the units of one block year by year."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.heat_map import unit_years, worst_change_first
from dashboard.charts.multiples import block_trends
from dashboard.views import measure_changes, series
from dashboard.views.regrouped import regrouped_by, regrouped_years
from dashboard.views.series import Subject
from dashboard.views.summary_status import DRAWN_BLOCKS
from dashboard.writing import differences, first_letter, formats
from dashboard.writing.alphabet import alphabet_key
from dashboard.writing.nouns import worded

FIELD = "Mỗi hàng một đơn vị, mỗi ô một năm; ô gạch chéo: chưa có số liệu, quá ít phiếu, hoặc năm đơn vị chưa lập, đã giải thể. Bấm vào một đơn vị để mở hồ sơ."
ALL = "Tất cả đơn vị đang xem"
BEFORE_ALL = "{what} của từng khối (nét đậm) trước của tất cả đơn vị đang xem (nét mảnh), cùng một thang. Bấm vào một khối để chỉ xem khối đó."

LOWEST = " Chỉ vẽ {drawn} khối có mức giữa thấp nhất trong {blocks} khối; bảng bên dưới có đủ."


def medians(values: pd.DataFrame, members: pd.DataFrame, about: Subject) -> pd.DataFrame:
    """What the small pictures draw: block (None = all units in view), year, median, units; blocks of the newest year first, by the alphabet.

    The line of all units ends before a year in which too many of them were merged or dissolved to compare.
    """
    every = series.middles(values, about).assign(block=None)
    every = every[every["year"] < min(regrouped_years(members), default=math.inf)]
    own = series.middles(values, about, by=["block"])
    places = {block: place for place, block in enumerate(newest_first(own))}
    own = own.sort_values("block", key=lambda names: names.map(places), kind="stable")
    return pd.concat(
        [own.astype({"block": object}), every.astype({"block": object})], ignore_index=True
    )


def newest_first(rows: pd.DataFrame) -> list[str]:
    """Blocks of the rows (block, year): those of the newest year first, by the alphabet."""
    last = rows.groupby("block")["year"].max()
    return sorted(last.index, key=lambda block: (-last[block], alphabet_key(block)))


def title(found: pd.DataFrame, members: pd.DataFrame, about: Subject, breaks: Sequence[int]) -> str:
    """“Tăng nhiều nhất trong các khối có số liệu 2019–2024: Cụm xã số 1 (+12,3 điểm)”, among blocks that can be compared over the same years."""
    regrouped = regrouped_by(members, "block")
    ends = measure_changes.changes(found, "block", breaks, "median", regrouped)
    if ends.empty:
        return f"{about.name} của từng {worded('khối')}"
    first, last = ends.groupby(["first", "last"]).size().idxmax()
    same = ends[(ends["first"] == first) & (ends["last"] == last)]
    best = same.loc[same["change"].idxmax()]
    way = "Tăng nhiều nhất" if best["change"] > 0 else "Giảm ít nhất"
    scale = 100 if about.share else 1
    change = differences.delta(differences.moved(best["start"] * scale, best["end"] * scale))
    return f"{way} trong các {worded('khối')} có số liệu {first}–{last}: {best['block']} ({change} {about.unit})"


def subtitle(about: Subject, blocks: int) -> str:
    """What is drawn; of very many blocks, which."""
    left_out = (
        worded(LOWEST).format(drawn=formats.count(DRAWN_BLOCKS), blocks=formats.count(blocks))
        if blocks > DRAWN_BLOCKS
        else ""
    )
    return worded(BEFORE_ALL).format(what=first_letter.large(about.middle_name)) + left_out


def lowest(found: pd.DataFrame) -> pd.DataFrame:
    """Of very many blocks (rows of `medians`) those with the lowest newest middle, in their order, with the line of all units."""
    ends = (
        found.dropna(subset=["block", "median"])
        .sort_values("year")
        .groupby("block")["median"]
        .last()
    )
    return (
        found
        if len(ends) <= DRAWN_BLOCKS
        else found[found["block"].isna() | found["block"].isin(ends.nsmallest(DRAWN_BLOCKS).index)]
    )


def listed(found: pd.DataFrame) -> pd.DataFrame:
    """`medians` as a table: years as text, all units in view named as such."""
    return found.assign(block=found["block"].fillna(worded(ALL)), year=found["year"].astype(str))


def with_values(values: pd.DataFrame) -> list[str]:
    """Blocks with a value of the measure: those of the newest year first."""
    return newest_first(values[values["value"].notna()])


def place_of(found: list[str], values: pd.DataFrame, units: list[str]) -> int:
    """Which block is opened: that of the first chosen unit, else the first of those with the most years."""
    own = values[values["unit"].isin(units[:1])].sort_values("year")["block"]
    years = values[values["value"].notna()].groupby("block")["year"].nunique()
    wanted = own.iloc[-1] if len(own) else max(found, key=lambda block: years[block], default=None)
    return found.index(wanted) if wanted in found else 0


def years_of(rows: pd.DataFrame) -> list[int]:
    """The years from the first to the last of the field."""
    return list(range(int(rows["year"].min()), int(rows["year"].max()) + 1))


def cells(
    values: pd.DataFrame,
    members: pd.DataFrame,
    block: str,
    names: dict[str, str],
    *,
    worst_first: bool,
) -> pd.DataFrame:
    """The field of one block: unit, name, block, year, value; every unit of it, in protocol order or the greatest loss first.

    A unit has a row for each year that it was in the block, also without a value; `names` are those by which units are told apart.
    """
    own = members[(members["block"] == block) & members["assessed"]].sort_values(
        ["position", "unit", "year"], kind="stable"
    )
    rows = own[["unit", "name", "block", "year", "position"]].merge(
        values[["unit", "year", "value"]], on=["unit", "year"], how="left"
    )
    rows["name"] = rows["unit"].map(names)
    return worst_change_first(rows, "value") if worst_first else rows


def cells_title(rows: pd.DataFrame, block: str, about: Subject, breaks: Sequence[int]) -> str:
    """How many units are higher in their last comparable year than in their first."""
    ends = measure_changes.changes(rows, "unit", breaks)
    if ends.empty:
        return f"{block}: chưa có {worded('đơn vị')} nào có hai năm so sánh được"
    up = int((ends["change"] > 0).sum())
    return f"{block}: {formats.out_of(up, len(ends), 'đơn vị')} ở năm cuối có số liệu cao hơn năm đầu ({about.name.lower()})"


def picture(
    found: pd.DataFrame,
    members: pd.DataFrame,
    about: Subject,
    years: Sequence[int],
    breaks: Sequence[int],
    target: float | None,
) -> go.Figure:
    """The small pictures of all blocks, or of very many those that are lowest."""
    words = subtitle(about, found["block"].nunique())
    return block_trends(
        lowest(found),
        title=title(found, members, about, breaks),
        subtitle=words,
        years=years,
        share=about.share,
        top=about.top,
        breaks=breaks,
        target=target,
    )


def field(
    rows: pd.DataFrame,
    block: str,
    about: Subject,
    breaks: Mapping[int, str],
    chosen: str | None = None,
) -> go.Figure:
    """The field of one block's units by years; units that never had a value are counted below the title, not drawn."""
    known = rows[rows["unit"].isin(rows.loc[rows["value"].notna(), "unit"])]
    never = rows["unit"].nunique() - known["unit"].nunique()
    left_out = (
        f" Không vẽ {formats.count(never, 'đơn vị')} chưa năm nào có số liệu." if never else ""
    )
    return unit_years(
        known,
        title=cells_title(rows, block, about, tuple(breaks)),
        subtitle=f"{worded(FIELD)}{left_out}",
        years=years_of(rows),
        value="value",
        share=about.share,
        top=about.top,
        breaks=breaks,
        chosen=chosen,
    )
