"""Đơn vị: the list of units with their lives and families, and what a change would do, in sentences and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import unit_heads
from dashboard.views import units_words as words
from dashboard.views.choices_made import Choices
from dashboard.writing import formats
from dashboard.writing.alphabet import alphabet_key
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table

MOST_NAMES = 4


@dataclass(frozen=True)
class Units:
    """What is said of the list, a note above it, and the units in view."""

    answer: str
    note: str
    listed: Table


def units(plan: Plan, tables: Mapping[str, pd.DataFrame], choice: Choices) -> Units:
    """The list in a year. In: the tables `units`, `unit_years`, `unit_heads`, `lineage`, `aliases`."""
    every, lineage = tables["units"], tables["lineage"]
    rows = choice.of(
        listed(plan, every, tables["unit_years"], lineage, tables["aliases"], choice.year)
    )
    rows = rows.assign(
        head=rows["unit"].map(unit_heads.heads_of(tables["unit_heads"], choice.year)).astype(object)
    )
    columns = {
        "name": words.NAME,
        "unit": words.CODE,
        "kind_name": words.KIND,
        "block": words.BLOCK_NAME,
        "staff": Column(words.STAFF, "count"),
        "head": Column(words.HEAD, width="medium"),
        "valid_from": Column(words.VALID_FROM, "date"),
        "valid_to": Column(words.VALID_TO, "date"),
        "family": Column(words.FAMILY, width="large"),
        "others": Column(words.OTHERS, width="medium"),
    }
    unseen = rows.empty and len(every)
    return Units(
        answer(every, lineage),
        words.NONE_CHOSEN if unseen else words.LIST_NOTE.format(year=choice.year),
        Table(words.LIST_TITLE, columns, rows, opens="unit"),
    )


def answer(units: pd.DataFrame, lineage: pd.DataFrame) -> str:
    """The first sentence: how many live and have ended, and when they were last rearranged."""
    if units.empty:
        return words.EMPTY
    ended = int(units["valid_to"].notna().sum())
    said = {
        "living": formats.count(len(units) - ended, "đơn vị"),
        "ended": formats.count(ended, "đơn vị"),
    }
    last = lineage["on"].max() if len(lineage) else None
    return (
        words.ANSWER_PLAIN.format(**said)
        if formats.is_missing(last)
        else words.ANSWER.format(**said, last=formats.date(last))
    )


def listed(
    plan: Plan,
    units: pd.DataFrame,
    unit_years: pd.DataFrame,
    lineage: pd.DataFrame,
    aliases: pd.DataFrame,
    year: int,
) -> pd.DataFrame:
    """One row a unit: unit, name, kind (code), kind_name, block and staff of the year, valid_from, valid_to, family (who it came from or went into), others (other names); living first, by the alphabet."""
    kinds = {one.code: one.name for one in plan.kinds}
    of_year = unit_years[unit_years["year"] == year][["unit", "block", "staff"]]
    names = units.set_index("unit")["name"].to_dict()
    others = aliases.groupby("unit")["alias"].agg("; ".join)
    found = units.merge(of_year, on="unit", how="left").assign(
        kind_name=units["kind"].map(kinds).to_numpy()
    )
    families = _families(lineage, names)
    found["family"] = [families.get(unit) for unit in found["unit"]]
    found["others"] = found["unit"].map(others)
    order = (
        found.assign(gone=found["valid_to"].notna(), sort=found["name"].map(alphabet_key))
        .sort_values(["gone", "sort"], kind="stable")
        .index
    )
    return found.loc[
        order,
        [
            "unit",
            "name",
            "kind",
            "kind_name",
            "block",
            "staff",
            "valid_from",
            "valid_to",
            "family",
            "others",
        ],
    ].reset_index(drop=True)


def _families(lineage: pd.DataFrame, names: Mapping[str, str]) -> dict[str, str]:
    """From whom units came and what became of them, by unit; those with neither are not in it."""
    said: dict[str, list[str]] = {}
    pairs = lineage[["before", "after"]].dropna()
    for verb, own, other in (("từ", "after", "before"), ("thành", "before", "after")):
        beside: dict[str, list[str]] = {}
        for unit, code in zip(pairs[own], pairs[other], strict=True):
            beside.setdefault(unit, []).append(names.get(code, code))
        for unit, told in beside.items():
            said.setdefault(unit, []).append(f"{verb} {formats.listed(told)}")
    return {unit: "; ".join(parts) for unit, parts in said.items()}


def old_names(tables: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> list[str]:
    """Which units' series begin anew, which old names are kept. In: the tables to store; code → name as it is now."""
    units = tables.get("units", pd.DataFrame(columns=["unit", "name"]))
    new = [one["name"] for one in units.to_dict("records") if one["unit"] not in names]
    lines = [words.ANEW.format(names=_names(new))] if new else []
    return lines + [
        words.OLD_ALIAS.format(alias=one.alias)
        for one in tables.get("aliases", pd.DataFrame()).itertuples()
        if names.get(one.unit) == one.alias
    ]


def _names(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    return "; ".join(
        [
            *names[:MOST_NAMES],
            *([words.MORE.format(more=formats.count(more, "đơn vị"))] if more > 0 else []),
        ]
    )
