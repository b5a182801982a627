"""The container file and the compose file pass their linters, and speak of what is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the linters are programs of Linux")

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "deploy" / "container"


@pytest.mark.parametrize(
    ("linter", "file"),
    [("hadolint", "Containerfile"), ("compose-lint --fail-on low", "compose.yaml")],
)
def test_a_linter_has_nothing_to_say(linter, file):
    program, *options = linter.split()
    told = subprocess.run(
        [Path(sys.executable).parent / program, *options, FOLDER / file],
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_container_starts_what_the_program_serves_and_keeps_everything_in_its_volume():
    said = (FOLDER / "Containerfile").read_text("utf-8")
    assert 'CMD ["python3", "run.py", "serve", "server.address=0.0.0.0"]' in said
    for kept in ("DATABASE_URL=sqlite:////var/lib/dashboard/", "BACKUPS=/var/lib/dashboard/"):
        assert kept in said
    assert "store:/var/lib/dashboard" in (FOLDER / "compose.yaml").read_text("utf-8")


def test_no_secret_and_no_data_of_this_machine_goes_into_the_image():
    left_out = set((ROOT / ".dockerignore").read_text("utf-8").split())
    assert {"data", "dashboard.env", ".streamlit/secrets.toml", ".venv", ".git"} <= left_out
