"""Counts and the percentages that say the same by arithmetic: “phát 205 phiếu, 188 bạn đọc hài lòng (91,7%)”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.reading.said_figures import Figure

_REACH, _AROUND = 260, 8  # characters, figures
_NEAR, _LEAST = 0.06, 9  # points of a percentage; the least total without “/”


def shares_told(figures: Sequence[Figure]) -> dict[Figure, Figure]:
    """Of each percentage the count before it (or, with its total, right behind it) that it is the share of, as the numbers say, whatever the words between."""
    return {
        share: count
        for number, share in enumerate(figures)
        if share.unit == "%"
        for count in [
            _count_of(figures[max(0, number - 8) : number], share)
            or next(_with_total(figures[number + 1 : number + 3], share), None)
        ]
        if count
    }


def wholes_told(figures: Sequence[Figure]) -> frozenset[Figure]:
    """The plain counts of which another count is the share that is told: how many were asked, not how many were satisfied.

    Example: the 3.599 of “Khảo sát 3.599 người dân, 3.324 người hài lòng, đạt 92,35%”.
    """
    places = {figure: place for place, figure in enumerate(figures)}
    return frozenset(
        whole
        for share, count in shares_told(figures).items()
        if count.out_of is None
        for whole in figures[max(0, places[count] - _AROUND) : places[count] + _AROUND]
        if whole is not count
        and whole.unit == "count"
        and whole.out_of is None
        and abs(whole.start - count.start) <= _REACH
        and (whole.value or 0) > _LEAST
        and _is_share(count, whole.value or 0, share)
    )


def _count_of(before: Sequence[Figure], share: Figure) -> Figure | None:
    near = [
        one
        for one in before
        if one.unit == "count" and one.value and share.start - one.start <= _REACH
    ]
    return next(_with_total(near, share), None) or next(_beside_total(near, share), None)


def _with_total(near: Sequence[Figure], share: Figure) -> Iterator[Figure]:
    return (one for one in reversed(near) if one.out_of and _is_share(one, one.out_of, share))


def _beside_total(near: Sequence[Figure], share: Figure) -> Iterator[Figure]:
    """The total stands beside it as a figure of its own; all of them (100%) would be any two that are alike."""
    bare = [one for one in near if one.out_of is None]
    return (
        one
        for one in reversed(bare)
        if (share.value or 100) < 100
        and any(
            (whole.value or 0) > _LEAST and _is_share(one, whole.value or 0, share)
            for whole in bare
            if whole is not one
        )
    )


def _is_share(count: Figure, whole: float, share: Figure) -> bool:
    value = count.value or 0
    return whole >= value > 0 and abs(100 * value / whole - (share.value or -1)) < _NEAR
