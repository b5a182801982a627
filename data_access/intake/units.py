"""The list of units: units with their lives, blocks and staff by year, other names, and what they came from."""
from __future__ import annotations

import pandas as pd

from data_access.intake.days import days
from data_access.intake.facts import Facts
from data_access.intake.problems import Problems
from data_access.intake.resolving import proposals, with_units, with_years
from data_access.intake.rows import texts, whole_numbers, without_missing, without_repeats
from data_access.intake.states import worded
from data_access.intake.tables import COLUMNS, typed

_TEXTS = ["unit", "name", "short_name", "kind", "block", "parent", "aliases", "predecessors", "document"]
_PLACE = ["sheet", "cell"]


def units_of(rows: pd.DataFrame, facts: Facts, problems: Problems) -> dict[str, pd.DataFrame]:
    """units, unit_years, aliases and lineage (those that the rows speak of) from a list of units."""
    rows = without_missing(without_missing(texts(rows, *_TEXTS), "unit", problems), "name", problems)
    rows = rows.assign(
        kind=_kinds(rows, facts, problems),
        valid_from=days(rows, "valid_from", problems, essential=True),
        valid_to=days(rows, "valid_to", problems, essential=True),
        changed_on=days(rows, "changed_on", problems, essential=True),
        change=worded(rows, "change", "change", problems),
        position=whole_numbers(rows, "position", problems),
        staff=whole_numbers(rows, "staff", problems),
        file=problems.file,
    )
    reversed_life = rows[rows["valid_to"].lt(rows["valid_from"])]
    problems.add_each("dates_reversed", reversed_life, first="valid_from", last="valid_to")
    listed = rows if (rows["year"] == "").all() else rows.drop_duplicates("unit")
    units = without_repeats(typed("units", listed), ["unit"], COLUMNS["units"], problems)
    _check_references(rows, facts.with_found({"units": units}), problems)
    return {"units": units, "unit_years": _unit_years(rows, facts, problems), "aliases": _aliases(rows), "lineage": _lineage(rows)}


def _kinds(rows: pd.DataFrame, facts: Facts, problems: Problems) -> pd.Series:
    codes = {text: facts.kind_names.find(text, None).code for text in rows["kind"].unique() if text}
    known = [f"{one['code']}: {one['name']}" for one in facts.plan["kinds"]]
    unknown = rows[rows["kind"].isin([text for text, code in codes.items() if code is None])]
    problems.add_each("kind_unknown", unknown, text=unknown["kind"], known=known)
    return rows["kind"].map(codes)


def _check_references(rows: pd.DataFrame, facts: Facts, problems: Problems) -> None:
    """Parents and predecessors must be codes of known units."""
    codes = set(facts.lives.index)
    for column in ("parent", "predecessors"):
        named = rows.assign(code=rows[column].str.split(";")).explode("code")
        named = named.assign(code=named["code"].str.strip())
        for row in named[named["code"].ne("") & ~named["code"].isin(codes)].itertuples():
            candidates = proposals("unit", facts.unit_names.near(row.code))
            problems.add("unit_unknown", row.sheet, row.cell, text=row.code, rows=1, candidates=candidates)


def _unit_years(rows: pd.DataFrame, facts: Facts, problems: Problems) -> pd.DataFrame:
    """Block and staff for the row's year; without one, for every year of the plan in which the unit lives."""
    told = rows[rows["block"].ne("") | rows["staff"].notna()]
    by_year = with_years(told[told["year"].ne("")], None, facts, problems)
    always = told[told["year"].eq("")].assign(year=[list(facts.years)] * int(told["year"].eq("").sum())).explode("year")
    since, until = always["valid_from"].dt.year.fillna(0), always["valid_to"].dt.year.fillna(9999)
    living = always[always["year"].ge(since) & always["year"].le(until)]
    return without_repeats(typed("unit_years", pd.concat([by_year, living])), ["unit", "year"], ["block", "staff"], problems)


def _aliases(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.assign(alias=rows["aliases"].str.split(";")).explode("alias")
    named = named.assign(alias=named["alias"].str.strip())
    return typed("aliases", named[named["alias"].ne("")].drop_duplicates("alias"))


def _lineage(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per predecessor; the new state begins on `changed_on`, else when the unit begins. Kind: `change`, else merge."""
    named = rows.assign(before=rows["predecessors"].str.split(";")).explode("before")
    named = named.assign(
        before=named["before"].str.strip(),
        after=named["unit"],
        on=named["changed_on"].fillna(named["valid_from"]),
        kind=named["change"].fillna("merge"),
    )
    return typed("lineage", named[named["before"].ne("")])


def unit_years_of(rows: pd.DataFrame, told_year: int | None, facts: Facts, problems: Problems) -> pd.DataFrame:
    """Rows of `unit_years` from a sheet with unit, year, block, staff."""
    rows = texts(rows, "unit", "name", "block").assign(staff=whole_numbers(rows, "staff", problems), file=problems.file)
    rows = with_units(with_years(rows, told_year, facts, problems), facts, problems)
    return typed("unit_years", rows)


def aliases_of(rows: pd.DataFrame, facts: Facts, problems: Problems) -> pd.DataFrame:
    """Rows of `aliases` from a sheet with alias and unit."""
    rows = without_missing(texts(rows, "alias", "unit"), "alias", problems)
    return typed("aliases", _with_codes(rows, "unit", facts, problems).assign(file=problems.file))


def lineage_of(rows: pd.DataFrame, facts: Facts, problems: Problems) -> pd.DataFrame:
    """Rows of `lineage`; `after` may be blank only where a unit was dissolved."""
    rows = without_missing(texts(rows, "before", "after", "document"), "before", problems)
    rows = rows.assign(
        on=days(rows, "on", problems, essential=True), kind=worded(rows, "kind", "change", problems, default="merge"), file=problems.file
    )
    rows = without_missing(rows.assign(after=rows["after"].mask(rows["kind"].eq("dissolve") & rows["after"].eq(""), "-")), "after", problems)
    rows = _with_codes(_with_codes(rows, "before", facts, problems), "after", facts, problems)
    return typed("lineage", rows)


def _with_codes(rows: pd.DataFrame, column: str, facts: Facts, problems: Problems) -> pd.DataFrame:
    """The column's codes or names as codes of known units; “-” stands for none."""
    found = with_units(rows[rows[column].ne("-")].assign(unit=lambda some: some[column], name="", year=facts.years[-1]), facts, problems)
    return rows.assign(**{column: found["unit"].reindex(rows.index)})[rows[column].eq("-") | rows.index.isin(found.index)]
