"""Cuộc họp: what is sealed, what changed since, who is named and how far, what was concluded; as sentences and rows."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.access.beside_flags import Beside
from dashboard.access.edition import AS_THEY_ARE
from dashboard.access.publication import DRAFT, KEY, PUBLISHED, WAITING, words_by_flag
from dashboard.assessment.rules import LEVELS, NAMES
from dashboard.assessment.standing import Standing
from dashboard.plan import Plan, clock
from dashboard.views.counted_flags import indicator_name
from dashboard.views.flag_cards import without_name
from dashboard.wording import meeting_words as words
from dashboard.writing import formats, theme
from dashboard.writing.nouns import worded


def milestones(plan: Plan) -> dict[str, str]:
    """“Tổng kết 2025” → code, the last milestone first."""
    return {one.label: one.code for one in reversed(plan.milestones)}


def first_shown(plan: Plan, year: int) -> int:
    """Which of `milestones` is shown first: that of the year looked at, else the last one before it, else the last."""
    years = [one.year for one in reversed(plan.milestones)]
    return next((place for place, one in enumerate(years) if one <= year), 0)


def shown(labels: Mapping[str, str], kept: object, first: int) -> str:
    """Which of `milestones` is shown: the one chosen before, where it is still there, else the first shown."""
    return kept if isinstance(kept, str) and kept in labels else list(labels)[first]


def answer(label: str, seals: pd.DataFrame, stated: pd.DataFrame, conclusions: pd.DataFrame) -> str:
    """The first sentence: what is sealed for the milestone, whose naming is a draft, what is open. In: the milestone's seals, `publication.with_states`."""
    newest = seals.head(1)
    said = [
        words.ANSWER_SEALED.format(milestone=label, name=one.name, day=formats.date(local(one.at)))
        for one in newest.itertuples(index=False)
    ] or [words.ANSWER_NONE.format(milestone=label)]
    drafts = stated.loc[stated["state"] != PUBLISHED, "unit"].nunique()
    said += [words.ANSWER_DRAFTS.format(units=formats.count(drafts, "đơn vị"))] if drafts else []
    still = int((conclusions["state"] == "open").sum())
    said.append(
        words.ANSWER_OPEN.format(items=formats.count(still, "kết luận"))
        if still
        else words.ANSWER_NOTHING
    )
    return f"{'; '.join(said)}."


def local(at: pd.Timestamp) -> pd.Timestamp:
    """A moment of the store (UTC) as the clock shows it here."""
    return pd.Timestamp(at).tz_convert(clock.ZONE)


def seal_labels(seals: pd.DataFrame) -> dict[str, int]:
    """What the reader chooses from → number of the edition, newest first; the figures as they are last."""
    found = {
        words.EDITION_LABEL.format(
            number=one.id,
            name=one.name,
            at=f"{local(one.at):%H:%M} ngày {formats.date(local(one.at))}",
        ): int(one.id)
        for one in seals.itertuples(index=False)
    }
    return {**found, words.LIVE: AS_THEY_ARE}


def seal_rows(seals: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """The seals as a table: name, milestone, as_of, moment, who, note, fingerprint (its first half)."""
    labels = {code: label for label, code in milestones(plan).items()}
    moments = [f"{local(at):%H:%M} {formats.date(local(at))}" for at in seals["at"]]
    return seals.assign(
        milestone=[labels.get(code, code) for code in seals["milestone"]],
        moment=moments,
        fingerprint=seals["fingerprint"].str[:16],
    )


def change_rows(changes: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Differences (of `seals.compared`) in words: unit_code, unit, what, before, after."""
    said = [
        (_what(one, plan), _value(one.what, one.before), _value(one.what, one.after))
        for one in changes.itertuples(index=False)
    ]
    return pd.concat(
        [
            changes[["unit_code", "unit"]],
            pd.DataFrame(said, columns=["what", "before", "after"], index=changes.index),
        ],
        axis=1,
    )


def _what(one, plan: Plan) -> str:
    if one.what != "flag":
        return words.WHAT[one.what]
    indicator, rule = one.detail.rsplit(":", 1)
    return f"{words.WHAT['flag']}: {worded(NAMES)[rule]} ({indicator_name(plan, indicator)})"


def _value(what: str, value: object) -> str:
    if what == "present":
        return words.PRESENT[bool(value)]
    if formats.is_missing(value):
        return formats.DASH
    writers = {
        "score": formats.number,
        "rank": formats.count,
        "rank_of": formats.count,
        "satisfaction": formats.percent,
        "flag": lambda level: LEVELS[level],
    }
    return theme.STATUS[value].label if what == "status" else writers.get(what, str)(value)


def change_sentence(changes: pd.DataFrame, some: str, none: str, **names: str) -> str:
    """How many units differ and in how many points; `none` where nothing does."""
    if changes.empty:
        return none.format(**names)
    return some.format(
        units=formats.count(changes["unit_code"].nunique(), "đơn vị"),
        items=formats.count(len(changes), words.CHANGES),
        **names,
    )


def named_rows(
    standing: Standing, stated: pd.DataFrame, beside: Mapping[tuple, Beside]
) -> pd.DataFrame:
    """The named flags with their state in words and what the unit replied: unit, name, block, rule, said, naming, reply, meeting. In: `publication.beside`."""
    said = words_by_flag(stated)
    rows = stated.merge(standing.table[["unit", "name", "block"]], on="unit", how="left")
    keys = list(map(tuple, rows[KEY].itertuples(index=False)))
    return rows.assign(
        naming=[said[key] for key in keys],
        reply=[beside[key].reply or None if key in beside else None for key in keys],
        said=[
            without_name(reason, name)
            for reason, name in zip(rows["reason"], rows["name"], strict=True)
        ],
        rule=rows["rule"].map(worded(NAMES)),
    )[["unit", "name", "block", "rule", "said", "naming", "reply", "meeting"]]


def flag_labels(standing: Standing, flags: pd.DataFrame) -> dict[str, tuple]:
    """“Sở A: Dưới mốc, đã kiểm chứng (Tổng điểm)” → the flag's key, in the order of the flags."""
    names = standing.table.set_index("unit")["name"]
    keys = map(tuple, flags[KEY].itertuples(index=False))
    return {
        f"{names[key[0]]}: {worded(NAMES)[key[3]]} ({indicator_name(standing.plan, key[2])})": key
        for key in keys
    }


def not_now(flag: pd.Series, step: str) -> str:
    """Why a step of naming cannot be taken yet; '' if it can. In: a row of `publication.with_states`."""
    state = flag["state"]
    if step == "notified":
        return "" if state == DRAFT else words.TOLD_ALREADY
    if state == DRAFT:
        return words.NOT_TOLD
    if step == "published" and state == PUBLISHED:
        return words.PUBLISHED_ALREADY
    return (
        words.STILL_WAITING.format(until=formats.date(flag["until"]))
        if step == "published" and state == WAITING
        else ""
    )
