"""What a bundle for an office holds: packages for its system and Python, each with its hash; sums; the program without its tests."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from deploy.install.packages import pinned
from deploy.release.__main__ import sign
from deploy.release.bundle import LEFT_OUT, sums
from deploy.release.pins import PYTHONS, SYSTEMS, hashed, pins_for

ROOT = Path(__file__).resolve().parents[1]
OFFICE = (ROOT / "requirements.txt").read_text(encoding="utf-8")
LIST = """# remarks stand aside
numpy==2.4.6 ; python_full_version < '3.12'  # arrays
numpy==2.5.5 ; python_full_version >= '3.12'
colorama==0.4.6 ; sys_platform == 'win32'
watchdog==7.1.0 ; sys_platform != 'darwin'
"""


@pytest.mark.parametrize(
    ("system", "python", "pins"),
    [
        ("linux", "3.11", ["numpy==2.4.6", "watchdog==7.1.0"]),
        ("windows", "3.13", ["numpy==2.5.5", "colorama==0.4.6", "watchdog==7.1.0"]),
    ],
)
def test_the_markers_are_answered_for_the_system_of_the_office_not_for_this_one(
    system, python, pins
):
    assert pins_for(LIST, system, python) == pins


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_bundle_pins_each_package_once(system, python):
    names = [one.split("==")[0] for one in pins_for(OFFICE, system, python)]
    assert len(set(names)) == len(names)
    assert pinned([ROOT / "requirements.txt"]) - len(names) == (system == "linux")


def test_each_pin_carries_the_hash_of_its_own_file_whatever_its_name_is_spelt_like(tmp_path):
    (tmp_path / "et_xmlfile-2.0.0-py3-none-any.whl").write_bytes(b"wheel")
    assert hashed(["et-xmlfile==2.0.0"], tmp_path) == (
        f"et-xmlfile==2.0.0 --hash=sha256:{hashlib.sha256(b'wheel').hexdigest()}\n"
    )
    with pytest.raises(KeyError):
        hashed(["lxml==6.1.3"], tmp_path)


def test_the_sums_are_those_that_the_systems_own_tool_checks_and_the_signature_holds(tmp_path):
    (tmp_path / "bundle.zip").write_bytes(b"everything")
    listed = tmp_path / "SHA256SUMS"
    listed.write_text(sums([tmp_path / "bundle.zip"]), encoding="utf-8")
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True)
    assert checked.returncode == 0
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    signature = sign(listed, key)
    (tmp_path / "signers").write_text(f"office {key.with_suffix('.pub').read_text()}")
    verify = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "office", "-n", "file"]
    for content, code in ((listed.read_bytes(), 0), (b"something else", 255)):
        told = subprocess.run(
            [*verify, "-s", signature.name], input=content, cwd=tmp_path, capture_output=True
        )
        assert told.returncode == code


def test_a_bundle_leaves_out_the_tests_and_nothing_that_runs():
    tracked = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    left = [one for one in tracked if one.startswith(LEFT_OUT)]
    assert left and not [one for one in left if one.startswith(("dashboard/", "data_access/"))]
    assert {"LICENSE", "run.py", "docs/van-hanh.md", "docs/co-gi-moi.md"} <= set(tracked) - set(
        left
    )
