"""Small cases with their values, each a difference that was once found between what is said and what the figures hold."""

from pathlib import Path

import pandas as pd
import pytest
import tiny

from dashboard.assessment.rules import RULES
from dashboard.assessment.rules.rule import IncompleteRuleError
from dashboard.assessment.standing import Standing, assess
from dashboard.plan import load_plan

ONLY_COMMUNES_FROM_2021 = '{code = "X", group = "G1", kind = "points", name = "X", max = 20, source = "thử", unit_kinds = ["xa"], valid_from = 2021},\n  '


def standing_of(results: pd.DataFrame, year: int, text: str = tiny.PLAN, **unit) -> Standing:
    names = sorted(set(results["unit"]))
    units = tiny.units(*({"unit": name, **unit} for name in names))
    return assess(load_plan(text), tiny.records(units, results), year, tiny.AS_OF)


def one(standing: Standing, unit: str = "U") -> dict:
    return standing.by_unit[unit]


def points(*years: tuple[int, float, float], stage: str = "appraised") -> pd.DataFrame:
    return tiny.results(
        *(("U", code, year, value) for year, a, b in years for code, value in (("A", a), ("B", b))),
        stage=stage,
    )


def survey(*rows: tuple[int, int, int], **changes) -> pd.DataFrame:
    return tiny.results(*(("U", "HL", year, x, n, changes) for year, x, n in rows))


def flag(standing: Standing, rule: str, indicator: str) -> dict:
    rows = standing.flags
    found = rows[(rows["rule"] == rule) & (rows["indicator"] == indicator)]
    return next(iter(found.to_dict("records")))


def test_a_criterion_of_other_kinds_breaks_no_series_of_this_one():
    text = tiny.PLAN.replace('{code = "HL"', ONLY_COMMUNES_FROM_2021 + '{code = "HL"', 1)
    found = one(standing_of(points((2019, 50, 33.3), (2020, 50, 30), (2021, 42, 28)), 2021, text))
    # from 83.3 (no more than 76 asked) to 76 in 2022: 76 on the path of 2021, 70 reached
    assert (found["status"], found["change"]) == ("very_slow", pytest.approx(-10))
    asked = one(
        standing_of(points((2019, 50, 33.3), (2020, 50, 30), (2021, 42, 28)), 2021, text, kind="xa")
    )
    assert pd.isna(asked["change"])


def test_a_break_outside_the_life_of_its_criterion_breaks_nothing():
    text = tiny.PLAN.replace(
        'name = "Tiêu chí B", max = 40',
        'name = "Tiêu chí B", max = 40, valid_to = 2025, break_years = [2026, 2030]',
    ).replace("valid_to = 2025, break_years = [2026, 2030]", "break_years = [2019]")
    found = one(standing_of(points((2019, 42, 30), (2020, 40, 28)), 2020, text))
    assert found["change"] == pytest.approx(-4)


def test_what_the_unit_calls_not_applicable_removes_no_figure():
    refused = tiny.results(("U", "B", 2022, None, None, {"state": "not_applicable"}), stage="self")
    judged = tiny.results(("U", "A", 2022, 60))
    found = one(standing_of(pd.concat([judged, refused, survey((2022, 80, 100))]), 2022))
    assert found["score"] == pytest.approx(100)
    assert (found["stage"], found["appraised_share"]) == ("partly", pytest.approx(0.6))
    assert found["satisfaction"] == 0.8
    agreed = tiny.results(("U", "B", 2022, None, None, {"state": "not_applicable"}))
    assert one(standing_of(pd.concat([judged, refused, agreed]), 2022))["stage"] == "appraised"
    valued = tiny.results(("U", "B", 2022, 30))
    both = one(standing_of(pd.concat([judged, refused, valued]), 2022))
    assert (both["score"], both["stage"]) == (pytest.approx(90), "appraised")


def test_a_self_scored_criterion_throws_no_appraisal_away():
    found = one(
        standing_of(
            pd.concat(
                [
                    tiny.results(("U", "A", 2022, 60)),
                    tiny.results(("U", "B", 2022, 30), stage="self"),
                ]
            ),
            2022,
        )
    )
    assert (found["score"], found["stage"]) == (pytest.approx(90), "partly")


def test_the_path_behind_a_break_is_the_line_between_the_targets():
    text = tiny.PLAN.replace(
        'name = "Tiêu chí B", max = 40', 'name = "Tiêu chí B", max = 40, break_years = [2023]'
    )
    found = one(standing_of(points((2022, 50, 30), (2023, 42, 28)), 2023, text))
    assert found["path"] == pytest.approx(79)  # 76 + (85 − 76) / 3
    assert (found["status"], found["distance"]) == ("very_slow", pytest.approx(-15))
    assert pd.isna(found["pace"]) and pd.isna(found["change"])


