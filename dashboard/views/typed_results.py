"""A result as it is typed into the sheet of an appraisal: which figures a text means, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.plan import Criterion
from dashboard.plan.kinds.yes_no import ANSWERS
from dashboard.views import appraisal_words as words
from dashboard.views.appraisal import maximum
from dashboard.views.plan_cells import MistakeError, number_of
from dashboard.writing import formats

_ANSWERS = {word: float(value) for value, word in ANSWERS.items()}
FIGURES = ("value", "out_of", "very", "very_included")


def _kept(row: Any, names: Sequence[str]) -> dict[str, Any]:
    """These values of a row, None for what is missing."""
    values = {name: getattr(row, name) for name in names}
    return {name: None if formats.is_missing(one) else one for name, one in values.items()}


def row_of(
    criterion: Criterion, own: Any, before: Any, text: str, note: str, *, touched: bool
) -> dict[str, Any]:
    """The columns of a row for what stands in the cell. Raises `MistakeError` with its sentence."""
    plain = {**dict.fromkeys(FIGURES), "comparator": "=", "note": note or None}
    if not text:
        return {**plain, "state": "withdrawn"}
    if text.lower() == words.NOT_APPLICABLE:
        return {**plain, "state": "not_applicable"}
    if not touched:
        return {**plain, **_kept(before, (*FIGURES, "comparator")), "state": "ok"}
    value = typed_value(criterion, text)
    most = maximum(criterion, own, before)
    check_value(criterion, value, most)
    if not criterion.is_rate:
        return {**plain, "value": value, "state": "ok"}
    source = before if before is not None and not formats.is_missing(before.out_of) else own
    counts = _kept(source, ("very", "very_included"))
    very = counts["very"]
    if very is not None and counts["very_included"] is not False and value < very:
        told = {"criterion": criterion.label, "value": text, "very": formats.count(very)}
        raise MistakeError(words.BELOW_VERY.format(**told))
    return {**plain, **counts, "value": value, "out_of": most, "state": "ok"}


def typed_value(criterion: Criterion, text: str) -> float:
    """The value that a person typed for a criterion. Raises `MistakeError`."""
    if criterion.how.reading.answers:
        if text.lower() not in _ANSWERS:
            raise MistakeError(words.YES_NO.format(criterion=criterion.label, text=text))
        return _ANSWERS[text.lower()]
    return number_of(text, criterion.label)


def check_value(
    criterion: Criterion, value: float, most: float | None, *, counted: bool = False
) -> None:
    """Raises `MistakeError` for a value that the criterion cannot have; `counted`: a count that may be without a total."""
    said = {"criterion": criterion.label, "value": formats.number(value, None)}
    if value < 0 and not criterion.how.reading.signed:
        raise MistakeError(words.NEGATIVE.format(**said))
    if criterion.is_rate and most is None and not counted:
        raise MistakeError(words.NO_TOTAL.format(**said))
    if criterion.is_rate and value != int(value):
        raise MistakeError(words.WHOLE.format(**said))
    if most is not None and value > most + 1e-9 and not criterion.bonus:
        raise MistakeError(words.TOO_HIGH.format(**said, maximum=formats.number(most, None)))
