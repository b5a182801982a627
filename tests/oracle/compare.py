"""Cell by cell: what the product says and what the oracle says, for one world."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from dashboard.assessment.standing import Standing, assess
from tests.oracle import answers, flags, rank_cells
from tests.oracle.facts import Facts


class Difference(NamedTuple):
    what: str
    unit: str
    product: object
    oracle: object


def same(left: object, right: object, slack: float = 1e-7) -> bool:
    """Equal to `slack`; every way of saying nothing is the same."""
    left, right = (None if _nothing(one) else one for one in (left, right))
    if left is None or right is None:
        return left is right
    if isinstance(left, str) or isinstance(right, str):
        return str(left) == str(right)
    return math.isclose(float(left), float(right), rel_tol=slack, abs_tol=slack)


def _nothing(one: object) -> bool:
    return one is None or one is pd.NA or one != one or (isinstance(one, str) and one == "")


def product_of(plan, records, year: int, as_of) -> Standing:
    """The product's answer, with the records of the day as the store would hand them over."""
    of_day = records.results[records.results["submitted_on"] <= pd.Timestamp(as_of)]
    filed = records.filings[records.filings["submitted_on"] <= pd.Timestamp(as_of)]
    return assess(plan, records._replace(results=of_day, filings=filed), year, as_of)


def differences(plan, records, year: int, as_of) -> list[Difference]:
    """Every cell in which the product and the oracle differ."""
    standing = product_of(plan, records, year, as_of)
    facts = Facts(plan, records, as_of)
    found = _cells("table", rows_of(standing.table), answers.table(facts, year))
    found += _cells("projection", *rank_cells.projection_cells(facts, standing, year))
    found += rank_cells.rank_differences(facts, standing, year)
    for name, product, oracle in answers.frames(facts, standing, year):
        found += _cells(name, product, oracle)
    found += _flag_differences(facts, standing, year)
    found += _cells("chance", *flags.chances(facts, standing, year))
    return [one if isinstance(one, Difference) else Difference(*one) for one in found]


def rows_of(table: pd.DataFrame) -> dict[str, dict]:
    """Rows by unit."""
    return {row["unit"]: row for row in table.to_dict("records")}


def _cells(name: str, product: dict, oracle: dict) -> list[Difference]:
    found = []
    for key in sorted(set(product) | set(oracle), key=str):
        if (key in product) != (key in oracle):
            found.append(Difference(f"{name} row", str(key), key in product, key in oracle))
            continue
        found += [
            Difference(f"{name} {column}", str(key), product[key].get(column), value)
            for column, value in oracle[key].items()
            if not same(product[key].get(column), value)
        ]
    return found


def _flag_differences(facts: Facts, standing: Standing, year: int) -> list[Difference]:
    names = {"total": "score"}
    if facts.plan.survey:
        names[facts.plan.survey.code] = "satisfaction"
    mine = {
        (unit, names.get(code, code), rule): state
        for (unit, code, rule), state in flags.states(facts, year).items()
    }
    theirs = {
        (row["unit"], row["indicator"], row["rule"]): (row["level"], row["certainty"])
        for row in standing.flags.to_dict("records")
        if row["rule"] != "limitation"
    }
    return [
        Difference(f"flag {key[2]} {key[1]}", key[0], theirs.get(key), mine.get(key))
        for key in sorted(set(mine) | set(theirs))
        if mine.get(key) != theirs.get(key)
    ]
