"""What the papers of a dossier say of the council's vote: sentences, and boxes for what the count leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from dashboard.assessment import council_vote as vote
from dashboard.exports.dossier import council_words
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.paper.contents import Blank, Text
from dashboard.views import voted
from dashboard.wording import vote_words
from dashboard.writing import formats

MOST_NAMES = 6


def told(case: Case) -> list[Text]:
    """The vote in the minutes: how many were carried and lost, who was left out; dots while nothing is counted."""
    rows = case.votes
    outcomes = case.fill(council_words.MINUTES_UNCOUNTED)
    if (rows["outcome"] != vote.UNCOUNTED).any():
        outcomes = council_words.MINUTES_COUNTED.format(
            all=formats.count(len(rows)), outcomes=voted.told(rows)
        )
    return [Text(case.fill(council_words.MINUTES_VOTED, outcomes=outcomes)), *left_out(case)]


def left_out(case: Case) -> list[Text]:
    """Who is not in the lists because of the vote, with the votes of each; that the sitting was too small to decide."""
    rows = case.votes
    if (rows["outcome"] == vote.NO_QUORUM).any():
        return [Text(case.fill(council_words.WITHOUT_QUORUM))]
    out = rows[~rows["outcome"].isin(vote.STANDING)]
    names = [
        council_words.LEFT_OUT_OF.format(
            name=one["name"],
            agree=formats.count(one["agree"]),
            outcome=vote_words.OUTCOMES[one["outcome"]],
        )
        for one in out.to_dict("records")
    ]
    return [Text(council_words.LEFT_OUT.format(names="; ".join(names)))] if names else []


def open_points(case: Case) -> Iterator[Blank]:
    """What people must still settle before the paper is signed; nothing before a count is entered."""
    if case.count is None:
        return
    rows = case.votes
    for code, pattern in council_words.TO_DECIDE.items():
        names = rows.loc[rows["outcome"] == code, "name"].tolist()
        if names:
            yield Blank(pattern.format(names=_few(names)))


def _few(names: Sequence[str]) -> str:
    shown = "; ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return (
        council_words.AND_MORE.format(names=shown, more=formats.count(more)) if more > 0 else shown
    )


def cells(rows: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    """For, against, share and outcome of each candidate, empty while not counted. In: `council_vote.outcomes`."""
    return [
        ("", "", "", "")
        if one["outcome"] == vote.UNCOUNTED
        else (
            formats.count(one["agree"]),
            formats.count(one["disagree"]),
            voted.share_words(one),
            vote_words.OUTCOMES_SHORT[one["outcome"]],
        )
        for one in rows.to_dict("records")
    ]
