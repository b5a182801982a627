"""What a cell of a form accepts: Excel validations by the kind of criterion, the same rules that the intake checks by.

Formulas test ISNUMBER in an IF first: inside OR or AND a text would make INT an error, and Excel takes an error for “not valid”.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, NamedTuple

from dashboard.exports.forms import form_words as words
from dashboard.plan import Criterion
from dashboard.writing import formats

Rule = dict[str, Any]
TITLE_LIMIT, MESSAGE_LIMIT = 32, 255  # Excel's own
Severity = Literal["stop", "warning", "information"]


class Cells(NamedTuple):
    """Where the figures of one criterion stand, as “F7”; `value` is the one that this form asks for, `staff` the absolute cell of the unit's staff."""

    maximum: str
    total: str
    value: str
    very: str
    staff: str


def value_rule(criterion: Criterion, cells: Cells) -> Rule:
    """What a criterion's value may be; “không áp dụng” is always a legal answer."""
    if criterion.kind == "yes_no":
        return _rule(
            criterion.label,
            words.RULES["yes_no"],
            validate="list",
            source=[words.YES, words.NO, words.NOT_APPLICABLE],
        )
    number, otherwise, text = _VALUES[criterion.kind](criterion, cells)
    return _rule(
        criterion.label,
        text,
        validate="custom",
        value=f"=IF(ISNUMBER({cells.value}),{number},{otherwise})",
    )


def _said(cell: str) -> str:
    return f'LOWER(TRIM({cell}))="{words.NOT_APPLICABLE}"'


def _points(criterion: Criterion, cells: Cells) -> tuple[str, str, str]:
    most = formats.number(criterion.max, None)
    if criterion.bonus:
        return f"{cells.value}>=0", _said(cells.value), words.RULES["bonus"].format(max=most)
    return (
        f"AND({cells.value}>=0,{cells.value}<={cells.maximum})",
        _said(cells.value),
        words.RULES["points"].format(max=most),
    )


def _counted(criterion: Criterion, cells: Cells) -> tuple[str, str, str]:
    return (
        f"AND({_whole(cells.value)},{cells.value}<={cells.total})",
        _said(cells.value),
        words.RULES[criterion.kind],
    )


def _number(criterion: Criterion, cells: Cells) -> tuple[str, str, str]:
    if criterion.unit == "%":  # up to 1 it could be a share of one: the intake would ask
        return (
            f"OR({cells.value}=0,ABS({cells.value})>1)",
            f'OR({_said(cells.value)},RIGHT(TRIM({cells.value}),1)="%")',
            words.RULES["percent"],
        )
    return (
        "TRUE",
        _said(cells.value),
        words.RULES["number"].format(unit=f" ({criterion.unit})" if criterion.unit else ""),
    )


_VALUES = {"points": _points, "share": _counted, "survey": _counted, "number": _number}


def total_rule(criterion: Criterion, cells: Cells, *, of_staff: bool) -> Rule:
    """A whole count that holds the value (and the very satisfied, where they stand beside it); `of_staff`: people of the unit itself."""
    apart = criterion.kind == "survey" and criterion.very_included is False
    least = f"{cells.value}+{cells.very}" if apart else cells.value
    parts = [_whole(cells.total), f"{cells.total}>=IF(ISNUMBER({cells.value}),{least},0)"]
    if of_staff:
        parts.append(f'OR({cells.staff}="",{cells.total}<={cells.staff})')
    return _rule(
        criterion.label,
        words.RULES["total_people" if of_staff else "total"],
        validate="custom",
        value=f"=IF(ISNUMBER({cells.total}),AND({','.join(parts)}),FALSE)",
    )


def very_rule(criterion: Criterion, cells: Cells) -> Rule:
    """The very satisfied: inside the satisfied, beside them, or (undeclared) at most all."""
    bound, text = {
        True: (f"{cells.very}<={cells.value}", "very_in"),
        False: (f"{cells.very}+{cells.value}<={cells.total}", "very_out"),
    }.get(criterion.very_included, (f"{cells.very}<={cells.total}", "very"))
    return _rule(
        criterion.label,
        words.RULES[text],
        validate="custom",
        value=f"=IF(ISNUMBER({cells.very}),AND({_whole(cells.very)},{bound}),FALSE)",
    )


def _whole(cell: str) -> str:
    return f"{cell}>=0,{cell}=INT({cell})"


def count_rule(label: str, text: str) -> Rule:
    """A whole number from 0 on."""
    return _rule(label, text, validate="integer", criteria=">=", value=0)


def date_rule(label: str, first: dt.date, last: dt.date) -> Rule:
    """A day of the movement's time."""
    text = words.RULES["date"].format(first=formats.date(first), last=formats.date(last))
    return _rule(label, text, validate="date", criteria="between", minimum=first, maximum=last)


def list_rule(label: str, text: str, source: str | list[str], severity: Severity = "stop") -> Rule:
    """One of a list; `source` is the range that holds it or its few words."""
    return _rule(label, text, severity, validate="list", source=source)


def _rule(label: str, text: str, severity: Severity = "stop", **rule: Any) -> Rule:
    title = label if len(label) <= TITLE_LIMIT else f"{label[: TITLE_LIMIT - 1].rstrip()}…"
    said = {
        "input_title": title,
        "input_message": text[:MESSAGE_LIMIT],
        "error_title": words.RULE_TITLE,
        "error_message": text[:MESSAGE_LIMIT],
        "error_type": severity,
    }
    return {**rule, **said, "ignore_blank": True}
