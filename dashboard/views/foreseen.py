"""What a change would do, as people read it before they press: a sentence a year, the editions that stay, every unit in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.assessment.consequences import INSPECTED, YearConsequences
from dashboard.assessment.rules import NAMES
from dashboard.plan import Plan
from dashboard.views import foreseen_words as words
from dashboard.views.counted_flags import indicator_name
from dashboard.writing import formats, theme
from dashboard.writing.columns import Column, filled
from dashboard.writing.nouns import worded
from dashboard.writing.table_model import Table

MOST_NAMES = 4
CODED = ("status", "satisfaction_status")


def lines(years: Sequence[YearConsequences], editions: Iterable[Edition]) -> list[str]:
    """One sentence a year in which units change, one for all the others, one for each edition of a changed year; nothing of no year.

    Example: “Năm 2024: 186 đơn vị trong 189 đơn vị đổi (186 đổi điểm, 150 đổi hạng); lớn nhất: Xã An, điểm 80,00 → 66,67.”
    """
    if not years:
        return []
    moved = [one for one in years if len(one.rows)]
    if not moved:
        return [words.NOTHING]
    still = [str(one.year) for one in years if one.rows.empty]
    said = [_year(one) for one in moved]
    if still:
        one_year = len(still) == 1
        text = words.UNCHANGED_YEAR if one_year else words.UNCHANGED_YEARS
        said.append(text.format(years=formats.listed(still)))
    touched = {one.year for one in moved}
    newest: dict[tuple[int, str], Edition] = {}
    for one in editions:
        if one.year in touched:
            newest.setdefault((one.year, one.state), one)
    return said + [
        words.EDITION.format(
            year=one.year, number=one.number, name=one.name, state=words.STATES[one.state]
        )
        for one in newest.values()
    ]


def _year(one: YearConsequences) -> str:
    """Who leaves, who enters, and in what how many of those that stay change."""
    counted = [
        f"{formats.count(number)} {text}"
        for aspect, text in words.ASPECTS.items()
        if (number := one.changed_in(aspect))
    ]
    lives = [
        text.format(units=formats.count(len(names), "đơn vị"), names=_names(names))
        for effect, text in (("leaves", words.LEAVE), ("enters", words.ENTER))
        if (names := list(one.rows.loc[one.rows["effect"] == effect, "name"]))
    ]
    return words.YEAR.format(
        year=one.year,
        changed=formats.count(len(one.rows)),
        units=formats.count(one.units, "đơn vị"),
        aspects="; ".join([*lives, ", ".join(counted)] if counted else lives),
        largest=_largest(one.rows),
    )


def _largest(rows: pd.DataFrame) -> str:
    """The largest move of a score among the units that stay."""
    stays = rows[(rows["effect"] == "changes") & rows["aspects"].map(lambda one: "score" in one)]
    if stays.empty:
        return ""
    first: Any = stays.iloc[0]
    change = f"điểm {_score(first['score_before'])} → {_score(first['score_after'])}"
    return words.LARGEST.format(name=first["name"], change=change)


def _score(value: float | None) -> str:
    return formats.number(value, 2)


def _names(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    said = names[:MOST_NAMES]
    if more > 0:
        said.append(words.MORE.format(units=formats.count(more, "đơn vị")))
    return "; ".join(said)


def table(plans: Sequence[Plan], years: Sequence[YearConsequences]) -> Table:
    """Every unit that changes, year by year, the newest year first, the largest change first; columns in which nothing changes are left out.

    `plans`: those without and with the change, since a flag may speak of a criterion that only one of them has.
    """
    rows = [
        _row(plans, one.year, row) for one in reversed(years) for row in one.rows.to_dict("records")
    ]
    names = ["year", "name", "effect", "score_before", "score_after", *words.COLUMNS]
    frame = pd.DataFrame(rows, columns=names)
    columns = filled(
        frame,
        {
            "year": words.YEAR_COLUMN,
            "name": Column(words.UNIT, width="medium"),
            "effect": words.EFFECT,
            "score_before": Column(words.SCORE_BEFORE, "score", 2),
            "score_after": Column(words.SCORE_AFTER, "score", 2),
            **words.COLUMNS,
        },
    )
    return Table(words.TABLE, columns, frame)


def _row(plans: Sequence[Plan], year: int, row: dict[str, Any]) -> dict[str, Any]:
    said = {name: _change(plans, name, row) for name in words.COLUMNS}
    return {
        "year": str(year),
        "name": row["name"],
        "effect": words.EFFECTS[row["effect"]] or None,
        "score_before": row["score_before"],
        "score_after": row["score_after"],
        **said,
    }


def _change(plans: Sequence[Plan], name: str, row: dict[str, Any]) -> str | None:
    """“3/9 → 2/8”, “thêm nêu tên: …”; None where nothing changes."""
    if name not in row["aspects"]:
        return None
    old, new = row[f"{name}_before"], row[f"{name}_after"]
    if isinstance(old, frozenset):
        gone, come = (
            [text.format(what=_item(plans, name, one)) for one in sorted(some, key=str)]
            for some, text in ((old - new, words.GONE), (new - old, words.COME))
        )
        return "; ".join([*gone, *come])
    if name == "rank":
        old = formats.out_of(old, row["rank_of_before"])
        new = formats.out_of(new, row["rank_of_after"])
    elif name in CODED:
        old, new = _status(old), _status(new)
    return words.FROM_TO.format(old=_text(old), new=_text(new))


def _status(code: object) -> str:
    return formats.DASH if formats.is_missing(code) else theme.STATUS[str(code)].word


def _text(value: object) -> str:
    return formats.DASH if formats.is_missing(value) else str(value)


def _item(plans: Sequence[Plan], name: str, one: Any) -> str:
    """A report, a flag, a proposal in words."""
    if name == "reports":
        kind, due, state = one
        return words.REPORT.format(
            kind=words.REPORT_KINDS[kind], due=formats.date(due), state=words.REPORT_STATES[state]
        )
    if name == "proposals":
        return words.INSPECTION if one == INSPECTED else one
    indicator, rule, level, _ = one
    if level == "info":
        return words.SELF_NOTED.format(rule=worded(NAMES)[rule])
    own = _indicator(plans, indicator)
    return words.FLAG.format(level=theme.FLAG[level].word, rule=worded(NAMES)[rule], indicator=own)


def _indicator(plans: Sequence[Plan], code: str) -> str:
    """The name of an indicator in the newest plan that has it."""
    knows = [one for one in plans if code in {part.code for part in (*one.criteria, *one.groups)}]
    return indicator_name((knows or list(plans))[-1], code)
