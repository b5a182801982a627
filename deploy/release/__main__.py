"""python3 run.py release [--system linux|windows] [--python 3.13] [--out DIR] [--key FILE]: bundles for offices without a network."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from deploy.release.bundle import ROOT, ReleaseError, make, sums
from deploy.release.pins import PYTHONS, SYSTEMS

DEFAULT_PYTHON = {"linux": "3.11", "windows": "3.13"}  # Debian 12; what python.org offers first
DIRTY = "Thư mục phần mềm có sửa đổi chưa ghi vào git, nên bộ cài đặt sẽ không giống mã nguồn; hãy ghi lại (commit) rồi lập lại."
WRITTEN = "Đã lập {file} ({size} MB)."
SUMS = (
    "Tổng kiểm: {file}. Người nhận kiểm bằng: sha256sum -c SHA256SUMS (Windows: Get-FileHash TỆP)."
)
SIGNED = "Chữ ký của tổng kiểm: {file} (kiểm bằng ssh-keygen -Y verify, xem docs/van-hanh.md)."
UNSIGNED = "Chưa ký: thêm --key TỆP-KHÓA-SSH để người nhận kiểm được ai đã lập."


def main(arguments: list[str]) -> int:
    """Make the bundles that were asked for, their sums and the signature."""
    asked = _parser().parse_args(arguments)
    if _git("status", "--porcelain"):
        print(DIRTY, file=sys.stderr)
        return 1
    made = []
    try:
        for system in asked.system or SYSTEMS:
            made.append(make(system, asked.python or DEFAULT_PYTHON[system], asked.out))
            size = round(made[-1].stat().st_size / 1e6)
            print(WRITTEN.format(file=made[-1], size=size), flush=True)
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    listed = asked.out / "SHA256SUMS"
    listed.write_text(sums(made), encoding="utf-8", newline="\n")
    print(SUMS.format(file=listed))
    print(SIGNED.format(file=sign(listed, asked.key)) if asked.key else UNSIGNED)
    return 0


def sign(listed: Path, key: Path) -> Path:
    """Sign the sums with an SSH key; the file of the signature."""
    subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", "file", str(listed)], check=True
    )
    return listed.with_name(f"{listed.name}.sig")


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True
    ).stdout


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 run.py release", description=__doc__)
    parser.add_argument("--system", action="append", choices=SYSTEMS, help="mặc định: cả hai")
    parser.add_argument("--python", choices=PYTHONS, help="bản Python của máy sẽ cài")
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "release", help="thư mục ghi")
    parser.add_argument("--key", type=Path, help="khóa SSH riêng, để ký tổng kiểm")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
