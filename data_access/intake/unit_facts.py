"""What is already known when a file is read: the plan, the units with their other names, their staff by year."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from data_access.intake.head_lines import Names
from data_access.intake.matching import Entry, NameIndex, header_form
from data_access.intake.names import plain, unit_form
from data_access.intake.shapes import Shape

_UNIT_COLUMNS = ["unit", "name", "short_name", "kind", "parent", "valid_from", "valid_to"]
_SILENT = dict.fromkeys(
    ["group", "audience", "max", "bonus", "very_included", "valid_from", "valid_to", "unit_kinds"]
)
# What is made once of the plan, and of the units and their other names: facts that grow by something else keep it.
_OF_PLAN = {"_province", "criterion_names", "group_names", "kind_names", "criteria"}
_OF_UNITS = {"lives", "unit_names", "not_units"}


class Life(NamedTuple):
    """A unit as far as reading needs it; open ends of its life are None."""

    name: str
    short_name: str | None
    kind: str | None
    parent: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None

    @property
    def first_year(self) -> int:
        """The first year of which it lived a day (0 = always)."""
        return self.valid_from.year if self.valid_from else 0

    @property
    def last_year(self) -> int:
        """The last year of which it lived a day (9999 = still)."""
        return self.valid_to.year if self.valid_to else 9999


@dataclass(frozen=True, eq=False)
class Facts:
    """`plan` is the plan as a dict (`Plan.as_data()`); the frames have the columns of the tables of the same name (docs/architecture.md)
    and may be empty. `shapes`: heads of which a person has said what their columns are. Nothing is read from the store: who calls brings it.
    """

    plan: Mapping[str, Any]
    units: pd.DataFrame
    aliases: pd.DataFrame
    unit_years: pd.DataFrame
    shapes: tuple[Shape, ...] = ()

    @property
    def years(self) -> range:
        """The years of the plan's period."""
        return range(self.plan["first_year"], self.plan["last_year"] + 1)

    def with_found(self, tables: Mapping[str, pd.DataFrame]) -> Facts:
        """These facts and the units, aliases and unit_years of another file; the file's own rows win."""
        if not tables.keys() & {"units", "aliases", "unit_years"}:
            return self
        grown = replace(
            self,
            units=_newer(self.units, tables.get("units"), ["unit"]),
            aliases=_newer(self.aliases, tables.get("aliases"), ["alias"]),
            unit_years=_newer(self.unit_years, tables.get("unit_years"), ["unit", "year"]),
        )
        kept = _OF_PLAN if tables.keys() & {"units", "aliases"} else _OF_PLAN | _OF_UNITS
        grown.__dict__.update({name: self.__dict__[name] for name in kept & self.__dict__.keys()})
        return grown

    @cached_property
    def lives(self) -> dict[str, Life]:
        """unit → its life; of a unit listed twice the last row counts."""
        units = self.units.reindex(columns=_UNIT_COLUMNS).astype(object)
        return {unit: _life(*rest) for unit, *rest in zip(*(units[name] for name in _UNIT_COLUMNS))}

    @cached_property
    def unit_names(self) -> NameIndex:
        """Units by code, name, short name, “name, parent's name” and aliases."""
        others: dict[str, list[str]] = defaultdict(list)
        for alias, unit in self.aliases.reindex(columns=["alias", "unit"]).itertuples(index=False):
            others[unit].append(alias)
        entries = (
            _unit_entry(unit, life, self.lives, others[unit]) for unit, life in self.lives.items()
        )
        return NameIndex(entries, lambda text: self._province.sub("", unit_form(text)))

    @property
    def names(self) -> Names:
        """The names that the heads of tables may hold, and the heads that were explained."""
        return Names(self.criterion_names, self.unit_names, self.shapes)

    @cached_property
    def not_units(self) -> frozenset[str]:
        """Names (in `unit_form`) of which a person said that they are no unit: aliases without a unit."""
        known = self.aliases.reindex(columns=["alias", "unit"])
        return frozenset(unit_form(alias) for alias in known.loc[known["unit"].isna(), "alias"])

    @cached_property
    def _province(self) -> re.Pattern[str]:
        """“… tỉnh Minh Họa” (“tinh Minh Hoa”) and “… tỉnh” at the end of a name add nothing in the province's own list; another province's name does."""
        own = unit_form(self.plan["province"])
        return re.compile(f"(?<=\\w) ({re.escape(own)}|{re.escape(plain(own))}|tỉnh)$")

    @cached_property
    def criterion_names(self) -> NameIndex:
        """Criteria by code, name, short name and aliases."""
        return NameIndex(map(_criterion_entry, self.plan["criteria"]), header_form)

    @property
    def award_titles(self) -> list[Mapping[str, Any]]:
        """Titles and forms of commendation with who may bear them (`name`, `names` folded, `bearers`); empty where the plan tells none."""
        return list(self.plan.get("award_titles") or ())

    @cached_property
    def group_names(self) -> NameIndex:
        """Groups of criteria by name: rows that only add up others."""
        groups = self.plan.get("groups") or ()
        entries = (Entry(one["code"], one["name"], (one["name"],)) for one in groups)
        return NameIndex(entries, header_form)

    @cached_property
    def kind_names(self) -> NameIndex:
        """Kinds of units by code, name and aliases."""
        return NameIndex(
            (
                Entry(one["code"], one["name"], (one["name"], *(one.get("aliases") or ())))
                for one in self.plan["kinds"]
            ),
            unit_form,
        )

    @cached_property
    def criteria(self) -> dict[str, dict[str, Any]]:
        """criterion → its entry in the plan; without an audience of its own it has its group's."""
        audiences = {one["code"]: one.get("audience") for one in self.plan.get("groups") or ()}
        told = ({**_SILENT, **one} for one in self.plan["criteria"])
        return {
            one["code"]: {**one, "audience": one["audience"] or audiences.get(one["group"])}
            for one in told
        }

    @cached_property
    def staff(self) -> dict[tuple[str, int], float]:
        """(unit, year) → number of staff, where known."""
        known = self.unit_years.reindex(columns=["unit", "year", "staff"]).dropna()
        return dict(
            zip(zip(known["unit"], known["year"].astype(int)), known["staff"].astype(float))
        )


def _newer(known: pd.DataFrame, found: pd.DataFrame | None, key: list[str]) -> pd.DataFrame:
    if found is None or found.empty:
        return known
    return (
        found
        if known.empty
        else pd.concat([known, found], ignore_index=True).drop_duplicates(key, keep="last")
    )


def _life(name: str, short_name: Any, kind: Any, parent: Any, first: Any, last: Any) -> Life:
    texts = (None if pd.isna(one) else one for one in (short_name, kind, parent))
    days = (None if pd.isna(one) else pd.Timestamp(one).date() for one in (first, last))
    return Life(name, *texts, *days)


def _unit_entry(unit: str, life: Life, lives: Mapping[str, Life], others: list[str]) -> Entry:
    parent = lives.get(life.parent or "")
    own = (life.name, life.short_name, f"{life.name}, {parent.name}" if parent else None)
    return Entry(
        unit,
        life.name,
        tuple(one for one in own if one),
        life.first_year,
        life.last_year,
        tuple(others),
    )


def _criterion_entry(one: Mapping[str, Any]) -> Entry:
    spellings = (
        one["name"],
        one.get("short_name") or "",
        f"{one['code']} {one['name']}",
        *(one.get("aliases") or ()),
    )
    return Entry(
        one["code"], one["name"], spellings, one.get("valid_from") or 0, one.get("valid_to") or 9999
    )
