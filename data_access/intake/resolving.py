"""Which unit, criterion, year and stage each entry means; what cannot be told is asked with candidates, never guessed."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access.intake.facts import Facts
from data_access.intake.headers import stage_of, year_of
from data_access.intake.matching import Entry, Match, NameIndex
from data_access.intake.problems import Problems
from data_access.intake.sheets import text_of


def with_years(rows: pd.DataFrame, told: int | None, facts: Facts, problems: Problems) -> pd.DataFrame:
    """`year` as whole numbers; rows without a year (or outside the plan) are reported and left out."""
    texts = rows["year"].map(text_of)
    known = {text: (told if text == "" else year_of(text)) for text in texts.unique()}
    years = texts.map(known)
    for text in [one for one, year in known.items() if year is None]:
        first, count = _first(rows, texts.eq(text))
        if text:
            problems.add("year_unreadable", *first, text=text, rows=count)
        else:
            problems.add("year_missing", *first, rows=count)
    outside = [year for year in set(known.values()) if year is not None and year not in facts.years]
    for year in sorted(outside):
        first, count = _first(rows, years.eq(year))
        problems.add("year_outside_plan", *first, year=year, first_year=facts.years[0], last_year=facts.years[-1], rows=count)
    kept = years.notna() & ~years.isin(outside)
    return rows.assign(year=years)[kept].astype({"year": "int64"})


def _first(rows: pd.DataFrame, mask: pd.Series) -> tuple[tuple[str | None, str], int]:
    """Where the first of the masked rows stands, and how many they are."""
    row = rows[mask].iloc[0]
    return (row["sheet"], row["cell"]), int(mask.sum())


def with_stages(rows: pd.DataFrame, told: str | None, problems: Problems) -> pd.DataFrame:
    """`stage` as self/appraised: the row's own word, else the sheet's, else self."""
    texts = rows["stage"].map(text_of)
    known = {text: (stage_of(text) if text else told or "self") for text in texts.unique()}
    for text in [one for one, stage in known.items() if stage is None]:
        first, _ = _first(rows, texts.eq(text))
        problems.add("word_unknown", *first, column="stage", text=text, known=["Tự chấm", "Thẩm định"])
    stages = texts.map(known)
    return rows.assign(stage=stages)[stages.notna()]


def with_units(rows: pd.DataFrame, facts: Facts, problems: Problems) -> pd.DataFrame:
    """`unit` as the unit's code, from its code or its name in the row's year; rows of unknown units are reported and left out."""
    codes, names = rows["unit"].map(text_of), rows["name"].map(text_of)
    texts = codes.where(codes.ne(""), names)
    units = resolved("unit", rows, texts, facts.unit_names, problems)
    _note_mismatches(rows, units, codes, names, facts, problems)
    return rows.assign(unit=units)[units.notna()]


def _note_mismatches(rows: pd.DataFrame, units: pd.Series, codes: pd.Series, names: pd.Series, facts: Facts, problems: Problems) -> None:
    """A code and a name in one row that mean two different units."""
    both = pd.DataFrame({"unit": units, "name": names, "year": rows["year"]})[codes.ne("") & names.ne("") & units.notna()]
    for row in both.drop_duplicates().itertuples():
        named = facts.unit_names.find(row.name, int(row.year)).code
        if named not in (None, row.unit):
            place = rows.loc[row.Index]
            problems.add("unit_mismatch", place["sheet"], place["cell"], text=codes[row.Index], name=row.name, unit=named)


def with_criteria(rows: pd.DataFrame, facts: Facts, problems: Problems) -> pd.DataFrame:
    """`criterion` as the criterion's code, from its code or its name; rows that only sum up a group are left out."""
    codes, names = rows["criterion"].map(text_of), rows["criterion_name"].map(text_of)
    texts = codes.where(codes.ne(""), names)
    sums = {text for text in texts.unique() if text not in facts.criterion_names and text in facts.group_names}
    left = ~texts.isin(sums)
    rows, texts = rows[left], texts[left]
    criteria = resolved("criterion", rows, texts, facts.criterion_names, problems)
    return rows.assign(criterion=criteria)[criteria.notna()]


def resolved(what: str, rows: pd.DataFrame, texts: pd.Series, index: NameIndex, problems: Problems) -> pd.Series:
    """Codes for texts in the rows' years (None where unknown); `what` is `unit` or `criterion` and names the problem codes."""
    pairs = pd.Series(list(zip(texts, rows["year"])), index=rows.index)
    matches: Mapping[Any, Match] = {pair: index.find(pair[0], int(pair[1])) for pair in pairs.unique() if pair[0]}
    missed = [pair for pair, match in matches.items() if match.code is None]
    for text, group in pd.DataFrame(missed, columns=["text", "year"]).groupby("text", sort=False):
        _note_unmatched(what, rows, texts.eq(text), text, matches[text, group["year"].iloc[0]], index, problems)
    if texts.eq("").any():
        first, count = _first(rows, texts.eq(""))
        problems.add(f"{what}_missing", *first, rows=count)
    return pairs.map({pair: match.code for pair, match in matches.items()})


def _note_unmatched(what: str, rows: pd.DataFrame, mask: pd.Series, text: str, match: Match, index: NameIndex, problems: Problems) -> None:
    first, count = _first(rows, mask)
    code = f"{what}_ambiguous" if match.candidates else f"{what}_unknown"
    problems.add(code, *first, text=text, rows=count, candidates=proposals(what, match.candidates or index.near(text)))


def proposals(what: str, entries: tuple[Entry, ...]) -> list[dict[str, str]]:
    """Candidates as plain data for a person to choose from."""
    return [{what: one.code, "name": one.name} for one in entries]
