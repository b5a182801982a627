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
    found["family"] = [_family(unit, lineage, names) for unit in found["unit"]]
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


def _family(unit: str, lineage: pd.DataFrame, names: Mapping[str, str]) -> str | None:
    came, went = (
        lineage.loc[lineage["after"] == unit, "before"],
        lineage.loc[lineage["before"] == unit, "after"].dropna(),
    )
    said = [
        f"{verb} {formats.listed([names.get(one, one) for one in codes])}"
        for verb, codes in (("từ", came), ("thành", went))
        if len(codes)
    ]
    return "; ".join(said) or None


def effect_years(plan: Plan, tables: Mapping[str, pd.DataFrame]) -> list[int]:
    """The years of the plan that a change touches first: those it speaks of and, of a dated one, the year after, when half-year units come in; at most two."""
    days = [
        day
        for name, column in (("lineage", "on"), ("units", "valid_from"), ("units", "valid_to"))
        if name in tables and column in tables[name]
        for day in pd.to_datetime(tables[name][column]).dropna()
    ]
    years = {year for day in days for year in (day.year, day.year + 1)} | (
        set(tables["unit_years"]["year"]) if "unit_years" in tables and not days else set()
    )
    return sorted(year for year in years if year in plan.years)[:2]


def effect_lines(
    by_year: Mapping[int, pd.DataFrame],
    tables: Mapping[str, pd.DataFrame],
    names: Mapping[str, str],
) -> list[str]:
    """What a change would do: who leaves and enters each year's assessment, how many ranks move, whose series starts anew, which old names are kept.

    In: year → `foreseen.differences`; the tables to store; code → name as it is now.
    """
    lines = [line for year, found in by_year.items() for line in _year_lines(year, found)]
    units = tables.get("units", pd.DataFrame(columns=["unit", "name"]))
    new = {one["unit"]: one["name"] for one in units.to_dict("records") if one["unit"] not in names}
    if new:
        lines.append(words.ANEW.format(names=_names(list(new.values()))))
    lines += [
        words.OLD_ALIAS.format(alias=one.alias)
        for one in tables.get("aliases", pd.DataFrame()).itertuples()
        if names.get(one.unit) == one.alias
    ]
    return lines


def _year_lines(year: int, found: pd.DataFrame) -> list[str]:
    lines = []
    for effect, said in (("leaves", words.LEAVES), ("enters", words.ENTERS)):
        rows = found[found["effect"] == effect]
        if len(rows):
            lines.append(
                said.format(
                    year=year,
                    units=formats.count(len(rows), "đơn vị"),
                    names=_names(list(rows["name"])),
                )
            )
    ranked = sum(
        not _equal(one.rank_before, one.rank_after)
        for one in found[found["effect"] == "changes"].itertuples()
    )
    if ranked:
        lines.append(words.RANKS.format(year=year, units=formats.count(ranked, "đơn vị")))
    return [line[0].upper() + line[1:] for line in lines or [words.NO_EFFECT.format(year=year)]]


def _equal(one: object, other: object) -> bool:
    return (formats.is_missing(one) and formats.is_missing(other)) or (
        not formats.is_missing(one) and not formats.is_missing(other) and one == other
    )


def _names(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    return "; ".join(
        [
            *names[:MOST_NAMES],
            *([words.MORE.format(more=formats.count(more, "đơn vị"))] if more > 0 else []),
        ]
    )


def effect_rows(by_year: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    """Every unit that something changes for: year, name, effect (in words), score_before, score_after, rank (“3/9 → 2/8”), block."""
    rows = [
        {
            "year": str(year),
            "name": one.name,
            "effect": words.EFFECTS[one.effect],
            "score_before": one.score_before,
            "score_after": one.score_after,
            "rank": f"{formats.out_of(one.rank_before, one.rank_of_before)} → {formats.out_of(one.rank_after, one.rank_of_after)}",
            "block": one.block_before if formats.is_missing(one.block_after) else one.block_after,
        }
        for year, found in by_year.items()
        for one in found.itertuples(index=False)
    ]
    return pd.DataFrame(
        rows, columns=["year", "name", "effect", "score_before", "score_after", "rank", "block"]
    )
