"""Teaches the second opinion on figures from the texts of this folder, and measures it on batches that had no part in teaching it.

``python -m tests.reports.teach_figures`` prints for each batch what all others make of its figures; with ``write`` it writes ``figure_weights.tsv`` anew.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dashboard.reading.figure_odds import ASKED, BIAS, WEIGHTS, figure_odds
from dashboard.reading.figure_signs import signs
from dashboard.reading.indicators import rows_of
from dashboard.reading.said_figures import Figure
from dashboard.reading.whole_report import opened
from tests.reports.scores import FOLDER, report_names, text_of, truth_of

FRESH = FOLDER / "fresh"
SPREAD, LEAST_SEEN, SMALL = 0.2, 2, 0.02
OF_OWN_TEXTS, TOLD_OF_OTHERS, UNLISTED = 0.05, 2, 0.3
"""What a figure weighs that is not the plain case (1): in a text by the rules' own writer; one that another's truth tells to be no unit's own (taken
for its own it does most harm); one of the batches d and e, whose truth lists not all, that it does not name."""
UNTAUGHT = "kpqt"  # batches that only measure
OF_A_BATCH, OF_THE_FIRST_FIVE = 60, 280  # sentences
PAPER = "{unit}\nSố: 45/BC-UBND\nBÁO CÁO\nKết quả phong trào thi đua thực hiện văn hóa công sở năm {year}\nI. KẾT QUẢ\n{said}\n"


@dataclass(frozen=True)
class Marked:
    """One figure of a text: its signs, whether it is the unit's own level, what it weighs and in which batch it stands."""

    batch: str
    signs: frozenset[str]
    own: bool
    weight: float


def seen(text: str) -> Iterator[tuple[Figure, frozenset[str]]]:
    """The figures that a reader weighs, with their signs."""
    source, parts, _, _, reader = opened(text)
    for row in rows_of(source, parts, reader):
        for number, figure in enumerate(row.figures):
            yield figure, signs(row, number)


@cache
def marked() -> tuple[Marked, ...]:
    """All figures that people marked."""
    return (*_by_another(), *_beside(), *_own_texts())


def _by_another() -> Iterator[Marked]:
    """Texts whose truth has places: what stands in a place of the truth with another value is neither. Of a text of no unit's own nothing is learned: whom a
    reader takes for its unit is then another, of whom it speaks as of a unit."""
    for name in report_names(FRESH):
        truth = truth_of(name, FRESH).get("own")
        if truth is None or name[0] in UNTAUGHT or not truth_of(name, FRESH)["unit"]:
            continue
        others = _told_of_others(name)
        for figure, told in seen(text_of(name, FRESH)):
            touched = [
                values for values, start, end in truth if figure.start < end and start < figure.end
            ]
            own = any(figure.value in values for values in touched)
            other = any(
                figure.value == value and figure.start < end and start < figure.end
                for value, start, end in others
            )
            if own or not touched:
                weight = 1 if own else TOLD_OF_OTHERS if other else _unlisted(name[0], told)
                yield Marked(name[0], told, own, weight)


def _told_of_others(name: str) -> list[list[float]]:
    truth, text = truth_of(name, FRESH), text_of(name, FRESH)
    return truth.get("told_of_others") or [
        [value, text.index(said), text.index(said) + len(said)] for value, said in truth["others"]
    ]


def _unlisted(batch: str, told: frozenset[str]) -> float:
    """What a figure weighs that a truth does not name at all: in d and e a count that the rules found teaches nothing (their writer lists no inspections)."""
    if batch not in "de":
        return 1
    return 0 if {"unit:count", "rules:now"} <= told else UNLISTED


