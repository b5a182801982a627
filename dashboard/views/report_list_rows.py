"""Awards, documents, examples and limitations of a report as rows for a person to confirm."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from dashboard.plan import Plan
from dashboard.views import reports_words as words
from dashboard.views.award_words import award_doubt
from dashboard.views.limitation_names import limitation_names, listed_code
from dashboard.writing import formats

_TIMES = re.compile(r"\d\s*(?:\([^)]*\)\s*)?lượt\b", re.IGNORECASE)


def _named(plan: Plan, code: str) -> str:
    return limitation_names(plan)[listed_code(plan, code)]


def limitation(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A category that is a guess is asked, not filled in; what is in doubt is not taken with the rest."""
    doubt, name = one["doubt"], _named(plan, one["category"])
    return {
        "category": None if doubt == "category" else name,
        "doubt": words.DOUBTS[doubt].format(category=name) if doubt else None,
        "sure": doubt is None,
    }


def award(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """An award that its law forbids, or counted by times, is asked about and not taken with the rest."""
    doubt = award_doubt(plan, one["form"], one["collectives"], one["individuals"])
    times = words.TIMES if _TIMES.search(one["quote"]) else ""
    return {
        "form": one["form"],
        "note": doubt or times or None,
        "sure": not (doubt or times),
        **{
            name: None if one[name] is None else str(one[name])
            for name in ("collectives", "individuals")
        },
    }


def example(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A model of the report, by its name."""
    return {"model": one["name"]}


def document(plan: Plan, one: Mapping[str, Any]) -> dict[str, Any]:
    """A document of another body is shown, but not taken with the rest; its year is that of its date, else the report's."""
    dated = None if one["date"] is None else dt.date.fromisoformat(one["date"])
    of = None if dated is None or dated.year not in plan.years else dated.year
    return {
        "document": one["number"],
        "dated": None if dated is None else formats.date(dated),
        "title": one["quote"],
        "issuer": one["issuer"],
        "year": None if of is None else str(of),
        "sure": one["own"] is not False,
    }
