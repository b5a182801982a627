"""Who the rules propose for commendation and why everybody else is not: counts that add up to all units, and the list with one reason each."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from dashboard.assessment.eligibility import in_force
from dashboard.assessment.proposals import BEYOND, EVEN, Proposals
from dashboard.wording import proposal_words as words
from dashboard.writing import first_letter, formats
from dashboard.writing.columns import Column
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

ABLE = (EVEN, BEYOND)
OTHERS = {
    "name": Column(words.OTHER_UNIT),
    "counted": Column(words.OTHER_REASON, width="medium"),
    "why": Column(words.OTHER_WHY, width="large"),
    "block": Column(words.OTHER_BLOCK, width="medium"),
}


def added_up(found: Proposals) -> str:
    """All units of the year in one sentence: how many are proposed, how many may be and are not, how many are not considered and for which reasons."""
    counts = found.others["reason"].value_counts()
    able = [_part(code, counts) for code in ABLE if code in counts]
    barred = [_part(code, counts) for code in words.COUNTED if code in counts and code not in ABLE]
    total = len(found.rows) + len(found.others)
    said = [
        words.ADDED_UP.format(
            total=formats.count(total, "đơn vị"), proposed=formats.count(len(found.rows))
        ),
        *able,
    ]
    if barred:
        number = int(counts.drop(labels=list(ABLE), errors="ignore").sum())
        said.append(
            words.NOT_CONSIDERED.format(number=formats.count(number), reasons=", ".join(barred))
        )
    return f"{'; '.join(said)}."


def _part(code: str, counts: pd.Series) -> str:
    return f"{formats.count(counts[code])} {words.COUNTED[code]}"


def others_table(found: Proposals, source: str, name: str = "") -> Table:
    """Every unit that is not proposed, with its reason; who may be proposed stands first, then the gravest reason."""
    order = {code: place for place, code in enumerate(words.COUNTED)}
    counted = {code: first_letter.large(said) for code, said in words.COUNTED.items()}
    rows = found.others.assign(counted=found.others["reason"].map(counted))
    rows = rows.loc[rows["reason"].map(order).sort_values(kind="stable").index]
    return Table(
        words.OTHERS_TITLE, worded(OTHERS), rows, source, name=name, sheet_only=True, opens="unit"
    )


def discipline_rows(disciplines: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The disciplines in force, newest first, with `name` of the unit. In: every row of the store's `disciplines`, names by code of a unit."""
    rows = in_force(disciplines).sort_values("id", ascending=False, kind="stable")
    return rows.assign(name=[names.get(unit, unit) for unit in rows["unit"]])


def nominee_rows(nominees: pd.DataFrame, milestone: str, found: Proposals) -> pd.DataFrame:
    """Persons proposed at a milestone, in the order entered: unit, name of the unit, person, post, form, achievement, outcome (what became of the unit).

    In: every row of the store's `nominees`; of a unit, person and form the last step counts. `found`: the proposals of the milestone's year.
    """
    newest = nominees.sort_values("id", kind="stable").drop_duplicates(
        ["milestone", "unit", "person", "form"], keep="last"
    )
    rows = newest[(newest["milestone"] == milestone) & (newest["step"] == "proposed")]
    proposed = dict.fromkeys(found.rows["unit"], words.OUTCOME_PROPOSED)
    told = {
        **{unit: words.COUNTED[reason] for unit, reason in _reasons(found)},
        **proposed,
    }
    names = dict(zip(found.rows["unit"], found.rows["name"], strict=True))
    names |= dict(zip(found.others["unit"], found.others["name"], strict=True))
    return rows.assign(
        name=[names.get(unit, unit) for unit in rows["unit"]],
        outcome=[told.get(unit, words.OUTCOME_UNKNOWN) for unit in rows["unit"]],
    )[["unit", *words.NOMINEE_COLUMNS]].reset_index(drop=True)


def _reasons(found: Proposals) -> Iterable[tuple[str, str]]:
    return zip(found.others["unit"], found.others["reason"], strict=True)


def nominees_table(rows: pd.DataFrame, source: str, name: str = "") -> Table:
    """Persons proposed, as screen and papers have them. In: `nominee_rows`."""
    widths = {"achievement": "large", "name": "medium"}
    columns = {
        column: Column(label, width=widths[column]) if column in widths else label
        for column, label in words.NOMINEE_COLUMNS.items()
    }
    return Table(words.NOMINEES_TITLE, columns, rows, source, name=name, landscape=True)