def _beside() -> Iterator[Marked]:
    lines = (FOLDER / "others_beside_units.txt").read_text(encoding="utf-8").splitlines()
    kept = [[part.strip() for part in line.split("||")] for line in lines if line[0] != "#"]
    for number, (unit, sentence, mine, _, *year) in enumerate(kept):
        batch = "defgh"[number // OF_A_BATCH] if number < OF_THE_FIRST_FIVE else "i"
        yield from _sentence(batch, unit.upper(), sentence, mine, 1, *year)


def _sentence(
    batch: str, unit: str, said: str, mine: str, weight: float, year: str = "2023"
) -> Iterator[Marked]:
    values = [
        float(one.replace(".", "").replace(",", ".")) for one in mine.split(";") if one.strip()
    ]
    text = PAPER.format(unit=unit, said=said, year=year)
    for figure, told in seen(text):
        if figure.start >= text.index(said):
            yield Marked(batch, told, figure.value in values, weight)


def _own_texts() -> Iterator[Marked]:
    for folder in (FOLDER, FRESH):
        for name in report_names(folder):
            truth = truth_of(name, folder)
            if "own" in truth:
                continue
            year = int(truth["period"][-4:]) if truth["period"] else None
            values = {(row[1], row[2]) for row in truth["indicators"] if row[4] in (None, year)}
            for figure, told in seen(text_of(name, folder)):
                own = (figure.value, figure.unit) in values and "rules:past" not in told
                yield Marked("own", told, own, OF_OWN_TEXTS)
    unit = "UBND HUYỆN CHÂU THÀNH\nUBND XÃ TÂN AN"
    for line in (FOLDER / "figures_of_others.txt").read_text(encoding="utf-8").splitlines():
        if line[0] != "#":
            said, mine, _ = (part.strip() for part in line.split("||"))
            yield from _sentence("own", unit, said, mine, OF_OWN_TEXTS)


def taught(told: Sequence[Marked]) -> dict[str, float]:
    """The weights that lose least on these figures, with a penalty on their squares."""
    counts = Counter(sign for one in told for sign in one.signs)
    places = {
        sign: place
        for place, sign in enumerate(sorted(s for s, n in counts.items() if n >= LEAST_SEEN))
    }
    rows = [[places[sign] for sign in sorted(one.signs) if sign in places] for one in told]
    ends = np.cumsum([0, *map(len, rows)])
    there = csr_matrix(
        (np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(told), len(places))
    )
    side = np.array([1.0 if one.own else -1.0 for one in told])
    weight = np.array([one.weight for one in told])

    def loss(given: np.ndarray) -> tuple[float, np.ndarray]:
        margin = side * (there @ given[:-1] + given[-1])
        pull = -weight * side / (1 + np.exp(margin))
        slope = np.append(there.T @ pull + given[:-1] / SPREAD, pull.sum())
        penalty = given[:-1] @ given[:-1] / 2 / SPREAD
        return float((weight * np.logaddexp(0, -margin)).sum() + penalty), slope

    found = minimize(loss, np.zeros(len(places) + 1), jac=True, method="L-BFGS-B").x
    return {BIAS: float(found[-1]), **dict(zip(places, map(float, found[:-1]), strict=True))}


def write() -> None:
    """What all marked figures teach, into the file that the reader uses."""
    weights = taught(marked())
    lines = [
        f"{sign}\t{weight:.2f}"
        for sign, weight in sorted(weights.items(), key=lambda one: (-abs(one[1]), one[0]))
        if abs(weight) >= SMALL or sign == BIAS
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def left_out(batch: str) -> tuple[float, float]:
    """(precision, recall) of figures asked or given of a batch, as all others teach it."""
    weights = taught([one for one in marked() if one.batch != batch])
    told = [
        (figure_odds(one.signs, weights) >= ASKED, one.own)
        for one in marked()
        if one.batch == batch
    ]
    right = sum(found and own for found, own in told)
    return right / sum(found for found, _ in told), right / sum(own for _, own in told)


def _print() -> None:
    print("batch  precision  recall")
    for batch in sorted({one.batch for one in marked()} - {"own"}):
        print(f"{batch:6}", *(f"{share:8.1%}" for share in left_out(batch)))


if __name__ == "__main__":
    if "write" in sys.argv:
        write()
    else:
        _print()
