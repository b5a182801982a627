"""Awards by law: the shipped file, what a plan's own law is refused for, and collectives that no file and no report may give a person's title."""

from __future__ import annotations

import re
import tomllib

import pytest
import tiny

from dashboard.plan import dump_plan, load_plan
from dashboard.plan.award_law import SHIPPED, shipped_law
from dashboard.plan.checks import PlanError
from dashboard.views import award_words
from dashboard.views.award_words import award_doubt
from dashboard.views.plan_changes import changed

LAW = """
[award_law.law]
number = "1/2030/QH"
name = "Luật thử"
[[award_law.decrees]]
number = "2/2030/NĐ-CP"
first_year = 2019
last_year = 2024
[[award_law.decrees]]
first_year = 2025
[[award_law.titles]]
code = "nguoi"
name = "Người tốt"
kind = "title"
bearers = ["person"]
[[award_law.titles]]
code = "co"
name = "Cờ"
names = ["Lá cờ đầu"]
kind = "title"
bearers = ["collective"]
[rewards]
source = "thử"
[[rewards.rules]]
code = "r"
form = "Lá cờ đầu của khối"
from_class = "tot"
source = "thử"
"""


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Chiến sĩ thi đua cơ sở", "cstd_cs"),
        ("chiến sĩ  thi đua cấp tỉnh năm 2024", "cstd_tinh"),
        ("Tập thể Lao động tiên tiến", "tt_ldtt"),
        ("Lao động tiên tiến", "ldtt"),
        ("Đề nghị tặng Bằng khen của Thủ tướng Chính phủ", "bk_ttg"),
        ("Giấy khen của Thủ trưởng đơn vị", "gk"),
    ],
)
def test_a_form_means_the_title_with_the_longest_name_in_it(form, code):
    assert shipped_law().title_of(form).code == code


def test_a_form_that_the_law_does_not_name_means_none():
    assert shipped_law().title_of("Thư cảm ơn") is None


def test_nothing_shipped_claims_to_be_checked_and_the_decree_since_2025_is_left_to_the_office():
    law = shipped_law()
    assert law.law.number == "06/2022/QH15"
    assert not any(one.checked for one in (law.law, *law.decrees, *law.titles))
    assert (law.decree(2024).number, law.decree(2025).number) == ("98/2023/NĐ-CP", "")
    assert law.decree(2022) is None and all(one.vote_share is None for one in law.titles)


def test_the_shipped_file_has_no_key_that_is_not_read():
    raw = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    assert load_plan(tiny.PLAN + as_toml(raw)).award_law == shipped_law()


def as_toml(raw: dict) -> str:
    text = SHIPPED.read_text(encoding="utf-8")
    for head in raw:
        text = text.replace(f"[{head}]", f"[award_law.{head}]")
    return f"\n[award_law]\n{text}"


def test_an_offices_own_law_is_part_of_its_plan_and_comes_back_from_its_text():
    plan = load_plan(tiny.PLAN + LAW)
    assert plan.award_law.decree(2025).number == "" and plan.award_law.title_of("Cờ").code == "co"
    assert load_plan(dump_plan(plan)) == plan
    assert "award_law" not in dump_plan(tiny.plan())
    assert any("Bỏ danh hiệu, hình thức khen thưởng" in one for one in changed(tiny.plan(), plan))


@pytest.mark.parametrize(
    ("change", "to", "told"),
    [
        ('code = "co"', 'code = "nguoi"', "award_law.titles (nguoi): mã “nguoi” dùng hai lần"),
        (
            'names = ["Lá cờ đầu"]',
            'names = ["người  TỐT"]',
            "tên “người  TỐT” đã dùng cho mục nguoi",
        ),
        ("last_year = 2024", "last_year = 2025", "hai nghị định cùng áp dụng cho năm 2025"),
        (
            'bearers = ["collective"]',
            "bearers = []",
            "award_law.titles[2] (co).bearers: không được",
        ),
        ('bearers = ["collective"]', 'bearers = ["tổ"]', "award_law.titles[2] (co).bearers[1]"),
        (
            'form = "Lá cờ đầu của khối"',
            'form = "Người tốt"',
            "rewards.rules (r).form: “Người tốt” chỉ dành cho cá nhân",
        ),
        (
            'from_class = "tot"',
            'from_class = "tot"\nindividuals = 1',
            "rewards.rules (r).individuals: “Cờ” không dành cho cá nhân",
        ),
        (
            'kind = "title"',
            'kind = "title"\nvote_share = 90',
            "award_law.titles[1] (nguoi).vote_share",
        ),
        (
            'kind = "title"',
            'kind = "title"\nmore_than = true',
            "award_law.titles (nguoi).more_than: “trên” một tỷ lệ thì mục ấy phải có vote_share",
        ),
        (
            'kind = "title"',
            'kind = "title"\nvote_share = 1\nmore_than = true',
            "award_law.titles (nguoi).more_than",
        ),
    ],
)
def test_every_mistake_in_a_law_is_told_in_one_sentence_with_its_place(change, to, told):
    with pytest.raises(PlanError) as refused:
        load_plan(tiny.PLAN + LAW.replace(change, to, 1))
    assert len(refused.value.sentences) == 1
    assert re.search(re.escape(told), refused.value.sentences[0]), refused.value.sentences


def test_a_reports_title_of_persons_with_collectives_is_asked():
    plan = tiny.plan()
    assert "chỉ dành cho cá nhân" in award_doubt(plan, "Chiến sĩ thi đua cơ sở", 521, None)
    assert "chỉ dành cho tập thể" in award_doubt(plan, "Tập thể Lao động xuất sắc", None, 3)
    assert award_doubt(plan, "Chiến sĩ thi đua cơ sở", None, 12) is None
    assert award_doubt(plan, "Giấy khen", 3, 12) is None


def test_what_proposals_rest_on_says_what_nobody_checked_and_what_the_office_has_to_fill_in():
    said = award_words.basis(tiny.plan(), 2025)
    assert (
        "Luật Thi đua, khen thưởng 06/2022/QH15; nghị định áp dụng năm 2025: cơ quan điền" in said
    )
    assert "Tỷ lệ thành viên Hội đồng phải dự họp: cơ quan điền." in said
    assert "Chưa đối chiếu nguyên văn 18 mục" in said and "chưa phải là khen thưởng" in said
    checked = LAW.replace('bearers = ["', 'checked = true\nbearers = ["').replace(
        'name = "Luật thử"', 'name = "Luật thử"\nchecked = true'
    )
    plan = load_plan(tiny.PLAN + "\n[award_law]\nquorum = 0.7\n" + checked)
    told = award_words.basis(plan, 2024)
    assert told.startswith("Căn cứ: Luật thử 1/2030/QH; Nghị định số 2/2030/NĐ-CP. Tỷ lệ")
    assert "70%" in told and "Chưa đối chiếu" not in told
    assert "không ghi nghị định nào áp dụng năm 2018" in award_words.basis(plan, 2018)


def test_the_table_of_titles_names_bearers_votes_and_articles():
    rows = award_words.titles_table(tiny.plan()).frame.set_index("name")
    own = rows.loc["Chiến sĩ thi đua cơ sở"]
    assert own[["bearers", "conditions", "article", "checked"]].tolist() == [
        "cá nhân",
        "hằng năm",
        "Điều 23",
        "chưa đối chiếu",
    ]
    assert rows.at["Giấy khen", "bearers"] == "cá nhân, tập thể, hộ gia đình"
