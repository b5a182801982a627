"""Awards, documents, examples and limitations of a report as rows for a person to confirm."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import report_question_words as questions
from dashboard.views.award_words import award_doubt
from dashboard.views.limitation_names import limitation_names, listed_code
from dashboard.writing import formats

_TIMES = re.compile(r"\d\s*(?:\([^)]*\)\s*)?lượt\b", re.IGNORECASE)


def _named(plan: Plan, code: str) -> str:
    return limitation_names(plan)[listed_code(plan, code)]


def limitation(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A category that is a guess is asked about; what is in doubt is not taken with the rest."""
    name = _named(plan, one["category"])
    asked = questions.LIMITATION_QUESTIONS.get(one["doubt"])
    return {
        "category": name,
        "question": asked and asked.format(category=name),
        "sure": asked is None,
    }


def once_in_each(rows: pd.DataFrame) -> pd.DataFrame:
    """One sentence told under two categories is taken under the first, and asked about under the other."""
    kept = rows.copy()
    sure = rows[rows["sure"]]
    for _, same in sure.groupby(["start", "end"], sort=False):
        first = same["category"].iloc[0]
        for place in same.index[1:]:
            also = questions.ALSO_IN.format(first=first, category=rows.at[place, "category"])
            kept.loc[place, ["sure", "question"]] = [False, also]
    return kept


def award(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """An award that its law forbids cannot be taken as it is; one counted by times is asked about."""
    doubt = award_doubt(plan, one["form"], one["collectives"], one["individuals"])
    times = questions.TIMES if not doubt and _TIMES.search(one["quote"]) else None
    return {
        "form": one["form"],
        "note": doubt or None,
        "question": times,
        "sure": not (doubt or times),
        **{
            name: None if one[name] is None else formats.count(one[name])
            for name in ("collectives", "individuals")
        },
    }


def example(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A model of the report, by its name."""
    return {"model": one["name"]}


def document(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A document of another body is shown, but not taken with the rest; its year is that of its date, else the report's."""
    dated = None if one["date"] is None else dt.date.fromisoformat(one["date"])
    own = one["own"] is not False
    of = None if dated is None or dated.year not in plan.years else dated.year
    return {
        "document": one["number"],
        "dated": None if dated is None else formats.date(dated),
        "title": one["quote"],
        "issuer": one["issuer"],
        "year": None if of is None else str(of),
        "question": None
        if own
        else questions.NOT_OWN.format(issuer=one["issuer"] or questions.UNNAMED),
        "sure": own,
    }
