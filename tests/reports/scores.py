"""Precision and recall of the reader, by kind, over the reports in this folder and the truth beside each.

``python -m tests.reports.scores [name …]`` prints them with every miss (−) and every false find (+).
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.reading.whole_report import read_report

FOLDER = Path(__file__).parent
_ABBREVIATED = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "gd dt": "giao duc va dao tao",
    "gddt": "giao duc va dao tao",
    "ubmttq": "uy ban mat tran to quoc viet nam",
    "thads": "thi hanh an dan su",
    "gtvt": "giao thong van tai",
    "dbqh": "dai bieu quoc hoi",
    "bhxh": "bao hiem xa hoi",
    "ksnd": "kiem sat nhan dan",
    "tp": "thanh pho",
    "tx": "thi xa",
    "lhpn": "lien hiep phu nu",
    "chqs": "chi huy quan su",
    "ldld": "lien doan lao dong",
    "bch": "ban chap hanh",
    "ptdtbt": "pho thong dan toc ban tru",
    "gdnn": "giao duc nghe nghiep",
    "gdtx": "giao duc thuong xuyen",
    "cntt": "cong nghe thong tin",
    "nhcsxh": "ngan hang chinh sach xa hoi",
    "mn": "mam non",
    "tn mt": "tai nguyen va moi truong",
    "mot thanh vien": "mtv",
    "mat tran to quoc": "mttq",
    "phu nu viet nam": "phu nu",
}
LEVEL = ("code", "value", "unit", "comparator", "year")
UNLISTED = frozenset({"stated", "files_received", "files_settled", "news"})
KINDS = (
    "unit",
    "period",
    "indicators",
    "limitations",
    "awards",
    "examples",
    "documents",
    "warnings",
    "foreign",
)


@dataclass(frozen=True)
class Score:
    """Counts of one kind in one report, with what was missed and what was found wrongly."""

    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def report_names(folder: Path = FOLDER) -> list[str]:
    """All reports that have their truth beside them."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def text_of(name: str, folder: Path = FOLDER) -> str:
    """A report as it was given."""
    return (folder / f"{name}.txt").read_text(encoding="utf-8")


