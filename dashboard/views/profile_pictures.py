"""One unit over the years and against its block: the pictures of its page, each with its text and its table."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import band_ahead, drawings, profile_chart
from dashboard.charts.drawings import Picture
from dashboard.plan import TOTAL
from dashboard.views import (
    ancestors,
    drawn_lines,
    kept_total,
    pace,
    series,
    trend_lines,
    unit_columns,
)
from dashboard.wording import profile_words as words
from dashboard.wording.screen_words import source
from dashboard.wording.sources import source_words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded


def over_years(
    standing: Standing,
    unit: str,
    code: str,
    values: pd.DataFrame,
    merged: pd.DataFrame,
    *,
    todays_boundaries: bool,
    columns: Mapping[str, Column | str] | None = None,
) -> Picture:
    """A measure of the unit over the years before the units of its block: path, milestones, what is needed a year, the projection.

    `values` as of `series.unit_values`, of all units; `merged` is the frame of lineage. On today's boundaries a survey's series starts
    with the predecessors' counts. With `columns` of `drawn_lines.listed` it has a table.
    """
    about = series.subject(standing.plan, code)
    lines = trend_lines.lines_of_units(standing, about, values, [unit])
    past = ancestors.past(standing, about, lines, merged, wanted=todays_boundaries)
    figure = band_ahead.with_band_ahead(
        drawn_lines.figure(about, lines, standing.plan.years, **past.drawing),
        pace.projection_of(standing, about, unit),
    )
    stayed = kept_total.unit_notes(standing, unit) if code == TOTAL else []
    return drawings.picture(
        figure,
        drawn_lines.alt(about, lines),
        source(standing.as_of),
        drawn_lines.listed(about, lines) if columns else None,
        columns,
        (*pace.sentences(standing, about, lines), *past.notes, *stayed),
    )


def against_block(standing: Standing, unit: str) -> Picture:
    """The unit's groups of criteria in the year on the range of its block. Rows as of `groups`."""
    one = standing.table.set_index("unit").loc[unit]
    rows, short = (
        groups(standing, unit),
        one["short_name"] if isinstance(one["short_name"], str) else one["name"],
    )
    units = rows["units"].max() if len(rows) else 0
    drawn = words.GROUPS_DRAWN.format(
        year=standing.year, units=formats.count(units, "đơn vị"), block=one["block"]
    )
    figure = profile_chart.group_profile(
        rows,
        title=groups_title(rows),
        subtitle=drawn,
        unit_name=short,
        block_name=one["block"],
        own=standing.plan.scale.own,
    )
    alt = profile_chart.alt_text(rows, unit_name=one["name"], own=standing.plan.scale.own)
    written, columns = written_groups(standing, rows)
    return drawings.picture(figure, alt, source(standing.as_of), written, columns)


def written_groups(
    standing: Standing, rows: pd.DataFrame
) -> tuple[pd.DataFrame, dict[str, Column | str]]:
    """`groups` as a table with its columns: in per cent of what a group can give, or in the plan's own points with what they are of beside them."""
    if not standing.plan.scale.own:
        return rows, unit_columns.GROUPS
    scores = ["score", "median", "low", "high"]
    own = rows.assign(**{one: rows[one] * rows["top"] / 100 for one in scores})
    return own, {**unit_columns.GROUPS, "top": unit_columns.group_top(rows["top"])}


def groups(standing: Standing, unit: str) -> pd.DataFrame:
    """The unit's score of each group of criteria beside its block's in the year: group, name, score, median, low, high (per cent of what the group can give), units (with a score), top (what it can give in points)."""
    plan = standing.plan
    of_year = standing.group_scores[standing.group_scores["year"] == standing.year]
    own = of_year[of_year["unit"] == unit]
    block = of_year[of_year["block"].isin(own["block"]) & of_year["score"].notna()].groupby(
        "group"
    )["score"]
    spread = pd.DataFrame(
        {"median": block.median(), "low": block.min(), "high": block.max(), "units": block.size()}
    )
    names = pd.DataFrame(
        [(one.code, one.name, plan.scale_of(one.code).top) for one in plan.groups],
        columns=["group", "name", "top"],
    )
    return names.merge(own[["group", "score"]], on="group").merge(
        spread.reset_index(), on="group", how="left"
    )


def groups_title(rows: pd.DataFrame) -> str:
    """“Thấp hơn mức giữa của khối ở 3/5 nhóm tiêu chí”. In: `groups`."""
    both = rows.dropna(subset=["score", "median"])
    if both.empty:
        return worded("Chưa có nhóm tiêu chí nào đủ số liệu để so với khối")
    if both["units"].max() == 1:
        return worded("Khối chỉ có đơn vị này có điểm, không so sánh")
    lower = int((both["score"] < both["median"] - 1e-9).sum())
    return (
        f"Thấp hơn mức giữa của {worded('khối')} ở {formats.out_of(lower, len(both))} nhóm tiêu chí"
        if lower
        else f"Bằng hoặc cao hơn mức giữa của {worded('khối')} ở cả {len(both)} nhóm tiêu chí"
    )


def survey_years(standing: Standing, unit: str, code: str) -> pd.DataFrame:
    """A survey of the unit up to the shown year, newest first: year, forms (x/n), rate, low, high (0–1), very, small, source.

    Under the plan's least number of forms the rate and its interval are empty; `small` marks small samples in words.
    """
    own = standing.surveys[
        (standing.surveys["unit"] == unit) & (standing.surveys["criterion"] == code)
    ]
    own = own[own["year"] <= standing.year].sort_values("year", ascending=False)
    enough = own["respondents"] >= standing.plan.limits.min_respondents
    forms = [
        formats.out_of(*pair) for pair in own[["satisfied", "respondents"]].itertuples(index=False)
    ]
    size = [
        words.TOO_FEW if not many else words.SMALL_SAMPLE if small else ""
        for many, small in zip(enough, own["small"])
    ]
    sources = [
        source_words(*place) for place in own[["file", "sheet", "cell"]].itertuples(index=False)
    ]
    return own.assign(
        **{name: own[name].where(enough) for name in ("rate", "low", "high")},
        forms=forms,
        size=size,
        source=sources,
    ).reset_index(drop=True)
