"""What is issued comes back and imports without a word, filled in by hand or at random."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from small_forms import FACTS, NA, PLAN, UNIT, YEAR, filled, opened

from dashboard.exports.forms import form_words as words
from dashboard.exports.forms.unit_forms import template, template_name
from data_access.intake.headers import WORDS
from data_access.intake.names import fold
from data_access.intake.sheet_reading import read

TEXTS = st.sampled_from(
    [
        "Theo kết luận của đoàn kiểm tra",
        "=1+1 là công thức",
        "Một cửa; 20/9/2019",
        "Giờ giấc, đi muộn",
    ]
)


def counted(values: st.SearchStrategy[int], very: bool | None = None):
    """An entry of counts by the form's own rules: value ≤ total; very inside or beside the value."""

    @st.composite
    def entry(draw):
        total = draw(values)
        value = draw(st.integers(0, total))
        made = {words.TOTAL: total, words.SELF: value}
        if very is not None:
            made[words.VERY] = draw(st.none() | st.integers(0, value if very else total - value))
        return made

    return entry()


def or_nothing(entry):
    return st.just({}) | st.just({words.SELF: NA}) | entry


ENTRIES = st.fixed_dictionaries(
    {
        "A": or_nothing(st.builds(lambda points: {words.SELF: points / 4}, st.integers(0, 30))),
        "T": or_nothing(st.builds(lambda points: {words.SELF: points}, st.integers(0, 9))),
        "VH": or_nothing(
            st.builds(lambda said: {words.SELF: said}, st.sampled_from([words.YES, words.NO]))
        ),
        "N": or_nothing(st.builds(lambda days: {words.SELF: days}, st.integers(-5, 2000))),
        "KS": or_nothing(
            st.builds(lambda share: {words.SELF: share}, st.sampled_from([0, 1.5, 95.3, 100]))
        ),
        "HL": or_nothing(counted(st.integers(1, 5000), very=True)),
        "HR": or_nothing(counted(st.integers(1, 5000), very=False)),
        "DH": or_nothing(counted(st.integers(1, 90_000))),
        "CN1": or_nothing(counted(st.integers(1, 40))),
    }
)


def told(reading) -> dict[str, tuple]:
    """criterion → value, total, very, state as they were read."""
    if "results" not in reading.tables:
        return {}
    rows = reading.tables["results"].astype(object).where(reading.tables["results"].notna(), None)
    return {
        one.criterion: (one.value, one.out_of, one.very, one.state, one.stage)
        for one in rows.itertuples()
    }


def meant(entries: dict[str, dict[str, object]], stage: str = "self") -> dict[str, tuple]:
    column = words.SELF if stage == "self" else words.APPRAISED
    found = {}
    for code, entry in entries.items():
        value = entry.get(column)
        if value == NA:
            found[code] = (None, None, None, "not_applicable", stage)
        elif value is not None:
            value = {words.YES: 1.0, words.NO: 0.0}.get(value, value)
            found[code] = (value, entry.get(words.TOTAL), entry.get(words.VERY), "ok", stage)
    return found


@settings(max_examples=12, deadline=None)
@given(ENTRIES, TEXTS)
def test_a_form_filled_at_random_comes_back_and_imports_without_a_word(entries, note):
    noted = {code: {**entry, words.NOTE: note} for code, entry in entries.items()}
    reading = read(template_name("VP", YEAR), filled(noted), FACTS)
    assert reading.problems.empty, reading.problems.to_string()
    assert told(reading) == meant(entries)
    if "results" in reading.tables:
        rows = reading.tables["results"]
        assert (
            set(rows["unit"]) == {"VP"}
            and set(rows["year"]) == {YEAR}
            and set(rows["note"]) == {note}
        )


def test_an_undeclared_survey_asks_whether_the_very_satisfied_are_inside():
    entries = {"HX": {words.TOTAL: 100, words.SELF: 90, words.VERY: 40, words.INCLUDED: words.YES}}
    reading = read("a.xlsx", filled(entries), FACTS)
    assert reading.problems.empty and reading.tables["results"]["very_included"].tolist() == [True]


def test_what_the_form_says_of_the_unit_and_its_report_comes_back():
    info = {
        words.STAFF: 38,
        words.REPORT: "Báo cáo năm",
        words.NUMBER: "25/BC-VP",
        words.DATED: dt.datetime(2022, 12, 9),
        words.SUBMITTED: dt.datetime(2022, 12, 12),
    }
    reading = read("a.xlsx", filled({"A": {words.SELF: 7}}, info), FACTS)
    assert reading.problems.empty
    filing = reading.tables["filings"].iloc[0]
    assert (filing["unit"], filing["year"], filing["kind"], filing["number"]) == (
        "VP",
        YEAR,
        "annual",
        "25/BC-VP",
    )
    assert (
        str(filing["submitted_on"])[:10] == "2022-12-12"
        and str(reading.tables["results"]["submitted_on"].iloc[0])[:10] == "2022-12-12"
    )
    assert reading.tables["unit_years"][["block", "staff"]].values.tolist() == [["Khối 1", 38]]


def test_the_lists_come_back_row_by_row():
    lists = {
        words.DOCUMENTS: [
            ["18/KH-VP", dt.datetime(2022, 3, 4), "Kế hoạch phát động năm 2022"],
            ["20/KH-VP", None, "Kế hoạch kiểm tra"],
        ],
        words.AWARDS: [[PLAN.award_forms[0], None, 12], ["Giấy khen của Giám đốc Sở", 2, None]],
        words.INSPECTIONS: [
            [dt.datetime(2022, 6, 1), "Hội đồng Thi đua - Khen thưởng tỉnh", "Thực hiện tốt"]
        ],
        words.EXAMPLES: [["Ngày không viết, ngày không hẹn", "Giải quyết ngay trong ngày"]],
        words.LIMITATIONS: [
            [name, f"Câu thứ {place}", place]
            for place, name in enumerate(words.CATEGORIES.values(), start=1)
        ],
    }
    reading = read("a.xlsx", filled({}, lists=lists), FACTS)
    assert reading.problems.empty, reading.problems.to_string()
    assert {
        name: len(reading.tables[name])
        for name in ("documents", "awards", "inspections", "examples", "limitations")
    } == {"documents": 2, "awards": 2, "inspections": 1, "examples": 1, "limitations": 11}
    assert reading.tables["limitations"]["category"].tolist() == list(words.CATEGORIES)
    assert reading.tables["awards"]["individuals"].tolist()[0] == 12


def test_every_category_offered_is_a_word_that_the_intake_knows():
    assert {code: WORDS["category"].get(fold(name)) for code, name in words.CATEGORIES.items()} == {
        code: code for code in words.CATEGORIES
    }


def test_an_untouched_form_says_nothing_but_the_unit():
    reading = read("a.xlsx", template(PLAN, UNIT, YEAR), FACTS)
    assert reading.problems.empty and set(reading.tables) == {"unit_years"}


def test_the_form_of_those_who_appraise_opens_their_column_and_carries_no_report():
    entries = {
        "A": {words.APPRAISED: 6.5},
        "HL": {words.TOTAL: 50, words.APPRAISED: 45, words.VERY: 20},
    }
    reading = read("a.xlsx", filled(entries, stage="appraised"), FACTS)
    assert reading.problems.empty and told(reading) == meant(entries, "appraised")
    book = opened(template(PLAN, UNIT, YEAR, "appraised"))
    assert words.DOCUMENTS not in book.sheetnames and words.SUBMITTED not in {
        cell.value for cell in book[words.INFO]["A"]
    }
