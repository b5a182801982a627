"""Xếp hạng: order, intervals, reasons and sentences of one block."""

from __future__ import annotations

import pandas as pd
import tiny

from dashboard.views import rank_list, rank_reasons


def province(
    scores: dict[tuple[str, int], float],
    year: int,
    *rows: tuple,
    stage: str = "appraised",
    block: str = "Khối 1",
):
    """A standing whose units have these totals (A of 60 and B of 40 points) and these further results."""
    units = sorted({unit for unit, _ in scores} | {row[0] for row in rows})
    made = [
        row
        for (unit, when), score in scores.items()
        for row in ((unit, "A", when, min(score, 60)), (unit, "B", when, max(score - 60, 0)))
    ]
    return tiny.assess(
        tiny.plan(),
        tiny.records(
            tiny.units(*({"unit": unit} for unit in units)),
            tiny.results(*made, *rows, stage=stage),
            block,
        ),
        year,
        tiny.AS_OF,
    )


def test_blocks_come_by_the_alphabet_with_their_assessed_units():
    table = pd.DataFrame(
        {
            "block": ["Khối Đảng", "Khối Dân", "Khối Dân", "Cụm cũ"],
            "assessed": [True, True, True, False],
        }
    )
    assert rank_list.blocks(table) == {"Khối Dân": 2, "Khối Đảng": 1}
    assert (
        rank_list.sizes_words(rank_list.blocks(table)) == "Khối Dân: 2 đơn vị; Khối Đảng: 1 đơn vị."
    )


def test_units_are_listed_by_rank_and_ties_share_it():
    standing = province(
        {("U1", 2025): 80, ("U2", 2025): 90, ("U3", 2025): 80, ("U4", 2025): 70}, 2025
    )
    rows = rank_list.listed(standing.table)
    assert rows[["unit", "rank"]].to_numpy().tolist() == [
        ["U2", 1],
        ["U1", 2],
        ["U3", 2],
        ["U4", 4],
    ]


def test_an_incomplete_unit_says_how_much_is_there_and_where_it_could_stand():
    standing = province(
        {("U1", 2025): 80, ("U2", 2025): 90}, 2025, ("U3", "A", 2025, 50)
    )  # 50 of 100 at least, 90 at most
    rows = rank_list.listed(standing.table)
    last = rows.iloc[-1]
    assert (last["unit"], last["interval"], last["band_words"]) == ("U3", "1–3", "–")
    assert (
        last["reason"]
        == "mới có số liệu của 60% trọng số tiêu chí; khi đủ số liệu, hạng có thể là 1–3"
    )
    assert rank_reasons.reasons(rows) == {"U3": last["reason"]}


def test_a_unit_alone_in_its_block_is_not_ranked():
    standing = province({("U1", 2025): 80}, 2025)
    rows = rank_list.listed(standing.table)
    assert rows["reason"].tolist() == ["không có đơn vị nào khác trong khối đủ dữ liệu để so"]
    assert (
        rank_list.answer(standing, rows, "Khối 1")
        == "Khối 1, năm 2025: chưa đơn vị nào có thể xếp hạng vì chưa đủ hai đơn vị có điểm."
    )
    assert rank_list.title(rows, "Khối 1") == "Khối 1: chưa xếp hạng được"


def test_with_one_year_nobody_is_put_at_an_end_by_the_bare_order():
    standing = province({("U1", 2025): 90, ("U2", 2025): 86, ("U3", 2025): 60}, 2025)
    rows = rank_list.listed(standing.table)
    assert (
        rank_list.answer(standing, rows, "Khối 1")
        == "Khối 1 (3 đơn vị). Mốc tổng kết 2025: 2/3 đơn vị đạt mốc 85 điểm; chưa phân biệt được ai ở nhóm đầu, ai ở nhóm cuối."
    )
    assert (
        rank_list.title(rows, "Khối 1")
        == "Khối 1: 1 đơn vị chậm hoặc rất chậm so với mốc; cao nhất và thấp nhất cách nhau 30,0 điểm"
    )


def test_an_end_is_named_with_the_probability_that_the_plan_asks_for():
    standing = province({("U1", 2025): 90, ("U2", 2025): 86}, 2025)
    rows = rank_list.listed(standing.table).assign(band=["top", "bottom"])
    assert rank_list.answer(standing, rows, "Khối 1").endswith(
        "nhóm đầu có Đơn vị U1; nhóm cuối có Đơn vị U2 (xác suất từ 80%)."
    )


