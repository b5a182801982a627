"""The results of one sheet: from entries as they stand to rows of the table `results`, with everything wrong reported."""
from __future__ import annotations

import pandas as pd

from data_access.intake.body import has_nothing
from data_access.intake.checks import check_results, with_criteria_facts, with_staff
from data_access.intake.days import days, note_filed_early
from data_access.intake.facts import Facts
from data_access.intake.figures import read_numbers, with_figures
from data_access.intake.problems import Problems
from data_access.intake.resolving import with_criteria, with_stages, with_units, with_years
from data_access.intake.sheets import text_of
from data_access.intake.states import flags, with_states
from data_access.intake.tables import typed


def results_of(entries: pd.DataFrame, told_year: int | None, told_stage: str | None, facts: Facts, problems: Problems) -> pd.DataFrame:
    """Rows of `results` for the entries of a sheet; `told_year` and `told_stage` hold where an entry does not say.

    Rows that cannot be placed (unknown unit, criterion, year) or whose figure cannot be read are reported and left out.
    """
    entries = entries.assign(cell=entries["value_at"] + (entries["number"] + 1).astype(str))
    entries = with_states(entries, problems)
    entries = entries[entries["state"].ne("ok") | ~entries["value"].map(has_nothing) | entries["value"].eq("x")]
    entries = with_stages(with_years(entries, told_year, facts, problems), told_stage, problems)
    entries = with_criteria(with_units(entries, facts, problems), facts, problems)
    if entries.empty:
        return typed("results", entries)
    entries = with_staff(with_criteria_facts(entries, facts), facts)
    entries = with_figures(entries, problems)
    entries = entries.assign(
        very_included=_inclusion(entries, facts, problems),
        submitted_on=days(entries, "submitted_on", problems),
        maximum_value=read_numbers(entries["maximum"])["value"],
        note=entries["note"].map(text_of),
    )
    check_results(entries, facts, problems)
    note_filed_early(entries, problems)
    kept = entries[entries["value"].notna() | entries["state"].ne("ok")]
    return typed("results", kept.assign(file=problems.file))


def _inclusion(entries: pd.DataFrame, facts: Facts, problems: Problems) -> pd.Series:
    """Whether “rất hài lòng” is inside “hài lòng”: the row's own word, else the plan's; only where very satisfied are given."""
    own = flags(entries, "very_included", problems)
    plans = entries["criterion"].map(facts.criteria["very_included"]).astype("boolean")
    return own.fillna(plans).where(entries["very"].notna())
