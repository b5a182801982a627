"""Make the sample data of the made-up “Tỉnh Minh Họa” anew: `python sample_data/make.py` gives the same bytes every time.

Not made here: plan.toml (the plan), indices.csv (real figures of real provinces, each with its source), README.md.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from sample_data.making.blocks import collectors_of, save_collected  # noqa: E402
from sample_data.making.own import save_own, submissions  # noqa: E402
from sample_data.making.refused import save_refused  # noqa: E402
from sample_data.making.registers import save_exports, save_lineage, save_unit_years, save_units  # noqa: E402
from sample_data.making.units import YEARS  # noqa: E402

MADE_FOLDERS = ("units", "blocks", "own", "exports", "messy")
MANIFEST_HEAD = """# Các tệp nạp vào kho khi mở lần đầu, theo đúng thứ tự này. illustrative = true: số liệu minh họa, màn hình phải nói rõ.
# Tệp này do make.py viết; thư mục messy/ không có ở đây vì các tệp đó phải bị từ chối.
"""


def make(folder: Path) -> list[Path]:
    """Write every made file under `folder` and return those to load, in order."""
    for name in MADE_FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    registers = [
        (save_units, "units.csv"),
        (save_unit_years, "unit_years.csv"),
        (save_lineage, "lineage.csv"),
    ]
    for save, name in registers:
        save(folder / "units" / name)
    made = [folder / "units" / name for _, name in registers]
    made += [
        save_collected(folder / "blocks", name, year)
        for year in YEARS
        for name in collectors_of(year)
    ]
    made += [save_own(folder / "own", sent) for sent in submissions()]
    made += save_exports(folder / "exports")
    save_refused(_folder(folder / "messy"))
    _save_manifest(folder, made)
    return made


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def _save_manifest(folder: Path, made: list[Path]) -> None:
    lines = [(path.relative_to(folder).as_posix(), True) for path in made] + [
        ("indices.csv", False)
    ]
    entries = [
        f'\n[[files]]\npath = "{path}"\nillustrative = {str(illustrative).lower()}\n'
        for path, illustrative in lines
    ]
    (folder / "manifest.toml").write_text(
        MANIFEST_HEAD + "".join(entries), encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    make(HERE)
