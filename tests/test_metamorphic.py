"""What must not change an answer: the order of rows, names, files, the scale of points, later years, units of other blocks."""

import pandas as pd
import pytest

from dashboard.assessment.standing import Standing
from tests.oracle.compare import product_of
from tests.oracle.worlds import plan_of, world

SEEDS = (8, 16, 5)
FACTS = ["score", "score_low", "score_high", "coverage", "stage", "appraised_share", "status"]
FACTS += ["path", "pace", "needed", "previous", "change", "satisfaction", "satisfaction_status"]
RANKS = ["rank", "rank_of", "rank_low", "rank_high", "band"]


def cells(standing: Standing, columns: list[str], units: set[str] | None = None) -> pd.DataFrame:
    """The columns of the table by unit."""
    table = standing.table.set_index("unit").sort_index()[columns]
    return table if units is None else table[table.index.isin(units)]


def judged(standing: Standing) -> list[tuple]:
    """Every flag without its words and sources."""
    columns = ["unit", "indicator", "rule", "level", "certainty", "why"]
    return sorted(map(tuple, standing.flags[columns].itertuples(index=False)))


def assert_alike(one: Standing, other: Standing) -> None:
    pd.testing.assert_frame_equal(
        cells(one, FACTS + RANKS), cells(other, FACTS + RANKS), check_dtype=False
    )
    assert judged(one) == judged(other)


@pytest.fixture(scope="module", params=SEEDS)
def case(request):
    """(plan, records, year, as_of, standing, seed) of a world."""
    made = world(request.param)
    return (*made, product_of(*made), request.param)


def test_the_order_of_rows_changes_nothing(case):
    plan, records, year, as_of, standing, _ = case
    mixed = records._replace(
        results=records.results.sample(frac=1, random_state=1),
        units=records.units.sample(frac=1, random_state=2),
        unit_years=records.unit_years.sample(frac=1, random_state=3),
    )
    assert_alike(standing, product_of(plan, mixed, year, as_of))


def test_names_and_files_change_nothing(case):
    plan, records, year, as_of, standing, _ = case
    renamed = records._replace(
        units=records.units.assign(name=[f"Tên {place}" for place in range(len(records.units))]),
        results=records.results.assign(file="b.csv", sheet="Trang", cell="Z9", import_id=7),
    )
    assert_alike(standing, product_of(plan, renamed, year, as_of))


def test_later_years_change_nothing(case):
    plan, records, year, as_of, standing, _ = case
    until = records._replace(results=records.results[records.results["year"] <= year])
    assert_alike(standing, product_of(plan, until, year, as_of))


def test_the_scale_of_points_changes_nothing(case):
    _, records, year, as_of, standing, seed = case
    plan = plan_of(seed, scale=2)
    points = {one.code for one in plan.criteria if one.kind == "points"}
    doubled = records.results["criterion"].isin(points)
    results = records.results.assign(
        value=records.results["value"].where(~doubled, records.results["value"] * 2),
        out_of=records.results["out_of"].where(~doubled, records.results["out_of"] * 2),
    )
    rescaled = product_of(plan, records._replace(results=results), year, as_of)
    assert_alike(standing, rescaled)


def test_a_scale_of_its_own_multiplies_scores_and_changes_no_verdict(case):
    """Everything of 100 against everything of 80, targets and classes written so: scores are 0,8 of what they were, all else is the same."""
    plan, records, year, as_of, standing, _ = case
    own = product_of(of_eighty(plan), records, year, as_of)
    points = ["score", "score_low", "score_high", "path", "needed", "previous", "change"]
    eighty = cells(standing, points).astype(float) * 0.8
    pd.testing.assert_frame_equal(cells(own, points).astype(float), eighty, rtol=1e-9)
    others = [one for one in (*FACTS, *RANKS, "class_name") if one not in points]
    pd.testing.assert_frame_equal(cells(own, others), cells(standing, others), rtol=1e-6)
    assert judged(own) == judged(standing)


def of_eighty(plan):
    """The plan with its total and what is asked of it in points of 80."""
    stones = [
        one.model_copy(
            update={
                "targets": tuple(
                    part.model_copy(update={"value": part.value * 0.8})
                    if part.measure == "total"
                    else part
                    for part in one.targets
                )
            }
        )
        for one in plan.milestones
    ]
    classes = [one.model_copy(update={"min": one.min * 0.8}) for one in plan.classes]
    total = plan.total.model_copy(update={"shown": "points", "max": 80.0})
    return plan.model_copy(
        update={"milestones": tuple(stones), "classes": tuple(classes), "total": total}
    )


def test_figures_of_other_blocks_change_no_fact_and_no_rank_of_this_one(case):
    plan, records, year, as_of, standing, _ = case
    blocks = records.unit_years.drop_duplicates("unit").set_index("unit")["block"]
    here = set(blocks.index[blocks == "Khối 1"])
    results = records.results
    elsewhere = ~results["unit"].isin(here) & (results["value"] > 1) & results["out_of"].isna()
    changed = results.assign(value=results["value"].where(~elsewhere, 1.0))
    other = product_of(plan, records._replace(results=changed), year, as_of)
    columns = [*FACTS, "rank", "rank_of"]
    pd.testing.assert_frame_equal(
        cells(standing, columns, here), cells(other, columns, here), check_dtype=False
    )
