"""Ways of laying the same figures out: each takes what is true and gives a table, and what of it is said by the table itself."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workbooks_made.province import CRITERIA, NAMES, POINTS

Key = tuple[str, str, int, str]
Truth = dict[Key, tuple[float, float | None]]


class Percent(NamedTuple):
    """A number that the sheet shows in percent."""

    share: float


@dataclass
class Table:
    """Rows of a head and of a body; `merged` from the head's first row. `truth`: what the table says; `told`: claims that it makes itself;
    `columns`: (index, role, criterion) of heads that a person has explained."""

    head: list[list[Any]]
    body: list[list[Any]]
    truth: Truth
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    must_ask: bool = False
    columns: list[tuple[int, str, str | None]] = field(default_factory=list)


class Said(NamedTuple):
    """What is true of the whole sheet."""

    units: list[str]
    year: int
    stage: str


def head_of(rng: random.Random, code: str) -> str:
    one = CRITERIA[code]
    return rng.choice(
        [code, one.short_name or one.name, one.name, f"{rng.randint(1, 9)}. {one.name}"]
    )


def points_of(rng: random.Random, code: str) -> float:
    return rng.randint(0, int(4 * CRITERIA[code].max)) / 4


def rate_of(rng: random.Random) -> tuple[int, int]:
    total = rng.randint(40, 900)
    return rng.randint(int(0.76 * total) + 1, total), total


def unit_name(rng: random.Random, code: str) -> str:
    return NAMES[code][0]


def wide(rng: random.Random, said: Said) -> Table:
    """Units below each other, a criterion a column."""
    codes = rng.sample(POINTS, rng.randint(2, 4))
    told, marks = set(), [""] * len(codes)
    if rng.random() < 0.2:
        marks, told = [f" ({said.year})"] * len(codes), {"year"}
    elif rng.random() < 0.2:
        marks, told = (
            [f" ({'thẩm định' if said.stage == 'appraised' else 'tự chấm'})"] * len(codes),
            {"stage"},
        )
    elif rng.random() < 0.2:
        marks = [f" ({CRITERIA[one].max:g} điểm)" for one in codes]
    head = [["STT", "Đơn vị", *(f"{head_of(rng, one)}{mark}" for one, mark in zip(codes, marks))]]
    values = {(unit, one): points_of(rng, one) for unit in said.units for one in codes}
    body = [
        [place, unit_name(rng, unit), *(values[unit, one] for one in codes)]
        for place, unit in enumerate(said.units, 1)
    ]
    truth = {
        (unit, one, said.year, said.stage): (value, None) for (unit, one), value in values.items()
    }
    return Table(head, body, truth, told=told, values=list(range(2, 2 + len(codes))))


def long(rng: random.Random, said: Said) -> Table:
    """A row a figure; the stage may stand in a column."""
    codes = rng.sample(POINTS, 2)
    staged = rng.random() < 0.5
    head = [
        "Mã đơn vị",
        "Tên đơn vị",
        "Năm",
        "Mã tiêu chí",
        "Giá trị",
        *(["Giai đoạn"] if staged else []),
    ]
    body, truth = [], {}
    for unit in said.units:
        for one in codes:
            value = points_of(rng, one)
            word = "Thẩm định" if said.stage == "appraised" else "Tự chấm"
            body.append(
                [unit, unit_name(rng, unit), said.year, one, value, *([word] if staged else [])]
            )
            truth[unit, one, said.year, said.stage] = (value, None)
    return Table([head], body, truth, told={"year", *(["stage"] if staged else [])}, values=[4])


def across(rng: random.Random, said: Said) -> Table:
    """Criteria below each other, a unit a column."""
    codes = rng.sample(POINTS, rng.randint(2, 4))
    head = [["STT", "Tiêu chí", "Điểm tối đa", *(unit_name(rng, one) for one in said.units)]]
    values = {(unit, one): points_of(rng, one) for unit in said.units for one in codes}
    body = [
        [place, head_of(rng, one), CRITERIA[one].max, *(values[unit, one] for unit in said.units)]
        for place, one in enumerate(codes, 1)
    ]
    truth = {
        (unit, one, said.year, said.stage): (value, None) for (unit, one), value in values.items()
    }
    return Table(head, body, truth, values=list(range(3, 3 + len(said.units))))


def pairs(rng: random.Random, said: Said) -> Table:
    """A criterion over Tự chấm | Thẩm định, and often their difference."""
    codes = rng.sample(POINTS, 2)
    below = ["Tự chấm", "Thẩm định", *(["Chênh lệch"] if rng.random() < 0.5 else [])]
    first, second = ["STT", "Đơn vị"], [None, None]
    merged, truth, values = [(0, 0, 1, 0), (0, 1, 1, 1)], {}, []
    for one in codes:
        merged.append((0, len(first), 0, len(first) + len(below) - 1))
        values += [len(first), len(first) + 1]
        first += [head_of(rng, one), *[None] * (len(below) - 1)]
        second += below
    body = []
    for place, unit in enumerate(said.units, 1):
        row: list[Any] = [place, unit_name(rng, unit)]
        for one in codes:
            own, judged = points_of(rng, one), points_of(rng, one)
            row += [own, judged, judged - own][: len(below)]
            truth[unit, one, said.year, "self"], truth[unit, one, said.year, "appraised"] = (
                (own, None),
                (judged, None),
            )
        body.append(row)
    return Table(
        [first, second], body, truth, merged if rng.random() < 0.6 else [], {"stage"}, values=values
    )


def ranked(rng: random.Random, said: Said) -> Table:
    """A criterion over Điểm | Xếp hạng."""
    codes = rng.sample(POINTS, 2)
    first = ["STT", "Đơn vị", *(cell for one in codes for cell in (head_of(rng, one), None))]
    second = [None, None, *["Điểm", "Xếp hạng"] * 2]
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        row: list[Any] = [place, unit_name(rng, unit)]
        for one in codes:
            value = points_of(rng, one)
            row += [value, place]
            truth[unit, one, said.year, said.stage] = (value, None)
        body.append(row)
    merged = [(0, 2, 0, 3), (0, 4, 0, 5)] if rng.random() < 0.6 else []
    return Table([first, second], body, truth, merged, values=[2, 4])


def years(rng: random.Random, said: Said) -> Table:
    """A criterion over several years side by side."""
    one, both = rng.choice(POINTS), [said.year - 1, said.year]
    first = ["STT", "Đơn vị", head_of(rng, one), None]
    second = [None, None, *(rng.choice([year, f"Năm {year}"]) for year in both)]
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        values = [points_of(rng, one) for _ in both]
        body.append([place, unit_name(rng, unit), *values])
        truth |= {(unit, one, year, said.stage): (value, None) for year, value in zip(both, values)}
    return Table(
        [first, second],
        body,
        truth,
        [(0, 2, 0, 3)] if rng.random() < 0.6 else [],
        {"year"},
        values=[2, 3],
    )
