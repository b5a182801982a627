"""The council's vote as screen and papers have it: who is voted on, what came out in words, what was entered when and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.assessment import council_vote as vote
from dashboard.assessment.proposals import Proposals
from dashboard.plan.award_law import AwardLaw, AwardTitle
from dashboard.views.meeting import local
from dashboard.wording import vote_words as words
from dashboard.writing import formats
from dashboard.writing.columns import Column
from dashboard.writing.table_model import Table


def candidates(found: Proposals, persons: pd.DataFrame) -> pd.DataFrame:
    """Who is voted on (`council_vote.CANDIDATES`): the proposed collectives, then the persons. In: `commended.nominee_rows`."""
    units: Any = found.rows.itertuples(index=False)
    rows = [
        (one.unit, "", one.name, one.form, f"{one.form}|{one.block}", one.places) for one in units
    ]
    for one in persons.itertuples(index=False):
        name = f"{one.person} ({one.name})"
        rows.append((one.unit, one.person, name, one.form, f"{one.form}|{one.unit}|", None))
    return pd.DataFrame(rows, columns=vote.CANDIDATES).astype({"places": object})


def needed(law: AwardLaw, forms: Iterable[str], unknown: str = words.NOT_IN_LAW) -> str:
    """The share of votes that each form needs; `unknown` where the law file does not say."""
    said = []
    for form in dict.fromkeys(forms):
        title = law.title_of(form)
        share = share_needed(title) if title else ""
        said.append(words.NEEDED_OF.format(form=form, share=share or unknown))
    return "; ".join(said) or unknown


def share_needed(title: AwardTitle) -> str:
    """The share of votes that a title needs: “80%”, or “trên 50%” where exactly that share is not enough; '' where the law file does not say."""
    if title.vote_share is None:
        return ""
    pattern = words.MORE_THAN_SHARE if title.more_than else words.AT_LEAST
    return pattern.format(share=formats.percent(title.vote_share, None))


def quorum(law: AwardLaw, unknown: str = words.NOT_IN_LAW) -> str:
    """The share of the members that must be there; `unknown` where the law file does not say."""
    return unknown if law.quorum is None else formats.percent(law.quorum, None)


def share_words(one: Mapping[Any, Any]) -> str:
    """The share for a candidate; '' while it is not counted. In: a row of `council_vote.outcomes`."""
    return "" if formats.is_missing(one["share"]) else formats.percent(one["share"])


def summary(rows: pd.DataFrame) -> str:
    """How many were counted and what came out, in a sentence. In: `council_vote.outcomes`."""
    counted = int((rows["outcome"] != vote.UNCOUNTED).sum())
    if not counted:
        return words.NONE_COUNTED
    said = {"counted": formats.count(counted), "all": formats.count(len(rows))}
    return words.SUMMARY.format(**said, outcomes=told(rows))


def told(rows: pd.DataFrame) -> str:
    """How many came out how: “3 đạt, 1 không đạt”. In: `council_vote.outcomes`."""
    counts = rows["outcome"].value_counts()
    return ", ".join(
        f"{formats.count(counts[code])} {words.OUTCOMES[code]}"
        for code in words.OUTCOMES
        if code in counts
    )


def gone(rows: pd.DataFrame, votes: Mapping[vote.Key, vote.Vote]) -> str:
    """How many votes are of somebody who is no longer proposed; '' for none."""
    here = set(zip(rows["unit"], rows["person"], rows["form"], strict=True))
    number = len(votes.keys() - here)
    return words.GONE.format(number=formats.count(number)) if number else ""


def history(
    counts: pd.DataFrame, votes: pd.DataFrame, milestone: str, names: Mapping[str, str]
) -> Table:
    """Everything that was entered about the vote of a milestone, the newest first: when, by whom, of whom, what, why. In: the store's rows, names of units."""
    own: Any = counts[counts["milestone"] == milestone].to_dict("records")
    entered = [
        (one["at"], one["who"], words.THE_SITTING, words.COUNT_WHAT.format(**one), one["reason"])
        for one in own
    ]
    own = votes[votes["milestone"] == milestone].to_dict("records")
    entered += [
        (one["at"], one["who"], _whose(one, names), _what(one), one["reason"]) for one in own
    ]
    entered.sort(key=lambda row: row[0], reverse=True)
    cells = [(f"{local(at):%H:%M} {formats.date(local(at))}", *rest) for at, *rest in entered]
    rows = pd.DataFrame(cells, columns=list(words.HISTORY_COLUMNS))
    wide = {"name": "medium", "what": "large"}
    columns = {
        name: Column(label, width=wide.get(name)) for name, label in words.HISTORY_COLUMNS.items()
    }
    return Table(words.HISTORY, columns, rows)


def _whose(one: Mapping[Any, Any], names: Mapping[str, str]) -> str:
    unit = names.get(one["unit"], one["unit"])
    whose = unit if formats.is_missing(one["person"]) else f"{one['person']} ({unit})"
    return f"{whose}: {one['form']}"


def _what(one: Mapping[Any, Any]) -> str:
    if formats.is_missing(one["agree"]):
        return words.TAKEN_BACK
    return words.VOTE_WHAT.format(agree=one["agree"], disagree=one["disagree"])
