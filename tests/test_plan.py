"""Plans: read, checked, written back; every mistake one Vietnamese sentence with its key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tiny

import sample_data
from dashboard.plan import Limits, Plan, dump_plan, load_plan
from dashboard.plan.called_parts import Chapters, OwnNouns
from dashboard.plan.checks import PlanError
from dashboard.plan.leaves import shapes
from dashboard.plan.mistakes import SENTENCES
from dashboard.plan.scale import Total


def mistakes(text: str) -> list[str]:
    with pytest.raises(PlanError) as refused:
        load_plan(text)
    return refused.value.sentences


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        (
            "max = 60",
            'max = 60, colour = "đỏ"',
            "criteria[1] (A).colour",
            "không có mục nào tên như vậy",
        ),
        (
            'kind = "points", name = "Tiêu chí A"',
            'kind = "diem", name = "Tiêu chí A"',
            "criteria[1] (A).kind",
            "chỉ nhận",
        ),
        ("max = 60", 'max = "sáu mươi"', "criteria[1] (A).max", "phải là số"),
        (", max = 60", "", "criteria (A).max", "phải có điểm tối đa"),
        (
            'group = "G1", kind = "points", name = "Tiêu chí A"',
            'group = "G9", kind = "points", name = "Tiêu chí A"',
            "criteria (A).group",
            "không có nhóm tiêu chí nào mang mã “G9”",
        ),
        ('{code = "B"', '{code = "A"', "criteria (A)", "dùng hai lần"),
        (
            'measure = "HL", value = 0.85',
            'measure = "HL", value = 85',
            "milestones (m22).targets",
            "từ 0 đến 1",
        ),
        (
            'measure = "total", value = 76',
            'measure = "tong", value = 76',
            "milestones (m22).targets",
            "“tong”",
        ),
        (
            "year = 2025, due = 2025-12-31",
            "year = 2026, due = 2026-12-31",
            "milestones (m25).year",
            "nằm ngoài giai đoạn 2019–2025",
        ),
        ("due = 2022-12-15", 'due = "giữa tháng 12"', "reports[1].due", "phải là ngày"),
        ("last_year = 2025", "last_year = 2018", "last_year", "đứng trước năm đầu"),
        ("min = 65", "min = 80", "classes", "cùng lấy ngưỡng"),
        ("min = 65", "min = 650", "classes (kha).min", "từ 0 đến 100"),
        ("max = 60", "max = inf", "criteria[1] (A).max", "một số có giá trị"),
        (
            "max = 60",
            "max = 60, very_included = true",
            "criteria (A).very_included",
            "chỉ tiêu chí khảo sát",
        ),
        ('{code = "B"', '{code = "a"', "criteria (a)", "chữ hoa, chữ thường"),
        ('{code = "B"', '{code = "score"', "criteria (score)", "hãy đặt mã khác"),
        (
            'measure = "total", value = 76',
            'measure = "total", value = 760',
            "milestones (m22).targets",
            "thang điểm từ 0 đến 100",
        ),
        (
            'measure = "total", value = 76',
            'measure = "total", value = 0.76',
            "milestones (m22).targets",
            "60 điểm viết là 60",
        ),
        (
            'measure = "HL", value = 0.85',
            'measure = "total", value = 85',
            "milestones (m22).targets",
            "hai mốc cho cùng một loại đơn vị",
        ),
        (
            "due = 2022-12-31",
            "due = 2021-12-31",
            "milestones (m22).due",
            "đứng trước năm 2022 của mốc",
        ),
        (
            "reports = [",
            'reports = [{year = 2022, due = 2022-11-15, name = "Báo cáo", source = "KH"}, ',
            "reports (2022)",
            "hai hạn nộp",
        ),
    ],
)
def test_every_mistake_is_one_sentence_with_the_key_it_stands_at(old, new, key, words):
    assert old in tiny.PLAN
    found = [
        sentence
        for sentence in mistakes(tiny.PLAN.replace(old, new, 1))
        if sentence.startswith(f"{key}:")
    ]
    assert len(found) == 1 and words in found[0]


@pytest.mark.parametrize("text", ["x = " + "[" * 5_000 + "]" * 5_000, "x = " + "9" * 5_000])
def test_endless_brackets_and_endless_numbers_are_one_sentence(text):
    with pytest.raises(PlanError, match="lồng nhau quá sâu hoặc một con số quá dài"):
        load_plan(text)


def test_broken_toml_is_told_as_such():
    assert mistakes("code = ") == [
        "Tệp kế hoạch không đọc được theo định dạng TOML ở cuối tệp: giá trị viết chưa đúng (chữ phải đặt trong dấu nháy). Hãy sửa chỗ đó rồi nạp lại."
    ]
    assert "ở dòng 2, cột 11: mục này đã có ở trên" in mistakes('code = "a"\ncode = "b"\n')[0]
    assert "ở dòng 1, cột 7: ngày không có thật" in mistakes("due = 2028-02-31")[0]


MANUAL = Path(__file__).parent.parent / "docs" / "plan-file.md"


def test_the_manual_has_every_limit_with_its_default():
    rows = re.findall(r"^\| `(\w+)` \| (-?[\d.]+) \| \S", MANUAL.read_text(encoding="utf-8"), re.M)
    assert {name: float(value) for name, value in rows} == Limits().model_dump()


def defaults(model, path: str = "") -> dict[str, str]:
    """Every key that may be left out, with its default as the manual writes it."""
    found = {}
    for name, field in model.model_fields.items():
        inner = shapes(model)[name][1]
        if name in ("award_law", "limits", "limit_sources"):
            continue
        if inner is not None:
            found |= defaults(inner, f"{path}{name}.")
        if not field.is_required() and field.default.__class__ not in (Chapters, OwnNouns, Total):
            found[f"{path}{name}"] = written_default(field.default)
    return found


def written_default(value: object) -> str:
    if value in (None, "", ()):
        return "–"
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def test_the_manual_has_the_default_of_every_key_that_may_be_left_out():
    told = MANUAL.read_text(encoding="utf-8").split("## What is left out")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([\w.]+)` \| (.*?) \| .*\|$", told, re.M)
    assert dict(rows) == defaults(Plan)


def test_the_example_of_the_manual_is_a_whole_plan():
    plan = load_plan(MANUAL.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0])
    assert (len(plan.criteria), [target.value for target in plan.milestone("cuoi_ky").targets]) == (
        8,
        [70],
    )


def test_one_mistake_is_one_sentence_and_what_follows_from_it_is_not_told():
    assert len(mistakes(tiny.PLAN.replace("last_year = 2025", "last_year = 2018"))) == 1
    assert mistakes(
        tiny.PLAN.replace("year = 2025, due = 2025-12-31", "year = 2026, due = 2026-12-31")
    ) == ["milestones (m25).year: năm 2026 nằm ngoài giai đoạn 2019–2025."]


def test_several_mistakes_are_told_together():
    text = tiny.PLAN.replace("max = 60", "max = 0").replace("max = 40", 'max = "b"')
    assert len(mistakes(text)) == 2


def test_a_plan_written_back_reads_the_same():
    plan = load_plan(sample_data.PLAN)
    assert load_plan(dump_plan(plan)) == plan


def test_the_shipped_plan_has_the_movements_groups_milestones_and_sources():
    plan = load_plan(sample_data.PLAN)
    assert [one.name for one in plan.groups if one.audience == "collective"] == [
        "Thể chế",
        "Cải cách hành chính",
        "Công nghệ thông tin",
        "Công sở xanh, sạch, đẹp",
        "Tổ chức phong trào",
    ]
    assert sum(1 for one in plan.criteria if one.audience == "individual") == 7
    assert [one.year for one in plan.milestones if one.kind != "annual"] == [2019, 2022, 2025]
    assert sum(one.max for one in plan.criteria if one.kind == "points") == 100
    assert all(target.source for one in plan.milestones for target in one.targets)
    assert plan.milestone("so_ket_2022").targets[1].source == "nội suy, không phải quy định"


def test_every_sentence_can_be_filled():
    fields = dict.fromkeys(
        [
            "detail",
            "form",
            "input",
            "expected",
            "gt",
            "ge",
            "lt",
            "le",
            "first",
            "last",
            "code",
            "name",
            "year",
            "measure",
            "value",
            "due",
            "place",
            "other",
            "top",
            "worth",
            "max_length",
        ],
        "…",
    )
    assert all("{" not in sentence.format(**fields) for sentence in SENTENCES.values())


def test_limits_default_to_the_published_parameters():
    limits = Limits()
    assert (
        limits.confidence,
        limits.false_discovery,
        limits.peers_z_far,
        limits.rank_draws,
        limits.seed,
    ) == (0.95, 0.05, -3.5, 10_000, 20_250_101)


def test_a_class_is_the_highest_cut_reached_on_the_unrounded_score():
    plan = tiny.plan()
    assert [plan.class_of(score) for score in (80, 79.96, 64.9, None, float("nan"))] == [
        "Tốt",
        "Khá",
        None,
        None,
        None,
    ]
