"""The command line on real files and a real store, from a plan and CSV alone."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from dashboard.__main__ import main, reader_gone
from dashboard.assessment.as_tables import EDITION_COLUMNS, FLAG_COLUMNS, STANDING_COLUMNS
from dashboard.commands.opening import show

ROOT = Path(__file__).resolve().parents[1]
DIMENSIONS = [f"D{number}" for number in range(1, 9)]
CRITERIA = "\n".join(
    f'[[criteria]]\ncode = "{code}"\ngroup = "chung"\nkind = "points"\nname = "Nội dung {code}"\nmax = 10\nsource = "Kế hoạch thử"\n'
    for code in DIMENSIONS
)
PLAN = f"""
code = "tam-noi-dung"
name = "Phong trào tám nội dung 2016–2018"
short_name = "Tám nội dung"
province = "Cả nước"
owner = "Cơ quan chủ trì"
first_year = 2016
last_year = 2018
documents = ["Kế hoạch thử"]
kinds = [{{code = "tinh", name = "Tỉnh, thành phố"}}]
groups = [{{code = "chung", name = "Tám nội dung"}}]
{CRITERIA}
[[milestones]]
code = "cuoi_ky"
year = 2018
due = 2018-12-31
kind = "final"
name = "Tổng kết"
source = "Kế hoạch thử"
targets = [{{measure = "total", value = 60, source = "giá trị minh họa"}}]
"""


@pytest.fixture
def movement(tmp_path, monkeypatch):
    """Another movement: eight dimensions of ten points, 63 units, 2016–2018, by plan file and CSV alone."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'kho.sqlite'}")
    monkeypatch.delenv("DASHBOARD_PLAN", raising=False)
    plan, units, results = tmp_path / "plan.toml", tmp_path / "units.csv", tmp_path / "results.csv"
    plan.write_text(PLAN, encoding="utf-8")
    units.write_text(
        "unit,name,kind,block\n"
        + "\n".join(f"T{n:02d},Tỉnh thứ {n},tinh,Vùng {n % 3 + 1}" for n in range(1, 64)),
        encoding="utf-8",
    )
    rows = [
        f"T{n:02d},{code},{year},{5 + n % 5}"
        for n in range(1, 64)
        for year in (2016, 2017, 2018)
        for code in DIMENSIONS
        if not (n == 63 and code == "D8")
    ]
    results.write_text("unit,criterion,year,value\n" + "\n".join(rows), encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> int:
    return main([str(one) for one in arguments])


def test_another_movement_runs_by_plan_file_and_csv_alone(movement, capsys):
    assert run("plan", "load", movement / "plan.toml") == 0
    assert run("import", movement / "units.csv", movement / "results.csv") == 0
    capsys.readouterr()
    assert run("standing", "--year", 2018, "--format", "json") == 0
    rows = {row["unit_code"]: row for row in json.loads(capsys.readouterr().out)}
    assert len(rows) == 63 and list(rows["T01"]) == [*STANDING_COLUMNS, *EDITION_COLUMNS]
    assert rows["T01"]["score"] == pytest.approx(60), "6 of 10 in all eight"
    assert (rows["T01"]["status"], rows["T05"]["status"], rows["T04"]["status"]) == (
        "met",
        "very_slow",
        "ahead",
    )
    assert rows["T63"]["score"] is None and rows["T63"]["coverage"] == pytest.approx(7 / 8)
    assert rows["T03"]["rank_of"] == 20, "21 units in the block, one of them incomplete"
    assert rows["T01"]["stage"] == "self"


def test_a_plan_file_given_assesses_without_being_stored(movement, capsys):
    run(
        "import", "--plan", movement / "plan.toml", movement / "units.csv", movement / "results.csv"
    )
    capsys.readouterr()
    assert run("standing", "--year", 2018, "--plan", movement / "plan.toml") == 0
    assert capsys.readouterr().out.splitlines()[0] == ",".join(
        [*STANDING_COLUMNS, *EDITION_COLUMNS]
    )
    assert run("standing", "--year", 2018) == 1, "the plan shipped begins in 2019"
    assert "2018 nằm ngoài giai đoạn 2019–2025" in capsys.readouterr().err


def test_flags_name_their_rule_level_and_reason(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv", movement / "results.csv")
    capsys.readouterr()
    assert run("flags", "--year", 2018, "--format", "json") == 0
    flags = json.loads(capsys.readouterr().out)
    assert list(flags[0]) == [*FLAG_COLUMNS, *EDITION_COLUMNS]
    facts = [one for one in flags if one["unit_code"] == "T05" and one["rule"] == "below_target"]
    assert [(one["indicator"], one["level"]) for one in facts] == [("score", "fact")]
    assert facts[0]["reason"].startswith(
        "Tỉnh thứ 5: điểm 2018 là 50,0, thấp hơn mốc 60 (mốc Tổng kết 2018) là 10,0 điểm."
    )


def test_as_of_hides_what_was_filed_later(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    dated = movement / "dated.csv"
    dated.write_text(
        "unit,criterion,year,value,submitted_on\n"
        + "\n".join(
            f"T01,{code},2018,9,2018-12-{10 if code == 'D1' else 20}" for code in DIMENSIONS
        ),
        encoding="utf-8",
    )
    run("import", movement / "units.csv", dated)
    capsys.readouterr()
    run("trend", "--criterion", "D2", "--year", 2018, "--as-of", "2018-12-15")
    assert "T01" not in capsys.readouterr().out
    run("trend", "--criterion", "D2", "--year", 2018, "--as-of", "2018-12-31")
    assert "T01" in capsys.readouterr().out


def test_check_stores_nothing_and_the_same_file_twice_changes_nothing(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    assert run("import", "--check", movement / "units.csv") == 0
    run("standing", "--year", 2018, "--plan", movement / "plan.toml")
    assert len(capsys.readouterr().out.splitlines()) < 70
    run("import", movement / "units.csv")
    capsys.readouterr()
    assert run("import", movement / "units.csv") == 0
    assert "không có gì mới" in capsys.readouterr().out


def test_an_error_names_file_cell_and_remedy_and_stores_nothing(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv")
    wrong = movement / "wrong.csv"
    wrong.write_text("unit,criterion,year,value\nT01,D1,2018,11\nT01,D2,2018,9\n", encoding="utf-8")
    capsys.readouterr()
    assert run("import", wrong) == 1
    said = capsys.readouterr().out
    assert "wrong.csv" in said and "ô D2" in said and "vượt điểm tối đa 10" in said
    run("trend", "--criterion", "D2", "--year", 2018)
    assert "T01" not in capsys.readouterr().out


def test_a_wrong_plan_is_told_key_by_key(movement, capsys):
    (movement / "bad.toml").write_text(
        PLAN.replace("max = 10", "max = -1", 1).replace("value = 60", 'value = "sáu mươi"'),
        encoding="utf-8",
    )
    assert run("plan", "check", movement / "bad.toml") == 1
    said = capsys.readouterr().err.splitlines()
    assert any(line.startswith("criteria[1] (D1).max:") for line in said) and any(
        "targets[1].value" in line for line in said
    )


def test_backup_empty_restore(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv", movement / "results.csv")
    run("standing", "--year", 2018)
    before = capsys.readouterr().out.splitlines()[-63:]
    assert run("backup", movement / "kho.bak") == 0
    assert run("empty", "--yes") == 0
    assert run("restore", movement / "kho.bak", "--force") == 0
    capsys.readouterr()
    run("standing", "--year", 2018)
    assert capsys.readouterr().out.splitlines()[-63:] == before


def test_wrong_use_exits_with_two(capsys):
    with pytest.raises(SystemExit) as stopped:
        run("standing", "--year", "hai nghìn")
    assert stopped.value.code == 2
    assert "Lệnh chưa đúng" in capsys.readouterr().err


def test_a_missing_file_is_one_sentence(movement, capsys):
    assert run("import", movement / "khong-co.xlsx") == 1
    assert "Không tìm thấy tệp" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("standing", "--as-of", "2028-13-01"),
            "--as-of phải là ngày có thật viết như 2025-12-31, không phải “2028-13-01”",
        ),
        (("standing", "--format", "xml"), "--format không nhận “xml”"),
        (("trend",), "còn thiếu --criterion"),
        (("trend", "--criterion"), "sau --criterion phải có giá trị"),
        (("template", "--year", "2018", "--out", "x.zip"), "cần một trong --unit --block"),
        (("standing", "--frob"), "không có tham số --frob"),
    ],
)
def test_wrong_use_is_told_in_vietnamese(capsys, arguments, told):
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    said = capsys.readouterr()
    assert (stopped.value.code, said.out) == (2, "") and told in said.err


def test_a_plan_command_without_its_file_is_wrong_use(movement, capsys):
    assert run("plan", "check") == 2
    assert capsys.readouterr() == ("", "Lệnh này cần tên tệp kế hoạch.\n")


def test_a_folder_or_a_file_that_is_no_text_is_refused_in_one_sentence(movement, capsys):
    (movement / "cu.toml").write_bytes('name = "Phong trào"'.encode("utf-16"))
    for arguments, told in [
        (("plan", "check", movement), "Không mở được tệp"),
        (("import", movement), "Không mở được tệp"),
        (("plan", "check", movement / "cu.toml"), "UTF-8"),
    ]:
        assert run(*arguments) == 1
        said = capsys.readouterr()
        assert said.out == "" and told in said.err
        assert len([line for line in said.err.splitlines() if "Kho số liệu: " not in line]) == 1


def test_a_day_before_all_figures_of_the_year_is_said_beside_the_answer(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv", movement / "results.csv")
    capsys.readouterr()
    assert run("standing", "--year", 2018, "--as-of", "2018-12-31") == 0
    said = capsys.readouterr()
    assert (
        said.out.startswith("unit_code,")
        and "đến ngày 31/12/2018 chưa có số liệu nào của năm 2018" in said.err
    )
    assert run("standing", "--year", 2018) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"Kho số liệu: {movement / 'kho.sqlite'}" and len(said) == 2
    assert said[1].startswith("Số liệu hiện nay, chưa chốt, đến ngày ")


@pytest.mark.parametrize(
    ("answer", "code", "left"), [("", 1, 63), ("không\n", 1, 63), ("có\n", 0, 0)]
)
def test_the_store_is_emptied_only_when_somebody_says_so(
    movement, capsys, monkeypatch, answer, code, left
):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv")
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert run("empty") == code
    said = capsys.readouterr()
    assert (
        "Xóa toàn bộ số liệu trong kho" in said.err
        and (said.out == "") == bool(code)
        and ("--yes" in said.err) == (answer == "")
    )
    run("standing", "--year", 2018, "--plan", movement / "plan.toml")
    assert len(capsys.readouterr().out.splitlines()) == 1 + left


@pytest.mark.parametrize("text", ['=HYPERLINK("http://hurt.example")', "+1+1", "-1+1", "@SUM(1)"])
def test_a_text_that_a_spreadsheet_would_run_is_printed_as_a_text(capsys, text):
    show(pd.DataFrame({"unit_name": [text, "Sở Nội vụ"], "score": [-1.5, 7.0]}), "csv")
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows == [["unit_name", "score"], [f"'{text}", "-1.5"], ["Sở Nội vụ", "7.0"]]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a Unix file")
def test_what_a_command_writes_is_read_by_its_owner_alone(tmp_path):
    """As `python3 run.py` starts it, where the machine would let everybody read."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'data' / 'kho.sqlite'}"}
    plan = str(ROOT / "sample_data" / "plan.toml")
    for arguments in (["plan", "load", plan], ["backup", "b/kho.bak"], ["template", "mau.xlsx"]):
        subprocess.run(
            [sys.executable, "-m", "dashboard", *arguments],
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(ROOT)},
            preexec_fn=lambda: os.umask(0),
            capture_output=True,
        )
    written = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert {"kho.sqlite", "kho.bak"} <= {one.name for one in written}
    assert {stat.S_IMODE(one.stat().st_mode) for one in written} == {0o600}


def test_every_command_says_which_store_it_works_on(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    assert capsys.readouterr().err == f"Kho số liệu: {movement / 'kho.sqlite'}\n"


def test_a_store_that_is_not_there_or_empty_is_not_backed_up(movement, capsys):
    assert run("backup", movement / "kho.bak") == 1
    assert "Không có kho số liệu nào ở" in capsys.readouterr().err
    assert not (movement / "kho.sqlite").exists(), "looking for a store makes none"
    run("standing", "--year", 2022)
    capsys.readouterr()
    assert run("backup", movement / "kho.bak") == 1
    assert "chưa có gì (có thể vừa được tạo do nhầm chỗ)" in capsys.readouterr().err
    assert not (movement / "kho.bak").exists()


def test_what_replaces_or_empties_a_store_keeps_it_first(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv", movement / "results.csv")
    run("backup", movement / "kho.bak")
    capsys.readouterr()
    for deed, arguments in (
        ("empty", ("empty", "--yes")),
        ("restore", ("restore", movement / "kho.bak", "--force")),
        ("plan", ("plan", "load", movement / "plan.toml")),
    ):
        assert run(*arguments) == 0
        said = capsys.readouterr().err
        kept = next((movement / "backups").glob(f"truoc-{deed}-*.sqlite"))
        assert f"Đã tự sao lưu kho đang có vào {kept}" in said
    emptied = next((movement / "backups").glob("truoc-empty-*.sqlite"))
    assert run("restore", emptied, "--force") == 0
    assert "63 đơn vị" in capsys.readouterr().out


def test_a_store_that_cannot_be_kept_first_is_not_emptied(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv")
    (movement / "backups").write_text("a file where the folder of backups should be")
    capsys.readouterr()
    assert run("empty", "--yes") == 1
    assert "nên chưa làm gì; kho còn nguyên" in capsys.readouterr().err
    run("standing", "--year", 2018)
    assert len(capsys.readouterr().out.splitlines()) == 64


def test_a_restore_can_be_rehearsed(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv", movement / "results.csv")
    run("backup", movement / "kho.bak")
    run("empty", "--yes")
    run("import", "--plan", movement / "plan.toml", movement / "units.csv")
    capsys.readouterr()
    assert run("restore", "--check", movement / "kho.bak") == 0
    said = capsys.readouterr().out
    assert "số liệu các năm 2016–2018" in said and "kết quả chấm điểm: 0 → 1.509" in said
    assert "chưa thay gì" in said
    run("standing", "--year", 2018, "--plan", movement / "plan.toml", "--format", "json")
    rows = json.loads(capsys.readouterr().out)
    assert all(one["score"] is None for one in rows), "the store is as it was"


def test_answers_go_into_a_file_that_excel_reads(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv", movement / "results.csv")
    capsys.readouterr()
    out = movement / "kết quả.csv"
    assert run("standing", "--year", 2018, "--out", out) == 0
    assert capsys.readouterr().out == f"Đã ghi {out}.\n"
    assert out.read_bytes().startswith("\ufeffunit_code,unit,".encode())
    run("standing", "--year", 2018)
    assert out.read_text(encoding="utf-8-sig") == capsys.readouterr().out


def test_patterns_are_understood_where_the_shell_leaves_them(movement, capsys):
    run("plan", "load", movement / "plan.toml")
    capsys.readouterr()
    assert run("import", movement / "*.csv") == 0
    assert "2 tệp: 2 đã xong" in capsys.readouterr().out
    assert run("import", movement / "*.xlsx") == 1
    assert "Không có tệp nào khớp" in capsys.readouterr().err


def test_a_reader_who_went_away_is_no_fault():
    assert reader_gone(BrokenPipeError(errno.EPIPE, "Broken pipe"))
    assert reader_gone(OSError(errno.EINVAL, "Invalid argument")), "so says Windows"
    assert not reader_gone(OSError(errno.EINVAL, "Invalid argument", "tệp.xlsx"))
    assert not reader_gone(OSError(errno.ENOSPC, "No space left on device"))


@pytest.mark.parametrize("arguments", [("--help",), ("plan", "check", "sample_data/plan.toml")])
def test_nothing_heavy_is_loaded_for_what_needs_none(arguments):
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, atexit; atexit.register(lambda: print(*sorted({'pandas', 'scipy', 'sqlalchemy', 'streamlit'} & sys.modules.keys()), file=sys.stderr))\n"
            "from dashboard.__main__ import run; sys.argv = ['x', *sys.argv[1:]]; sys.exit(run())",
            *arguments,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (told.returncode, told.stderr) == (0, "\n")


def test_a_plan_that_changes_units_tells_which_and_is_stored_only_when_somebody_says_yes(
    movement, capsys, monkeypatch
):
    """The mark goes from 60 to 80: units with 60 or 70 no longer reach it."""
    run("plan", "load", movement / "plan.toml")
    run("import", movement / "units.csv", movement / "results.csv")
    text = (movement / "plan.toml").read_text(encoding="utf-8")
    heavier = movement / "khac.toml"
    heavier.write_text(text.replace("value = 60", "value = 80"), encoding="utf-8")
    assert heavier.read_text(encoding="utf-8") != text
    capsys.readouterr()
    for answer, code in (("", 1), ("không\n", 1), ("có\n", 0)):
        monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        assert run("plan", "load", heavier) == code
        said = capsys.readouterr()
        assert "Kế hoạch sẽ thay đổi:" in said.out and "đổi trạng thái so với mốc" in said.out
        assert ("phiên bản 2" in said.out) == (code == 0)
    assert run("plan", "load", heavier) == 0, "nothing changes: nobody is asked"
    assert run("plan", "load", movement / "plan.toml", "--yes") == 0
