"""Whose report it is, as the register has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.views import reports_words as words


def unit_said(said: str | None, matched: bool, bare: bool, near: list[str]) -> str:
    """What is told of the unit that a report names: matched by the register, matched without its accents only, near some, outside the register."""
    if not said:
        return words.UNIT_NOT_SAID
    if matched:
        return (words.UNIT_BARE if bare else words.UNIT_MATCHED).format(said=said)
    unmatched = words.UNIT_UNSURE if near else words.UNIT_OUTSIDE
    return unmatched.format(said=said, names="; ".join(near))


def year_said(proposed: int | None, chosen: int | None) -> str:
    """What is told where another year was chosen than the one that the report speaks of; nothing where none was."""
    if proposed is None or chosen in (None, proposed):
        return ""
    return words.YEAR_BY_HAND.format(said=proposed, year=chosen)


def in_year(found: Mapping[str, Any], year: int | None) -> dict[str, Any]:
    """The findings of a report that is one of this year: figures of the year that it speaks of follow, those that it tells of other years stay. In and out: `Findings.as_dict()`.

    >>> told = {"years": [2022, 2022], "indicators": [{"year": 2022}, {"year": 2021}], "others": []}
    >>> in_year(told, 2023)["indicators"]
    [{'year': 2023}, {'year': 2021}]
    """
    own = found["years"][1] if found["years"] else None
    if year in (None, own):
        return dict(found)
    figures = {
        kind: [{**one, "year": year} if one["year"] == own else one for one in found[kind]]
        for kind in ("indicators", "others")
    }
    return {**found, **figures, "years": [year, year]}
