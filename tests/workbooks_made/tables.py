"""Ways of laying the same figures out: each takes what is true and gives a table, and what of it is said by the table itself."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workbooks_made.province import CRITERIA, FILES, NAMES, PEOPLE, POINTS

Key = tuple[str, str, int, str]
Truth = dict[Key, tuple[float, float | None]]


class Percent(NamedTuple):
    """A number that the sheet shows in percent."""

    share: float


@dataclass
class Table:
    """Rows of a head and of a body; `merged` from the head's first row. `truth`: what the table says; `told`: claims that it makes itself."""

    head: list[list[Any]]
    body: list[list[Any]]
    truth: Truth
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    must_ask: bool = False


class Said(NamedTuple):
    """What is true of the whole sheet."""

    units: list[str]
    year: int
    stage: str


def _head_of(rng: random.Random, code: str) -> str:
    one = CRITERIA[code]
    return rng.choice(
        [code, one.short_name or one.name, one.name, f"{rng.randint(1, 9)}. {one.name}"]
    )


def _points(rng: random.Random, code: str) -> float:
    return rng.randint(0, int(4 * CRITERIA[code].max)) / 4


def _rate(rng: random.Random) -> tuple[int, int]:
    total = rng.randint(40, 900)
    return rng.randint(int(0.76 * total) + 1, total), total


