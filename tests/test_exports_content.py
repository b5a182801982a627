"""What the pack says: its outline, every figure as the standing has it, nothing missing shown as zero, slides with one message."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
import tiny

from dashboard.exports.report.beside_figures import Extras
from dashboard.exports.report.chapters.deeds import deeds
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import Pack, SealMark

pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 7, 1)
PLACE = {"file": "a.xlsx", "sheet": "Danh sách", "cell": "B2"}
TYPES = {
    "documents": "unit year number dated title",
    "awards": "unit year form collectives individuals",
    "inspections": "unit year inspected_on inspector findings",
    "examples": "unit year name description",
    "limitations": "unit year category quote place",
    "lineage": "before after on kind document",
    "indices": "province index_name year score max_score rank source",
    "conclusions": "id meeting unit what responsible due state",
    "replies": "id unit year kind indicator rule text dated",
    "publications": "id unit year indicator rule step on meeting reason",
}


def frame(name: str, *rows: dict) -> pd.DataFrame:
    made = pd.DataFrame([{**PLACE, **row} for row in rows], columns=[*TYPES[name].split(), *PLACE])
    times = {
        column: "datetime64[us]"
        for column in ("dated", "inspected_on", "on", "due")
        if column in made
    }
    return made.astype({**times, **({"year": "int64"} if "year" in made else {})})


def pack(
    scores: dict[str, float] | None = None,
    milestone: str = "m25",
    more: tuple = (),
    **lists: list[dict],
) -> Pack:
    """Two units A (90 of 100) and B (70) in 2025 unless other scores are given; `more` are further results, `lists` rows of the extras by table."""
    rows = [*more] + [
        (unit, code, 2025, value)
        for unit, score in (scores or {"A": 90, "B": 70}).items()
        for code, value in (("A", score - 40), ("B", 40))
    ]
    found = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "A"}, {"unit": "B"}), tiny.results(*rows)),
        2025,
        tiny.AS_OF,
    )
    extras = Extras(*(frame(name, *lists.get(name, [])) for name in TYPES), TODAY)
    return pack_content(
        Material.at(found, found.plan.milestone(milestone), extras),
        SealMark(""),
        illustrative=False,
    )


def table(made: Pack, name: str):
    return next(one for one in made.tables() if one.name == name)


def text(made: Pack) -> str:
    return " ".join(sentence for chapter in made.chapters for sentence in chapter.sentences)


def test_the_report_has_the_outline_of_a_real_one():
    assert [one.title for one in pack().chapters if one.level == 1] == [
        "Đặc điểm tình hình",
        "Công tác triển khai thực hiện",
        "Kết quả thực hiện",
        "Đánh giá chung",
    ]


def test_what_only_people_know_is_a_short_question_each_asked_once():
    asked = [one for one in pack().chapters if one.asked]
    assert len({one.asked for one in asked}) == len(asked)
    assert all(len(one.asked) < 100 and one.asked.endswith("?") for one in asked)
    assert [one.title for one in asked] == [
        "Thuận lợi",
        "Khó khăn",
        "Công tác tuyên truyền, phổ biến",
        "Kết quả đạt được",
        "Nguyên nhân",
        "Bài học kinh nghiệm",
        "Nhiệm vụ, giải pháp thời gian tới",
    ]


def test_the_ranking_has_the_figures_of_the_standing():
    made = table(pack(), "Xếp hạng")
    labels = [column.label for column in made.heads]
    assert [
        tuple(
            row[labels.index(label)]
            for label in ("Khối, cụm", "Hạng", "Đơn vị", "Điểm", "So với mốc")
        )
        for row in made.rows
    ] == [("Khối 1", 1, "Đơn vị A", 90.0, "ahead"), ("Khối 1", 2, "Đơn vị B", 70.0, "very_slow")]
    assert made.texts[1][labels.index("So với mốc")] == "▼▼ rất chậm"


def test_what_is_missing_is_a_dash_and_never_zero():
    made = table(pack(), "Xếp hạng")
    labels = [column.label for column in made.heads]
    assert [row[labels.index("Hài lòng")] for row in made.rows] == [None, None]
    assert made.texts[0][labels.index("Hài lòng")] == "–"


def test_awards_are_added_and_a_number_nobody_gave_stays_missing():
    given = [
        {"unit": "A", "year": 2025, "form": "Giấy khen", "collectives": 2, "individuals": None},
        {"unit": "B", "year": 2024, "form": "Giấy khen", "collectives": 1, "individuals": None},
    ]
    assert table(pack(awards=given), "Khen thưởng").rows == (("Giấy khen", 3, None),)


def test_the_closing_meeting_looks_back_on_the_whole_movement_its_result_on_the_years_since_the_last_review():
    issued = [
        {"unit": "A", "year": year, "number": "1/KH", "title": "Kế hoạch"}
        for year in (2021, 2023, 2025)
    ]
    made = pack(documents=issued)
    assert "Từ năm 2019 đến năm 2025, các đơn vị đã ban hành 3 văn bản" in text(made)
    rows = table(made, "Văn bản, báo cáo theo năm").rows
    assert [row[:3] for row in rows if row[1] is not None] == [
        ("2021", 1, 1),
        ("2023", 1, 1),
        ("2025", 1, 1),
    ]
    assert "“Giai đoạn” là bình quân điểm từ năm 2023 đến năm 2025" in table(made, "Xếp hạng").note


def test_what_units_wrote_is_quoted_with_its_source():
    made = pack(
        limitations=[
            {
                "unit": "A",
                "year": 2025,
                "category": "gio_giac",
                "quote": "Còn đi muộn.",
                "place": "3",
            }
        ],
        inspections=[{"unit": "B", "year": 2025, "findings": "Thực hiện tốt."}],
    )
    quotes = [
        (quote.unit, quote.text, quote.source)
        for chapter in made.chapters
        for quote in chapter.quotes
    ]
    assert quotes == [
        ("Đơn vị B", "Thực hiện tốt.", "a.xlsx, trang “Danh sách”, ô B2"),
        ("Đơn vị A", "Còn đi muộn.", "a.xlsx, trang “Danh sách”, ô B2"),
    ]


def test_the_watched_annex_says_a_unit_once_with_its_shares_of_staff_in_one_row_and_its_reply_beside():
    reply = {
        "id": 1,
        "unit": "B",
        "year": 2025,
        "kind": "reply",
        "indicator": "CN1",
        "rule": "staff_share",
        "text": "Đang bổ sung đồng phục",
        "dated": "2026-06-02",
    }
    made = pack(more=[("A", "CN1", 2025, 36, 40), ("B", "CN1", 2025, 34, 40)], replies=[reply])
    watched = table(made, "Cần theo dõi")
    assert (watched.grouped, [column.label for column in watched.heads[:2]]) == (
        2,
        ["Đơn vị", "Khối, cụm"],
    )
    assert [text[:6] for text in watched.texts] == [
        (
            "Đơn vị B",
            "Khối 1",
            "theo dõi",
            "Tỷ lệ cán bộ đạt",
            "Nhóm tiêu chí cá nhân dưới mốc 90%: Trang phục 34/40 người (85,0%, cần thêm 2).",
            "Giải trình: “Đang bổ sung đồng phục” (2/6/2026)",
        )
    ]
    facts = table(made, "Sự việc")
    assert [text[:2] for text in facts.texts] == [("Khối 1", "Đơn vị B")], (
        "A is above every target, B's 70 is below 85"
    )


def test_difficulties_are_those_of_the_period_under_review():
    told = [
        {
            "id": place,
            "unit": "B",
            "year": year,
            "kind": "difficulty",
            "indicator": None,
            "rule": None,
            "text": text,
            "dated": f"{year}-06-02",
        }
        for place, (year, text) in enumerate([(2018, "Cũ"), (2024, "Mới")])
    ]
    assert [
        quote.text
        for chapter in pack(replies=told).chapters
        if chapter.title == "Khó khăn"
        for quote in chapter.quotes
    ] == ["Mới"]


def test_open_conclusions_stand_among_the_tasks_the_soonest_first_and_closed_ones_do_not():
    rows = [
        {
            "id": 1,
            "meeting": "Họp",
            "unit": "A",
            "what": "Việc sau",
            "responsible": "Lan",
            "due": pd.Timestamp(2026, 12, 1),
            "state": "open",
        },
        {
            "id": 2,
            "meeting": "Họp",
            "unit": None,
            "what": "Việc trước",
            "responsible": "Lan",
            "due": pd.Timestamp(2026, 6, 1),
            "state": "open",
        },
        {
            "id": 3,
            "meeting": "Họp",
            "unit": "B",
            "what": "Đã xong",
            "responsible": "Lan",
            "due": None,
            "state": "done",
        },
    ]
    made = pack(conclusions=rows)
    assert [row[:2] for row in table(made, "Kết luận còn mở").rows] == [
        ("Toàn tỉnh", "Việc trước"),
        ("Đơn vị A", "Việc sau"),
    ]
    assert "Còn 2 kết luận của các kỳ họp trước đang thực hiện, 1 đã quá hạn." in text(made)


def test_every_slide_has_one_short_message_one_picture_and_its_sources():
    made = pack(
        examples=[{"unit": "A", "year": 2025, "name": "Một cửa xanh", "description": "Trồng cây."}]
    )
    assert made.slides
    for slide in made.slides:
        assert len(slide.title.split()) <= 20
        assert (slide.chart is None) != (slide.table is None)
        assert "Nguồn:" in slide.notes and "Nguồn:" in slide.foot


def test_names_of_tables_are_unique_and_short_and_every_table_has_its_source():
    tables = list(
        pack(awards=[{"unit": "A", "year": 2025, "form": "Giấy khen", "collectives": 2}]).tables()
    )
    assert len({one.name for one in tables}) == len(tables)
    assert all(len(one.name) <= 31 and one.source.startswith("Nguồn:") for one in tables)


def test_a_line_stops_where_a_year_has_no_figure():
    made = pack()
    lines = [chart for chapter in made.chapters for chart in chapter.charts if chart.kind == "line"]
    assert lines[0].categories == tuple(str(year) for year in range(2019, 2026))
    assert lines[0].series[0].values == (None,) * 6 + (80.0,)


@pytest.mark.parametrize(
    ("milestone", "title"),
    [("m25", "Báo cáo tổng kết"), ("m22", "Báo cáo sơ kết"), ("m19", "Báo cáo tình hình")],
)
def test_the_title_is_that_of_the_milestone(milestone, title):
    assert pack(milestone=milestone).title == title


def test_blocks_stand_in_protocol_order_in_every_table_and_not_by_the_alphabet():
    """The first unit of “Khối Đảng” stands before those of “Cụm xã”: so does its block."""
    given = tiny.records(
        tiny.units({"unit": "A"}, {"unit": "B"}),
        tiny.results(*((unit, code, 2025, 40) for unit in "AB" for code in "AB")),
    )
    given = given._replace(
        unit_years=given.unit_years.assign(
            block=given.unit_years["unit"].map({"A": "Khối Đảng", "B": "Cụm xã"})
        )
    )
    found = tiny.assess(tiny.plan(), given, 2025, tiny.AS_OF)
    made = pack_content(
        Material.at(
            found, found.plan.milestone("m25"), Extras(*(frame(name) for name in TYPES), TODAY)
        ),
        SealMark(""),
        illustrative=False,
    )
    for name in ("Xếp hạng", "Số liệu theo năm"):
        assert [row[0] for row in table(made, name).rows] == ["Khối Đảng", "Cụm xã"]


def test_at_the_last_milestone_nothing_is_said_of_points_still_needed_a_year():
    made = pack()
    assert "Mỗi năm cần thêm" not in [column.label for column in table(made, "Xếp hạng").heads]
    assert (
        "Đến năm 2025 còn 1 đơn vị chậm hoặc rất chậm so với mốc; từng đơn vị nêu ở Phụ lục I."
        in text(made)
    )


def test_without_any_score_the_slide_does_not_say_that_nobody_reached_the_milestone():
    found = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "A"}, {"unit": "B"}), tiny.results(("A", "A", 2024, 40))),
        2025,
        tiny.AS_OF,
    )
    made = pack_content(
        Material.at(
            found, found.plan.milestone("m25"), Extras(*(frame(name) for name in TYPES), TODAY)
        ),
        SealMark(""),
        illustrative=False,
    )
    assert made.slides[0].title == "Chưa đủ dữ liệu để so các đơn vị với mốc tổng kết 2025"
    assert "phạm vi đang chọn" not in text(made)


def test_a_score_its_target_and_the_gap_add_up_as_they_are_read():
    """73.25 of 85 is 11.75 below; read as 73,3 in every table, so 11,7 below: 11,8 would make 85,1."""
    said = " ".join(
        str(cell) for row in table(pack({"A": 90, "B": 73.25}), "Sự việc").rows for cell in row
    )
    assert "là 73,3, thấp hơn mốc 85 (mốc Tổng kết 2025) là 11,7 điểm" in said


def test_a_period_of_one_year_is_that_year_and_examples_are_announced_only_where_some_follow():
    """The plan's first year has no year before it; units without a score lead nobody."""
    found = tiny.assess(
        tiny.plan(),
        tiny.records(tiny.units({"unit": "A"}, {"unit": "B"}), tiny.results(("A", "A", 2024, 40))),
        2025,
        tiny.AS_OF,
    )
    extras = Extras(
        *(
            frame(
                name,
                *(
                    [{"unit": "A", "year": 2025, "name": "Một cửa", "description": "Nhanh."}]
                    if name == "examples"
                    else []
                ),
            )
            for name in TYPES
        ),
        TODAY,
    )
    material = Material(found, found.plan.milestone("m25"), extras, 2025)
    said = {"span": "năm 2025", "Span": "Năm 2025", "years": "2025", "over": "năm 2025"}
    assert material.span == said
    assert deeds(material)[2].sentences == (
        "Trong năm 2025 có 1 mô hình, cách làm hay được các đơn vị giới thiệu.",
    )