@cache
def truth_of(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """What a person finds in a report."""
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def found_in(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """What the reader finds in a report, read once however many tests ask."""
    return read_report(text_of(name, folder)).as_dict()


def scores(name: str, folder: Path = FOLDER) -> dict[str, Score]:
    """What the reader gets right and wrong in one report, by kind."""
    truth, found = truth_of(name, folder), found_in(name, folder)
    return {
        "unit": unit_named(truth["unit"], found["unit"] or ""),
        "period": _compared([truth["period"]], [found["period"] or ""]),
        "indicators": _compared(
            [_key(*row) for row in truth["indicators"]],
            [_key(*(row[field] for field in LEVEL)) for row in by_rules(found["indicators"])],
        ),
        "limitations": _quoted(truth["limitations"], found["limitations"]),
        "awards": _compared(
            [_key(*row) for row in truth["awards"]],
            [_key(row["form"], *_counts(row)) for row in found["awards"]],
        ),
        "examples": _compared(truth["examples"], [row["name"] for row in found["examples"]]),
        "documents": _compared(
            [_key(*row) for row in truth["documents"]],
            [_key(row["number"], row["date"] or "") for row in found["documents"]],
        ),
        "warnings": _compared(
            truth.get("warnings", []),
            [
                row["quote"].removeprefix("ngày ").strip()
                for row in found["warnings"]
                if "quote" in row
            ],
        ),
        "foreign": Score(
            0,
            (),
            (
                *_taken(truth.get("foreign", []), sure(found["indicators"])),
                *_beside(truth, sure(found["indicators"]), text_of(name, folder)),
            ),
        ),
    }


def by_rules(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is found, with what is looked at again; not what is only asked, nor what the truths by code do not list."""
    return [row for row in rows if row["doubt"] != "whether" and row["code"] not in UNLISTED]


def sure(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What may be stored without a person looking at it."""
    return [row for row in rows if row["doubt"] is None]


def _body(name: str) -> str:
    """A body's name in words that can be compared: without accents and marks, abbreviations written out, and without what says no more of which body it
    is: “Ủy ban nhân dân xã Trần Phú” is “xã Trần Phú”, “BCH Hội LHPN xã Mường Lùa” is “Hội Liên hiệp Phụ nữ xã Mường Lùa”."""
    said = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    said = " ".join(re.sub(r"[^\w]+", " ", re.sub(r"[\u0300-\u036f]", "", said)).split())
    for short, whole in _ABBREVIATED.items():
        said = re.sub(rf"\b{short}\b", whole, said)
    return re.sub(r"^(?:uy ban nhan dan|ban chap hanh|ban thuong vu|co quan) ", "", said)


def unit_named(truth: str, found: str) -> Score:
    """A name counts without the place over it, and with it: “Sở Tư pháp” under the head of its province is “Sở Tư pháp tỉnh Bến Tre”, “Sở Tư pháp Bến Tre” too."""
    truth, found = _body(truth), _body(found)
    levels = r"(?:tinh|huyen|thi xa|thanh pho|quan)"
    short, whole = sorted((truth, found), key=len)
    rest = r"\s.+" if re.search(rf"\b(?:{levels}|uy)$", short) else rf"\s{levels}\s.+"
    same = bool(short) and re.fullmatch(rf"{re.escape(short)}(?:{rest})?", whole)
    bare = [re.sub(rf" {levels}(?= )", "", one) for one in (truth, found)]
    return _compared([truth], [truth if same or bare[0] == bare[1] else found])


def _beside(truth: dict[str, Any], own: list[dict[str, Any]], text: str) -> tuple[str, ...]:
    """The figures of others, and goals, that stand among the unit's own of the report's year at the place where they are said."""
    return tuple(
        _key(value, said)
        for value, said in truth.get("others", [])
        for row in own
        if row["value"] == value
        and row["year"] in (None, int(truth["period"][-4:]))
        and row["start"] < text.index(said) + len(said)
        and text.index(said) < row["end"]
    )


def _taken(foreign: list[list[Any]], own: list[dict[str, Any]]) -> tuple[str, ...]:
    """The figures of other bodies that stand among the unit's own: there must be none."""
    given = {_key(row["code"], row["value"], row["unit"]) for row in own}
    return tuple(key for row in foreign if (key := _key(*row)) in given)


def genre(name: str, folder: Path = FOLDER) -> str:
    """In whose voice a report is written: commune, school, press …"""
    return str(truth_of(name, folder)["genre"])


def by_genre(names: list[str], folder: Path = FOLDER) -> dict[str, dict[str, tuple[int, int, int]]]:
    """The totals of each genre."""
    voices = {name: genre(name, folder) for name in names}
    return {
        voice: totals([name for name in names if voices[name] == voice], folder)
        for voice in sorted(set(voices.values()))
    }


def _counts(award: dict[str, Any]) -> list[int]:
    return [-1 if award[side] is None else award[side] for side in ("collectives", "individuals")]


def _key(*fields: Any) -> str:
    return " ".join(
        f"{field:g}" if isinstance(field, (int, float)) else str(field) for field in fields
    )


def _compared(expected: list[str], found: list[str]) -> Score:
    wanted, given = Counter(expected), Counter(found)
    return Score(
        (wanted & given).total(),
        tuple((wanted - given).elements()),
        tuple((given - wanted).elements()),
    )


def _quoted(expected: list[list[str]], found: list[dict[str, Any]]) -> Score:
    left = list(found)
    missed = []
    for category, fragment in expected:
        match = next(
            (row for row in left if row["category"] == category and fragment in row["quote"]), None
        )
        if match is None:
            missed.append(f"{category}: {fragment}")
        else:
            left.remove(match)
    return Score(
        len(expected) - len(missed),
        tuple(missed),
        tuple(f"{row['category']}: {row['quote']}" for row in left),
    )


def totals(names: list[str], folder: Path = FOLDER) -> dict[str, tuple[int, int, int]]:
    """(right, missed, wrong) by kind over several reports."""
    every = [scores(name, folder) for name in names]
    return {
        kind: tuple(
            sum(counts)
            for counts in zip(
                *((one[kind].right, len(one[kind].missed), len(one[kind].wrong)) for one in every),
                strict=True,
            )
        )
        for kind in KINDS
    }


def _print(names: list[str], folder: Path) -> None:
    for name in names:
        for kind, score in scores(name, folder).items():
            for sign, lines in (("−", score.missed), ("+", score.wrong)):
                for line in lines:
                    print(f"{name:24} {kind:12} {sign} {line}")
    print(f"\n{'kind':24} {'precision':>10} {'recall':>10}   right missed wrong")
    for kind, counts in totals(names, folder).items():
        print(_line(kind, counts))
    for voice, kinds in by_genre(names, folder).items():
        for kind in ("indicators", "limitations"):
            print(_line(f"{voice}: {kind}", kinds[kind]))


def _line(label: str, counts: tuple[int, int, int]) -> str:
    right, missed, wrong = counts
    precision, recall = (
        f"{100 * right / whole:.1f}%" if whole else "–" for whole in (right + wrong, right + missed)
    )
    return f"{label:24} {precision:>10} {recall:>10}   {right:5} {missed:6} {wrong:5}"


if __name__ == "__main__":
    _print(sys.argv[1:] or report_names(), FOLDER)