def test_a_unit_never_asked_for_a_survey_has_no_status_of_it():
    text = tiny.PLAN.replace('name = "Hài lòng"', 'name = "Hài lòng", unit_kinds = ["xa"]')
    assert pd.isna(one(standing_of(points((2022, 50, 30)), 2022, text))["satisfaction_status"])
    assert one(standing_of(points((2022, 50, 30)), 2022))["satisfaction_status"] == "no_data"


def test_a_fall_that_the_last_year_denies_is_told_as_a_trend_of_all_years():
    years = ((2019, 57, 100), (2020, 900, 1000), (2021, 600, 1000), (2022, 63, 100))
    found = flag(standing_of(survey(*years), 2022), "falling", "satisfaction")
    assert (found["level"], found["certainty"], found["why"]) == ("watch", "probable", "noise")
    assert "giảm từ" not in found["reason"]
    assert "57,0% (2019), 90,0% (2020), 60,0% (2021) và 63,0% (2022)" in found["reason"]
    assert "dù năm 2022 không thấp hơn năm 2019" in found["reason"]
    assert "lớn hơn hẳn dao động giữa các lần khảo sát" not in found["reason"]


def test_where_noise_is_unknown_forms_are_never_called_too_few():
    found = flag(
        standing_of(survey((2021, 200, 400), (2022, 198, 399)), 2022), "target", "satisfaction"
    )
    assert (found["level"], found["certainty"], found["why"]) == ("watch", "probable", "noise")
    assert found["numbers"]["p"] < 1e-50
    assert "nằm hẳn dưới mốc" in found["reason"] and "2 năm 2021–2022" in found["reason"]
    assert "số phiếu chưa đủ" not in found["reason"]
    assert "chưa đủ năm khảo sát của các đơn vị để biết" in found["reason"]


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ('kind = "points", max = 40', 24, "được 24/40 điểm, tức 60,0% điểm tối đa, dưới mốc 80%"),
        (
            'kind = "number", floor = 30, goal = 5, direction = "down", unit = "ngày"',
            20,
            "là 20 ngày, tức 40,0% chặng từ 30 đến 5 ngày, dưới mốc 80%",
        ),
    ],
)
def test_a_criterion_is_said_in_its_own_measure(kind, value, said):
    text = tiny.PLAN.replace(
        'kind = "points", name = "Tiêu chí B", max = 40',
        kind + ', weight = 40, name = "Tiêu chí B"',
    )
    text = text.replace(
        '{measure = "HL", value = 0.85, source = "thử"}',
        '{measure = "HL", value = 0.85, source = "thử"}, {measure = "B", value = 80, source = "thử"}',
    )
    found = flag(standing_of(points((2022, 60, value)), 2022, text), "below_target", "B")
    assert said in found["reason"]


def test_yes_or_no_is_never_said_in_percent_of_points():
    text = tiny.PLAN.replace(
        'kind = "points", name = "Tiêu chí B", max = 40', 'kind = "yes_no", name = "Tiêu chí B"'
    ).replace(
        '{measure = "HL", value = 0.85, source = "thử"}',
        '{measure = "HL", value = 0.85, source = "thử"}, {measure = "B", value = 1, source = "thử"}',
    )
    found = flag(standing_of(points((2022, 60, 0)), 2022, text), "below_target", "B")
    assert (
        found["reason"]
        == "Đơn vị U: Tiêu chí B năm 2022 chưa đạt, mốc yêu cầu đạt (mốc Sơ kết 2022)."
    )


def test_a_rule_without_a_sentence_cannot_be_made():
    whole = RULES["target"]
    short = {state: text for state, text in whole.sentences.items() if state.why != "guard"}
    with pytest.raises(IncompleteRuleError, match="no sentence for"):
        type(whole)(**{**vars(whole), "sentences": short})


def test_a_rule_that_asks_for_an_unknown_field_cannot_be_made():
    whole = RULES["peers"]
    wrong = {state: text + " {luck}" for state, text in whole.sentences.items()}
    with pytest.raises(IncompleteRuleError, match="unknown field luck"):
        type(whole)(**{**vars(whole), "sentences": wrong})


def test_the_table_of_rules_in_the_documents_is_what_the_rules_say():
    text = (Path(__file__).parent.parent / "docs/architecture.md").read_text(encoding="utf-8")
    for rule in RULES.values():
        line = f"| {rule.code} | {rule.name} | {', '.join(rule.levels)} | {rule.explained} |"
        assert line in text
