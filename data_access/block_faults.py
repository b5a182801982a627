"""Blocks that no living unit may be put into: one whose units have all ended, one of units of another kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd

from data_access.lives_after import NOWHERE, After, Fault, blocks_living


def moved(rows: pd.DataFrame, unit_years: pd.DataFrame) -> pd.DataFrame:
    """The rows of `unit_years` that put a unit in another block than it is known to be in that year: unit, year, block. What is said again moves nobody."""
    said = rows.reindex(columns=["unit", "year", "block"]).dropna()
    if said.empty:
        return said
    known = unit_years.drop_duplicates(["unit", "year"], keep="last")
    before = dict(zip(zip(known["unit"], known["year"], strict=True), known["block"], strict=True))
    there = [before.get((unit, year)) for unit, year in zip(said["unit"], said["year"])]
    new = [was != now for was, now in zip(there, said["block"], strict=True)]
    return said[pd.Series(new, said.index, dtype=bool)]


class Blocks:
    """Who is in which block, and who of them lives in a year; each worked out once."""

    def __init__(self, after: After) -> None:
        self.after = after
        self.members: dict[str, set[str]] = defaultdict(set)
        for years in after.blocks.values():
            for unit, block in years.items():
                self.members[block].add(unit)
        self.before: dict[str, set[str]] = defaultdict(set)
        for before, successor in after.lineage:
            self.before[successor].add(before)
        self.ending = {before for before, _ in after.lineage} & after.touched
        self._living: dict[tuple[str, int], set[str]] = {}
        self._of_kind: dict[int, dict[str | None, dict[str, set[str]]]] = {}
        self._all: dict[int, list[str]] = {}

    def living(self, block: str, year: int) -> set[str]:
        """The units that were ever in the block and live at the end of the year."""
        if (block, year) not in self._living:
            lives = self.after.lives
            found = {one for one in self.members[block] if one in lives}
            self._living[block, year] = {one for one in found if lives[one].in_year(year)}
        return self._living[block, year]

    def all_living(self, year: int) -> list[str]:
        """The blocks that live at the end of the year, or lived in the last year before it."""
        if year not in self._all:
            self._all[year] = blocks_living(self.after, year)
        return self._all[year]

    def of_kind(self, kind: str | None, year: int, but: str) -> set[str]:
        """The blocks in which units of a kind live in the year, beside one unit."""
        if year not in self._of_kind:
            found: dict[str | None, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
            for unit, block in self.after.blocks.get(year, {}).items():
                one = self.after.lives.get(unit)
                if one and one.in_year(year):
                    found[one.kind][block].add(unit)
            self._of_kind[year] = found
        blocks = self._of_kind[year].get(kind, {})
        return {block for block, units in blocks.items() if units - {but}}


def block_faults(
    blocks: Blocks, grouped: Sequence[tuple[str, int, str]], own: set[str]
) -> Iterator[Fault]:
    """The block of a living unit lives itself, and holds units like it; a block that nobody was in before is new, and free."""
    told: set[tuple[str, str]] = set()
    for unit, year, block in grouped:
        life = blocks.after.lives.get(unit)
        if life is None or not life.in_year(year) or (unit, block) in told:
            continue
        if blocks.members[block] <= own:  # nobody but units of this change was ever in it
            continue
        fault = _block_fault(blocks, unit, int(year), block)
        if fault:
            told.add((unit, block))
            yield fault


def _block_fault(blocks: Blocks, unit: str, year: int, block: str) -> Fault | None:
    lives = blocks.after.lives
    life, members = lives[unit], blocks.members[block] - {unit}
    living = blocks.living(block, year) - {unit}
    said = {"unit": life.name, "block": block, "year": year}
    goes_on = members & (blocks.ending | blocks.before[unit])
    if (
        not living and not goes_on
    ):  # of a block that ends in this very change, or whose unit became this one
        others = [one for one in blocks.all_living(year) if one != block]
        fields = {**said, "blocks": "; ".join(others) or NOWHERE}
        return Fault("block_dead", fields, (unit,))
    beside = [one for one in living or members if one in lives]
    alike = blocks.of_kind(life.kind, year, unit) - {block}
    if alike and life.kind not in {lives[one].kind for one in beside}:
        example = min(lives[one].name for one in beside)
        fields = {**said, "others": example, "blocks": "; ".join(sorted(alike))}
        return Fault("block_of_other_kind", fields, (unit,))
    return None
