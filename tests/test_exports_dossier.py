"""The documents around a meeting, read back: all from one edition, what nobody entered is dots, an office's own template holds, hundreds of units fit."""

from __future__ import annotations

import io
import re
from typing import NamedTuple

import docx
import pandas as pd
import pytest
import tiny
from docx.shared import Mm
from pypdf import PdfReader
from test_exports_content import TODAY, TYPES, frame

from dashboard.assessment.commending import NO_NOMINEES
from dashboard.assessment.council_vote import NO_COUNTS, NO_VOTES
from dashboard.exports import pack_files, packing
from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.dossier.dossier import DOCUMENTS
from dashboard.exports.paper import pdf
from dashboard.exports.paper.contents import Paper, Sheet, Text, WrittenTable
from dashboard.exports.paper.official import as_word, as_word_page
from dashboard.exports.report.aloud import RATE, minutes_of
from dashboard.exports.report.beside_figures import Extras
from dashboard.exports.report.material import Material
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import SealMark
from dashboard.exports.zips import readable_name
from dashboard.plan import load_plan

pytestmark = pytest.mark.slow

OWN, ABOVE = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bằng khen của Thủ tướng Chính phủ"
RULES = f"""
[rewards]
small_staff = 15
source = "quy tắc thử"
[[rewards.rules]]
code = "cao"
form = "{ABOVE}"
from_class = "tot"
share = 0.1
at_least = 1
at_most = 1
source = "thử"
[[rewards.rules]]
code = "thap"
form = "{OWN}"
from_class = "kha"
share = 0.5
individuals = 1
source = "thử"
"""
LONG = "Ban Quản lý Dự án Đầu tư Xây dựng các công trình Nông nghiệp và Phát triển nông thôn số {}"


def plan(rules: str = RULES):
    text = re.sub(
        r"^owner = .*$", 'owner = "Ủy ban nhân dân tỉnh Thử"', tiny.PLAN, flags=re.MULTILINE
    )
    text = re.sub(r"^province = .*$", 'province = "Tỉnh Thử"', text, flags=re.MULTILINE)
    return load_plan(text + rules)


def made(
    scores: dict[str, float], rules: str = RULES, names: str = "Đơn vị {}", **lists: list[dict]
):
    """The documents of a meeting on units with these scores in 2025 (of 100)."""
    rows = [
        (unit, code, 2025, value)
        for unit, score in scores.items()
        for code, value in (("A", score - 40), ("B", 40))
    ]
    units = tiny.units(*({"unit": one, "name": names.format(one)} for one in scores))
    found = tiny.assess(plan(rules), tiny.records(units, tiny.results(*rows)), 2025, tiny.AS_OF)
    extras = Extras(*(frame(name, *lists.get(name, [])) for name in TYPES), TODAY)
    given = {
        name: pd.DataFrame(lists.get(name, []), columns=empty.columns)
        for name, empty in (
            ("nominees", NO_NOMINEES),
            ("vote_counts", NO_COUNTS),
            ("votes", NO_VOTES),
        )
    }
    extras = extras._replace(**given)
    milestone = found.plan.milestone("m25")
    mark = SealMark("")
    material = Material.at(found, milestone, extras)
    pack = pack_content(material, mark, illustrative=True)
    return packing.with_dossier(pack, material)


@pytest.fixture(scope="module")
def pack():
    given = [{"unit": "U0", "year": 2025, "name": "Một cửa xanh", "description": "Trồng cây."}]
    return made({f"U{place}": 95.0 - place for place in range(8)}, examples=given)


def draft(pack, code: str):
    return next(one.paper for one in pack.dossier if one.name == words.NAMES[code])


