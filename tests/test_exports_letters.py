"""The letters that urge units: only facts, the right days, the right list."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import pytest
import tiny

from dashboard.exports.letter_occasion import Occasion, usual_sender
from dashboard.exports.letters import Urged, letter_name, letter_to_all, letter_to_one, letters_zip
from dashboard.exports.paper.official import as_word
from dashboard.views.plan_changes import changed

OFFICE = """
[secretariat]
body = "Sở Nội vụ"
symbol = "SNV-TĐKT"
signed_by = ["GIÁM ĐỐC"]
copies = ["Như trên", "{owner} (để báo cáo)", "Lưu: VT, TĐKT"]
"""
PLAN = tiny.plan(tiny.PLAN + OFFICE)
OCCASION = Occasion(PLAN, PLAN.reports[0], as_of=dt.date(2023, 1, 5), reply_by=dt.date(2023, 1, 16))
SENDER = usual_sender(PLAN)
MISSING = Urged("U1", "Sở Tài chính tỉnh Thử", "Khối 1", 21)
LATE = Urged("U2", "Hội Nông dân tỉnh Thử", "Khối 1", 3, dt.date(2022, 12, 18))


def text(paper) -> str:
    return "\n".join(one.text for one in paper.blocks)


def test_the_letter_to_a_unit_without_a_report_says_deadline_days_and_the_new_day():
    paper = letter_to_one(OCCASION, SENDER, MISSING)
    assert paper.addressees == ("Sở Tài chính tỉnh Thử",) and paper.kind == ""
    assert (
        "hạn gửi báo cáo năm 2022 của các cơ quan, đơn vị là ngày 15 tháng 12 năm 2022 (thử)"
        in text(paper)
    )
    assert (
        "tính đến ngày 05 tháng 01 năm 2023, Sở Nội vụ chưa nhận được báo cáo năm 2022 của Sở Tài chính tỉnh Thử, quá hạn 21 ngày"
        in text(paper)
    )
    assert "chậm nhất ngày 16 tháng 01 năm 2023" in text(paper)
    assert "Trường hợp đã gửi" in text(paper), "a unit that has filed can say so"


def test_the_letter_to_a_late_unit_asks_for_the_next_time_and_not_for_the_report_again():
    paper = letter_to_one(OCCASION, SENDER, LATE)
    assert (
        "nhận được báo cáo năm 2022 của Hội Nông dân tỉnh Thử vào ngày 18 tháng 12 năm 2022, chậm 3 ngày"
        in text(paper)
    )
    assert "chậm nhất" not in text(paper) and "các kỳ tiếp theo" in text(paper)


def test_one_letter_to_several_names_them_and_lists_them_in_its_annex():
    other = Urged("U3", "Ban Dân tộc tỉnh Thử", "Khối 2", 21)
    paper = letter_to_all(OCCASION, SENDER, [MISSING, other])
    assert paper.addressees == (
        "Sở Tài chính tỉnh Thử",
        "Ban Dân tộc tỉnh Thử",
    ) and "2 cơ quan, đơn vị" in text(paper)
    (table,) = paper.annexes[0].blocks
    assert table.rows == (
        ("1", "Sở Tài chính tỉnh Thử", "Khối 1", "15/12/2022", "21"),
        ("2", "Ban Dân tộc tỉnh Thử", "Khối 2", "15/12/2022", "21"),
    )
    assert "không phải thứ hạng" in table.source


def test_more_than_eight_units_stand_in_the_list_only():
    paper = letter_to_all(
        OCCASION, SENDER, [Urged(f"U{n}", f"Xã {n}", "Khối xã", 21) for n in range(9)]
    )
    assert (
        paper.addressees == ("Các cơ quan, đơn vị có tên trong danh sách kèm theo",)
        and len(paper.annexes[0].blocks[0].rows) == 9
    )


def test_the_list_of_late_units_has_the_day_of_filing():
    table = letter_to_all(OCCASION, SENDER, [LATE]).annexes[0].blocks[0]
    assert table.rows == (
        ("1", "Hội Nông dân tỉnh Thử", "Khối 1", "15/12/2022", "18/12/2022", "3"),
    )


@pytest.mark.parametrize("units", [[], [MISSING, LATE]])
def test_a_letter_to_nobody_or_to_missing_and_late_ones_together_is_refused(units):
    with pytest.raises(ValueError, match="all missing or all late"):
        letter_to_all(OCCASION, SENDER, units)


def test_the_usual_sender_comes_from_the_plan():
    assert (SENDER.office.superior, SENDER.office.body, SENDER.office.place) == (
        "UBND tỉnh Thử",
        "Sở Nội vụ",
        "Thử",
    )
    assert SENDER.copies == (
        "Như trên",
        "UBND tỉnh Thử (để báo cáo)",
        "Lưu: VT, TĐKT",
    ) and SENDER.signature.offices == ("GIÁM ĐỐC",)


def test_without_an_office_in_the_plan_the_letter_comes_from_the_owner_and_leaves_the_rest_to_be_filled_in():
    plan = tiny.plan()
    sender = usual_sender(plan)
    assert (sender.office.superior, sender.office.body, sender.office.symbol) == (
        "",
        "UBND tỉnh Thử",
        "",
    )
    paper = letter_to_one(
        Occasion(plan, plan.reports[0], as_of=OCCASION.as_of, reply_by=OCCASION.reply_by),
        sender,
        MISSING,
    )
    assert "UBND tỉnh Thử chưa nhận được báo cáo năm 2022" in text(paper) and as_word(paper)


def test_another_office_is_a_change_of_the_plan_in_words():
    assert changed(
        PLAN, tiny.plan(tiny.PLAN + OFFICE.replace('"GIÁM ĐỐC"', '"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"'))
    ) == ["Cơ quan theo dõi, đôn đốc, chức vụ người ký: GIÁM ĐỐC → KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC."]
    assert changed(tiny.plan(), PLAN) == [
        "Thêm cơ quan theo dõi, đôn đốc: tên cơ quan Sở Nội vụ; ký hiệu văn bản SNV-TĐKT; chức vụ người ký GIÁM ĐỐC; "
        "nơi nhận Như trên; {owner} (để báo cáo); Lưu: VT, TĐKT."
    ]


def test_a_deadline_with_a_second_report_keeps_the_year_with_the_first():
    plan = tiny.plan(
        tiny.PLAN.replace('name = "Báo cáo năm"', 'name = "Báo cáo năm, kèm báo cáo sơ kết"')
    )
    assert (
        Occasion(plan, plan.reports[0], dt.date(2023, 1, 5), dt.date(2023, 1, 16)).report
        == "báo cáo năm 2022, kèm báo cáo sơ kết"
    )


def test_the_mark_of_sample_data_is_on_the_letter():
    marked = Occasion(
        PLAN, PLAN.reports[0], dt.date(2023, 1, 5), dt.date(2023, 1, 16), mark="Số liệu minh họa"
    )
    assert letter_to_one(marked, SENDER, MISSING).mark == "Số liệu minh họa"


def test_the_zip_holds_one_readable_letter_a_unit_under_names_that_every_system_takes():
    odd = Urged("../VP/1", "Văn phòng", "Khối 1", 21)
    with zipfile.ZipFile(io.BytesIO(letters_zip(OCCASION, SENDER, [MISSING, odd]))) as archive:
        assert archive.namelist() == [
            "U1-cong-van-bao-cao-2022.docx",
            "VP-1-cong-van-bao-cao-2022.docx",
        ]
        letter = docx.Document(io.BytesIO(archive.read("U1-cong-van-bao-cao-2022.docx")))
    assert any(line.text == "Kính gửi: Sở Tài chính tỉnh Thử" for line in letter.paragraphs)
    assert letter_name(OCCASION) == "cong-van-bao-cao-2022.docx"


def test_a_letter_as_word_ends_with_the_stroke_and_leaves_the_number_blank():
    document = docx.Document(io.BytesIO(as_word(letter_to_all(OCCASION, SENDER, [MISSING]))))
    assert [line.text for line in document.paragraphs if line.text.endswith("./.")] == [
        "Sở Nội vụ trân trọng cảm ơn sự quan tâm, phối hợp của các cơ quan, đơn vị./."
    ]
    assert (
        "Số:\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0/SNV-TĐKT" in document.tables[0].rows[0].cells[0].text
    )
