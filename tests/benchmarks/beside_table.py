"""What `beside.py` has measured as tables: the columns side by side, then the ratios, which are what counts."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

Found = Mapping[str, Mapping[str, Sequence[float]]]
"""Page → measure → one value a round."""
COLUMNS = {
    "first load ms": (("first load",), 0),
    "second visit ms": (("second visit",), 0),
    "year changed ms, first / again": (("ms, first", "ms, again"), 0),
    "server CPU s a change, first / again": (("server, first", "server, again"), 3),
    "browser CPU s, first / again": (("browser, first", "browser, again"), 2),
    "kB a change, first / again": (("kB, first", "kB, again"), 0),
    "kB of the first load": (("kB, load",), 0),
    "MB at rest": (("MB at rest",), 0),
    "MB a session": (("MB a session",), 2),
}
RATIOS = ("first load", "second visit", "ms, first", "ms, again", "server, again", "browser, again")
AIMS = {"first load": "≤ 0.80 × Dash", "second visit": "≤ 0.70 × Dash"} | {
    f"ms, {when}": "≤ 0.75 × Dash, ≤ 1.50 × floor" for when in ("first", "again")
}


def table(found: Found) -> str:
    """Medians of every page."""
    lines = [_line(["", *COLUMNS]), _line(["---"] * (len(COLUMNS) + 1))]
    for name, measures in found.items():
        cells = [_cell(measures, *asked) for asked in COLUMNS.values()]
        lines.append(_line([name, *cells]))
    return "\n".join(lines)


def _cell(measures: Mapping[str, Sequence[float]], names: Sequence[str], digits: int) -> str:
    if not all(measures.get(one) for one in names):
        return ""
    return " / ".join(f"{statistics.median(measures[one]):,.{digits}f}" for one in names)


def ratios(found: Found, ours: Sequence[str]) -> str:
    """Each of our pages against Dash and against the floor: the medians of what single rounds gave."""
    head = ["ratio to Dash · to the floor", *RATIOS]
    lines = [_line(head), _line(["---"] * len(head))]
    for name in ours:
        cells = [
            " · ".join(_ratio(found[name][one], found[other][one]) for other in ("Dash", "floor"))
            for one in RATIOS
        ]
        lines.append(_line([name, *cells]))
    return "\n".join([*lines, _line(["aim", *(AIMS.get(one, "") for one in RATIOS)])])


def _ratio(own: Sequence[float], other: Sequence[float]) -> str:
    """Round by round; – where the other took nothing that can be measured.

    >>> _ratio([3.0, 8.0, 5.0], [4.0, 8.0, 10.0])
    '0.75'
    """
    pairs = [one / two for one, two in zip(own, other, strict=True) if two > 0]
    return f"{statistics.median(pairs):.2f}" if pairs else "–"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