def _unit(rng: random.Random, code: str) -> str:
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
    head = [["STT", "Đơn vị", *(f"{_head_of(rng, one)}{mark}" for one, mark in zip(codes, marks))]]
    values = {(unit, one): _points(rng, one) for unit in said.units for one in codes}
    body = [
        [place, _unit(rng, unit), *(values[unit, one] for one in codes)]
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
            value = _points(rng, one)
            word = "Thẩm định" if said.stage == "appraised" else "Tự chấm"
            body.append(
                [unit, _unit(rng, unit), said.year, one, value, *([word] if staged else [])]
            )
            truth[unit, one, said.year, said.stage] = (value, None)
    return Table([head], body, truth, told={"year", *(["stage"] if staged else [])}, values=[4])


def across(rng: random.Random, said: Said) -> Table:
    """Criteria below each other, a unit a column."""
    codes = rng.sample(POINTS, rng.randint(2, 4))
    head = [["STT", "Tiêu chí", "Điểm tối đa", *(_unit(rng, one) for one in said.units)]]
    values = {(unit, one): _points(rng, one) for unit in said.units for one in codes}
    body = [
        [place, _head_of(rng, one), CRITERIA[one].max, *(values[unit, one] for unit in said.units)]
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
        first += [_head_of(rng, one), *[None] * (len(below) - 1)]
        second += below
    body = []
    for place, unit in enumerate(said.units, 1):
        row: list[Any] = [place, _unit(rng, unit)]
        for one in codes:
            own, judged = _points(rng, one), _points(rng, one)
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
    first = ["STT", "Đơn vị", *(cell for one in codes for cell in (_head_of(rng, one), None))]
    second = [None, None, *["Điểm", "Xếp hạng"] * 2]
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        row: list[Any] = [place, _unit(rng, unit)]
        for one in codes:
            value = _points(rng, one)
            row += [value, place]
            truth[unit, one, said.year, said.stage] = (value, None)
        body.append(row)
    merged = [(0, 2, 0, 3), (0, 4, 0, 5)] if rng.random() < 0.6 else []
    return Table([first, second], body, truth, merged, values=[2, 4])


def years(rng: random.Random, said: Said) -> Table:
    """A criterion over several years side by side."""
    one, both = rng.choice(POINTS), [said.year - 1, said.year]
    first = ["STT", "Đơn vị", _head_of(rng, one), None]
    second = [None, None, *(rng.choice([year, f"Năm {year}"]) for year in both)]
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        values = [_points(rng, one) for _ in both]
        body.append([place, _unit(rng, unit), *values])
        truth |= {(unit, one, year, said.stage): (value, None) for year, value in zip(both, values)}
    return Table(
        [first, second],
        body,
        truth,
        [(0, 2, 0, 3)] if rng.random() < 0.6 else [],
        {"year"},
        values=[2, 3],
    )


def counted(rng: random.Random, said: Said) -> Table:
    """People or files: a criterion over Số lượng | Tỷ lệ beside a total; or two groups, each with a total of its own."""
    grouped = rng.random() < 0.5
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        (online, received), (late, settled) = _rate(rng), _rate(rng)
        if grouped:
            body.append([place, _unit(rng, unit), received, online, settled, late])
            truth[unit, "DVC", said.year, said.stage] = (online, received)
        else:
            body.append([place, _unit(rng, unit), settled, late, round(100 * late / settled, 1)])
        truth[unit, "DH", said.year, said.stage] = (late, settled)
    if grouped:
        first = ["STT", "Đơn vị", "Tiếp nhận", None, "Đã giải quyết", None]
        second = [None, None, "Tổng số", "Hồ sơ trực tuyến", "Tổng số", "Hồ sơ đúng hạn"]
        return Table(
            [first, second], body, truth, [(0, 2, 0, 3), (0, 4, 0, 5)], values=[2, 3, 4, 5]
        )
    first, second = (
        ["STT", "Đơn vị", "Tổng số", "Hồ sơ đúng hạn", None],
        [None, None, None, "Số lượng", "Tỷ lệ"],
    )
    return Table(
        [first, second], body, truth, [(0, 3, 0, 4)] if rng.random() < 0.6 else [], values=[2, 3]
    )


def people(rng: random.Random, said: Said) -> Table:
    """Head counts with one total for all; some totals are sums, some columns are shown in percent."""
    codes = rng.sample(PEOPLE, 2)
    how = rng.choice(["total", "total", "sum", "percent", "line", "column"])
    head = (
        ["STT", "Đơn vị", "Tổng số", *codes] if how != "sum" else ["STT", "Đơn vị", *codes, "Tổng"]
    )
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        total = rng.randint(20, 95)
        counts = [rng.randint(max(2, total // 2), total) for _ in codes]
        truth |= {
            (unit, one, said.year, said.stage): (value, total) for one, value in zip(codes, counts)
        }
        shown = {
            "percent": [Percent(value / total) for value in counts],
            "line": [round(100 * value / total) for value in counts],
        }.get(how, counts)
        body.append(
            [place, _unit(rng, unit), *((*shown, sum(counts)) if how == "sum" else (total, *shown))]
        )
    lines = (
        [rng.choice(["Đơn vị tính: %", "ĐVT: %", "(Đơn vị tính: phần trăm)"])]
        if how == "line"
        else []
    )
    lines += [rng.choice(["Đơn vị tính: nghìn người", "ĐVT: nghìn"])] if how == "column" else []
    asked = how in ("sum", "percent", "line", "column")
    return Table(
        [head], body, {} if asked else truth, lines=lines, values=[2, 3, 4], must_ask=asked
    )


def satisfied(rng: random.Random, said: Said) -> Table:
    """Forms of a survey; sent and valid ones, levels, or the plain count."""
    how = rng.choice(["plain", "valid", "within", "levels"])
    heads = {
        "plain": ["Tổng số phiếu", "Mức độ hài lòng"],
        "valid": ["Số phiếu khảo sát", "Số phiếu hợp lệ", "Mức độ hài lòng"],
        "within": ["Tổng số phiếu", "Từ hài lòng trở lên", "Trong đó: rất hài lòng"],
        "levels": ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Tổng số phiếu"],
    }
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        very, good, fair, bad = (rng.randint(low, low + 90) for low in (30, 60, 3, 0))
        total = very + good + fair + bad
        cells = {
            "plain": [total, very + good],
            "valid": [total + rng.randint(1, 60), total, very + good],
            "within": [total, very + good, very],
            "levels": [very, good, fair, bad, total],
        }[how]
        body.append([place, _unit(rng, unit), *cells])
        truth[unit, "HL", said.year, said.stage] = (very + good, total)
    table = Table(
        [["STT", "Đơn vị", *heads[how]]], body, truth, values=list(range(2, 2 + len(heads[how])))
    )
    table.told |= {"survey"} if how in ("within", "levels") else set()
    return table


def staged(rng: random.Random, said: Said) -> Table:
    """Self-scores above, appraised ones below, parted by lines within the table."""
    codes = rng.sample(POINTS, 2)
    words = rng.choice(
        [
            ("I. Điểm tự chấm", "II. Điểm thẩm định"),
            ("TỰ CHẤM", "THẨM ĐỊNH"),
            ("A. Kết quả tự chấm", "B. Kết quả thẩm định"),
        ]
    )
    body, truth = [], {}
    for stage, word in zip(("self", "appraised"), words):
        body.append([None, word, None, None] if rng.random() < 0.5 else [word, None, None, None])
        for place, unit in enumerate(said.units, 1):
            values = [_points(rng, one) for one in codes]
            body.append([place, _unit(rng, unit), *values])
            truth |= {
                (unit, one, said.year, stage): (value, None) for one, value in zip(codes, values)
            }
    return Table(
        [["STT", "Đơn vị", *(_head_of(rng, one) for one in codes)]],
        body,
        truth,
        told={"stage"},
        values=[],
    )


def stacked(rng: random.Random, said: Said) -> Table:
    """One unit below the other, each under a line with its name; the head printed again or not."""
    codes, again = rng.sample(POINTS, 3), rng.random() < 0.5
    head = [
        "STT",
        "Tiêu chí",
        "Điểm tối đa",
        "Điểm tự chấm" if said.stage == "self" else "Điểm thẩm định",
    ]
    body, truth = [], {}
    for place, unit in enumerate(said.units):
        name = _unit(rng, unit)
        body.append(
            [rng.choice([f"Đơn vị: {name}", name, f"{place + 1}. {name}"]), None, None, None]
        )
        if again and place:
            body.append(list(head))
        for number, one in enumerate(codes, 1):
            value = _points(rng, one) if rng.random() < 0.7 else None
            body.append([number, _head_of(rng, one), CRITERIA[one].max, value])
            if value is not None:
                truth[unit, one, said.year, said.stage] = (value, None)
    return Table([head], body, truth, told={"stage"}, values=[])


def own_scale(rng: random.Random, said: Said) -> Table:
    """Points of another maximum than the plan's."""
    unit, codes = said.units[0], rng.sample(POINTS, 2)
    body = [
        [place, _head_of(rng, one), 2 * CRITERIA[one].max, _points(rng, one)]
        for place, one in enumerate(codes, 1)
    ]
    return Table(
        [["STT", "Tiêu chí", "Điểm tối đa", "Điểm"]],
        body,
        {},
        lines=[f"Đơn vị: {_unit(rng, unit)}"],
        values=[3],
        must_ask=True,
    )


def measured(rng: random.Random, said: Said) -> Table:
    """One unit, each row with its unit of measure: percent and thousands are no counts."""
    unit = said.units[0]
    counts = {one: _rate(rng) for one in FILES}
    how = rng.choice(["hồ sơ", "%", "nghìn hồ sơ"])
    body = [
        [place, _head_of(rng, one), how, value, total]
        for place, (one, (value, total)) in enumerate(counts.items(), 1)
    ]
    truth = {
        (unit, one, said.year, said.stage): (value, total) for one, (value, total) in counts.items()
    }
    asked = how != "hồ sơ"
    return Table(
        [["STT", "Nội dung", "Đơn vị tính", "Kết quả", "Tổng số"]],
        body,
        {} if asked else truth,
        lines=[f"Đơn vị: {_unit(rng, unit)}"],
        values=[3],
        must_ask=asked,
    )


LAYOUTS: list[Callable[[random.Random, Said], Table]] = [
    wide, wide, long, across, pairs, ranked, years, counted, people, satisfied, staged, stacked, own_scale, measured,
]  # fmt: skip
assert set(FILES) <= set(CRITERIA)
