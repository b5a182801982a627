"""Which category a limitation resembles most among the clauses that people labelled before.

Words and pairs of words are counted, nothing else: complement naive Bayes (Rennie et al., “Tackling the Poor Assumptions of Naive Bayes Text
Classifiers”, ICML 2003). Learned at first use (under a second) from ``labelled_clauses.tsv`` and the phrases of the categories.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np

from dashboard.reading.folding import fold
from dashboard.reading.labelled_clauses import NONE, Labelled, labelled_clauses
from dashboard.reading.phrases import rules

UNSURE_LEAD = 0.2
"""A category that leads the next by less is right in 48 of 100 clauses only, one that leads by more in 92 (of a batch that no rule had seen)."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SMOOTHING, _PHRASE_WEIGHT = 0.3, 0.5


@dataclass(frozen=True)
class Likeness:
    """The category that a clause resembles most, and by how much it leads the next (0 = they are level)."""

    category: str
    lead: float

    @property
    def sure(self) -> bool:
        return self.lead >= UNSURE_LEAD


class Categories:
    """Complement naive Bayes over categories: a word counts for a category by how rare it is in all others."""

    def __init__(self, labelled: Iterable[tuple[str, str, float]]) -> None:
        """In: (code, clause, weight)."""
        told = [(code, _features(clause), weight) for code, clause, weight in labelled]
        self.codes = sorted({code for code, _, _ in told})
        seen = Counter(word for _, words, _ in told for word in words)
        self._places = {word: place for place, word in enumerate(seen)}
        self._rarity = np.array([math.log((1 + len(told)) / (1 + seen[word])) + 1 for word in seen])
        sums = np.zeros((len(self.codes), len(seen)))
        for code, words, weight in told:
            places, values = self._weighed(words)
            sums[self.codes.index(code), places] += weight * values
        others = sums.sum(axis=0) - sums + _SMOOTHING
        evidence = -np.log(others / others.sum(axis=1, keepdims=True))
        self._evidence = evidence / np.abs(evidence).mean(axis=1, keepdims=True)

    def of(self, clause: str) -> Likeness:
        """The likeliest category; one whose words were never seen leads by nothing."""
        places, values = self._weighed(_features(clause))
        scores = 3 * (self._evidence[:, places] @ values)
        second, best = np.argsort(scores, kind="stable")[-2:]
        return Likeness(self.codes[best], float(scores[best] - scores[second]))

    def _weighed(self, words: Counter[str]) -> tuple[list[int], np.ndarray]:
        known = [word for word in words if word in self._places]
        places = [self._places[word] for word in known]
        values = np.array([1 + math.log(words[word]) for word in known]) * self._rarity[places]
        return places, values / (np.sqrt((values**2).sum()) or 1)


def likeliest(clause: str) -> Likeness:
    """Which category a clause that tells a limitation is most like."""
    return _categories().of(clause)


def categories_from(labelled: Iterable[Labelled]) -> Categories:
    """The categories as these clauses and the phrases of ``limitations.toml`` show them."""
    clauses = [(one.code, one.clause, 1.0) for one in labelled if one.code != NONE]
    phrases = [(code, phrase, _PHRASE_WEIGHT) for code, phrase in _phrases()]
    return Categories([*clauses, *phrases])


@cache
def _categories() -> Categories:
    return categories_from(labelled_clauses())


def _phrases() -> Iterable[tuple[str, str]]:
    """The phrases of each category in words, alternatives one by one: “gửi/nộp trễ” is “gửi trễ” and “nộp trễ”."""
    for entry in rules("limitations")["category"]:
        yield entry["code"], entry["name"]
        for key in ("faults", "topics", "weak", "hints"):
            for phrase in entry[key]:
                tokens = [token.split("/") for token in phrase.split()]
                for turn in range(max(map(len, tokens))):
                    said = (choices[min(turn, len(choices) - 1)] for choices in tokens)
                    yield entry["code"], " ".join(said).replace("_", " ").replace("*", " ")


def _features(clause: str) -> Counter[str]:
    """Syllables and pairs of neighbours, any number as “#”."""
    words = ["#" if word[0].isdigit() else word for word in _WORD.findall(fold(clause))]
    return Counter(
        [*words, *(f"{one} {other}" for one, other in zip(words, words[1:], strict=False))]
    )
