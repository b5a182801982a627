"""Chapter III, what was done: inspections, awards, good examples."""

from __future__ import annotations

import pandas as pd

from dashboard.exports.report import prose_words as prose
from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.causes import units_behind
from dashboard.exports.report.material import Material, table_of
from dashboard.exports.report.pack import Chapter, Said
from dashboard.exports.report.short_steps import quotes_of, said, sheet
from dashboard.views import summary
from dashboard.views.good_examples import awards_by_year, leaders
from dashboard.views.unit_names import short_names
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.quotation import inner_quotes

MOST_FINDINGS, MOST_MODELS = 4, 5


def deeds(material: Material) -> list[Chapter]:
    """III. Kết quả, its last three parts."""
    return [inspections(material), awards(material), examples(material)]


def inspections(material: Material) -> Chapter:
    """How many visits, and what those of the year found."""
    visits, year = material.of_period(material.extras.inspections), material.standing.year
    if visits.empty:
        return Chapter(words.INSPECTIONS, 2, (Said(words.NOT_INSPECTED),))
    now = visits[visits["year"] == year]
    counted = said(
        words.INSPECTED,
        sheet("Kiểm tra"),
        **material.span,
        year=year,
        visits=formats.count(len(visits), "lượt"),
        units=formats.count(visits["unit"].nunique(), "đơn vị"),
        now=formats.count(len(now), "lượt"),
    )
    told = material.named(now[now["findings"].notna()]).sort_values("position", kind="stable")
    return Chapter(
        words.INSPECTIONS,
        2,
        (counted, *_visited_behind(material)),
        quotes=quotes_of(told, "findings", MOST_FINDINGS),
        quotes_title=prose.FINDINGS.format(year=year),
    )


def _visited_behind(material: Material) -> list[Said]:
    visits, behind = material.of_period(material.extras.inspections), units_behind(material)
    if behind.empty:
        return []
    return [
        said(
            prose.VISITED_BEHIND,
            sheet("Kiểm tra"),
            behind=formats.count(len(behind), "đơn vị"),
            year=material.standing.year,
            visited=formats.count(int(behind["unit"].isin(visits["unit"]).sum()), "đơn vị"),
            **material.span,
        )
    ]


def awards(material: Material) -> Chapter:
    """Collectives and individuals by form over the period."""
    given = material.of_period(material.extras.awards)
    if given.empty:
        return Chapter(words.AWARDS, 2, (Said(words.NOT_AWARDED),))
    by_form = awards_by_year(
        given.assign(year=material.standing.year)
    )  # the years of the period together
    counted = said(
        words.AWARDED,
        sheet("Khen thưởng"),
        **material.span,
        collectives=formats.count(given["collectives"].sum()),
        individuals=formats.count(given["individuals"].sum()),
    )
    columns = {
        "form": Column("Hình thức", width=8),
        "collectives": Column("Lượt tập thể", "count", width=2),
        "individuals": Column("Lượt cá nhân", "count", width=2),
    }
    return Chapter(
        words.AWARDS,
        2,
        (counted,),
        (
            table_of(
                "Khen thưởng",
                words.AWARDS_TABLE.format(**material.span),
                by_form,
                columns,
                material.source,
            ),
        ),
    )


def examples(material: Material) -> Chapter:
    """How many models were told of, and some of the year: of units surely at the top of their block, else of units that reach the target."""
    shown = material.of_period(material.extras.examples)
    if shown.empty:
        return Chapter(words.EXAMPLES, 2, (Said(words.NO_MODELS),))
    counted = said(
        words.MODELS,
        sheet("Mô hình hay"),
        **material.span,
        models=formats.count(len(shown)),
    )
    return Chapter(words.EXAMPLES, 2, (counted, *_shown(material, shown)))


def shown_models(material: Material, shown: pd.DataFrame) -> pd.DataFrame:
    """The models that a meeting is shown: unit, name, block, title, description; leaders' ones first, then those of the year of units that reach the target with appraised scores, one a unit."""
    of_leaders = leaders(material.standing, shown)
    about = material.assessed
    good = about[about["status"].isin(summary.DONE) & (about["stage"] == "appraised")]
    now = shown[shown["year"] == material.standing.year].rename(columns={"name": "title"})
    of_good = now.merge(good[["unit", "name", "block", "position"]], on="unit")
    rows = pd.concat([of_leaders, of_good.sort_values("position", kind="stable")])
    return rows.drop_duplicates("unit").drop_duplicates("title").reset_index(drop=True)


def _shown(material: Material, shown: pd.DataFrame) -> list[Said]:
    rows = shown_models(material, shown).head(MOST_MODELS)
    if rows.empty:
        return []
    names = short_names(material.assessed)
    told = [
        prose.MODEL.format(title=inner_quotes(one.title), name=names[one.unit])
        for one in rows.itertuples(index=False)
    ]
    year = material.standing.year
    return [said(prose.SHOWN, sheet("Mô hình hay"), year=year, models="; ".join(told))]
