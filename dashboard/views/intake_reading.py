"""The reading of checked files, shown before anything is stored: every figure with its cell and scale, what the sheets say of themselves, what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import intake_reading_words as words
from dashboard.wording import intake_words
from dashboard.wording.claim_sentences import MEASURES, PLACES
from dashboard.wording.claim_sentences import VALUES as STAGES
from dashboard.wording.problem_sentences import place_words, problem_sentence
from dashboard.writing import first_letter, formats

GRID = ["file", "unit", "criterion", "year", "stage", "value", "out_of", "scale", "mark", "place"]
SHOWN_COLUMNS, SHOWN_LINEAGE = 12, 40


def grid(files: Sequence[Any], plan: Plan, names: Mapping[str, str]) -> pd.DataFrame:
    """Every figure read, refused files' too: file, unit, criterion, year, stage (in words), value, out_of, scale (of the plan), mark (what was taken by default),
    place. `names`: unit code → name."""
    labels = {one.code: one.label for one in plan.criteria}
    scales = {one.code: one.how.scale(one) or None for one in plan.criteria}
    lines = [
        {
            "file": one.name,
            "unit": names.get(row["unit"], row["unit"]),
            "criterion": labels.get(row["criterion"], row["criterion"]),
            "year": str(row["year"]),
            "stage": intake_words.VALUES[row["stage"]],
            "value": value_words(row),
            "out_of": row["out_of"],
            "scale": scales.get(row["criterion"]),
            "mark": words.MARK_DEFAULT if row["sheet"] in _by_default(one) else None,
            "place": place_words(row["sheet"], row["cell"]).removeprefix(", ") or None,
        }
        for one in files
        for row in _results(one).to_dict("records")
    ]
    return pd.DataFrame(lines, columns=GRID)


def _results(one: Any) -> pd.DataFrame:
    return one.reading.tables.get("results", pd.DataFrame()) if one.reading else pd.DataFrame()


def _by_default(one: Any) -> set[str | None]:
    claims = one.reading.claims
    return set(claims.loc[claims["place"] == "default", "sheet"])


def value_words(row: Mapping[str, Any]) -> str:
    """A figure as it will be kept: “4,5”, “trên 95%”, “không áp dụng”."""
    if row["state"] != "ok":
        return intake_words.VALUES[row["state"]]
    sign = "" if row["comparator"] == "=" else f"{row['comparator']} "
    return f"{sign}{formats.number(row['value'], None)}"


def lines(one: Any, names: Mapping[str, str] | None = None) -> list[str]:
    """What one file says, sheet by sheet: what it says of itself and from where, how many figures of which years and stages, columns read and left out;
    and which units went into which. `names`: unit code → name."""
    if one.reading is None:
        return []
    reading = one.reading
    sheets = dict.fromkeys([*reading.claims["sheet"], *reading.columns["sheet"]])
    told = [line for sheet in sheets for line in _sheet_lines(reading, sheet)]
    return [*told, *_lineage_lines(reading, names or {})]


def _lineage_lines(reading: Any, names: Mapping[str, str]) -> list[str]:
    """“Xã An Hòa (XAH), Xã Bình Minh (XBM) → Xã Phú Quý (XPQM), từ 1/7/2025, ô B4”, a line for each new unit, not endless."""
    found = reading.tables.get("lineage")
    if found is None or found.empty:
        return []
    told = []
    for (after, cell), rows in found.groupby(["after", "cell"], sort=False, dropna=False):
        on = rows["on"].iloc[0]
        told.append(
            words.LINEAGE.format(
                before=", ".join(_unit_said(one, names) for one in rows["before"]),
                after=words.NOBODY if formats.is_missing(after) else _unit_said(after, names),
                on="" if formats.is_missing(on) else words.SINCE.format(day=formats.date(on)),
                cell=cell,
            )
        )
    more = len(told) - SHOWN_LINEAGE
    return [*told[:SHOWN_LINEAGE], *([words.MORE_LINEAGE.format(more=more)] if more > 0 else [])]


def _unit_said(code: str, names: Mapping[str, str]) -> str:
    return f"{names[code]} ({code})" if code in names else code


def _sheet_lines(reading: Any, sheet: str | None) -> list[str]:
    name = words.WHOLE_FILE if formats.is_missing(sheet) else words.SHEET.format(sheet=sheet)
    claims, columns, results = (
        _of_sheet(frame, sheet)
        for frame in (reading.claims, reading.columns, reading.tables.get("results"))
    )
    lines = claims[claims["kind"] == "line"]
    claims = claims[claims["kind"] != "line"]
    said = "; ".join(
        claim_words(claim) for claim in claims.drop_duplicates(["kind", "value"]).to_dict("records")
    )
    head = f"{name}: {_figure_words(results)}{f'. {first_letter.large(said)}' if said else ''}."
    return [head, *_column_lines(columns), *_text_lines(lines)]


def _text_lines(found: pd.DataFrame) -> list[str]:
    """The lines of text within the tables that say nothing that is understood."""
    named = [words.COLUMN.format(cell=one.cell, header=one.text) for one in found.itertuples()]
    return [f"{words.LINES.format(lines='; '.join(named[:SHOWN_COLUMNS]))}."] if named else []


def _of_sheet(frame: pd.DataFrame | None, sheet: str | None) -> pd.DataFrame:
    if frame is None or frame.empty:
        return pd.DataFrame(columns=[] if frame is None else frame.columns)
    return frame[frame["sheet"].isna() if formats.is_missing(sheet) else frame["sheet"] == sheet]


def _figure_words(results: pd.DataFrame) -> str:
    if results.empty:
        return words.NO_FIGURES
    return words.FIGURES.format(
        figures=formats.count(len(results), "số liệu"),
        units=formats.count(results["unit"].nunique(), "đơn vị"),
        criteria=formats.count(results["criterion"].nunique(), "tiêu chí"),
        years=words.YEARS.format(years=", ".join(map(str, sorted(results["year"].unique())))),
        stages=formats.listed(
            [STAGES[one] for one in sorted(results["stage"].unique(), reverse=True)]
        ),
    )


def claim_words(claim: Mapping[str, Any]) -> str:
    """“năm 2024 (dòng tiêu đề, ô A1)”, “giai đoạn tự chấm (mặc định, tệp không ghi)”."""
    if claim["kind"] == "shape":
        return words.BY_SHAPE.format(said=claim["value"]) if claim["value"] else words.BY_TRY
    sentence = {"year": words.YEAR, "stage": words.STAGE, "measure": words.MEASURE}[claim["kind"]]
    value = {**STAGES, **MEASURES}.get(claim["value"], claim["value"])
    if claim["place"] == "default":
        return f"{sentence.format(value=value)} {words.BY_DEFAULT}"
    cell = "" if formats.is_missing(claim["cell"]) else words.AT.format(cell=claim["cell"])
    place = words.FROM.format(place=PLACES[claim["place"]], cell=cell)
    return f"{sentence.format(value=value)} {place}"


def _column_lines(columns: pd.DataFrame) -> list[str]:
    """The columns that were read and those left out, each with its cell; long lists end in how many more."""
    found = []
    is_out = columns["role"] == "left_out" if len(columns) else pd.Series(dtype=bool)
    for sentence, chosen in ((words.READ, columns[~is_out]), (words.LEFT_OUT, columns[is_out])):
        named = [
            words.COLUMN.format(cell=one.cell, header=one.header) for one in chosen.itertuples()
        ]
        more = len(named) - SHOWN_COLUMNS
        shown = [*named[:SHOWN_COLUMNS], *([f"và {more} cột nữa"] if more > 0 else [])]
        if shown:
            found.append(f"{sentence.format(columns='; '.join(shown))}.")
    return found


def open_questions(files: Sequence[Any]) -> list[tuple[str, str, str]]:
    """(file, code, sentence) of every question that must be answered before a file can be stored, each once."""
    asked: dict[tuple[str, str], str] = {}
    for one in files:
        for problem in one.problems[one.problems["severity"] == "question"].itertuples():
            place = place_words(problem.sheet, problem.cell)
            what = problem_sentence(problem.code, problem.fields)
            asked.setdefault(
                (one.name, problem.code),
                words.QUESTION.format(file=one.name, place=place, what=what),
            )
    return [(*key, sentence) for key, sentence in asked.items()]
