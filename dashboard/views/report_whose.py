"""Whose report it is, as the register has it."""

from __future__ import annotations

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