def texts(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def in_word(paper: Paper | Sheet, template: bytes | None = None) -> bytes:
    return as_word(paper, template) if isinstance(paper, Paper) else as_word_page(paper, template)


def pages_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


class Read(NamedTuple):
    """What a document of the dossier says: its pages in PDF, its text in Word."""

    pages: list[str]
    text: str


@pytest.fixture(scope="module")
def files(pack) -> dict[str, bytes]:
    """Word and PDF of every document, by their names in the zip."""
    return pack_files.papers_of(pack)


@pytest.fixture(scope="module")
def read(pack, files) -> dict[str, Read]:
    """What each document says, by its name in the pack."""
    names = {one.name: readable_name(one.name) for one in pack.dossier}
    return {
        name: Read(pages_of(files[f"PDF/{file}.pdf"]), texts(files[f"{file}.docx"]))
        for name, file in names.items()
    }


def listed(paper: Paper | Sheet) -> list[tuple[str, ...]]:
    annexes = paper.annexes if isinstance(paper, Paper) else ()
    blocks = [*paper.blocks, *(one for annex in annexes for one in annex.blocks)]
    return [row for one in blocks if isinstance(one, WrittenTable) for row in one.rows]


def test_every_document_is_made_numbered_in_order_and_named_in_vietnamese(pack, files):
    names = [one.name for one in pack.dossier]
    assert names == sorted(names)
    assert {one.code for one in DOCUMENTS} == {*words.NAMES, "reports"}
    assert {words.NAMES[code] for code in words.NAMES} <= set(names)
    assert len(files) == 2 * len(names) >= 34


def test_each_proposed_unit_has_its_own_report_of_achievements(pack):
    own = [one.name for one in pack.dossier if one.name.startswith(words.REPORTS_FOLDER)]
    assert len(own) == len(listed(draft(pack, "ballot"))) == 5


def test_all_lists_name_the_same_units_in_the_same_order(pack):
    names = [row[1] for row in listed(draft(pack, "ballot"))]
    assert names == ["Đơn vị U0", "Đơn vị U1", "Đơn vị U2", "Đơn vị U3", "Đơn vị U4"]
    for code in ("count", "collectives"):
        assert [row[1] for row in listed(draft(pack, code))] == names


def test_the_draft_decision_gives_only_what_the_owner_gives_and_the_proposal_has_all(read):
    decision, proposal = (read[words.NAMES[code]].text for code in ("decision", "proposal"))
    assert f"Điều 1. Tặng {OWN} cho 4 tập thể và …… cá nhân" in decision
    assert ABOVE not in decision and "Đơn vị U0" not in decision
    assert ABOVE in proposal and OWN in proposal and "Đơn vị U0" in proposal
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THỬ" in decision


def test_a_list_of_its_own_begins_on_its_first_page_and_nobody_is_sent_to_an_annex_that_is_not_there(
    pack, read
):
    for code in ("collectives", "persons", "count"):
        assert "Đơn vị U1" in read[words.NAMES[code]].pages[0], code
    for one in pack.dossier:
        if not getattr(one.paper, "annexes", ()):
            said = " ".join(getattr(block, "text", "") for block in one.paper.blocks)
            assert "Phụ lục" not in said, one.name


def test_persons_who_were_put_forward_stand_by_name_in_list_ballot_and_decision(read):
    person = {"person": "Trần Thị Mai", "post": "Chuyên viên", "achievement": "Giải nhất"}
    row = {"id": 1, "milestone": "m25", "unit": "U1", "form": OWN, "step": "proposed", **person}
    found = made({f"U{place}": 95.0 - place for place in range(8)}, nominees=[row])
    listed_persons = listed(draft(found, "persons"))
    assert listed_persons == [("1", "Trần Thị Mai", "Chuyên viên", "Đơn vị U1", OWN, "Giải nhất")]
    assert ("Trần Thị Mai (Đơn vị U1)", OWN) in [row[1:3] for row in listed(draft(found, "ballot"))]
    assert "cho 4 tập thể và 1 cá nhân" in texts(in_word(draft(found, "decision")))
    assert "4 tập thể và …… cá nhân" in read[words.NAMES["decision"]].text


def test_nobody_proposed_leaves_empty_lists_to_fill_and_says_so():
    found = made({"A": 50.0, "B": 45.0}, rules="")
    assert not [one for one in found.dossier if one.name.startswith(words.REPORTS_FOLDER)]
    assert words.NO_UNITS in texts(in_word(draft(found, "proposal")))
    assert {row[1] for row in listed(draft(found, "ballot"))} == {words.DOTS}
    assert "……(hình thức khen thưởng)" in texts(in_word(draft(found, "decision")))


def test_what_is_read_aloud_says_how_long_it_takes_and_the_programme_counts_on_it(pack):
    for code in ("opening", "short"):
        sheet = draft(pack, code)
        said = [one.text for one in sheet.blocks]
        assert f"khoảng {minutes_of(said)} phút" in sheet.about
        assert f"{sum(len(one.split()) for one in said)} chữ" in sheet.about
        assert not [one for one in said if "→" in one or re.search(r"\d/\d+ đơn vị", one)]
    took = {row[1]: row[3] for row in listed(draft(pack, "programme"))}
    opening = [one.text for one in draft(pack, "opening").blocks]
    assert took["Diễn văn khai mạc"] == str(minutes_of(opening))
    assert RATE == 130


def test_what_only_the_sitting_knows_is_dots_and_no_number_of_a_document_is_invented(pack, read):
    for code in ("count", "minutes", "invitation", "conclusion"):
        said = " ".join(one.text for one in draft(pack, code).blocks if isinstance(one, Text))
        assert words.DOTS in said
    for one in pack.dossier:
        if isinstance(one.paper, Paper) and one.paper.is_numbered:
            assert re.search(r"Số:\s+/", read[one.name].text.replace("\xa0", " ")), one.name


def test_a_ballot_has_no_number_no_signature_and_an_empty_square_for_each_answer(pack, read):
    found = read[words.NAMES["ballot"]].text
    assert "Số:" not in found and "Nơi nhận" not in found
    assert all(row[-2:] == ("", "") for row in listed(draft(pack, "ballot")))


def test_minutes_are_signed_by_two_and_have_no_list_of_copies(read):
    found = read[words.NAMES["minutes"]].text
    assert "THƯ KÝ" in found and "CHỦ TRÌ" in found and "Nơi nhận" not in found


def test_word_and_pdf_of_each_document_say_the_same(pack, read):
    for one in pack.dossier:
        found = read[one.name]
        words_of = [re.sub(r"\W+", "", text) for text in ("".join(found.pages), found.text)]
        for block in one.paper.blocks:
            if isinstance(block, Text):
                said = re.sub(r"\W+", "", block.text.rstrip("."))
                assert all(said in each for each in words_of), (one.name, block.text)


def test_the_mark_of_sample_data_and_the_edition_stand_at_the_foot_of_every_document(read):
    for name, found in read.items():
        for page in found.pages:
            assert "Số liệu minh họa" in page and "chưa chốt" in page, name


def test_the_same_edition_gives_the_same_bytes(pack, files):
    assert pack_files.papers_of(pack) == files


def test_an_offices_template_with_a_header_and_other_margins_holds_for_every_document(pack):
    own = docx.Document()
    own.sections[0].left_margin = Mm(35)
    own.sections[0].header.paragraphs[0].text = "VĂN PHÒNG THỬ"
    kept = io.BytesIO()
    own.save(kept)
    for one in pack.dossier:
        document = docx.Document(io.BytesIO(in_word(one.paper, kept.getvalue())))
        assert round(document.sections[0].left_margin.mm) == 35, one.name
        assert document.sections[0].header.paragraphs[0].text == "VĂN PHÒNG THỬ", one.name


def test_units_with_long_names_on_many_pages_fit_in_every_document():
    rules = RULES.replace("share = 0.5", "share = 1.0")
    found = made({f"U{place}": 95.0 - place / 40 for place in range(60)}, rules, names=LONG)
    rows = listed(draft(found, "ballot"))
    assert len(rows) > 50
    pages = pages_of(pdf.as_pdf(draft(found, "collectives")))
    assert LONG.format("U59")[-20:].replace(" ", "") in "".join(pages).replace(" ", "").replace(
        "\n", ""
    )
    assert len(texts(in_word(draft(found, "proposal")))) > 6_000


def test_units_that_lack_a_report_or_figures_are_asked_by_name_in_the_letter():
    rows = {f"U{place}": 90.0 for place in range(3)}
    found = made(rows)
    letter = draft(found, "letter")
    assert not letter.annexes
    assert "danh sách kèm theo" not in texts(in_word(letter))


def test_the_figures_of_a_report_of_achievements_are_the_units_own(pack):
    paper = next(one.paper for one in pack.dossier if one.name.endswith("/Đơn vị U0"))
    said = " ".join(one.text for one in paper.blocks if isinstance(one, Text))
    assert "năm 2025 đạt 95,0 điểm, hạng 1/8 trong khối, cụm" in said
    assert "“Một cửa xanh” (năm 2025)" in said
