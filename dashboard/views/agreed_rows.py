"""What meetings agreed, as rows to read and to choose from; replies of units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.assessment.rules import NAMES
from dashboard.plan import Plan
from dashboard.views.counted_flags import indicator_name
from dashboard.wording import meeting_words as words
from dashboard.writing import formats
from dashboard.writing.nouns import worded


def reply_rows(replies: pd.DataFrame, names: Mapping[str, str], plan: Plan) -> pd.DataFrame:
    """What units said, newest first: name, year, kind, about, text, dated, who."""
    about = [
        f"{worded(NAMES)[rule]} ({indicator_name(plan, indicator)})"
        if not formats.is_missing(rule)
        else None
        for rule, indicator in zip(replies["rule"], replies["indicator"], strict=True)
    ]
    rows = replies.assign(
        name=replies["unit"].map(lambda unit: names.get(unit, unit)),
        kind=replies["kind"].map(words.REPLY_KINDS),
        about=about,
        year=replies["year"].astype(str),
    )
    return rows.sort_values("id", ascending=False)


def conclusion_rows(
    conclusions: pd.DataFrame, names: Mapping[str, str], today: dt.date, whole: str
) -> pd.DataFrame:
    """Conclusions, the open ones first and of them the soonest due: name (`whole` where no unit is meant), what, responsible, due, said (state in words), evidence, meeting."""
    late = (conclusions["state"] == "open") & (conclusions["due"] < pd.Timestamp(today))
    said = [
        f"{words.STATES[state]}, {words.LATE}" if is_late else words.STATES[state]
        for state, is_late in zip(conclusions["state"], late, strict=True)
    ]
    who = [
        whole if formats.is_missing(unit) else names.get(unit, unit) for unit in conclusions["unit"]
    ]
    rows = conclusions.assign(said=said, name=who, closed=conclusions["state"] != "open")
    return rows.sort_values(["closed", "due", "id"], kind="stable", na_position="last").reset_index(
        drop=True
    )


def conclusion_labels(rows: pd.DataFrame) -> dict[str, int]:
    """“Sở A: Niêm yết đủ thủ tục” → number, for those still open. In: `conclusion_rows`."""
    still = rows[rows["state"] == "open"]
    return {
        f"{one.id}. {one.name}: {one.what}": int(one.id) for one in still.itertuples(index=False)
    }
