"""What is already known when a file is read: the plan, the units with their other names, their staff by year."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from data_access.intake.matching import Entry, NameIndex, header_form
from data_access.intake.names import unit_form

_UNIT_COLUMNS = ["unit", "name", "short_name", "kind", "parent", "valid_from", "valid_to"]


@dataclass(frozen=True, eq=False)
class Facts:
    """`plan` is the plan as a dict (`Plan.model_dump()`); the frames have the columns of the tables of the same name (docs/architecture.md)
    and may be empty. Nothing is read from the store: who calls brings it.
    """

    plan: Mapping[str, Any]
    units: pd.DataFrame
    aliases: pd.DataFrame
    unit_years: pd.DataFrame

    @property
    def years(self) -> range:
        """The years of the plan's period."""
        return range(self.plan["first_year"], self.plan["last_year"] + 1)

    def with_found(self, tables: Mapping[str, pd.DataFrame]) -> Facts:
        """These facts and the units, aliases and unit_years of another file; the file's own rows win."""
        return Facts(
            self.plan,
            _newer(self.units, tables.get("units"), ["unit"]),
            _newer(self.aliases, tables.get("aliases"), ["alias"]),
            _newer(self.unit_years, tables.get("unit_years"), ["unit", "year"]),
        )

    @cached_property
    def lives(self) -> pd.DataFrame:
        """unit → name, kind, valid_from, valid_to (dates), first_year, last_year (the years it lived a day of; open = 0, 9999)."""
        lives = self.units.reindex(columns=_UNIT_COLUMNS).drop_duplicates("unit", keep="last").set_index("unit")
        lives = lives.assign(valid_from=pd.to_datetime(lives["valid_from"]), valid_to=pd.to_datetime(lives["valid_to"]))
        first, last = lives["valid_from"].dt.year.fillna(0).astype(int), lives["valid_to"].dt.year.fillna(9999).astype(int)
        return lives.assign(first_year=first, last_year=last)

    @cached_property
    def unit_names(self) -> NameIndex:
        """Units by code, name, short name, “name, parent's name” and aliases."""
        others = {unit: list(group["alias"]) for unit, group in self.aliases.groupby("unit")} if len(self.aliases) else {}
        names = self.lives["name"].to_dict()
        rows = self.lives.astype(object).where(self.lives.notna(), None).itertuples()
        entries = (_unit_entry(row, names.get(row.parent), others.get(row.Index, [])) for row in rows)
        return NameIndex(entries, lambda text: self._province.sub("", unit_form(text)))

    @cached_property
    def _province(self) -> re.Pattern[str]:
        """“… tỉnh Minh Họa” and “… tỉnh” at the end of a name add nothing in the province's own list."""
        return re.compile(f"(?<=\\w) ({re.escape(unit_form(self.plan['province']))}|tỉnh)$")

    @cached_property
    def criterion_names(self) -> NameIndex:
        """Criteria by code, name, short name and aliases."""
        return NameIndex(map(_criterion_entry, self.plan["criteria"]), header_form)

    @cached_property
    def group_names(self) -> NameIndex:
        """Groups of criteria by name: rows that only add up others."""
        groups = self.plan.get("groups") or ()
        return NameIndex((Entry(one["code"], one["name"], (one["name"],)) for one in groups), header_form)

    @cached_property
    def kind_names(self) -> NameIndex:
        """Kinds of units by code, name and aliases."""
        return NameIndex((Entry(one["code"], one["name"], (one["name"], *(one.get("aliases") or ()))) for one in self.plan["kinds"]), unit_form)

    @cached_property
    def criteria(self) -> pd.DataFrame:
        """criterion → kind, audience, max, bonus, unit_of (what a number counts), very_included, valid_from, valid_to, unit_kinds."""
        audiences = {one["code"]: one.get("audience") for one in self.plan.get("groups") or ()}
        rows = [{**one, "unit_of": one.get("unit"), "audience": one.get("audience") or audiences.get(one.get("group"))} for one in self.plan["criteria"]]
        columns = ["code", "kind", "audience", "max", "bonus", "unit_of", "very_included", "valid_from", "valid_to", "unit_kinds"]
        return pd.DataFrame(rows, columns=columns).set_index("code")

    @cached_property
    def staff(self) -> dict[tuple[str, int], float]:
        """(unit, year) → number of staff, where known."""
        known = self.unit_years.reindex(columns=["unit", "year", "staff"]).dropna()
        return dict(zip(zip(known["unit"], known["year"].astype(int)), known["staff"].astype(float)))


def _newer(known: pd.DataFrame, found: pd.DataFrame | None, key: list[str]) -> pd.DataFrame:
    if found is None or found.empty:
        return known
    return found if known.empty else pd.concat([known, found], ignore_index=True).drop_duplicates(key, keep="last")


def _unit_entry(row: Any, parent: str | None, others: list[str]) -> Entry:
    spellings = [row.name, row.short_name, f"{row.name}, {parent}" if parent else None, *others]
    return Entry(row.Index, row.name, tuple(one for one in spellings if one), row.first_year, row.last_year)


def _criterion_entry(one: Mapping[str, Any]) -> Entry:
    spellings = (one["name"], one.get("short_name") or "", f"{one['code']} {one['name']}", *(one.get("aliases") or ()))
    return Entry(one["code"], one["name"], spellings, one.get("valid_from") or 0, one.get("valid_to") or 9999)
