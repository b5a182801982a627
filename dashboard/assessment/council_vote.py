"""The council's vote on who is proposed: what a count says by the law's own quorum and share, and which counts cannot be.

What the law file leaves empty is not known here either: such a candidate is neither carried nor lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.plan.award_law import AwardLaw, AwardTitle
from dashboard.wording import vote_words as words
from dashboard.writing import formats

SLACK = 1e-9
NO_COUNTS = pd.DataFrame(columns=["id", "milestone", *words.COUNT_FIELDS, "reason"])
NO_VOTES = pd.DataFrame(
    columns=["id", "milestone", "unit", "person", "form", "agree", "disagree", "reason"]
)
CANDIDATES = ["unit", "person", "name", "form", "group", "places"]
"""`person`: '' where the unit itself is proposed. `group`: those who share `places`, the number that may be commended (None: no limit is known)."""
CARRIED, LOST, TIED, BEYOND, NO_QUORUM, UNKNOWN, UNCOUNTED = (
    "carried",
    "lost",
    "tied",
    "beyond",
    "no_quorum",
    "unknown",
    "uncounted",
)
STANDING = (CARRIED, UNKNOWN, UNCOUNTED)
"""Outcomes with which a candidate stays in what is drafted: carried, or nothing that the count can say."""
_WHOLE = re.compile(r"\d{1,5}")


class Count(NamedTuple):
    """The sitting as a whole: members of the council, present, ballots issued (to the absent in writing too), collected, valid, invalid."""

    members: int
    present: int
    issued: int
    collected: int
    valid: int
    invalid: int


Key = tuple[str, str, str]
"""unit, person ('' for the unit itself), form."""
Vote = tuple[int, int]
"""Ballots for, ballots against."""


def count_of(counts: pd.DataFrame, milestone: str) -> Count | None:
    """The count in force of a milestone: the last one entered; None while there is none."""
    own = counts[counts["milestone"] == milestone].sort_values("id", kind="stable")
    if own.empty:
        return None
    last = own.iloc[-1]
    return Count(*(int(last[name]) for name in Count._fields))


def votes_of(votes: pd.DataFrame, milestone: str) -> dict[Key, Vote]:
    """The votes in force of a milestone: of each candidate the last entry, none where it was taken back."""
    own: Any = votes[votes["milestone"] == milestone].sort_values("id", kind="stable")
    found: dict[Key, Vote] = {}
    for one in own.itertuples(index=False):
        key = (one.unit, "" if formats.is_missing(one.person) else one.person, one.form)
        found.pop(key, None)
        if not formats.is_missing(one.agree):
            found[key] = (int(one.agree), int(one.disagree))
    return found


def has_quorum(count: Count, law: AwardLaw) -> bool | None:
    """Whether enough members were there; None where the law file does not say how many must be."""
    return None if law.quorum is None else count.present >= law.quorum * count.members - SLACK


def outcomes(
    candidates: pd.DataFrame, count: Count | None, votes: Mapping[Key, Vote], law: AwardLaw
) -> pd.DataFrame:
    """Candidates (`CANDIDATES`) with agree, disagree (None: not counted), share (0–1 of the law's base), needed (0–1; None: the law is silent), outcome.

    Of a group with fewer places than carried candidates those with the most votes fill them; who ties at the last place is `tied`, who is behind it `beyond`.
    Example: 11 members, 9 for, share needed 0.8: 9/11 = 0.818, carried.
    """
    said = [_outcome(one, count, votes, law) for one in candidates.to_dict("records")]
    columns = ["agree", "disagree", "share", "needed", "outcome"]
    told = pd.DataFrame(said, columns=columns, index=candidates.index, dtype=object)
    return _within_places(pd.concat([candidates, told], axis=1))


def _outcome(
    one: Mapping[Any, Any], count: Count | None, votes: Mapping[Key, Vote], law: AwardLaw
) -> tuple[int | None, int | None, float | None, float | None, str]:
    title = law.title_of(one["form"])
    needed = title.vote_share if title else None
    vote = votes.get((one["unit"], one["person"], one["form"]))
    if count is None or vote is None:
        return None, None, None, needed, UNCOUNTED
    base = getattr(count, law.vote_base)
    share = vote[0] / base if base else 0.0
    return *vote, share, needed, _verdict(count, law, share, title)


def _verdict(count: Count, law: AwardLaw, share: float, title: AwardTitle | None) -> str:
    if has_quorum(count, law) is False:
        return NO_QUORUM
    if title is None or title.vote_share is None:
        return UNKNOWN
    ahead = share - title.vote_share
    return CARRIED if (ahead > SLACK if title.more_than else ahead >= -SLACK) else LOST


def _within_places(rows: pd.DataFrame) -> pd.DataFrame:
    outcome = rows["outcome"].copy()
    for _, own in rows[rows["outcome"] == CARRIED].groupby("group", sort=False):
        places = own["places"].iloc[0]
        if formats.is_missing(places) or len(own) <= places:
            continue
        edge = sorted(own["agree"], reverse=True)[int(places) - 1] if places else max(own["agree"])
        ahead, even = own["agree"] > edge, own["agree"] == edge
        outcome[own.index[own["agree"] < edge]] = BEYOND
        if ahead.sum() + even.sum() > places:
            outcome[own.index[even]] = TIED
    return rows.assign(outcome=outcome)


def number(text: str) -> int | None:
    """A number of people or ballots as somebody typed it; None for anything else.

    >>> number(" 12 "), number("9,5"), number("-1")
    (12, None, None)
    """
    return int(text) if _WHOLE.fullmatch(text := text.strip()) else None


def mistakes(
    count: Count | None, voted: Sequence[tuple[str, int | None, int | None]]
) -> Iterator[str]:
    """Why these counts cannot be, a sentence each. In: candidate's name, for, against (None: left empty)."""
    if count is None:
        if any(agree is not None or disagree is not None for _, agree, disagree in voted):
            yield words.NO_COUNT
        return
    yield from _of_count(count)
    for name, agree, disagree in voted:
        if (agree is None) != (disagree is None):
            yield words.HALF.format(name=name)
        elif agree is not None and disagree is not None and agree + disagree > count.valid:
            yield words.TOO_MANY.format(
                name=name, agree=agree, disagree=disagree, sum=agree + disagree, valid=count.valid
            )


def _of_count(count: Count) -> Iterator[str]:
    said = count._asdict()
    if not count.members:
        yield words.NO_MEMBERS
    for more, less in (("present", "members"), ("issued", "members"), ("collected", "issued")):
        if said[more] > said[less]:
            yield words.MORE_THAN[more].format(**said)
    if count.valid + count.invalid != count.collected:
        yield words.NOT_ADDED.format(**said, sum=count.valid + count.invalid)
