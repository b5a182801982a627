"""The pictures and tables between the sections of the page of methods, drawn from the figures on screen."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.assessment.standing import Standing
from dashboard.charts import rank_chart, satisfaction_chart
from dashboard.charts.drawings import Picture
from dashboard.plan import TOTAL, Plan
from dashboard.views import (
    method,
    method_ranks,
    method_scores,
    method_surveys,
    method_verdicts,
    profile_pictures,
    rank_list,
    series,
    survey_funnel,
    survey_rates,
)
from dashboard.views import method_words as words
from dashboard.views.plan_rows import LIMIT_COLUMNS, limit_rows
from dashboard.wording.screen_words import source
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def weighted(standing: Standing, unit: str) -> Table:
    """How the total of the example's unit adds up."""
    name = method_scores.row_of(standing, unit)["name"]
    columns = {
        "criterion": words.CRITERION,
        "weight": Column(words.WEIGHT, "number"),
        "attained": Column(words.ATTAINED, "share"),
        "earned": Column(words.EARNED, "number", 2),
    }
    title = words.WEIGHTED_TITLE.format(year=standing.year, unit=name)
    return Table(title, columns, method_scores.weighted(standing, unit), source(standing.as_of))


def path(standing: Standing, tables: Mapping[str, pd.DataFrame], unit: str) -> Picture:
    """The unit's total over the years with what the plan asks of it. In: the table `lineage`."""
    values = series.unit_values(standing, TOTAL)
    return profile_pictures.over_years(
        standing, unit, TOTAL, values, tables["lineage"], todays_boundaries=False
    )


def intervals(standing: Standing, unit: str) -> Picture | None:
    """Some surveys of the unit's block, from few forms to many; None where there are none."""
    rows, limits = method_surveys.intervals_of_block(standing, unit), standing.plan.limits
    if rows.empty:
        return None
    target, few = method_surveys.last_target(standing.plan), limits.min_respondents
    figure = satisfaction_chart.satisfaction_rates(
        rows,
        title=method_surveys.intervals_title(rows, few),
        subtitle=method_surveys.intervals_drawn(standing),
        target=target,
        chosen=unit,
        few=few,
        small=limits.small_sample,
    )
    alt = satisfaction_chart.alt_text(rows, target=target, few=few)
    return Picture(figure, alt, source(standing.as_of))


def one_survey(standing: Standing) -> Table:
    """How low a rate of one survey must be to lie surely below the target."""
    columns = {
        "respondents": Column(words.RESPONDENTS, "count"),
        "rate": Column(words.SURE_RATE, "share"),
        "satisfied": Column(words.SURE_FORMS, "count"),
        "clustered": Column(words.SURE_CLUSTERED, "share"),
    }
    rows = method_surveys.what_one_survey_shows(standing.plan, method_surveys.rho_of(standing))
    return Table(words.ONE_SURVEY_TITLE, columns, rows)


def funnel(standing: Standing, unit: str) -> Picture | None:
    """The funnel of the unit's block; None without a survey or forms enough."""
    if standing.plan.survey is None:
        return None
    block, code = method_scores.row_of(standing, unit)["block"], standing.plan.survey.code
    members = standing.table[standing.table["block"] == block]
    surveyed = survey_rates.surveyed(standing, members, code)
    shown = survey_funnel.picture(standing, surveyed, code, block)
    return shown and shown.without_table()


def ranks(standing: Standing, unit: str) -> Picture:
    """The unit among its neighbours in the ranking of its block."""
    one, rows = method_scores.row_of(standing, unit), method_ranks.neighbours(standing, unit)
    target = rank_list.target_of(rows)
    figure = rank_chart.ranked_units(
        rows,
        title=method_ranks.ranks_title(one),
        subtitle=method_ranks.ranks_drawn(standing, one),
        target=target,
        chosen=unit,
        most=standing.plan.scale.top,
    )
    alt = rank_chart.alt_text(rows, block=one["block"], target=target)
    return Picture(figure, alt, source(standing.as_of))


def chances() -> Table:
    """The smallest chance that a series of years can reach."""
    columns = {
        "years": Column(words.YEARS_SCORED, "count"),
        "orders": Column(words.ORDERS, "count"),
        "p": Column(words.SMALLEST, "share", 2),
    }
    return Table(words.CHANCES_TITLE, columns, method_verdicts.smallest_chances())


def levels() -> Table:
    """What the levels of a flag mean."""
    columns = {"level": Column(words.LEVEL, "level"), "meaning": Column(words.MEANS, width="large")}
    return Table(words.LEVELS_TITLE, columns, method.levels())


def rules(plan: Plan) -> Table:
    """Every rule that can speak under the plan, in its own words."""
    columns = {
        "rule": Column(words.RULE, width="medium"),
        "levels": words.LEVEL,
        "explained": Column(words.SAYS, width="large"),
    }
    return Table(words.RULES_TITLE, columns, method.rules(plan))


def simulated() -> Table:
    """What simulation says of careless ways and of this one."""
    columns = {
        "way": Column(words.WAY, width="large"),
        "outcome": Column(words.OUTCOME, width="large"),
    }
    return Table(words.SIMULATED_TITLE, columns, method.simulated())


def limits(plan: Plan) -> Table:
    """The parameters of the methods."""
    return Table(words.LIMITS_TITLE, LIMIT_COLUMNS, limit_rows(plan), words.LIMITS_SOURCE)
