"""Fair naming: a `named` flag is a draft until the secretariat publishes it for a meeting, after the unit had its time to answer."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import pandas as pd

from dashboard.wording import single_page_words as words
from dashboard.writing import formats

KEY = ["unit", "year", "indicator", "rule"]
BESIDE = KEY[:3]
STEPS = ("notified", "published", "withdrawn")
DRAFT, WAITING, READY, PUBLISHED = "draft", "waiting", "ready", "published"
COLUMNS = ["state", "state_on", "until", "meeting", "changed"]
WORDED = ["state", "state_on", "until", "changed"]


def published(publications: pd.DataFrame) -> pd.DataFrame:
    """The steps by which flags are published now: of each flag the last step, if that published it."""
    newest = publications.sort_values("id", kind="stable").drop_duplicates(KEY, keep="last")
    return newest[newest["step"] == "published"]


def replies_to(publications: pd.DataFrame, replies: pd.DataFrame) -> pd.DataFrame:
    """The replies without those to flags that are not published. In: `published`."""
    known = set(keys_of(publications))
    kept = [
        kind != "reply" or key in known
        for kind, key in zip(replies["kind"], keys_of(replies), strict=True)
    ]
    return replies[pd.Series(kept, replies.index, dtype=bool)]


def with_published(flags: pd.DataFrame, publications: pd.DataFrame, year: int) -> pd.DataFrame:
    """Flags whose namings are the published ones: no draft, and every published naming of the year with its own sentence, also one that the figures no longer give.

    In: flags (rows of `Standing.flags`), the steps that published (rows of `publications`).
    """
    said = publications[publications["year"] == year]
    sentences = {key: reason for key, reason in zip(keys_of(said), said["reason"], strict=True)}
    keys = keys_of(flags)
    of_naming = flags["level"] == "named"
    kept = ~of_naming | pd.Series([key in sentences for key in keys], flags.index, dtype=bool)
    reasons = [
        sentences.get(key, reason) if is_naming else reason
        for key, reason, is_naming in zip(keys, flags["reason"], of_naming, strict=True)
    ]
    found = _unjudged(flags.assign(reason=reasons), flags[~kept])[kept]
    there = {key for key, is_naming in zip(keys, of_naming, strict=True) if is_naming}
    gone = pd.Series([key not in there for key in keys_of(said)], said.index, dtype=bool)
    unknown: list[Any] = [{} for _ in range(int(gone.sum()))]
    more = said.loc[gone, [*KEY, "reason"]].assign(
        level="named", certainty="", why="", numbers=unknown
    )
    parts = [more.reindex(columns=flags.columns), found] if len(more) else [found]
    return pd.concat(parts, ignore_index=True)


def _unjudged(flags: pd.DataFrame, drafts: pd.DataFrame) -> pd.DataFrame:
    """The facts beside a draft do not tell how certain it is."""
    hidden = set(map(tuple, drafts[BESIDE].itertuples(index=False)))
    keys = map(tuple, flags[BESIDE].itertuples(index=False))
    beside_one = pd.Series([key in hidden for key in keys], flags.index, dtype=bool)
    return flags.assign(
        certainty=flags["certainty"].mask(beside_one, ""), why=flags["why"].mask(beside_one, "")
    )


def keys_of(rows: pd.DataFrame) -> list[tuple]:
    """The key (`KEY`) of every row, in their order."""
    return list(zip(*(rows[one] for one in KEY), strict=True))


def with_states(
    flags: pd.DataFrame,
    publications: pd.DataFrame,
    replies: pd.DataFrame,
    reply_days: int,
    today: dt.date,
) -> pd.DataFrame:
    """The `named` flags (rows of `Standing.flags`) with how far their naming is: the columns of `COLUMNS`.

    state: `draft` (the unit was not told), `waiting` (told, its time to answer runs until `until`), `ready` (the time is over or it has
    answered: it may be published), `published` (on `state_on`, for `meeting`). A withdrawn one is a draft again. `changed`: the sentence
    is no longer the one that was published. Example: told on 1/6/2026, 10 days: waiting until 11/6/2026, ready on 12/6/2026.
    """
    named = flags[flags["level"] == "named"].reset_index(drop=True)
    steps = _last_steps(publications)
    answered = set(keys_of(replies[replies["kind"] == "reply"]))
    found = [
        _state(steps.get(key), reason, key in answered, reply_days, today)
        for key, reason in zip(keys_of(named), named["reason"], strict=True)
    ]
    return pd.concat([named, pd.DataFrame(found, columns=COLUMNS, index=named.index)], axis=1)


class _Step(NamedTuple):
    step: str
    on: dt.date
    meeting: str | None
    reason: str


def _last_steps(publications: pd.DataFrame) -> dict[tuple, _Step]:
    """Key of a flag → the last step of its naming."""
    ordered = publications.sort_values("id", kind="stable")
    told = zip(*(ordered[one] for one in _Step._fields), strict=True)
    return {key: _Step(*one) for key, one in zip(keys_of(ordered), told, strict=True)}


def _state(
    step: _Step | None, reason: str, answered: bool, reply_days: int, today: dt.date
) -> tuple:
    if step is None or step.step == "withdrawn":
        return DRAFT, None, None, None, False
    on = pd.Timestamp(step.on).date()
    if step.step == "published":
        return PUBLISHED, on, None, step.meeting, step.reason != reason
    until = on + dt.timedelta(days=reply_days)
    return (READY if answered or today > until else WAITING), on, until, None, False


def state_words(
    state: str, on: dt.date | None, until: dt.date | None, changed: bool = False
) -> str:
    """How a state is read beside its flag.

    >>> state_words("draft", None, None), state_words("published", dt.date(2026, 6, 30), None)
    ('dự thảo', 'đã công bố ngày 30/6/2026')
    """
    if state == PUBLISHED:
        return words.PUBLISHED_ON.format(day=formats.date(on)) + (
            words.REASON_CHANGED if changed else ""
        )
    if state == WAITING:
        return words.DRAFT_WAITING.format(day=formats.date(until))
    return words.DRAFT_READY if state == READY else words.DRAFT


def words_by_flag(stated: pd.DataFrame) -> dict[tuple, str]:
    """Key of a named flag (`KEY`) → its state in words. In: `with_states`."""
    states = zip(*(stated[one] for one in WORDED), strict=True)
    return {key: state_words(*one) for key, one in zip(keys_of(stated), states, strict=True)}
