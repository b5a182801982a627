"""All ways of laying figures out, from which one is drawn for each made file."""

from __future__ import annotations

import random
from collections.abc import Callable

from workbooks_made.made_beside import (
    beside,
    by_year,
    explained,
    with_maxima,
    with_parts,
    with_shares,
)
from workbooks_made.made_counts import counted, measured, people, satisfied
from workbooks_made.made_sections import own_scale, stacked, staged
from workbooks_made.tables import Said, Table, across, long, pairs, ranked, wide, years

LAYOUTS: list[Callable[[random.Random, Said], Table]] = [
    wide,
    wide,
    long,
    across,
    pairs,
    ranked,
    years,
    counted,
    people,
    satisfied,
    staged,
    stacked,
    own_scale,
    measured,
    beside,
    by_year,
    with_maxima,
    with_parts,
    with_shares,
    explained,
]
