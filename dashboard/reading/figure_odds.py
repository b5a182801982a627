"""How likely a figure is the unit's own level of the report's year: a second opinion beside the rules, learned from texts that people marked.

Logistic regression over the signs of ``figure_signs.py``. Its weights stand in ``figure_weights.tsv``, one sign a line, to be read and argued with;
``python -m tests.reports.teach_figures`` writes them anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

SURE, GIVEN, BESIDE, ASKED, SPOKEN_AGAINST, BIAS = 0.65, 0.82, 0.9, 0.42, 0.5, "(bias)"
"""From SURE on what the rules found is given, below it is asked. What no rule found is asked from ASKED on, from SPOKEN_AGAINST on where the sentence
calls it a goal, a change, another body's or another year's, and given from GIVEN on where it does not: chosen by
batches 32 to 48, each left out of the teaching (tests/reports/README.md).
A sentence that names another body must be surer for both: BESIDE."""
WEIGHTS = Path(__file__).with_name("figure_weights.tsv")


def figure_odds(signs: Iterable[str], weights: Mapping[str, float] | None = None) -> float:
    """From 0 (another's, a goal, another year's, nothing that a report is asked for) to 1 (the unit's own level)."""
    weighed = _weights() if weights is None else weights
    score = math.fsum([weighed[BIAS], *(weighed.get(sign, 0) for sign in signs)])  # in any order
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights() -> Mapping[str, float]:
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    told = (line.rsplit("\t", 1) for line in lines if not line.startswith("#\t"))
    return {sign: float(weight) for sign, weight in told}
