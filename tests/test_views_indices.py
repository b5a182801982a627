"""What the page Chỉ số cấp tỉnh says of published figures."""

import pandas as pd

from dashboard.views import province_indices as view


def figures(*rows: tuple) -> pd.DataFrame:
    """From (province, index, year, score[, rank])."""
    made = [
        {
            "province": province,
            "index_name": name,
            "year": year,
            "score": score,
            "max_score": 80.0 if name == "PAPI" else 100.0,
            "rank": rest[0] if rest else None,
            "source": f"{name} {year} (cơ quan công bố)",
        }
        for province, name, year, score, *rest in rows
    ]
    return pd.DataFrame(made).astype({"score": float, "rank": "Int64"})


PAPI = figures(
    ("Tỉnh Ân", "PAPI", 2019, 40.0),
    ("Tỉnh Ân", "PAPI", 2021, 42.5, 12),
    ("Tỉnh An", "PAPI", 2021, 41.25),
)


def test_the_range_of_the_newest_year_is_told_with_its_provinces():
    assert (
        view.finding(PAPI, "PAPI", None)
        == "PAPI năm 2021: từ 41,25 (Tỉnh An) đến 42,50 (Tỉnh Ân) điểm trên 80"
    )


def test_a_chosen_province_has_its_score_rank_and_change():
    assert (
        view.finding(PAPI, "PAPI", "Tỉnh Ân")
        == "PAPI: Tỉnh Ân 42,50 điểm năm 2021, hạng 12, tăng 2,50 điểm so với 2019"
    )
    assert view.finding(PAPI, "PAPI", "Tỉnh An") == "PAPI: Tỉnh An 41,25 điểm năm 2021"
    assert view.finding(PAPI, "PAPI", "Tỉnh Xa") == "PAPI: Tỉnh Xa chưa có điểm trong kho"


def test_no_change_is_told_over_a_change_of_method():
    sipas = figures(("Tỉnh An", "SIPAS", 2021, 87.0), ("Tỉnh An", "SIPAS", 2022, 80.0))
    assert view.finding(sipas, "SIPAS", "Tỉnh An") == "SIPAS: Tỉnh An 80,00 điểm năm 2022"


def test_the_answer_says_that_figures_are_real_and_how_new():
    both = pd.concat([PAPI, figures(("Tỉnh An", "PCI", 2020, 65.0))])
    assert (
        view.answer(both, None)
        == "Số liệu thật đã công bố của 2 tỉnh, thành phố; mới nhất trong kho: PAPI năm 2021 và PCI năm 2020."
    )
    assert view.answer(PAPI, "Tỉnh An") == "PAPI: Tỉnh An 41,25 điểm năm 2021."


def test_known_indices_come_first_and_missing_ones_are_named():
    other = figures(("Tỉnh An", "ICT", 2020, 50.0), ("Tỉnh An", "PCI", 2020, 65.0))
    assert view.names(pd.concat([other, PAPI])) == ["PAPI", "PCI", "ICT"]
    assert view.absent(pd.concat([other, PAPI])).startswith(
        "Chưa có số liệu trong kho: PAR INDEX và SIPAS."
    )


def test_a_year_without_a_score_stays_in_the_axis_as_a_gap():
    assert view.years(PAPI, "PAPI") == [2019, 2020, 2021]


def test_sources_that_differ_by_their_year_stand_once():
    assert view.sources(PAPI, "PAPI") == "Nguồn: PAPI (cơ quan công bố), công bố từng năm."
    assert view.sources(PAPI.assign(source=None), "PAPI") == "Nguồn: chưa ghi trong kho."


def test_the_table_is_ordered_by_index_province_and_year():
    assert list(view.listed(PAPI)["province"]) == ["Tỉnh An", "Tỉnh Ân", "Tỉnh Ân"]
    assert view.provinces(PAPI) == ["Tỉnh An", "Tỉnh Ân"]
