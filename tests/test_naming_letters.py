"""The letters of naming: what is meant to be named in the sentences that would be published, and the day by which the unit may reply."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace

import docx
import pandas as pd
import tiny
from test_exports_letters import PLAN, SENDER

from dashboard.assessment.rules import target_rule
from dashboard.exports import naming_letter_words as words
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


def test_words_of_statistics_stand_with_their_plain_words_and_none_is_explained_that_is_not_used():
    """The sentence is a real one of the rules; “khoảng tin cậy” and “mức thật” are the two terms of the glossary in it."""
    level = target_rule.LEVEL.format(level="72 điểm", confidence="90%", low="70", high="74")
    blocks = letter(NAMING, SENDER, replace(TOLD, sentences=(f"Điểm thấp; {level}.",))).blocks
    items = [one.text for one in blocks if isinstance(one, Item)]
    assert len(items) == 3 and "(khoảng tin cậy 90%: 70–74)" in items[0]
    assert items[1].startswith("Mức thật: mức của đơn vị sau khi bớt")
    assert items[2].startswith("Khoảng tin cậy: khoảng mà mức thật rất có thể nằm trong đó.")
    plain = letter(NAMING, SENDER, TOLD).blocks
    assert words.TERMS not in [one.text for one in plain if isinstance(one, Text)]


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
