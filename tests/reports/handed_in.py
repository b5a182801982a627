"""Texts with their truth whose figures have a place: as ``fresh`` keeps them, and as a blind writer hands them in.

``python -m tests.reports.handed_in FOLDER j`` puts the texts of a folder into ``fresh`` as ``j01_<genre>``, ``j02_<genre>`` ….
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.reports.scores import FOLDER

Place = tuple[list[float], int, int]
"""Values of one fact, and where it stands."""
_CATEGORIES = {
    "the_trang_phuc": "trang_phuc",
    "gio_giac": "gio_giac_di_muon",
    "thai_do": "giao_tiep_ung_xu",
    "ho_so_tre": "cai_cach_thu_tuc",
    "chi_dao": "chua_quan_tam",
    "kiem_tra": "chua_quan_tam",
    "thuoc_ruou": "ky_luat_ky_cuong",
    "cham_bao_cao": "cham_bao_cao",
    "cong_nghe_thong_tin": "cong_nghe_thong_tin",
}  # the writers' categories of limitations as the reader calls them; all others are “khac”
_HALVES = {"H1": "6 tháng đầu", "H2": "6 tháng cuối"}
_QUARTERS = {"Q1": "Quý I", "Q2": "Quý II", "Q3": "Quý III", "Q4": "Quý IV"}


@dataclass(frozen=True)
class Text:
    """A text with its truth."""

    name: str
    said: str
    truth: Mapping[str, Any]

    @property
    def own(self) -> list[Place]:
        return [(values, start, end) for values, start, end in self.truth["own"]]

    @property
    def others(self) -> list[Place]:
        """Of other bodies and years, goals, parts; batches d and e name them by their words."""
        placed = [
            ([value], start, end) for value, start, end in self.truth.get("told_of_others", [])
        ]
        return placed + [
            ([value], *_place(self.said, said)) for value, said in self.truth.get("others", [])
        ]

    @property
    def limitations(self) -> list[tuple[int, int]]:
        return [_place(self.said, said) for _, said in self.truth["limitations"]]


def texts_of(folder: Path) -> Iterator[Text]:
    """All texts of a folder whose truth has places."""
    for path in sorted([*folder.glob("*.json"), *folder.glob("*.toml")]):
        said = path.with_suffix(".txt").read_text(encoding="utf-8")
        kept = path.read_text(encoding="utf-8")
        handed_in = path.suffix == ".json"
        truth = as_kept(json.loads(kept), said) if handed_in else tomllib.loads(kept)
        if "own" in truth:
            yield Text(path.stem, said, truth)


def as_kept(told: Mapping[str, Any], said: str) -> dict[str, Any]:
    """What a blind writer hands in, in the form of ``fresh``."""
    return {
        "genre": told["genre"],
        "unit": told["unit"],
        "period": _period(told["period"]),
        "indicators": [],
        "limitations": [
            [_CATEGORIES.get(one["category"], "khac"), one["text"]] for one in told["limitations"]
        ],
        "awards": [],
        "examples": [],
        "documents": [[*one] for one in told["documents"]],
        "own": [[one["values"], *_place(said, one["text"])] for one in told["own"]],
        "told_of_others": [[one["value"], *_place(said, one["text"])] for one in told["others"]],
    }


def _place(said: str, piece: str) -> tuple[int, int]:
    first = said.index(piece)
    return first, first + len(piece)


def _period(told: str) -> str:
    """“2023-H1”, “2023-Q3” as the reader names them; “2019-2022” as it stands."""
    year, _, part = told.partition("-")
    named = {**_HALVES, **_QUARTERS}.get(part)
    return f"{named} năm {year}" if named else told


def keep(folder: Path, letter: str) -> None:
    """Puts a folder's texts into ``fresh``."""
    for number, text in enumerate(texts_of(folder), 1):
        place = FOLDER / "fresh" / f"{letter}{number:02}_{text.truth['genre']}.toml"
        place.write_text("".join(map(_toml, text.truth, text.truth.values())), encoding="utf-8")
        place.with_suffix(".txt").write_text(text.said, encoding="utf-8")


def _toml(field: str, told: Any) -> str:
    """A line of TOML, whose texts and lists are those of JSON; of a list each member on a line."""
    if not told or isinstance(told, str):
        return f"{field} = {json.dumps(told, ensure_ascii=False)}\n"
    rows = "".join(f"  {json.dumps(one, ensure_ascii=False)},\n" for one in told)
    return f"{field} = [\n{rows}]\n"


if __name__ == "__main__":
    keep(Path(sys.argv[1]), sys.argv[2])
