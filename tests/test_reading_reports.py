"""Whole reports with their truth: how much is found, how much of it is right, and that it is always the same."""

import json
import textwrap
import unicodedata

import pytest

from dashboard.reading.whole_report import read_report
from tests.reports.scores import by_genre, by_rules, found_in, report_names, text_of

NAMES = report_names()
LEAST = {
    "unit": 0.95,
    "period": 0.95,
    "indicators": 0.95,
    "limitations": 0.95,
    "awards": 0.95,
    "examples": 0.95,
    "documents": 0.95,
    "warnings": 0.95,
}

SPOKEN = {"indicators": 0.8, "limitations": 0.75}


def test_precision_and_recall_by_kind_and_genre_stay_high_and_no_figure_of_another_is_the_units(
    capsys,
):
    voices = by_genre(NAMES)
    everywhere = {
        kind: tuple(map(sum, zip(*(one[kind] for one in voices.values()), strict=True)))
        for kind in LEAST
    }
    with capsys.disabled():
        print(f"\n{len(NAMES)} reports: kind, precision, recall")
        for label, kinds in {"all": everywhere, **voices}.items():
            for kind in LEAST if label == "all" else SPOKEN:
                right, missed, wrong = kinds[kind]
                precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
                print(f"  {label:12} {kind:12} {precision:6.1%} {recall:6.1%}")
                assert min(precision, recall) >= (LEAST if label == "all" else SPOKEN)[kind], label
    assert [voice for voice, kinds in voices.items() if kinds["foreign"][2]] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_a_literal_piece_of_the_text(name):
    text, found = text_of(name), found_in(name)
    for kind in ("indicators", "limitations", "awards", "examples", "documents"):
        for row in found[kind]:
            assert text[row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize("name", ["xa_pho_chau_2022", "so_tu_phap_2021"])
def test_decomposed_text_gives_the_same_findings_with_quotes_of_that_text(name):
    decomposed = unicodedata.normalize("NFD", text_of(name))
    wanted, found = found_in(name), read_report(decomposed).as_dict()
    assert [row["value"] for row in found["indicators"]] == [
        row["value"] for row in wanted["indicators"]
    ]
    assert [row["category"] for row in found["limitations"]] == [
        row["category"] for row in wanted["limitations"]
    ]
    assert all(
        decomposed[row["start"] : row["end"]] == row["quote"] for row in found["limitations"]
    )


def said(found):
    return (
        found["unit"],
        found["period"],
        [(row["code"], row["value"], row["year"]) for row in by_rules(found["indicators"])],
        [(row["category"], " ".join(row["quote"].split())) for row in found["limitations"]],
        [row["form"] for row in found["awards"]],
        [row["name"] for row in found["examples"]],
        [(row["number"], row["date"]) for row in found["documents"]],
    )


@pytest.mark.parametrize(
    "name",
    [
        "van_phong_dbqh_2023",
        "so_khcn_2022",
        "huyen_phu_loc_tay_2023",
        "so_tai_chinh_2024",
        "xa_hoa_phu_2025",
    ],
)
def test_a_text_broken_into_lines_as_a_pdf_breaks_it_says_the_same(name):
    whole = text_of(name)
    broken = "\n".join(
        piece
        for line in whole.splitlines()
        for piece in textwrap.wrap(line, 64, break_on_hyphens=False)
        if line.strip()
    )
    assert broken.count("\n") > 1.3 * len([line for line in whole.splitlines() if line.strip()])
    assert said(read_report(broken).as_dict()) == said(found_in(name))


def test_the_communes_report_keeps_its_bound_and_its_soft_words():
    found = found_in("xa_pho_chau_2022")
    very = next(row for row in found["indicators"] if row["code"] == "very_satisfied")
    assert (very["value"], very["comparator"], very["unit"], very["subject"]) == (
        95,
        ">",
        "%",
        "UBND xã Phổ Châu",
    )
    assert any(
        row["quote"].startswith("Một số cơ quan, đơn vị chưa thực sự quan tâm")
        for row in found["limitations"]
    )
    assert {(row["number"], row["issuer"], row["own"]) for row in found["documents"]} == {
        ("36/KH-UBND", "UBND xã Phổ Châu", True),
        ("817/KH-UBND", "UBND thị xã Đức Phổ", False),
    }


def test_the_same_text_gives_the_same_answer_and_it_is_json():
    again = read_report(text_of("ubnd_huyen_2025")).as_dict()
    assert json.dumps(again) == json.dumps(found_in("ubnd_huyen_2025"))


def test_findings_carry_their_place_in_the_file():
    text = text_of("xa_pho_chau_2022")
    places = [
        (0, "trang 1"),
        (text.index("III. KẾT QUẢ"), "trang 2"),
        (text.index("IV. ĐÁNH GIÁ"), "trang 3"),
    ]
    found = read_report(text, places=places).as_dict()
    assert {row["place"] for row in found["indicators"]} == {"trang 2"}
    assert found["limitations"][0]["place"] == "trang 1"


@pytest.mark.parametrize(
    ("text", "code"), [("", "no_text"), ("Thực đơn tuần này: cơm, cá, rau.", "nothing_found")]
)
def test_a_text_that_is_no_report_says_so(text, code):
    found = read_report(text).as_dict()
    assert code in [row["code"] for row in found["warnings"]]
    assert found["indicators"] == found["limitations"] == []
