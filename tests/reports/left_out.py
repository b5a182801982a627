"""How well the learned reader tells a batch that had no part in teaching it.

``python -m tests.reports.left_out`` prints for each batch of ``labelled_clauses.tsv`` what the clauses of all other batches (and those written
by hand) make of it: categories right, limitations told from the rest of the text with precision and recall.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.reading.fault_odds import MAYBE, Odds
from dashboard.reading.labelled_clauses import NONE, labelled_clauses
from dashboard.reading.likeness import categories_from

BY_HAND = "hand"


def batches() -> list[str]:
    """The batches that teach, in order."""
    origins = {one.origin for one in labelled_clauses()} - {BY_HAND}
    return sorted(origins, key=lambda origin: int(origin.split("-")[0]))


def counted(left_out: Sequence[str]) -> Counter[str]:
    """Of the batches left out: clauses that tell a limitation (told), those with the right category (right), those taken for one rightly (found) or wrongly (wrong)."""
    others = [one for one in labelled_clauses() if one.origin not in left_out]
    categories, odds = categories_from(others), Odds(others)
    counts: Counter[str] = Counter()
    for one in labelled_clauses():
        if one.origin not in left_out:
            continue
        tells, taken = one.code != NONE, odds.of(one.clause, one.where) >= MAYBE
        counts["told"] += tells
        counts["right"] += tells and categories.of(one.clause).category == one.code
        counts["found"] += tells and taken
        counts["wrong"] += taken and not tells
    return counts


def shares(counts: Counter[str]) -> tuple[float, float, float]:
    """(share of categories right, precision, recall)."""
    return (
        counts["right"] / counts["told"],
        counts["found"] / ((counts["found"] + counts["wrong"]) or 1),
        counts["found"] / counts["told"],
    )


def measured(names: Sequence[str], folds: int) -> tuple[float, float, float]:
    """The shares of these batches together, each told by all others but those of its fold: cheaper than one by one, and stricter."""
    dealt = [names[first::folds] for first in range(folds)]
    return shares(sum(map(counted, dealt), Counter()))


def _print() -> None:
    print("batch    category  precision  recall")
    every = {batch: counted([batch]) for batch in batches()}
    for name, counts in {**every, "all": sum(every.values(), Counter())}.items():
        print(f"{name:8} {'  '.join(f'{share:8.1%}' for share in shares(counts))}")


if __name__ == "__main__":
    _print()
