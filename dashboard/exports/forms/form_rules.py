"""What a cell of a form accepts: Excel validations by the kind of criterion, the same rules that the intake checks by.

Formulas test ISNUMBER in an IF first: inside OR or AND a text would make INT an error, and Excel takes an error for “not valid”.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from dashboard.exports.forms import form_words as words
from dashboard.plan import Criterion
from dashboard.plan.kinds.kind import Cells, whole
from dashboard.writing import formats

Rule = dict[str, Any]
TITLE_LIMIT, MESSAGE_LIMIT = 32, 255  # Excel's own
Severity = Literal["stop", "warning", "information"]


def value_rule(criterion: Criterion, cells: Cells) -> Rule:
    """What a criterion's value may be, as its kind says; “không áp dụng” is always a legal answer."""
    asked = criterion.how.cell(criterion, cells)
    if asked.choices:
        return list_rule(criterion.label, asked.said, list(asked.choices))
    test = f"=IF(ISNUMBER({cells.value}),{asked.number},{asked.otherwise})"
    return _rule(criterion.label, asked.said, validate="custom", value=test)


def total_rule(criterion: Criterion, cells: Cells, *, of_staff: bool) -> Rule:
    """A whole count that holds the value (and the very satisfied, where they stand beside it); `of_staff`: people of the unit itself."""
    apart = criterion.is_survey and criterion.very_included is False
    least = f"{cells.value}+{cells.very}" if apart else cells.value
    parts = [whole(cells.total), f"{cells.total}>=IF(ISNUMBER({cells.value}),{least},0)"]
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
        value=f"=IF(ISNUMBER({cells.very}),AND({whole(cells.very)},{bound}),FALSE)",
    )


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
