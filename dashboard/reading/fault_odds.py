"""How likely a clause is to tell a limitation, learned from the clauses that people labelled.

The second opinion beside the phrases of ``limitations.toml``: logistic regression over words, pairs of neighbours, pairs with a gap, the words at
both ends and the place where the clause stood. Learned at first use (about a second of one core) from ``labelled_clauses.tsv``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dashboard.reading.folding import fold
from dashboard.reading.labelled_clauses import NONE, Labelled, labelled_clauses

CERTAIN, SURE, MAYBE, LIKELY, HARDLY = 0.9, 0.75, 0.4, 0.6, 0.12
"""From SURE on a clause tells a limitation, from MAYBE on it may (a person is asked); what a phrase found is asked below LIKELY, and left out below HARDLY where it names no category."""
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,/:%]*|[?:!]")
_LEAST_SEEN, _SPREAD, _UNHEARD = 2, 30.0, 0.01  # the last: of words never seen
_STEPS, _TURNS, _NEAR = 8, 15, 1e-3

_Rows = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]
"""The vectors of many clauses: row, feature and value of each entry, row by row."""


class Odds:
    """Logistic regression in which limitations and the rest weigh the same; a clause is a vector of length 1 of its features by their rarity."""

    def __init__(self, labelled: Sequence[Labelled]) -> None:
        told = [_features(one.clause, one.where) for one in labelled]
        seen = Counter(feature for features in told for feature in features)
        kept = [feature for feature, times in seen.items() if times >= _LEAST_SEEN]
        self._places = {feature: place for place, feature in enumerate(kept)}
        self._rarity = np.array([math.log((1 + len(told)) / (1 + seen[one])) + 1 for one in kept])
        weights = _fitted(
            self._rows(told), np.array([one.code != NONE for one in labelled]), len(kept)
        )
        self._weights, self._bias = weights[:-1], float(weights[-1])

    def of(self, clause: str, where: Iterable[str] = ()) -> float:
        """From 0 (none) to 1 (a limitation); ``where``: as ``where_it_stands`` says it."""
        places, values = self._vector(_features(clause, where))
        if not len(places):
            return _UNHEARD
        return 1 / (1 + math.exp(-(float(self._weights[places] @ values) + self._bias)))

    def _vector(self, features: Iterable[str]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        known = (self._places.get(feature, -1) for feature in features)
        places = np.array(sorted(place for place in known if place >= 0), dtype=np.int64)
        values = self._rarity[places]
        return places, values / (np.sqrt((values**2).sum()) or 1)

    def _rows(self, told: Sequence[set[str]]) -> _Rows:
        vectors = [self._vector(features) for features in told]
        lengths = [len(places) for places, _ in vectors]
        return (
            np.repeat(np.arange(len(vectors)), lengths),
            np.concatenate([places for places, _ in vectors]),
            np.concatenate([values for _, values in vectors]),
        )


def between(one: float, other: float) -> float:
    """The odds half way between two, as logistic regression counts them."""
    return 1 / (1 + math.sqrt((1 / one - 1) * (1 / other - 1)))


@cache
def odds() -> Odds:
    """What all labelled clauses teach."""
    return Odds(labelled_clauses())


def _fitted(rows: _Rows, answers: NDArray[np.bool_], features: int) -> NDArray[np.float64]:
    """The weights, the bias last, that lose least on the answers with a penalty on their squares (not on the bias): Newton's steps, each solved by
    conjugate gradients. Sums instead of products of matrices: no thread is started for vectors this short."""
    row, place, value = rows
    signs = np.where(answers, 1.0, -1.0)
    shares = len(answers) / 2 / np.where(answers, answers.sum(), (~answers).sum())
    penalty = np.append(np.full(features, 1 / _SPREAD), 0)

    def scores(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        summed = np.bincount(row, weights[place] * value, minlength=len(answers))
        return np.asarray(summed + weights[-1])

    def gathered(pulls: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.append(np.bincount(place, pulls[row] * value, minlength=features), pulls.sum())

    weights = np.zeros(features + 1)
    for _ in range(_STEPS):
        wrong = 1 / (1 + np.exp(signs * scores(weights)))
        slope = gathered(shares * signs * wrong) - penalty * weights
        bend = shares * wrong * (1 - wrong)
        weights = weights + _solved(
            lambda along, bend=bend: gathered(bend * scores(along)) + penalty * along, slope
        )
    return weights


def _solved(
    bent: Callable[[NDArray[np.float64]], NDArray[np.float64]], slope: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The step for which ``bent(step)`` is the slope, near enough."""
    step, left = np.zeros_like(slope), slope
    along, size = slope, (slope**2).sum()
    for _ in range(_TURNS):
        turned = bent(along)
        share = size / (along * turned).sum()
        step, left = step + share * along, left - share * turned
        before, size = size, (left**2).sum()
        if size <= _NEAR * (slope**2).sum():
            break
        along = left + size / before * along
    return step


def _features(clause: str, where: Iterable[str] = ()) -> set[str]:
    """Any number is “#”; “_” stands for one word between; ^ and $ are the ends; @ is the place."""
    tokens = ["#" if one[0].isdigit() else one for one in _TOKEN.findall(fold(clause))]
    found = {*tokens, *(f"@{one}" for one in where)}
    found.update(f"{one} {other}" for one, other in zip(tokens, tokens[1:], strict=False))
    found.update(f"{one} _ {other}" for one, other in zip(tokens, tokens[2:], strict=False))
    if tokens:
        found |= {f"^{tokens[0]}", f"{tokens[-1]}$", "^" + " ".join(tokens[:2])}
        found.add(" ".join(tokens[-2:]) + "$")
    return found
