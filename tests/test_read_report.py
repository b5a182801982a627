"""``read-report`` on real files: the JSON that other programs read, many files at once, pasted text, and what cannot be read."""

from __future__ import annotations

import io
import json

import docx
import pytest
from small_files import facts

from dashboard.__main__ import main
from dashboard.commands.read_as import with_unit
from dashboard.views.report_whose import unit_said

TEXT = """UBND XÃ TÂN AN
BÁO CÁO
Kết quả phong trào thi đua thực hiện văn hóa công sở năm 2024
UBND xã Tân An báo cáo như sau:
I. KẾT QUẢ
Theo Kế hoạch số 12/KH-UBND ngày 05/3/2024, mức độ hài lòng của người dân đạt trên 95%, xếp thứ 5/20 xã về cải cách hành chính.
Mô hình “Nụ cười công sở” được duy trì. Huyện tặng Giấy khen cho 02 tập thể và 05 cá nhân.
II. HẠN CHẾ
Một số công chức còn đi làm muộn.
"""
KEYS = {
    "indicators": {
        "name",
        "value",
        "unit",
        "comparator",
        "year",
        "subject",
        "quote",
        "start",
        "end",
    },
    "limitations": {"category", "quote", "start", "end"},
    "awards": {"form", "collectives", "individuals", "quote", "start", "end"},
    "examples": {"name", "quote", "start", "end"},
    "documents": {"number", "date", "quote", "start", "end"},
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'kho.sqlite'}")
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def pasted(monkeypatch, content):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    return main(["read-report", "-", "--format", "json"])


def test_the_json_of_a_report_has_the_keys_and_codes_that_were_agreed(folder, capsys):
    assert main(["read-report", str(folder / "a.txt"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["unit"], found["period"]) == ("UBND xã Tân An", "2024")
    for kind, keys in KEYS.items():
        assert found[kind] and all(
            keys <= set(row) and TEXT[row["start"] : row["end"]] == row["quote"]
            for row in found[kind]
        )
    assert [
        (row["value"], row["unit"], row["comparator"], row["year"], row["subject"])
        for row in found["indicators"]
    ] == [(95, "%", ">", 2024, "UBND xã Tân An"), (5, "rank", "=", 2024, "UBND xã Tân An")]
    assert [row["category"] for row in found["limitations"]] == ["gio_giac_di_muon"]
    assert [(row["form"], row["collectives"], row["individuals"]) for row in found["awards"]] == [
        ("Giấy khen", 2, 5)
    ]
    assert [(row["number"], row["date"]) for row in found["documents"]] == [
        ("12/KH-UBND", "2024-03-05")
    ]


def test_pasted_text_gives_the_same_answer(folder, monkeypatch, capsys):
    main(["read-report", str(folder / "a.txt"), "--format", "json"])
    filed = json.loads(capsys.readouterr().out)
    assert pasted(monkeypatch, TEXT.encode()) == 0
    assert json.loads(capsys.readouterr().out) == filed


def test_nothing_pasted_is_refused_with_its_reason(folder, monkeypatch, capsys):
    assert pasted(monkeypatch, b"  \n") == 1
    assert "không có chữ nào" in capsys.readouterr().err


def test_many_files_are_read_at_once_and_a_bad_one_keeps_none_back(folder, capsys):
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(folder / "b.docx")
    (folder / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    names = [str(folder / name) for name in ("a.txt", "c.pdf", "b.docx", "none.txt")]
    assert main(["read-report", *names, "--format", "json"]) == 1
    said = capsys.readouterr()
    both = json.loads(said.out)
    assert [one["file"] for one in both] == [names[0], names[2]]
    assert both[0]["indicators"][0]["value"] == both[1]["indicators"][0]["value"] == 95
    assert (
        len(said.err.splitlines()) == 3 and "“c.pdf” bị hỏng" in said.err and "none.txt" in said.err
    )


def test_for_people_each_finding_is_said_with_its_words(folder, capsys):
    assert main(["read-report", str(folder / "a.txt")]) == 0
    said = capsys.readouterr().out
    for line in (
        "trên 95% (2024): “",
        "hạng 5/20 (2024): “",
        "Giờ giấc, đi muộn về sớm: “Một số công chức còn đi làm muộn”",
        "Giấy khen, 2 tập thể, 5 cá nhân: “",
        "12/KH-UBND: “Kế hoạch số 12/KH-UBND ngày 05/3/2024”",
    ):
        assert line in said


def test_a_body_outside_the_register_is_said_with_what_to_do_and_one_without_accents_with_whom_it_means():
    known = facts()
    about = {"years": [2023, 2023], "report": {"date": None}, "warnings": []}
    told = [
        with_unit({"unit": said, **about}, known)["warnings"]
        for said in ("Sở Nội vụ", "So Noi vu", "UBND xã Tân Lập", None)
    ]
    assert told[0] == told[3] == []
    assert "chỉ “Sở Nội vụ tỉnh Minh Họa” có tên ấy" in told[1][0]["message"]
    assert "chưa có trong danh sách đơn vị: hãy thêm" in told[2][0]["message"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((None, False, False, []), "không ghi rõ đơn vị"),
        (("Sở Nội vụ", True, False, []), "khớp với đơn vị đã chọn sẵn"),
        (("So Noi vu", True, True, []), "không kể dấu thì chỉ một đơn vị"),
        (("Xã Tân Lập", False, False, ["Xã Tân Lộc"]), "gần nhất: Xã Tân Lộc"),
        (("Xã Tân Lập", False, False, []), "chưa có trong danh sách đơn vị"),
    ],
)
def test_the_desk_says_how_the_reports_unit_was_found(given, told):
    assert told in unit_said(*given)


ASKED = """Theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh, mức độ hài lòng của người dân đạt trên 95%, xếp thứ 5/20 xã về cải cách hành chính.
Huyện tặng Giấy khen cho 02 tập thể. Tập thể Lao động tiên tiến cho 12 cá nhân. Có 15 lượt tập thể được khen.
II. HẠN CHẾ
Một số công chức còn đi làm muộn. Công tác phối hợp còn lỏng lẻo.
"""


def test_what_the_screen_leaves_to_a_person_is_marked_with_the_words_of_the_screen(folder, capsys):
    (folder / "b.txt").write_text(TEXT.partition("Theo Kế hoạch")[0] + ASKED, encoding="utf-8")
    assert main(["read-report", str(folder / "b.txt")]) == 0
    marked = dict(
        line.removeprefix("  - ").split(" – cần xem lại: ")
        for line in capsys.readouterr().out.splitlines()
        if "cần xem lại" in line
    )
    assert marked == {
        "12/KH-UBND: “Kế hoạch số 12/KH-UBND ngày 05/3/2024”": "Văn bản này có vẻ của cơ quan khác (UBND tỉnh). Có phải văn bản của đơn vị không?",
        "Tập thể lao động tiên tiến, 12 cá nhân: “Tập thể Lao động tiên tiến cho 12 cá nhân”": "“Tập thể Lao động tiên tiến” "
        "theo luật chỉ dành cho tập thể: hãy chuyển số cá nhân sang tập thể hoặc sửa hình thức",
        "Khen thưởng, 15 tập thể: “15 lượt tập thể được khen”": "Báo cáo đếm theo lượt, một tập thể hay cá nhân có thể được đếm nhiều lần. Vẫn nhận?",
        "Kỷ luật, kỷ cương: “Công tác phối hợp còn lỏng lẻo”": "Tồn tại này có thuộc loại “Kỷ luật, kỷ cương” không?",
    }
