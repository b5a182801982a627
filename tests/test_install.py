"""The set-up before anything is installed: help, cures of failures, progress, healing, one at a time, the settings file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.commands import COMMANDS
from deploy.install import failures, sentences, settings
from deploy.install.alone import alone
from deploy.install.commands import started, usage
from deploy.install.environment import Environment, InstallError, refuse_narrow
from deploy.install.packages import command, pinned
from deploy.install.progress import Progress
from deploy.install.trimming import trim

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
NAMES = {"folder": "/opt/x", "needed": 750, "python": "3.13.1", "machine": "Windows ARM64"}


def run_py(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-S", str(ROOT / "run.py"), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )


def test_the_help_is_whole_in_vietnamese_and_needs_no_package():
    said = run_py("--help").stdout
    assert said.rstrip() == usage()
    for name in (*COMMANDS, "serve", "test", "install", "release", "server.port=8600"):
        assert f" {name}" in said
    assert "python -m dashboard" not in said and "usage" not in said.lower()


def test_an_old_python_hears_what_to_do():
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.version_info = (3, 8); sys.version = '3.8.2 (old)'; sys.path.insert(0, sys.argv[1]); "
            "import run; sys.exit(run.main([]))",
            str(ROOT),
        ],
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert told.stderr.startswith("Cần Python 3.11 trở lên; máy này đang dùng Python 3.8.2.")


def test_the_first_file_is_plain_enough_for_an_old_python():
    source = (ROOT / "run.py").read_text(encoding="utf-8")
    assert not any(new in source for new in ("match ", ":=", "from __future__", 'f"', "->"))


@pytest.mark.parametrize(
    ("said", "cure"),
    [
        ("ERROR: [Errno 28] No space left on device", "Ổ đĩa đã đầy"),
        ("OSError: [WinError 112] There is not enough space on the disk", "Ổ đĩa đã đầy"),
        (
            "WARNING: Retrying after connection broken by 'ProxyError('Cannot connect to proxy.')'\n"
            "ERROR: Could not find a version that satisfies the requirement streamlit==1.67.0 (from versions: none)",
            "HTTPS_PROXY",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "PIP_CERT"),
        (
            "ERROR: Could not find a version that satisfies the requirement x==1 (from versions: none)\n"
            "ERROR: No matching distribution found for x==1",
            "không ra được mạng",
        ),
        ("error: Failed to fetch\n  Caused by: dns error", "không ra được mạng"),
        (
            "ERROR: Could not find a version that satisfies the requirement x==1 (from versions: 0.9)\n"
            "ERROR: No matching distribution found for x==1",
            "Python 3.13.1, Windows ARM64",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "khác với gói đã ghi"),
        ("PermissionError: [Errno 13] Permission denied: '/opt/x/.venv'", "Không ghi được"),
        ("a\nb\nsomething nobody has seen", "something nobody has seen"),
    ],
)
def test_what_an_installer_says_becomes_one_sentence_with_its_cure(said, cure):
    assert cure in failures.cure(said, **NAMES)


def test_a_carried_bundle_without_a_package_is_not_blamed_on_the_network():
    said = "Could not find a version that satisfies the requirement x==1 (from versions: none)"
    assert "đúng bộ lập cho hệ điều hành" in failures.cure(said, carried=True, **NAMES)


def test_progress_counts_packages_and_megabytes_of_pip_and_uv():
    pip, uv = Progress(3), Progress(3)
    assert pip.told("Looking in indexes: https://example") is None
    assert pip.told("Collecting scipy==1.17.1 (from -r requirements.txt (line 15))") == (
        "1/3 gói, đã tải 0 MB; đang lấy scipy"
    )
    assert pip.told("  Downloading scipy-1.17.1-cp311-cp311-win_amd64.whl (36.5 MB)") == (
        "1/3 gói, đã tải 36 MB; đang lấy scipy (36,5 MB)"
    )
    assert pip.told("  Using cached lxml-6.1.3-cp311-cp311-win_amd64.whl (4.0 MB)") == (
        "2/3 gói, đã tải 40 MB; đang lấy lxml (4,0 MB)"
    )
    assert pip.told("Installing collected packages: lxml, scipy") == sentences.WRITING
    assert uv.told("Downloading pyarrow (45.0MiB)") == (
        "1/3 gói, đã tải 47 MB; đang lấy pyarrow (45,0 MiB)"
    )
    assert uv.told(" Downloaded pyarrow") == "1/3 gói, đã tải 47 MB; đang lấy pyarrow"


def test_a_narrow_disk_and_a_long_path_on_windows_are_refused_before_anything_is_fetched():
    with pytest.raises(InstallError, match="chỉ còn trống 300 MB, cài đặt cần 750 MB"):
        refuse_narrow(Path("/opt/x"), 300_000_000, 750, windows=False)
    deep = Path("C:/" + "thu-muc/" * 20)
    refuse_narrow(deep, 10**10, 750, windows=False)
    with pytest.raises(InstallError, match="quá dài"):
        refuse_narrow(deep, 10**10, 750, windows=True)


def test_a_half_made_environment_is_made_anew_and_a_sound_one_is_kept(tmp_path):
    said: list[str] = []
    environment = Environment(tmp_path, said.append)
    environment.folder.mkdir()
    (environment.folder / "left-over").write_text("x")
    assert not environment._usable()
    environment._make()
    assert sentences.AGAIN in said and not (environment.folder / "left-over").exists()
    assert environment._usable()
    subprocess.run(
        [environment.python, "-m", "pip", "uninstall", "-q", "-y", "pip"],
        check=True,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    assert environment._usable() is bool(
        command(environment.python, [], None)[0] != str(environment.python)
    )


def test_a_link_to_nowhere_where_the_environment_should_be_makes_room(tmp_path):
    said: list[str] = []
    environment = Environment(tmp_path, said.append)
    environment.wheels.mkdir()
    pin = f"not-a-package-of-ours==0 --hash=sha256:{'0' * 64}\n"
    (environment.wheels / "requirements.txt").write_text(pin)
    environment.folder.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InstallError, match="đúng bộ lập cho hệ điều hành"):
        environment.set_up()
    assert sentences.AGAIN in said and environment._usable()


def test_a_file_where_the_environment_should_be_makes_room(tmp_path):
    environment = Environment(tmp_path, print)
    environment.folder.write_text("x")
    assert not environment._usable()
    environment._clear()
    assert not environment.folder.exists()


def test_pins_that_change_are_installed_again_and_tests_have_their_own(tmp_path):
    environment = Environment(tmp_path, print)
    (tmp_path / "tests").mkdir()
    (tmp_path / "requirements.txt").write_text("a==1\n")
    (tmp_path / "tests" / "requirements.txt").write_text("pytest==9\n")
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text("")
    environment._stamp(False).write_text(environment._wanted(False))
    assert environment.ready() and not environment.ready(tests=True)
    environment._stamp(True).write_text(environment._wanted(True))
    assert environment.ready(tests=True)
    (tmp_path / "requirements.txt").write_text("a==2\n")
    assert not environment.ready() and not environment.ready(tests=True)


def test_two_set_ups_at_once_wait_for_each_other(tmp_path):
    told: list[str] = []
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from deploy.install.alone import alone\n"
            "with alone(Path(sys.argv[1]), print):\n    print('held', flush=True); sys.stdin.read()",
            str(tmp_path / "lock"),
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "held\n"

    def waited() -> None:
        told.append("waiting")
        holder.stdin.close()

    with alone(tmp_path / "lock", waited):
        assert told == ["waiting"] and holder.wait(10) == 0
    holder.stdout.close()


def test_carried_packages_are_installed_without_any_network_and_by_their_hashes(tmp_path):
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "requirements.txt").write_text("a==1 --hash=sha256:00\n")
    (tmp_path / "requirements.txt").write_text("a==1\n")
    environment = Environment(tmp_path, print)
    assert environment.lists(tests=False) == [tmp_path / "wheels" / "requirements.txt"]
    called = command(environment.python, environment.lists(False), environment.wheels)
    assert {"--no-index", "--require-hashes"} <= set(called)


def test_the_parts_that_nobody_uses_are_taken_out(tmp_path):
    for name in ("pandas/tests/frame", "pandas/core", "pyarrow/include", "other/tests"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "pyarrow" / "libarrow_flight.so.2600").write_text("")
    assert trim(tmp_path) == 3
    left = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*")}
    assert left == {"pandas", "pandas/core", "pyarrow", "other", "other/tests"}


def test_what_an_office_installs_has_no_test_tools():
    office = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    both = pinned([ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt"])
    assert not any(f"\n{name}==" in office for name in ("pytest", "playwright", "ruff", "mypy"))
    assert pinned([ROOT / "requirements.txt"]) < both


@pytest.mark.parametrize(
    ("arguments", "module"),
    [
        ([], ["-m", "dashboard.serving"]),
        (["server.port=8600"], ["-m", "dashboard.serving", "server.port=8600"]),
        (["serve", "server.port=1"], ["-m", "dashboard.serving", "serve", "server.port=1"]),
        (["test", "-k", "x"], ["-m", "pytest", "-k", "x"]),
        (["plan", "check", "x"], ["-m", "dashboard", "plan", "check", "x"]),
        (["install"], None),
    ],
)
def test_each_word_starts_what_it_says(arguments, module):
    assert started(arguments) == module


def test_the_service_and_the_command_line_share_one_settings_file(tmp_path):
    beside, system = tmp_path / "dashboard.env", tmp_path / "environment"
    system.write_text("DATABASE_URL=postgresql://system\n")
    found: dict[str, str] = {}
    settings.load(found, (beside, system))
    assert found == {"DATABASE_URL": "postgresql://system"}
    beside.write_text(
        '\ufeff# kho của Văn phòng\nDATABASE_URL="sqlite:////srv/kho số liệu.sqlite"\n\nexport DASHBOARD_BACKUPS_KEPT = 7\n',
        encoding="utf-8",
    )
    found = {"DASHBOARD_BACKUPS_KEPT": "3"}
    settings.load(found, (beside, system))
    assert found == {
        "DATABASE_URL": "sqlite:////srv/kho số liệu.sqlite",
        "DASHBOARD_BACKUPS_KEPT": "3",
    }, "what the environment says goes before the file"
    named = {"DASHBOARD_SETTINGS": str(system)}
    settings.load(named, (beside,))
    assert named["DATABASE_URL"] == "postgresql://system"


def test_a_settings_file_that_cannot_be_read_or_understood_stops_everything(tmp_path):
    wrong = tmp_path / "dashboard.env"
    wrong.write_text("DATABASE_URL=x\nthis is no setting\n")
    with pytest.raises(settings.SettingsError, match="dòng 2"):
        settings.load({}, (wrong,))
    with pytest.raises(settings.SettingsError, match="Không đọc được"):
        settings.load({"DASHBOARD_SETTINGS": str(tmp_path / "not-there")}, ())
