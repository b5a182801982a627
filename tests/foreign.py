"""Two movements that are not the sample's, by plan file and CSV alone: 63 provinces by 8 dimensions (totals in points of 80), and a district of schools (totals of 100)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from dashboard.plan import Plan, load_plan
from data_access.loading import load_files, on_disk
from data_access.store import connect

DIMENSIONS = (
    "Tham gia của người dân",
    "Công khai, minh bạch",
    "Trách nhiệm giải trình",
    "Kiểm soát tham nhũng",
    "Thủ tục hành chính công",
    "Cung ứng dịch vụ công",
    "Quản trị môi trường",
    "Quản trị điện tử",
)
EIGHT = """
code = "tam-noi-dung"
name = "Chương trình theo dõi tám nội dung giai đoạn 2019–2024"
short_name = "Tám nội dung 2019–2024"
province = "Cả nước"
owner = "Viện Nghiên cứu Quản trị"
first_year = 2019
last_year = 2024
documents = ["Chương trình của Viện"]
kinds = [{code = "tinh", name = "Tỉnh, thành phố"}]
groups = [{code = "chung", name = "Tám nội dung"}]
total = {shown = "points"}
nouns = {unit = "tỉnh, thành phố", group = "vùng"}

[[milestones]]
code = "giua_ky"
year = 2021
due = 2021-12-31
kind = "review"
name = "Giữa kỳ"
source = "Chương trình của Viện"
targets = [{measure = "total", value = 44, source = "giá trị thử"}]

[[milestones]]
code = "cuoi_ky"
year = 2024
due = 2024-12-31
kind = "final"
name = "Cuối kỳ"
source = "Chương trình của Viện"
targets = [{measure = "total", value = 52, source = "giá trị thử"}]

[[reports]]
year = 2024
due = 2024-12-15
name = "Báo cáo năm"
source = "Chương trình của Viện"
""" + "".join(
    f'\n[[criteria]]\ncode = "D{place}"\ngroup = "chung"\nkind = "points"\nname = "{name}"\nmax = 10\nsource = "Chương trình của Viện"\n'
    for place, name in enumerate(DIMENSIONS, start=1)
)
SCHOOLS = """
code = "truong-hoc-xanh"
name = "Chương trình Trường học xanh giai đoạn 2023–2030"
short_name = "Trường học xanh 2023–2030"
province = "Huyện Thử"
owner = "Phòng Giáo dục huyện Thử"
nouns = {unit = "trường", group = "cụm trường"}
first_year = 2023
last_year = 2030
documents = ["Kế hoạch của Phòng Giáo dục"]
milestones = []
limitations = [
  {code = "ve_sinh", name = "Vệ sinh sân trường"},
  {code = "cham_bao_cao", name = "Chậm gửi số liệu", fault = "còn gửi số liệu muộn", task = "gửi số liệu đúng hạn"},
]
kinds = [{code = "truong", name = "Trường học"}]
groups = [{code = "xanh", name = "Trường xanh"}, {code = "sach", name = "Trường sạch"}]
criteria = [
  {code = "VUON", group = "xanh", kind = "yes_no", name = "Có vườn trường", weight = 20, source = "Kế hoạch"},
  {code = "CAY", group = "xanh", kind = "number", name = "Số cây trồng mới", unit = "cây", floor = 0, goal = 50, weight = 30, source = "Kế hoạch"},
  {code = "NUOC", group = "sach", kind = "yes_no", name = "Có nước sạch", weight = 20, source = "Kế hoạch"},
  {code = "RAC", group = "sach", kind = "number", name = "Rác thải mỗi học sinh", unit = "kg", floor = 20, goal = 5, direction = "down", weight = 30, source = "Kế hoạch"},
]

[[reports]]
year = 2025
due = 2025-12-15
name = "Báo cáo năm"
source = "Kế hoạch"
"""


class Movement(NamedTuple):
    """A movement in a store of its own; `year` is its newest with results."""

    name: str
    url: str
    plan: Plan
    folder: Path
    year: int


def eight(folder: Path) -> Movement:
    """63 provinces, all eight dimensions in every year; a total is 45 to 55 of 80 points (worked out in `test_foreign_scale`)."""
    rows = [
        f"T{n:02d},D{d},{year},{4 + (n + d) % 5 + (year - 2019) * 0.1:.1f},appraised"
        for n in range(1, 64)
        for year in range(2019, 2025)
        for d in range(1, 9)
    ]
    units = [f"T{n:02d},Tỉnh thứ {n},tinh,Vùng {n % 6 + 1}" for n in range(1, 64)]
    return _stored("eight", EIGHT, units, rows, folder, 2024)


def schools(folder: Path) -> Movement:
    """Twelve schools, 2023–2025: whether they have a garden and water, how many trees, how much waste."""
    rows = []
    for n in range(1, 13):
        for year in (2023, 2024, 2025):
            late = year - 2023
            rows += [
                f"S{n:02d},VUON,{year},{'có' if n % 3 else 'không'},appraised",
                f"S{n:02d},CAY,{year},{10 + n + 4 * late},appraised",
                f"S{n:02d},NUOC,{year},{'có' if n % 4 else 'không'},appraised",
                f"S{n:02d},RAC,{year},{18 - n / 2 - late},appraised",
            ]
    units = [f"S{n:02d},Trường Tiểu học số {n},truong,Cụm {n % 2 + 1}" for n in range(1, 13)]
    return _stored("schools", SCHOOLS, units, rows, folder, 2025)


def _stored(
    name: str, plan: str, units: list[str], rows: list[str], folder: Path, year: int
) -> Movement:
    (folder / "units.csv").write_text("\n".join(["unit,name,kind,block", *units]), "utf-8")
    results = "\n".join(["unit,criterion,year,value,stage", *rows])
    (folder / "results.csv").write_text(results, "utf-8")
    (folder / "plan.toml").write_text(plan, "utf-8")
    url = f"sqlite:///{folder / 'store.sqlite'}"
    with connect(url) as store:
        store.save_plan(plan, who="thử", why="thử")
        given = on_disk((folder / one, False) for one in ("units.csv", "results.csv"))
        loaded = load_files(store, load_plan(plan).as_data(), given, who="thử")
        assert not any(one.refused for one in loaded), [one.problems for one in loaded]
    return Movement(name, url, load_plan(plan), folder, year)


MAKERS = {"eight": eight, "schools": schools}
