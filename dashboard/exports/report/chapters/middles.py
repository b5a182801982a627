"""Chapter III, groups of criteria and blocks: their middles, with the charts."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material, once, table_of
from dashboard.exports.report.pack import Chapter, Chart, Series
from dashboard.exports.report.short_steps import said, sheet
from dashboard.plan import TOTAL
from dashboard.views import series
from dashboard.views.regrouped import regrouped_years
from dashboard.writing import differences, formats
from dashboard.writing.columns import Column


def middles_chart(material: Material) -> Chart:
    """The middle score of the province over the years, cut where so many units were regrouped that the years cannot be compared."""
    standing = material.standing
    about = series.subject(standing.plan, TOTAL)
    found = series.middles(series.unit_values(standing, TOTAL), about)
    years = [year for year in standing.plan.years if year <= standing.year]
    rows = [
        Series(
            words.MIDDLE if place == 0 else words.MIDDLE_AFTER.format(year=run["year"].iloc[0]),
            over(years, run),
        )
        for place, run in enumerate(runs_of(material, found))
    ]
    target, name = _target(material)
    return Chart(
        _middles_title(material, found),
        "line",
        tuple(map(str, years)),
        tuple(rows),
        "điểm",
        material.source,
        target=target,
        target_name=name,
    )


def runs_of(material: Material, found: pd.DataFrame) -> list[pd.DataFrame]:
    """The middles in runs of years that can be compared."""
    return series.runs(found, regrouped_years(series.members_until(material.standing)), "median")


def over(years: list[int], run: pd.DataFrame) -> tuple[float | None, ...]:
    """The middle of each of these years, None where the run has none."""
    known = run.set_index("year")["median"].to_dict()
    return tuple(known.get(year) for year in years)


def _target(material: Material) -> tuple[float | None, str]:
    """The one target of the total in the year; none where kinds have their own."""
    targets = material.assessed["target"].dropna().unique()
    return (
        (
            float(targets[0]),
            f"mốc {material.standing.plan.scale.of_top(formats.number(targets[0], None))} điểm",
        )
        if len(targets) == 1
        else (None, "")
    )


def _middles_title(material: Material, found: pd.DataFrame) -> str:
    """What the first run that has two years says; a run after a regrouping has no change to tell yet."""
    for run in runs_of(material, found):
        if len(run) > 1:
            first, last = run.iloc[0], run.iloc[-1]
            return words.MIDDLES_CHANGE.format(
                change=differences.delta_words(differences.moved(first["median"], last["median"])),
                first=int(first["year"]),
                last=int(last["year"]),
            )
    return words.MIDDLES_TITLE


def by_group(material: Material) -> list[Chapter]:
    """The groups of criteria: the middle of the units' scores, this year and the years before; nothing where there are no two to tell apart."""
    found = group_middles(material)
    if len(found) < 2:
        return []
    now = (
        found.dropna(subset=[str(material.standing.year)])
        if str(material.standing.year) in found
        else found.head(0)
    )
    told = []
    if len(now) > 1:
        best, worst = (_group_words(material, now, pick) for pick in ("max", "min"))
        told = [
            said(
                words.GROUPS_SENTENCE,
                sheet("Nhóm tiêu chí"),
                year=material.standing.year,
                best=best,
                worst=worst,
            )
        ]
    years = [one for one in found if one not in ("group", "name")]
    columns = {
        "name": Column("Nhóm tiêu chí", width=6),
        **{year: Column(year, "score", width=2) for year in years},
    }
    table = table_of(
        "Nhóm tiêu chí", words.GROUPS_TABLE, found, columns, material.source, sheet_only=True
    )
    return [Chapter(words.BY_GROUP, 2, tuple(told), (table,))]


@once
def group_middles(material: Material) -> pd.DataFrame:
    """Middle of each weighted group by year: group, name, then a column a year (per cent of what it can give)."""
    standing = material.standing
    rows = []
    for group in standing.plan.groups:
        about = series.subject(standing.plan, group.code)
        found = series.middles(series.unit_values(standing, group.code), about)
        if len(found):
            rows.append(
                {
                    "group": group.code,
                    "name": group.name,
                    **{str(one.year): one.median * about.points for one in found.itertuples()},
                }
            )
    years = [str(year) for year in standing.plan.years if year <= standing.year]
    return (
        pd.DataFrame(rows).reindex(columns=["group", "name", *years]).dropna(axis=1, how="all")
        if rows
        else pd.DataFrame(columns=["group", "name"])
    )


def _group_words(material: Material, now: pd.DataFrame, pick: str) -> str:
    values = now[str(material.standing.year)]
    edge = values.max() if pick == "max" else values.min()
    names = now.loc[(values - edge).abs() < 1e-9, "name"]
    return f"{formats.listed(list(names))} ({formats.number(edge)})"


def groups_chart(material: Material) -> Chart | None:
    """Bars of the groups this year; the title names the lowest where there is just one; None where there are no two to tell apart."""
    year, found = str(material.standing.year), group_middles(material)
    now = found.reindex(columns=["name", year]).dropna()
    if len(now) < 2:
        return None
    lowest = now.loc[now[year] <= now[year].min() + 1e-9, "name"]
    title = (
        words.GROUPS_FINDING.format(worst=lowest.iloc[0], year=year)
        if len(lowest) == 1
        else words.GROUPS_TITLE.format(year=year)
    )
    return Chart(
        title,
        "bar",
        tuple(now["name"]),
        (Series(words.MIDDLE, tuple(now[year].astype(float))),),
        "% điểm tối đa",
        material.source,
    )
