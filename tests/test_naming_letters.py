"""The letters of naming: what is meant to be named in the sentences that would be published, and the day by which the unit may reply."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import pandas as pd
import tiny
from test_exports_letters import PLAN, SENDER

from dashboard.exports.naming_letters import Naming, Told, letter, letters, told_units
from dashboard.exports.paper.contents import Item, Text

NAMING = Naming(PLAN, 2025, dt.date(2026, 5, 20), "bản chốt số 3 “Tổng kết”")
TOLD = Told("U1", "Sở A", ("Điểm 2025 là 70, dưới mốc 80.", "Điểm giảm."), dt.date(2026, 6, 11))


def test_a_unit_reads_each_sentence_that_would_be_published_and_its_last_day():
    paper = letter(NAMING, SENDER, TOLD)
    said = " ".join(one.text for one in paper.blocks if isinstance(one, Text))
    assert [one.text for one in paper.blocks if isinstance(one, Item)] == list(TOLD.sentences)
    assert "Sở A có 2 nội dung dự kiến nêu tên" in said
    assert "chậm nhất ngày 11 tháng 6 năm 2026" in said
    assert "bản chốt số 3 “Tổng kết”, tính đến ngày 20 tháng 5 năm 2026" in said
    assert paper.addressees == ("Sở A",) and paper.kind == "" and paper.is_draft


def test_a_unit_told_before_keeps_its_day_and_one_told_now_has_the_plans_days():
    units = tiny.units({"unit": "A"}, {"unit": "B"})
    records = tiny.records(units, tiny.results(("A", "A", 2025, 50)))
    found = tiny.assess(PLAN, records, 2025, tiny.AS_OF)
    day = dt.date(2026, 6, 5)
    rows = pd.DataFrame(
        {
            "unit": ["B", "A", "A"],
            "reason": ["Đơn vị B: điểm thấp.", "Đơn vị A: điểm giảm.", "Đơn vị A: hài lòng giảm."],
            "until": [day, None, day],
        }
    )
    b, a = told_units(found, rows, dt.date(2026, 6, 1))
    assert (b.unit, b.sentences, b.until) == ("B", ("Điểm thấp.",), day)
    assert len(a.sentences) == 2
    assert a.until == dt.date(2026, 6, 1) + dt.timedelta(days=PLAN.reply_days)


def test_the_zip_has_a_readable_letter_for_each_unit():
    with zipfile.ZipFile(io.BytesIO(letters(NAMING, SENDER, [TOLD]))) as made:
        assert made.namelist() == ["U1-cong-van-giai-trinh-2025.docx"]
        document = docx.Document(io.BytesIO(made.read(made.namelist()[0])))
    assert "- Điểm giảm." in [one.text for one in document.paragraphs]
