"""Chapter III, what was done: inspections, awards, good examples."""

from __future__ import annotations

from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material, quotes_of, table_of
from dashboard.exports.report.pack import Chapter
from dashboard.views.good_examples import awards_by_year, leaders
from dashboard.writing import formats
from dashboard.writing.columns import Column


def deeds(material: Material) -> list[Chapter]:
    """III. Kết quả, its last three parts."""
    return [inspections(material), awards(material), examples(material)]


def inspections(material: Material) -> Chapter:
    """How many visits, and what those of the year found."""
    visits, year = material.of_period(material.extras.inspections), material.standing.year
    if visits.empty:
        return Chapter(words.INSPECTIONS, 2, (words.NOT_INSPECTED,))
    now = visits[visits["year"] == year]
    said = words.INSPECTED.format(
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
        (said,),
        quotes=quotes_of(told, "findings"),
        quotes_title=words.FINDINGS.format(year=year),
    )


def awards(material: Material) -> Chapter:
    """Collectives and individuals by form over the period."""
    given = material.of_period(material.extras.awards)
    if given.empty:
        return Chapter(words.AWARDS, 2, (words.NOT_AWARDED,))
    by_form = awards_by_year(
        given.assign(year=material.standing.year)
    )  # the years of the period together
    said = words.AWARDED.format(
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
        (said,),
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
    """What units that lead their block did, in their own words."""
    shown = material.of_period(material.extras.examples)
    if shown.empty:
        return Chapter(words.EXAMPLES, 2, (words.NO_MODELS,))
    told = leaders(material.standing, shown)
    of_leaders = words.OF_LEADERS.format(year=material.standing.year) if len(told) else ""
    said = words.MODELS.format(**material.span, models=formats.count(len(shown)), shown=of_leaders)
    told = told.assign(text=told["title"] + ": " + told["description"].fillna(""))
    return Chapter(
        words.EXAMPLES, 2, (said,), quotes=quotes_of(told, "text"), quotes_title=words.LEADERS
    )
