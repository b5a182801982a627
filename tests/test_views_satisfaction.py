"""What the page Hài lòng says: counts added, never averaged; small samples as counts."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.assessment.standing import Standing
from dashboard.views import pooled_rates, survey_funnel, survey_rates


@pytest.fixture(scope="module")
def standing() -> Standing:
    """2025, target 90%: “a” 80/100, “b” 19/20, “c” 5/6 satisfied, “d” was not surveyed; “a” tells 30 very satisfied apart."""
    results = tiny.results(
        ("a", "HL", 2025, 80, 100, {"very": 30}),
        ("b", "HL", 2025, 19, 20),
        ("c", "HL", 2025, 5, 6),
        ("d", "A", 2025, 50),
    )
    return tiny.assess(
        tiny.plan(),
        tiny.records(
            tiny.units({"unit": "b"}, {"unit": "a"}, {"unit": "c"}, {"unit": "d"}), results
        ),
        2025,
        tiny.AS_OF,
    )


@pytest.fixture(scope="module")
def rows(standing) -> pd.DataFrame:
    return survey_rates.surveyed(standing, standing.table, "HL")


def test_small_samples_stand_last_and_have_no_rate_under_ten_forms(rows):
    assert list(rows["unit"]) == ["a", "b", "c"]
    assert list(rows["size"]) == ["", "mẫu nhỏ", "quá ít phiếu"]
    assert list(rows["forms"]) == ["80/100", "19/20", "5/6"]
    assert list(rows["rate"].isna()) == [False, False, True]
    assert rows["source"].iloc[0] == "a.xlsx, trang “Kết quả”, ô B2"


def test_the_first_sentence_adds_forms_and_counts_who_reaches_the_target(standing, rows):
    # 80 + 19 + 5 of 126; only “b” of the two with a rate reaches 90%
    assert survey_rates.answer(standing, rows) == (
        "Năm 2025: 82,5% người được hỏi hài lòng (104/126 phiếu của 3 đơn vị); 1/2 đơn vị đủ phiếu đạt mốc 90%; "
        "1 đơn vị dưới 10 phiếu, chưa tính tỷ lệ."
    )


def test_without_forms_the_answer_says_what_to_do(standing):
    assert survey_rates.answer(
        standing, survey_rates.surveyed(standing, standing.table.iloc[:0], "HL")
    ).startswith("Năm 2025 chưa có kết quả khảo sát")


def test_too_few_forms_in_all_make_no_rate(standing, rows):
    assert (
        survey_rates.answer(standing, rows[rows["unit"] == "c"])
        == "Năm 2025: mới có 5/6 phiếu của 1 đơn vị, quá ít để tính tỷ lệ."
    )


def test_very_satisfied_are_a_part_of_those_who_tell_them_apart(standing, rows):
    tiles = survey_rates.tiles(standing, rows)
    assert [tile.value for tile in tiles] == ["82,5%", "30,0%", "1/2", "2 đơn vị"]
    assert tiles[1].note == "30/100 phiếu, trong đó tính riêng, không cộng thêm vào hài lòng"
    assert tiles[3].note == "1 dưới 10 phiếu, 1 từ 10 đến 29 phiếu"


def test_blocks_add_their_forms(rows):
    two = rows.assign(block=["Khối B", "Khối A", "Khối A"])
    found = pooled_rates.by_block(two, 10)
    assert list(found["block"]) == ["Cộng chung", "Khối A", "Khối B"]
    assert list(found["forms"]) == ["104/126", "24/26", "80/100"]
    assert found["rate"].tolist() == pytest.approx([104 / 126, 24 / 26, 0.8])
    assert np.isnan(found["very_rate"].iloc[1])


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda pair: (min(pair), max(pair))),
        min_size=1,
        max_size=6,
    )
)
def test_a_pooled_rate_lies_between_the_rates_of_its_units(counts):
    rows = pd.DataFrame(counts, columns=["satisfied", "respondents"]).assign(very=np.nan)
    rate = pooled_rates.pooled(rows)["rate"]
    own = rows["satisfied"] / rows["respondents"]
    assert own.min() - 1e-12 <= rate <= own.max() + 1e-12


def test_the_block_with_most_surveyed_units_comes_first(rows):
    assert pooled_rates.block_choices(rows.assign(block=["Khối B", "Khối A", "Khối B"])) == {
        "Khối B (2 đơn vị)": "Khối B",
        "Khối A (1 đơn vị)": "Khối A",
    }


def test_the_picture_of_a_block_says_how_many_reach_the_target(standing, rows):
    assert (
        survey_rates.units_title(standing, rows, "Khối 1")
        == "Khối 1: 1/2 đơn vị đủ phiếu từ mốc 90% trở lên"
    )
    assert (
        survey_rates.units_title(standing, rows.assign(target=np.nan), "Khối 1")
        == "Khối 1: 3 đơn vị có kết quả khảo sát năm 2025"
    )


def test_how_forms_were_collected_is_said_or_said_to_be_unknown(rows):
    assert survey_rates.collected(rows).startswith("Cách thu phiếu chưa ghi trong kế hoạch.")
    assert survey_rates.collected(rows.assign(method="Phiếu tại quầy")).startswith(
        "Cách thu phiếu: Phiếu tại quầy."
    )


def test_several_surveys_can_be_chosen_the_main_one_first():
    text = tiny.PLAN.replace(
        '  {code = "HL",',
        '  {code = "HL0", group = "G1", kind = "survey", name = "Hài lòng", very_included = true, source = "thử"},\n  {code = "HL",',
    )
    plan = tiny.plan('main_survey = "HL"\n' + text)
    assert survey_rates.survey_choices(plan) == {"Hài lòng (HL)": "HL", "Hài lòng (HL0)": "HL0"}
    assert survey_rates.survey_choices(tiny.plan()) == {"Hài lòng": "HL"}


def test_a_small_block_gets_exact_limits_and_no_verdict(standing, rows):
    picture = survey_funnel.picture(standing, rows, "HL", "Khối 1")
    assert (
        picture.figure.layout.title.text
        == "Khối 1: ít đơn vị (3), chưa đủ để nói đơn vị nào khác thường"
    )
    assert "1 đơn vị dưới 10 phiếu không vẽ" in picture.figure.layout.title.subtitle.text
    assert list(picture.table.frame["unit"]) == ["a", "b"]
    assert not picture.table.frame["outside"].any()


def test_a_block_without_forms_enough_has_no_funnel(standing, rows):
    assert survey_funnel.picture(standing, rows[rows["unit"] == "c"], "HL", "Khối 1") is None


def test_limits_are_widened_only_where_the_units_differ_by_more_than_chance():
    exact = survey_funnel.limits_of(pd.Series([50.0, 200.0]), 0.9, float("nan"), 0.95)
    both = survey_funnel.limits_of(pd.Series([50.0, 200.0]), 0.9, 0.01, 0.95)
    assert list(exact.columns) == ["respondents", "low", "high"]
    assert (both["adjusted_low"] < both["low"]).all()
    assert exact["respondents"].min() >= 1


def test_the_funnel_names_whom_the_flags_name(standing):
    marked = pd.DataFrame({"unit": ["a"], "rule": ["funnel"]})
    assert survey_funnel.lower(
        dataclasses.replace(standing, flags=marked), "HL", standing.inferred["funnel"]
    ) == {"a"}
    assert survey_funnel.lower(standing, "HL", standing.inferred["funnel"]) == set()
