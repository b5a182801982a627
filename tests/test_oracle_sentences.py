"""Sentences of flags read back: what they say is what their numbers hold, on the worlds of the oracle."""

import re

import pytest

from tests.oracle.compare import product_of
from tests.oracle.worlds import world

SEEDS = (0, 8, 16, 24, 32, 40, 3, 5)
PERCENT = r"(\d+(?:,\d+)?)%"


def read(text: str) -> float:
    """“1.234,5” as a number."""
    return float(text.replace(".", "").replace(",", "."))


def decimals(text: str) -> int:
    return len(text.split(",")[1]) if "," in text else 0


def agrees(text: str, value: float) -> bool:
    """Whether a number as it is written is the value, rounded to the decimals that are shown."""
    return abs(read(text) - value) <= 0.5 * 10 ** -decimals(text) + 1e-9


@pytest.fixture(scope="module")
def flags() -> list[dict]:
    """Every flag of the worlds."""
    made = [product_of(*world(seed)).flags for seed in SEEDS]
    return [row for frame in made for row in frame.to_dict("records")]


def of(flags: list[dict], rule: str, indicator: str | None = None) -> list[dict]:
    found = [one for one in flags if one["rule"] == rule and indicator in (None, one["indicator"])]
    assert found, f"no {rule} in these worlds: choose others"
    return found


def test_named_means_certain_and_certain_below_the_target_means_named(flags):
    for one in of(flags, "target"):
        assert (one["level"] == "named") == (one["certainty"] == "certain") == (one["why"] == "")


def test_the_interval_of_a_verdict_lies_where_its_sentence_says(flags):
    for one in of(flags, "target"):
        numbers, scale = one["numbers"], 1 if one["indicator"] == "score" else 100
        low, high = re.search(
            r"\(khoảng tin cậy [\d,]+%: ([\d,]+)%?–([\d,]+)%?\)", one["reason"]
        ).groups()
        assert agrees(low, scale * numbers["low"]) and agrees(high, scale * numbers["high"])
        below = numbers["high"] < numbers["target"] + 1e-12
        assert below == (read(high) < scale * numbers["target"])
        if "còn chứa mốc" in one["reason"]:
            assert not below
        if any(
            word in one["reason"]
            for word in ("thấp hơn mốc một cách chắc", "nằm hẳn dưới", "riêng đơn vị thì")
        ):
            assert below


def test_the_reason_that_is_said_is_the_one_that_holds(flags):
    for one in of(flags, "target"):
        numbers = one["numbers"]
        if one["why"] == "forms":
            assert numbers["p"] > 0.05
        if one["why"] in ("family", "guard", "not_appraised", ""):
            assert numbers["p"] <= 0.05
        if one["why"] == "guard":
            assert numbers["year_p"] > 0.2
        if one["why"] == "not_appraised":
            assert "chưa thẩm định" in one["reason"] or "mới thẩm định" in one["reason"]


def test_counts_and_rates_of_a_survey_are_those_of_its_figures(flags):
    for one in of(flags, "target", "satisfaction"):
        x, n, rate = re.search(
            rf": ([\d.]+)/([\d.]+) người.*?\({PERCENT}\)", one["reason"]
        ).groups()
        numbers = one["numbers"]
        assert (read(x), read(n)) == (numbers["satisfied"], numbers["respondents"])
        assert agrees(rate, 100 * numbers["satisfied"] / numbers["respondents"])
        assert read(rate) < 100 * numbers["target"]


def test_a_score_its_target_and_the_gap_add_up_as_they_are_read(flags):
    for rule in ("target", "below_target"):
        for one in of(flags, rule, "score"):
            value, target, gap = re.search(
                r"là ([\d.,]+), thấp hơn mốc ([\d.,]+?)(?: \(.*?\))? là ([\d.,]+) điểm",
                one["reason"],
            ).groups()
            assert agrees(value, one["numbers"]["value"]) and agrees(
                target, one["numbers"]["target"]
            )
            assert read(value) + read(gap) == pytest.approx(read(target))


def test_a_fall_from_to_is_a_fall(flags):
    for one in of(flags, "falling", "satisfaction"):
        told = re.search(rf"giảm từ {PERCENT} \(\d+\) xuống {PERCENT}", one["reason"])
        if told:
            assert read(told[2]) < read(told[1])
        else:
            assert "không thấp hơn năm" in one["reason"]
        fall = re.search(r"khoảng ([\d,]+) điểm phần trăm", one["reason"])[1]
        assert agrees(fall, 100 * one["numbers"]["fall"])
        assert (
            "dao động giữa các lần khảo sát nên" in one["reason"] or "biết" in one["reason"]
        ) == (one["why"] == "noise")


def test_a_rate_outside_the_funnel_is_read_outside_of_it(flags):
    for one in [row for row in flags if row["rule"] == "funnel"]:
        rate, low = re.search(
            rf"hài lòng {PERCENT} nằm dưới .*\({PERCENT}–", one["reason"]
        ).groups()
        assert read(rate) <= read(low)
        assert one["numbers"]["satisfied"] / one["numbers"]["respondents"] < one["numbers"]["low"]


def test_no_sentence_has_an_open_field_or_a_missing_number(flags):
    for one in flags:
        assert not re.search(r"[{}]|\bnan\b|None", one["reason"])
        assert "(–" not in one["reason"] and " – " not in one["reason"]
