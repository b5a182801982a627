"""All units of each block on one line, year by year: how the spread moved, and where a chosen unit stands in it."""

from __future__ import annotations

import pandas as pd

from dashboard.assessment import milestones
from dashboard.assessment.standing import Standing
from dashboard.charts.drawings import Picture, picture
from dashboard.charts.year_strip import Strip, year_strip
from dashboard.views import blocks, series
from dashboard.views import unit_strip_words as said
from dashboard.views.asked import ALL_KINDS
from dashboard.views.choices_made import Choices
from dashboard.views.line_names import called
from dashboard.views.series import Subject
from dashboard.wording.screen_words import source
from dashboard.writing import differences, first_letter, formats
from dashboard.writing.columns import Column


def any_years(standing: Standing, choice: Choices, code: str) -> bool:
    """Whether the units in view are known in more than one year."""
    return _known(standing, choice, code)[1]["year"].nunique() > 1


def strip(standing: Standing, choice: Choices, code: str, units: tuple[str, ...]) -> Picture:
    """The units in view by block and year, the chosen ones by their names; of more than one year (`any_years`)."""
    about = series.subject(standing.plan, code)
    values, middles = _known(standing, choice, code)
    names = blocks.newest_first(middles)
    values = values[values["block"].isin(names) & values["year"].isin(middles["year"])]
    targets = _targets(standing, about, values)
    sentences = {
        int(year): _said(about, int(year), own, targets.get(int(year)))
        for year, own in middles.groupby("year")
    }
    drawn = Strip(
        called(standing, values), middles, targets, sentences, about.share, about.top, units
    )
    figure = year_strip(drawn, title=_title(about, middles), subtitle=_drawn(about), blocks=names)
    alt = said.ALT.format(subject=about.name.lower(), now=list(sentences.values())[-1])
    rows, columns = _listed(about, values, middles)
    return picture(figure, alt, source(standing.as_of), rows, columns)


def _known(standing: Standing, choice: Choices, code: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The values of the units in view, and the middle of each block and year."""
    values = choice.of(series.unit_values(standing, code)).dropna(subset=["value"])
    about = series.subject(standing.plan, code)
    return values, series.middles(values, about, by=["block"])


def _listed(
    about: Subject, values: pd.DataFrame, middles: pd.DataFrame
) -> tuple[pd.DataFrame, dict[str, Column | str]]:
    """The picture as a table: each block and year with its middle, lowest, highest and number of units."""
    spread = values.groupby(["block", "year"])["value"].agg(low="min", high="max").reset_index()
    rows = middles.merge(spread, on=["block", "year"]).sort_values(["year", "block"])
    rows = rows.assign(year=rows["year"].astype(int).astype(str))
    kind = "share" if about.share else "score"
    columns = {
        "block": said.BLOCK,
        "year": said.YEAR,
        "median": Column(first_letter.large(about.middle_name), kind),
        "low": Column(said.LOWEST, kind),
        "high": Column(said.HIGHEST, kind),
        "units": Column(said.UNITS, "count"),
    }
    return rows, columns


def _targets(standing: Standing, about: Subject, values: pd.DataFrame) -> dict[int, float]:
    """Year → the target that it looks at, in the scale of the subject; only where it is the same for all kinds in view."""
    kinds = [ALL_KINDS, *values["kind"].dropna().unique()]
    found = {}
    for year in sorted(values["year"].unique()):
        ladders = [
            milestones.goals(standing.plan, about.code, kind, int(year), standing.as_of)
            for kind in kinds[1:]
        ]
        goals = [milestones.next_goal(ladder, int(year)) for ladder in ladders]
        asked = {None if goal is None else goal.value for goal in goals}
        target = asked.pop() if len(asked) == 1 else None
        if target is not None:
            found[int(year)] = target / about.points
    return found


def _title(about: Subject, middles: pd.DataFrame) -> str:
    """How far the highest block stood above the lowest in the first and in the last year: what the slider shows between them."""
    ends = middles[middles["year"].isin([middles["year"].min(), middles["year"].max()])]
    spread = ends.groupby("year")["median"].agg(["min", "max"])
    scale = 100 if about.share else 1
    far = [
        formats.number(differences.moved(low * scale, high * scale))
        for low, high in spread.itertuples(index=False)
    ]
    first, last = map(int, spread.index)
    return said.TITLE.format(was=far[0], now=far[1], unit=about.unit, first=first, last=last)


def _drawn(about: Subject) -> str:
    return said.DRAWN.format(name=about.name)


def _said(about: Subject, year: int, own: pd.DataFrame, target: float | None) -> str:
    read = formats.percent if about.share else formats.number
    low, high = own["median"].min(), own["median"].max()
    goal = "" if target is None else said.TARGET.format(target=read(target, None))
    return said.SAID.format(
        year=year, middle=about.middle_name, low=read(low), high=read(high), target=goal
    )
