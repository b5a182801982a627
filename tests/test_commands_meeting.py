"""Sealing and packing from the command line."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl
import pandas as pd
import pytest
import tiny

from dashboard.__main__ import main
from data_access.store import Store, connect

pytestmark = pytest.mark.slow


@contextmanager
def two_units(folder: Path) -> Iterator[Store]:
    """A store with two units of 2025 and the tiny plan, the one that commands ask; B, at 84, before A, at 80 of 100."""
    url = f"sqlite:///{folder / 'kho.sqlite'}"
    units = pd.DataFrame(
        {"unit": ["A", "B"], "name": ["Sở A", "Sở B"], "kind": "so", "position": [1, 2]}
    )
    rows = tiny.results(
        ("A", "A", 2025, 50), ("A", "B", 2025, 30), ("B", "A", 2025, 48), ("B", "B", 2025, 36)
    ).drop(columns=["import_id", "revision"])
    with pytest.MonkeyPatch.context() as patch, connect(url) as store:
        patch.setenv("DATABASE_URL", url)
        patch.delenv("DASHBOARD_PLAN", raising=False)
        store.save_plan(tiny.PLAN, "Lan")
        store.save({"units": units, "results": rows}, file=None, content=None, who="Lan")
        yield store


@pytest.fixture
def kept(tmp_path):
    with two_units(tmp_path) as store:
        yield store


def corrected(store: Store) -> None:
    """A comes to 90."""
    rows = tiny.results(("A", "A", 2025, 60)).drop(columns=["import_id", "revision"])
    store.save({"results": rows}, file=None, content=None, who="Lan")


def told(*words: str) -> str:
    """What a command says that is carried out."""
    with redirect_stdout(io.StringIO()) as said:
        assert main(list(words)) == 0
    return said.getvalue()


PACK, DECK = ("pack", "--milestone", "m25", "--out"), ("deck", "--milestone", "m25", "--out")


class Made(NamedTuple):
    """A folder of files, and what each command said."""

    folder: Path
    said: dict[str, str]
    mark: str = ""


@pytest.fixture(scope="module")
def live(tmp_path_factory) -> Made:
    """The pack of figures that nobody sealed."""
    folder = tmp_path_factory.mktemp("live")
    with two_units(folder):
        return Made(folder / "họp", {"pack": told(*PACK, str(folder / "họp"))})


@pytest.fixture(scope="module")
def sealed(tmp_path_factory) -> Made:
    """Pack and deck after a seal and a later correction, both of the seal and live."""
    folder = tmp_path_factory.mktemp("sealed")
    with two_units(folder) as store:
        said = {
            "seal": told(*"seal --milestone m25 --name".split(), "Họp tổng kết", "--who", "Lan")
        }
        mark = store.seals()["fingerprint"].iloc[0]
        corrected(store)
        said["pack"] = told(*PACK, str(folder))
        said["deck"] = told(*DECK, str(folder / "a.html"))
        told(*PACK, str(folder), "--live")
        told(*DECK, str(folder / "b.html"), "--live")
    return Made(folder, said, mark)


def test_a_pack_is_four_files_and_a_zip_with_the_whole_dossier_named_after_the_meeting(live):
    made = sorted(path.name for path in live.folder.iterdir())
    assert made == [
        "2025-bao-cao.docx",
        "2025-bao-cao.pdf",
        "2025-phu-luc.xlsx",
        "2025-trinh-chieu.pptx",
        "Hồ sơ Tổng kết 2025.zip",
    ]
    with zipfile.ZipFile(live.folder / "Hồ sơ Tổng kết 2025.zip") as archive:
        names = archive.namelist()
        inside = archive.read("Báo cáo tổng kết.docx")
    assert len(names) >= 30
    assert {
        "Báo cáo tổng kết.docx",
        "Báo cáo tổng kết, bản gửi đại biểu.pdf",
        "Trình chiếu.pptx",
        "Phụ lục số liệu.xlsx",
        "Văn bản/01 Tờ trình khen thưởng.docx",
        "Văn bản/PDF/15 Công văn gửi đơn vị.pdf",
    } <= set(names)
    assert inside == (live.folder / "2025-bao-cao.docx").read_bytes()
    assert "chưa chốt" in live.said["pack"]


def test_the_report_comes_with_the_annexes_that_delegates_get_where_that_is_asked(
    kept, live, tmp_path
):
    told(*PACK, str(tmp_path / "short"), "--annexes", "short")
    folders = {"full": live.folder, "short": tmp_path / "short"}
    texts = {name: docx.Document(one / "2025-bao-cao.docx") for name, one in folders.items()}
    said = {name: [one.text for one in made.paragraphs] for name, made in texts.items()}
    assert any("CĂN CỨ CỦA TỪNG NHẬN ĐỊNH" in one for one in said["full"])
    assert not any("CĂN CỨ CỦA TỪNG NHẬN ĐỊNH" in one for one in said["short"])
    with zipfile.ZipFile(tmp_path / "short" / "Hồ sơ Tổng kết 2025.zip") as archive:
        inside = [archive.read(f"Báo cáo tổng kết{one}.docx") for one in ("", ", bản gửi đại biểu")]
    assert inside == [(one / "2025-bao-cao.docx").read_bytes() for one in folders.values()]


def test_after_sealing_the_pack_is_that_of_the_newest_seal_unless_live_is_asked(sealed):
    assert sealed.mark in sealed.said["seal"]
    best = [
        openpyxl.load_workbook(sealed.folder / name)["Xếp hạng"]["C4"].value
        for name in (f"2025-phu-luc-{sealed.mark[:8]}.xlsx", "2025-phu-luc.xlsx")
    ]
    assert best == ["Sở B", "Sở A"], "sealed: B 84 before A 80; corrected: A 90 before B 84"


def test_the_deck_and_the_pack_of_a_milestone_read_the_same_edition_and_say_which(sealed):
    """B leads with 84 when it is sealed; afterwards A is corrected to 90. Both say 84 unless the live figures are asked for."""
    packed, shown = (sealed.said[name].splitlines()[-1] for name in ("pack", "deck"))
    assert (
        packed
        == shown
        == f"Ấn bản số liệu số 1 “Họp tổng kết”, đã chốt, chưa công bố: {packed.split(': ')[1]}"
    )
    old, now = ((sealed.folder / name).read_text(encoding="utf-8") for name in ("a.html", "b.html"))
    slides = old.count('<section class="slide')
    assert old.count("ấn bản số 1, đã chốt, chưa công bố</span>") == slides > 5
    assert "chưa chốt</span>" in now and "ấn bản số" not in now
    assert (sealed.folder / f"2025-bao-cao-{sealed.mark[:8]}.docx").is_file()
    assert "Còn 2 đơn vị chậm" in old and "Còn 1 đơn vị chậm" in now, "A at 80, then at 90 of 85"


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
    corrected(kept)
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


def test_the_report_takes_the_look_of_the_template_in_use_or_of_the_one_named(kept, live, tmp_path):
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Văn phòng UBND tỉnh"
    own.save(tmp_path / "mau.docx")

    def head(folder: Path) -> str:
        return docx.Document(folder / "2025-bao-cao.docx").sections[0].header.paragraphs[0].text

    assert head(live.folder) == "", "our own head holds the page's number alone"
    told(*PACK, str(tmp_path), "--template", str(tmp_path / "mau.docx"))
    assert head(tmp_path) == "Văn phòng UBND tỉnh"
    kept.save_word_template("mau.docx", (tmp_path / "mau.docx").read_bytes(), "Lan")
    told(*PACK, str(tmp_path / "in-use"))
    assert head(tmp_path / "in-use") == "Văn phòng UBND tỉnh"


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
