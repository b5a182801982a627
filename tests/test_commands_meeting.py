"""Sealing and packing from the command line."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import openpyxl
import pandas as pd
import pytest
import tiny

from dashboard.__main__ import main
from data_access.store import connect

pytestmark = pytest.mark.slow


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A store with two units of 2025 and the tiny plan; B, at 84, before A, at 80 of 100."""
    url = f"sqlite:///{tmp_path / 'kho.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    units = pd.DataFrame(
        {"unit": ["A", "B"], "name": ["Sở A", "Sở B"], "kind": "so", "position": [1, 2]}
    )
    rows = tiny.results(
        ("A", "A", 2025, 50), ("A", "B", 2025, 30), ("B", "A", 2025, 48), ("B", "B", 2025, 36)
    ).drop(columns=["import_id", "revision"])
    with connect(url) as store:
        store.save_plan(tiny.PLAN, "Lan")
        store.save({"units": units, "results": rows}, file=None, content=None, who="Lan")
        yield store


def test_a_pack_is_four_files_and_a_zip_with_the_whole_dossier_named_after_the_meeting(
    kept, tmp_path, capsys
):
    assert main(["pack", "--milestone", "m25", "--out", str(tmp_path / "họp")]) == 0
    made = sorted(path.name for path in (tmp_path / "họp").iterdir())
    assert made == [
        "2025-bao-cao.docx",
        "2025-bao-cao.pdf",
        "2025-phu-luc.xlsx",
        "2025-trinh-chieu.pptx",
        "Hồ sơ Tổng kết 2025.zip",
    ]
    with zipfile.ZipFile(tmp_path / "họp" / "Hồ sơ Tổng kết 2025.zip") as archive:
        names = archive.namelist()
    assert len(names) >= 30
    assert {
        "Báo cáo tổng kết.docx",
        "Báo cáo tổng kết, bản gửi đại biểu.pdf",
        "Trình chiếu.pptx",
        "Phụ lục số liệu.xlsx",
        "Văn bản/01 Tờ trình khen thưởng.docx",
        "Văn bản/PDF/15 Công văn gửi đơn vị.pdf",
    } <= set(names)
    assert "chưa chốt" in capsys.readouterr().out


def test_the_report_comes_with_the_annexes_that_delegates_get_where_that_is_asked(kept, tmp_path):
    for annexes in ("full", "short"):
        assert (
            main(
                [
                    "pack",
                    "--milestone",
                    "m25",
                    "--out",
                    str(tmp_path / annexes),
                    "--annexes",
                    annexes,
                ]
            )
            == 0
        )
    texts = {
        annexes: docx.Document(tmp_path / annexes / "2025-bao-cao.docx")
        for annexes in ("full", "short")
    }
    said = {name: [one.text for one in made.paragraphs] for name, made in texts.items()}
    assert any("CĂN CỨ CỦA TỪNG NHẬN ĐỊNH" in one for one in said["full"])
    assert not any("CĂN CỨ CỦA TỪNG NHẬN ĐỊNH" in one for one in said["short"])


def test_after_sealing_the_pack_is_that_of_the_newest_seal_unless_live_is_asked(
    kept, tmp_path, capsys
):
    assert main(["seal", "--milestone", "m25", "--name", "Họp tổng kết", "--who", "Lan"]) == 0
    mark = kept.seals()["fingerprint"].iloc[0]
    assert mark in capsys.readouterr().out
    corrected = tiny.results(("A", "A", 2025, 60)).drop(columns=["import_id", "revision"])
    kept.save({"results": corrected}, file=None, content=None, who="Lan")
    main(["pack", "--milestone", "m25", "--out", str(tmp_path)])
    main(["pack", "--milestone", "m25", "--out", str(tmp_path), "--live"])
    best = [
        openpyxl.load_workbook(io.BytesIO((tmp_path / name).read_bytes()))["Xếp hạng"]["C4"].value
        for name in (f"2025-phu-luc-{mark[:8]}.xlsx", "2025-phu-luc.xlsx")
    ]
    assert best == ["Sở B", "Sở A"], "sealed: B 84 before A 80; corrected: A 90 before B 84"