def test_the_sentence_takes_the_short_name_of_a_unit():
    standing = province({("U1", 2025): 90, ("U2", 2025): 86}, 2025)
    rows = rank_list.listed(standing.table).assign(
        band=["top", "middle"], short_name=["UBND xã Một", None]
    )
    assert "nhóm đầu có UBND xã Một (xác suất" in rank_list.answer(standing, rows, "Khối 1")


def test_ranks_from_self_scores_are_marked_provisional():
    standing = province({("U1", 2025): 90, ("U2", 2025): 86}, 2025, stage="self")
    rows = rank_list.listed(standing.table)
    assert rows["stage_words"].tolist() == ["tự chấm, hạng tạm"] * 2
    assert "2 đơn vị chưa thẩm định đủ, hạng là tạm" in rank_list.subtitle(standing, rows)


def test_a_self_scored_unit_leads_no_list_and_is_put_at_no_end():
    standing = province({("U1", 2025): 95, ("U2", 2025): 86, ("U3", 2025): 80}, 2025)
    table = standing.table.assign(stage=["self", "appraised", "appraised"])
    rows = rank_list.listed(table)
    assert list(rows["unit"]) == ["U2", "U3", "U1"] and list(rows["rank"]) == [2, 3, 1]
    crowned = rows.assign(band=[None, None, "top"])
    assert "chưa phân biệt được ai ở nhóm đầu" in rank_list.answer(standing, crowned, "Khối 1")
    title = rank_list.title(rows, "Khối 1")
    assert title.endswith("cao nhất và thấp nhất trong số đã thẩm định cách nhau 6,0 điểm")
    assert "1 đơn vị chưa thẩm định đủ, hạng là tạm nên xếp sau" in rank_list.subtitle(
        standing, rows
    )


def test_the_periods_result_stands_beside_the_years_and_says_whether_it_counts():
    standing = province(
        {("U1", 2023): 70, ("U1", 2024): 80, ("U1", 2025): 90, ("U2", 2025): 86}, 2025
    )
    rows = rank_list.listed(standing.table)
    assert rows.set_index("unit")["period_score"].loc["U1"] == 80  # the mean of 70, 80 and 90
    sentence = rank_list.period_sentence(standing, rows)
    assert "của đơn vị có ít nhất hai năm (1/2 đơn vị)" in sentence
    assert "kế hoạch lấy điểm năm cuối" in sentence
    assert (
        rank_list.period_sentence(
            province({("U1", 2023): 70, ("U2", 2023): 75}, 2023),
            rows.assign(period_score=float("nan")),
        )
        == ""
    )


def test_a_single_target_is_drawn_and_several_are_not():
    assert rank_list.target_of(pd.DataFrame({"target": [80.0, 80.0, None]})) == 80
    assert rank_list.target_of(pd.DataFrame({"target": [80.0, 75.0]})) is None
    assert rank_list.target_of(pd.DataFrame({"target": [None]}, dtype=float)) is None


def test_the_unranked_stand_apart_with_those_not_assessed_last():
    units = tiny.units(
        {"unit": "U1"},
        {"unit": "U2"},
        {"unit": "U3", "name": "An", "valid_to": "2025-06-30"},
        {"unit": "U4"},
    )
    results = tiny.results(
        *[(unit, criterion, 2025, 40) for unit in ("U1", "U2") for criterion in "AB"]
    )
    standing = tiny.assess(tiny.plan(), tiny.records(units, results), 2025, tiny.AS_OF)
    found = rank_list.unranked(standing.table)
    assert found["unit"].tolist() == ["U4", "U3"]
    assert found["reason"].tolist()[0] == "chưa có kết quả của năm"
    assert found["reason"].tolist()[1].startswith("không đánh giá")


def test_without_a_target_the_block_is_ranked_and_nobody_is_called_slow():
    standing = province({("U1", 2022): 80, ("U2", 2022): 70}, 2022)
    rows = rank_list.listed(standing.table.assign(target=float("nan"), status=None))
    assert rank_list.answer(standing, rows, "Khối 1").startswith(
        "Khối 1 (2 đơn vị), năm 2022: kế hoạch chưa đặt mốc"
    )
    assert rank_list.title(rows, "Khối 1") == "Khối 1: cao nhất và thấp nhất cách nhau 10,0 điểm"
