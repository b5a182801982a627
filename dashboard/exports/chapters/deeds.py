"""Chapter III, what was done: inspections, awards, good examples."""
from __future__ import annotations

import pandas as pd

from dashboard import formats
from dashboard.columns import Column
from dashboard.exports.material import Material, quotes_of, table_of
from dashboard.exports.pack import Chapter
from dashboard.wording import pack as words


def deeds(material: Material) -> list[Chapter]:
    """III. Kết quả, its last three parts."""
    return [inspections(material), awards(material), examples(material)]


def inspections(material: Material) -> Chapter:
    """How many visits, and what those of the year found."""
    visits, year = material.of_period(material.extras.inspections), material.standing.year
    if visits.empty:
        return Chapter(words.INSPECTIONS, 2, (words.NOT_INSPECTED,))
    now = visits[visits["year"] == year]
    said = words.INSPECTED.format(first=material.since, last=year, year=year, visits=formats.count(len(visits), "lượt"), units=formats.count(visits["unit"].nunique(), "đơn vị"), now=formats.count(len(now), "lượt"))
    told = material.named(now[now["findings"].notna()]).sort_values("position", kind="stable")
    return Chapter(words.INSPECTIONS, 2, (said,), quotes=quotes_of(told, "findings"), quotes_title=words.FINDINGS.format(year=year))


def awards(material: Material) -> Chapter:
    """Collectives and individuals by form over the period."""
    given = material.of_period(material.extras.awards)
    if given.empty:
        return Chapter(words.AWARDS, 2, (words.NOT_AWARDED,))
    first, last = material.since, material.standing.year
    by_form = _sums(given, ["form"]).sort_values(["all", "form"], ascending=[False, True], kind="stable")
    said = words.AWARDED.format(first=first, last=last, collectives=formats.count(given["collectives"].sum()), individuals=formats.count(given["individuals"].sum()))
    columns = {"form": Column("Hình thức", width=8), "collectives": Column("Tập thể", "count", width=2), "individuals": Column("Cá nhân", "count", width=2)}
    return Chapter(words.AWARDS, 2, (said,), (table_of("Khen thưởng", words.AWARDS_TABLE.format(first=first, last=last), by_form, columns, material.source),))


def awards_by_year(material: Material) -> pd.DataFrame:
    """Every form and year of the plan up to now: year, form, collectives, individuals; a number that nobody gave is missing, not 0."""
    given = material.extras.awards
    return _sums(given[given["year"] <= material.standing.year], ["year", "form"]).sort_values(["year", "form"], ascending=[False, True], kind="stable")


def _sums(given: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    sums = given.groupby(keys)[["collectives", "individuals"]].sum(min_count=1).reset_index()
    return sums.assign(all=sums["collectives"].fillna(0) + sums["individuals"].fillna(0))


def examples(material: Material) -> Chapter:
    """What units that lead their block did, in their own words."""
    shown = material.of_period(material.extras.examples)
    if shown.empty:
        return Chapter(words.EXAMPLES, 2, (words.NO_MODELS,))
    said = words.MODELS.format(first=material.since, last=material.standing.year, year=material.standing.year, models=formats.count(len(shown)))
    told = leaders_examples(material)
    told = told.assign(text=told["title"] + ": " + told["description"].fillna(""))
    return Chapter(words.EXAMPLES, 2, (said,), quotes=quotes_of(told, "text"), quotes_title=words.LEADERS)


def leaders_examples(material: Material) -> pd.DataFrame:
    """Examples of the period from units of the upper half of their block, best rank first, the newest of each unit: unit, name, block, year, title, description, rank, file, sheet, cell."""
    shown = material.of_period(material.extras.examples).rename(columns={"name": "title"})
    about = material.assessed[["unit", "name", "block", "rank", "rank_of"]]
    rows = shown.merge(about[about["rank"] <= about["rank_of"] / 2], on="unit")
    return rows.sort_values(["rank", "year"], ascending=[True, False], kind="stable").drop_duplicates("unit").reset_index(drop=True)