def test_the_deck_and_the_pack_of_a_milestone_read_the_same_edition_and_say_which(
    kept, tmp_path, capsys
):
    """B leads with 84 when it is sealed; afterwards A is corrected to 90. Both say 84 unless the live figures are asked for."""
    main(["seal", "--milestone", "m25", "--name", "Họp tổng kết", "--who", "Lan"])
    corrected = tiny.results(("A", "A", 2025, 60)).drop(columns=["import_id", "revision"])
    kept.save({"results": corrected}, file=None, content=None, who="Lan")
    mark = kept.seals()["fingerprint"].iloc[0][:8]
    capsys.readouterr()
    main(["pack", "--milestone", "m25", "--out", str(tmp_path)])
    packed = capsys.readouterr().out.splitlines()[-1]
    main(["deck", "--milestone", "m25", "--out", str(tmp_path / "a.html")])
    shown = capsys.readouterr().out.splitlines()[-1]
    assert (
        packed
        == shown
        == f"Ấn bản số liệu số 1 “Họp tổng kết”, đã chốt, chưa công bố: {packed.split(': ')[1]}"
    )
    main(["deck", "--milestone", "m25", "--out", str(tmp_path / "b.html"), "--live"])
    sealed, live = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.html", "b.html"))
    slides = sealed.count('<section class="slide')
    assert sealed.count("ấn bản số 1, đã chốt, chưa công bố</span>") == slides > 5
    assert "chưa chốt</span>" in live and "ấn bản số" not in live
    assert (tmp_path / f"2025-bao-cao-{mark}.docx").is_file()
    assert "Còn 2 đơn vị chậm" in sealed and "Còn 1 đơn vị chậm" in live, (
        "A at 80, then at 90 of 85"
    )


def test_an_edition_is_packed_by_its_own_plan_and_one_of_a_year_without_a_milestone_is_refused(
    kept, tmp_path, capsys
):
    main(["seal", "--milestone", "m25", "--name", "Họp tổng kết"])
    main(["seal", "--milestone", "2025", "--name", "Năm 2025"])
    kept.save_plan(tiny.PLAN.replace('"m25"', '"m26"'), "Lan")
    asked = ["--milestone", "m25", "--out", str(tmp_path / "a")]
    assert main(["pack", *asked, "--seal", "1"]) == 0, (
        "the milestone is gone from the plan in force"
    )
    capsys.readouterr()
    assert main(["pack", *asked, "--seal", "2"]) == 1
    assert "Ấn bản số 2 là của năm 2025, năm không có mốc" in capsys.readouterr().err


def test_the_figures_of_an_edition_are_read_by_its_number(kept, capsys):
    main(["seal", "--milestone", "m25", "--name", "Họp tổng kết", "--who", "Lan"])
    corrected = tiny.results(("A", "A", 2025, 60)).drop(columns=["import_id", "revision"])
    kept.save({"results": corrected}, file=None, content=None, who="Lan")
    capsys.readouterr()
    scores = {}
    for name, more in (("sealed", ["--edition", "1"]), ("live", [])):
        assert main(["standing", "--year", "2025", "--format", "json", *more]) == 0
        told = capsys.readouterr()
        rows = json.loads(told.out)
        scores[name] = {one["unit_code"]: one["score"] for one in rows}
        editions = {(one["edition"], one["edition_state"]) for one in rows}
        assert editions == {(1, "sealed") if name == "sealed" else (None, "live")}
        assert ("Số liệu hiện nay, chưa chốt" in told.err) == (name == "live")
        assert ("Ấn bản số liệu số 1 “Họp tổng kết”" in told.err) == (name == "sealed")
    assert scores == {"sealed": {"A": 80.0, "B": 84.0}, "live": {"A": 90.0, "B": 84.0}}
    assert main(["flags", "--edition", "9"]) == 1
    assert "Không có bản chốt số 9." in capsys.readouterr().err


def test_the_report_takes_the_look_of_the_template_in_use_or_of_the_one_named(kept, tmp_path):
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Văn phòng UBND tỉnh"
    own.save(tmp_path / "mau.docx")
    packed = ["pack", "--milestone", "m25", "--out", str(tmp_path)]

    def head() -> str:
        return docx.Document(tmp_path / "2025-bao-cao.docx").sections[0].header.paragraphs[0].text

    assert (
        main([*packed, "--template", str(tmp_path / "mau.docx")]) == 0
        and head() == "Văn phòng UBND tỉnh"
    )
    assert main(packed) == 0 and head() == "", "our own head holds the page's number alone"
    kept.save_word_template("mau.docx", (tmp_path / "mau.docx").read_bytes(), "Lan")
    assert main(packed) == 0 and head() == "Văn phòng UBND tỉnh"


def test_a_template_that_is_no_word_document_is_refused_before_anything_is_written(
    kept, tmp_path, capsys
):
    (tmp_path / "mau.docx").write_bytes(b"no")
    assert (
        main(
            [
                "pack",
                "--milestone",
                "m25",
                "--out",
                str(tmp_path / "x"),
                "--template",
                str(tmp_path / "mau.docx"),
            ]
        )
        == 1
    )
    assert "lưu lại dạng .docx" in capsys.readouterr().err and not (tmp_path / "x").exists()


def test_an_unknown_milestone_or_seal_is_refused_with_a_reason(kept, tmp_path, capsys):
    assert main(["pack", "--milestone", "m30", "--out", str(tmp_path / "x")]) == 1
    assert main(["pack", "--milestone", "m25", "--seal", "9", "--out", str(tmp_path / "x")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert [one for one in said if not one.startswith("Kho số liệu: ")] == [
        "Kế hoạch không có mốc nào mang mã “m30” (có: m19, m22, m25).",
        "Không có bản chốt số 9.",
    ]
    assert not (tmp_path / "x").exists()
