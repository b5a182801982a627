"""What of the store a report would replace, in sentences: a figure whole, as people read it, other columns one by one."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.plan import Plan
from dashboard.views import reports_words as words
from dashboard.views.profile_criteria import written
from dashboard.views.value_changes import subject, value_text
from dashboard.wording.intake_words import COLUMNS
from dashboard.writing.nouns import worded

FIGURE = ("value", "out_of", "comparator", "state")
KEY = ["unit", "criterion", "year", "stage"]
WRITTEN = ("value", "out_of", "comparator", "state", "very", "very_included")


def replaced_lines(
    plan: Plan, changes: pd.DataFrame, given: Mapping[str, pd.DataFrame], results: pd.DataFrame
) -> list[str]:
    """“Mức độ hài lòng, năm 2022, tự chấm: đang có 95,5% (không có số phiếu), sẽ là 382/400 (95,5%)”, a sentence a change.

    In: `Store.compare` of the tables `given`; the live results.
    """
    changed = changes[
        (changes["change"] == "changed") & changes["table"].isin(["results", "filings"])
    ]
    is_figure = (changed["table"] == "results") & changed["column"].isin(FIGURE)
    figures = changed[is_figure].drop_duplicates("row").to_dict("records")
    return [
        *(_figure(plan, line, given["results"], results) for line in figures),
        *(
            words.REPLACES.format(
                subject=f"{subject(line, plan)}, {worded(COLUMNS).get(line['column'], line['column']).lower()}",
                old=value_text(line["old"]),
                new=value_text(line["new"]),
            )
            for line in changed[~is_figure].to_dict("records")
        ),
    ]


def _figure(plan: Plan, line: dict[str, object], given: pd.DataFrame, results: pd.DataFrame) -> str:
    criterion = plan.criterion(str(line["criterion"]))
    live = results[(results[KEY] == [line[name] for name in KEY]).all(axis=1)]
    old, new = (
        written(criterion, next(rows.reindex(columns=WRITTEN).itertuples()))
        for rows in (live, given.iloc[[int(str(line["row"]))]])
    )
    return words.REPLACES.format(subject=subject(line, plan), old=old, new=new)
