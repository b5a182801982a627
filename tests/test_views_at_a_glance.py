"""The first sentence of Tổng quan and the picture under it, worked out by hand on provinces of a few units."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import tiny

from dashboard.assessment.tally import DONE, tally
from dashboard.plan import TOTAL
from dashboard.views import at_a_glance, reach, reach_words, series, talking_points


def province(scores: dict[tuple[str, int], float], year: int, stage: str = "appraised", **more):
    """A standing whose units have these totals (A of 60 and B of 40 points)."""
    units = sorted({unit for unit, _ in scores})
    rows = [
        row
        for (unit, when), score in scores.items()
        for row in ((unit, "A", when, min(score, 60)), (unit, "B", when, max(score - 60, 0)))
    ]
    lives = tiny.units(*({"unit": unit, **more} for unit in units))
    found = tiny.records(lives, tiny.results(*rows, stage=stage))
    return tiny.assess(tiny.plan(), found, year, tiny.AS_OF)


def reached(standing):
    values, members = series.unit_values(standing, TOTAL), series.members_until(standing)
    return reach.by_year(standing, values, members)


def before(standing):
    return reach.before(standing, reached(standing), series.members_until(standing))


def said(standing) -> str:
    return at_a_glance.sentence(standing, standing.table, before(standing))


def many(done_then: int, done_now: int, year: int = 2025) -> dict[tuple[str, int], float]:
    """Twenty units: so many at 90 points in 2022 (target 76) and in the year (target 85), the others at 84, or at 70 in 2022."""
    return {
        (f"U{place:02}", when): 90 if place < done else (70 if when == 2022 else 84)
        for when, done in ((2022, done_then), (year, done_now))
        for place in range(20)
    }


def test_few_units_are_counted_and_never_said_in_percent():
    standing = province(
        {("U1", 2022): 80, ("U2", 2022): 70, ("U1", 2025): 90, ("U2", 2025): 84}, 2025
    )
    assert said(standing) == (
        "Mốc tổng kết 2025: 1/2 đơn vị đạt mốc 85 điểm; năm 2022 là 1/2 đơn vị với mốc 76 điểm; "
        "1 đơn vị chậm, chưa đủ chắc để kết luận về đơn vị nào."
    )


def test_shares_that_chance_could_make_differ_are_not_told_apart():
    assert said(province(many(14, 16), 2025)).startswith(
        "Mốc tổng kết 2025: 16/20 đơn vị (80%) đạt mốc 85 điểm; năm 2022 là 70% với mốc 76 điểm, hai tỷ lệ chưa khác nhau rõ; 4 đơn vị chậm"
    )


def test_a_clear_rise_and_a_clear_fall_are_said():
    assert "năm 2022 là 25% với mốc 76 điểm, nay cao hơn rõ" in said(province(many(5, 18), 2025))
    assert "năm 2022 là 90% với mốc 76 điểm, nay thấp hơn rõ" in said(province(many(18, 5), 2025))


def test_the_difference_is_newcombes():
    """56/70 and 48/80: 0,0524 to 0,3339 (Newcombe 1998, Stat Med 17:873, table II, method 10)."""
    then = reach.Before(2022, "76", 48, 80, False, None, False)
    assert reach.difference(56, 70, then, 0.95) == 1
    assert reach.difference(48, 80, then, 0.95) == 0
    assert reach.difference(48, 80, then._replace(done=56, units=70), 0.95) == -1


def test_between_milestones_the_year_before_is_held_against_the_same_points():
    standing = province(
        {("U1", 2022): 77, ("U1", 2023): 86, ("U1", 2024): 84, ("U2", 2023): 86, ("U2", 2024): 86},
        2024,
    )
    assert said(standing).startswith(
        "Năm 2024, hướng tới mốc tổng kết 2025: 1/2 đơn vị đạt mốc 85 điểm; năm 2023 là 2/2 đơn vị"
    )
    assert "với mốc" not in said(standing), "both years ask the same"


def test_without_an_earlier_year_that_asks_the_same_nothing_is_compared():
    standing = province({("U1", 2022): 77, ("U1", 2023): 86}, 2023)
    assert before(standing) is None, "2022 asked 76 points, 2023 looks at 85"


def test_self_scored_units_are_counted_apart():
    standing = province({("U1", 2025): 90, ("U2", 2025): 90}, 2025, stage="self")
    assert said(standing) == (
        "Mốc tổng kết 2025: 2/2 đơn vị đạt mốc 85 điểm (0 đã thẩm định, 2 mới tự chấm)."
    )
    assert list(reached(standing)["own"]) == [2]


def test_years_that_are_scored_anew_are_not_compared():
    text = tiny.PLAN.replace(
        'code = "B", group = "G1", kind = "points"',
        'code = "B", group = "G1", kind = "points", break_years = [2024]',
    )
    standing = province(many(14, 16), 2025)
    anew = replace(standing, plan=tiny.plan(text))
    assert "không so với năm 2022 vì cách chấm đổi từ năm 2024" in said(anew)


def test_the_picture_and_the_sentence_count_as_the_tally_does():
    standing = province(many(14, 16), 2025)
    last = reached(standing).iloc[-1]
    counts = tally(standing.table, standing.flags)
    assert (last["done"], last["units"]) == (counts.of(DONE), counts.assessed) == (16, 20)
    assert list(reached(standing)["goal"]) == ["76", "85"]
    assert reach_words.title({2022: "70%", 2025: "80%"}, before(standing)) == (
        "Đạt mốc: 70% năm 2022, 80% năm 2025"
    )


def test_who_sees_published_figures_only_is_told_what_is_published_and_no_certainty_of_drafts():
    standing = replace(province(many(14, 16), 2025), published_only=True)
    assert said(standing).endswith("hai tỷ lệ chưa khác nhau rõ; 4 đơn vị chậm.")


def test_a_unit_below_the_target_for_one_year_is_not_among_the_certain():
    standing = province({("U1", 2025): 60, ("U2", 2025): 90}, 2025)
    assert at_a_glance.surely_behind(standing, standing.table).empty
    assert "chắc chắn" not in " ".join(
        one.said for one in talking_points.points(standing, standing.table)
    )


def test_the_certain_are_those_of_the_rule_furthest_first():
    standing = province({("U1", 2025): 84, ("U2", 2025): 60, ("U3", 2025): 90}, 2025)
    made = standing.flags[standing.flags["rule"] == "below_target"].assign(
        rule="target", certainty="certain_not_appraised", level="watch"
    )
    sure = replace(standing, flags=pd.concat([standing.flags, made], ignore_index=True))
    assert list(at_a_glance.surely_behind(sure, sure.table)["unit"]) == ["U2", "U1"]
    assert "2 đơn vị chậm hoặc rất chậm, đều chắc chắn" in said(sure)
    first = talking_points.points(sure, sure.table)[0]
    assert first.said.startswith("2 đơn vị chắc chắn dưới mốc")
    assert first.units == (
        ("U2", "Đơn vị U2", "thiếu 25,0 điểm"),
        ("U1", "Đơn vị U1", "thiếu 1,0 điểm"),
    )


def test_what_changed_counts_only_units_that_can_be_compared():
    standing = province(
        {("U1", 2024): 80, ("U1", 2025): 86, ("U2", 2024): 88, ("U2", 2025): 84, ("U3", 2025): 99},
        2025,
    )
    assert at_a_glance.changed(standing, standing.table) == (
        "So với năm 2024: 1/2 đơn vị so sánh được tăng điểm (mức giữa +1,0 điểm); 1 mới đạt mốc, 1 mới xuống dưới mốc."
    )


def test_the_things_to_talk_about_are_at_most_three_and_leave_out_what_chance_would_choose():
    standing = province(many(14, 16), 2025)
    table = standing.table.assign(
        block=["A"] * 10 + ["B"] * 10, status=["slow"] * 3 + ["met"] * 16 + ["slow"]
    )
    assert [one.said for one in talking_points.points(standing, table)] == [
        "Tỷ lệ đơn vị chậm hoặc rất chậm cao nhất: A (3/10)."
    ]
    assert talking_points.points(standing, standing.table) == (), "one block is no finding"
