"""Lines that speak of a scale of points (“Chấm theo thang điểm 10”) against the plan: what differs is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from data_access.intake.claims import Claim
from data_access.intake.file_opening import Found
from data_access.intake.problems import Problems
from data_access.intake.unit_facts import Facts


def check_scales(
    claims: Iterable[Claim],
    results: Iterable[Mapping[str, Any]],
    found: Found,
    facts: Facts,
    problems: Problems,
) -> None:
    """Ask about the first scale that is neither that of the criteria in the table nor that of the whole plan."""
    criteria = {one["criterion"] for one in results}
    most = {code: facts.criteria[code]["max"] for code in criteria if _has_points(code, facts)}
    if not most:
        return
    whole = sum(facts.criteria[code]["max"] for code in facts.criteria if _has_points(code, facts))
    fitting = {whole, *(most.values() if len(set(most.values())) == 1 else ())}
    for claim in claims:
        if claim.value not in fitting:
            problems.add("scale_told", found.sheet.name, claim.cell, text=claim.text)
            return


def _has_points(code: str, facts: Facts) -> bool:
    return bool(facts.criteria[code]["reading"]["limited"])
