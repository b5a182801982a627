"""Several movements on the command line: each command works with the one that is asked for, those that keep stores with all."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
import sqlalchemy as sa
import tiny
from copies import database

from dashboard.__main__ import main
from dashboard.plan import clock
from data_access import account_store, backup, movement_stores, movements, person_data
from data_access.store import connect

OTHER = tiny.PLAN.replace("Phong trào thử", "Phong trào khác").replace('"Thử"', '"Khác"')
UNITS = "unit,name,kind,block\nSNV,{name},so,Khối một\n"


def run(*arguments: object) -> int:
    return main([str(one) for one in arguments])


@pytest.fixture(scope="module")
def made_in_files(tmp_path_factory):
    """The folder of an installation with two movements, each of which has a unit SNV of its own."""
    folder = tmp_path_factory.mktemp("two")
    made(folder, f"sqlite:///{folder / 'store.sqlite'}")
    return folder


@pytest.fixture(scope="module")
def made_in_schemas(tmp_path_factory, postgresql_server):
    """The name of a database with the same."""
    with database(postgresql_server) as url:
        made(tmp_path_factory.mktemp("two"), url)
        yield str(sa.make_url(url).database)


def made(folder: Path, url: str) -> None:
    (folder / "mot.toml").write_text(tiny.PLAN, encoding="utf-8")
    (folder / "hai.toml").write_text(OTHER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        of_the_installation(patch, url, folder)
        assert run("plan", "load", folder / "mot.toml", "--yes") == 0
        assert run("movement", "add", "hai", "Phong trào hai", "--plan", folder / "hai.toml") == 0
        for code, name in (("chinh", "Sở của phong trào một"), ("hai", "Sở của phong trào hai")):
            (folder / "units.csv").write_text(UNITS.format(name=name), encoding="utf-8")
            assert run("import", folder / "units.csv", "--movement", code, "--yes") == 0


def of_the_installation(patch: pytest.MonkeyPatch, url: str, folder: Path) -> None:
    patch.setenv("DATABASE_URL", url)
    patch.setenv("DASHBOARD_BACKUPS", str(folder / "b"))
    for name in ("DASHBOARD_PLAN", "DASHBOARD_MOVEMENT"):
        patch.delenv(name, raising=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def two(request, tmp_path, monkeypatch):
    """An installation with these movements of its own, and a folder; on each kind of database a copy of the one that was made by commands."""
    (tmp_path / "mot.toml").write_text(tiny.PLAN, encoding="utf-8")
    if request.param == "sqlite":
        for one in request.getfixturevalue("made_in_files").glob("*.sqlite*"):
            shutil.copy(one, tmp_path / one.name)
        opened = nullcontext(f"sqlite:///{tmp_path / 'store.sqlite'}")
    else:
        server = request.getfixturevalue("postgresql_server")
        opened = database(server, request.getfixturevalue("made_in_schemas"))
    with opened as url:
        of_the_installation(monkeypatch, url, tmp_path)
        yield url, tmp_path


def units_of(url: str, code: str = "") -> list[str]:
    with connect(url) as home:
        if not code:
            return list(home.load("units")["name"])
        with movement_stores.opened(home, code) as own:
            return list(own.load("units")["name"])


def test_what_is_done_with_a_movement_stays_in_it(two, capsys, monkeypatch):
    url, _ = two
    assert units_of(url) == ["Sở của phong trào một"]
    assert units_of(url, "hai") == ["Sở của phong trào hai"]
    capsys.readouterr()
    assert run("plan", "show", "--movement", "hai") == 0
    assert "Phong trào khác" in capsys.readouterr().out
    monkeypatch.setenv("DASHBOARD_MOVEMENT", "hai")
    assert run("plan", "show") == 0 and "Phong trào khác" in capsys.readouterr().out
    assert run("plan", "show", "--movement", "chinh") == 0
    assert "Phong trào thử" in capsys.readouterr().out


def test_a_plan_file_of_the_server_is_the_first_movements_alone(two, capsys, monkeypatch):
    _, folder = two
    monkeypatch.setenv("DASHBOARD_PLAN", str(folder / "mot.toml"))
    capsys.readouterr()
    assert run("plan", "show", "--movement", "hai") == 0
    assert "Phong trào khác" in capsys.readouterr().out


def test_what_is_unknown_closed_or_the_first_ones_alone_is_refused(two, capsys):
    url, _ = two
    for arguments, said in (
        (("standing", "--movement", "ba"), "Không có phong trào nào mang mã “ba”"),
        (("account", "--movement", "hai", "list"), "chỉ làm với phong trào thứ nhất"),
        (("person", "--movement", "hai", "show", "Lan"), "chỉ làm với phong trào thứ nhất"),
        (("sample", "--movement", "hai"), "chỉ làm với phong trào thứ nhất"),
        (("movement", "add", "hai", "Tên"), "cần kế hoạch"),
        (("restore", "x.sqlite", "--all", "--movement", "hai"), "--all"),
    ):
        assert run(*arguments) in (1, 2)
        assert said in capsys.readouterr().err, arguments
    assert run("movement", "close", "hai") == 0
    assert run("standing", "--movement", "hai") == 1
    assert "đã đóng" in capsys.readouterr().err
    assert run("movement", "reopen", "hai") == 0 and run("plan", "show", "--movement", "hai") == 0
    with connect(url) as home:
        assert movements.named(home, "hai").closed_at is None


def test_rights_are_given_to_who_has_an_account_and_never_to_administrate_alone(two, capsys):
    url, _ = two
    assert run("account", "add", "chu", "--role", "admin", "--person", "Chủ") == 0
    assert run("account", "add", "lan", "--role", "member", "--person", "Lan") == 0
    for arguments, said in (
        (("lan", "--role", "unit"), "phải kèm một đơn vị"),
        (("lan", "--role", "unit", "--unit", "STC"), "không có đơn vị nào mang mã “STC”"),
        (("minh", "--role", "member"), "Không có tài khoản"),
        (("chu", "--role", "unit", "--unit", "SNV"), "quản trị của cả bản cài"),
    ):
        assert run("movement", "rights", "hai", *arguments) == 1
        assert said in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run("movement", "rights", "hai", "lan", "--role", "admin")
    assert run("movement", "rights", "hai", "lan", "--role", "unit", "--unit", "SNV") == 0
    capsys.readouterr()
    assert run("movement", "rights", "hai") == 0 and "lan: Lan · Đơn vị, đơn vị SNV" in (
        capsys.readouterr().out
    )
    assert run("movement", "rights", "hai", "lan") == 0
    with connect(url) as home:
        assert movements.people(home, "hai").empty


def test_all_movements_are_upgraded_verified_backed_up_and_come_back(two, capsys, monkeypatch):
    url, folder = two
    assert run("upgrade") == 0 and run("verify") == 0
    assert run("backup", folder / "kho.sqlite") == 0
    assert (folder / "kho.phong-trao-hai.sqlite").is_file()
    assert run("backup", folder / "chi-hai.sqlite", "--movement", "hai") == 0
    assert not (folder / "chi-hai.phong-trao-hai.sqlite").exists()
    new = f"sqlite:///{folder / 'moi' / 'kho.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", new)
    assert run("restore", folder / "kho.sqlite", "--all") == 0
    assert units_of(new) == ["Sở của phong trào một"]
    assert units_of(new, "hai") == ["Sở của phong trào hai"]
    monkeypatch.setenv("DATABASE_URL", url)
    (folder / "units.csv").write_text(UNITS.format(name="Sở đổi tên"), encoding="utf-8")
    assert run("import", folder / "units.csv", "--movement", "hai", "--yes") == 0
    assert run("restore", folder / "chi-hai.sqlite", "--movement", "hai", "--force") == 0
    assert units_of(url, "hai") == ["Sở của phong trào hai"]
    assert units_of(url) == ["Sở của phong trào một"]


def test_a_backup_of_the_first_movement_put_into_another_brings_neither_accounts_nor_movements(two):
    url, folder = two
    assert run("account", "add", "chu", "--role", "admin", "--person", "Chủ") == 0
    assert run("backup", folder / "kho.sqlite") == 0
    assert run("restore", folder / "kho.sqlite", "--movement", "hai", "--force") == 0
    with connect(url) as home, movement_stores.opened(home, "hai") as own:
        assert not account_store.in_use(own) and not movements.listed(own)


def test_the_days_backup_is_made_of_every_movement_and_looked_at_by_doctor(two, capsys):
    from dashboard.serving import backups

    url, folder = two
    with connect(url) as home:
        backups.made(home, folder / "b", 3)
    today = clock.today()
    assert not backups.FAILED
    assert backup.daily_path(folder / "b", today).is_file()
    assert backup.daily_path(folder / "b" / "phong-trao-hai", today).is_file()
    capsys.readouterr()
    run("doctor")
    assert "Kho của phong trào “Phong trào hai” (hai) mở được" in capsys.readouterr().out


def test_a_person_is_shown_corrected_and_erased_in_all_movements(two, capsys):
    url, _ = two
    with connect(url) as home, movement_stores.opened(home, "hai") as own:
        account_store.add(home, "chu", "Chủ", frozenset({"admin"}))
        account_store.add(home, "lan", "Nguyễn Lan", frozenset({"member"}))
        own.acting("lan", "program").note("print", "Nguyễn Lan", "Báo cáo")
        assert "print" in set(person_data.of_account(home, "lan").deeds["action"])
        person_data.correct(home, "lan", "Nguyễn Thị Lan")
        assert "Nguyễn Thị Lan" in set(own.journal()["who"])
        movements.set_right(home, "hai", "lan", frozenset({"member"}), None)
        backup.daily(home, tmp := url_folder(home), clock.today(), 3)
    assert run("person", "erase", "lan", "--yes") == 0
    with connect(url) as home, movement_stores.opened(home, "hai") as own:
        assert not {"lan", "Nguyễn Thị Lan"} & set(own.journal()["who"].dropna())
        assert movements.people(home, "hai").empty
        with connect(f"sqlite:///{tmp / 'lai.sqlite'}") as other:
            from data_access import restoring

            restoring.restore(other, backup.daily_path(tmp, clock.today()))
            assert list(account_store.everyone(other)["name"]) == ["chu"]


def url_folder(home):
    from data_access.store import backups_folder

    return backups_folder(home.engine.url)
