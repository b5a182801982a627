"""What stands beside each other: tables, years over criteria, parts of the year beside the whole; rows of maxima, counts with their share, heads of no known words."""

from __future__ import annotations

import random
from typing import Any

from workbooks_made.province import CRITERIA, PEOPLE, POINTS
from workbooks_made.tables import Said, Table, head_of, points_of, unit_name


def beside(rng: random.Random, said: Said) -> Table:
    """The units in two blocks side by side, of the same criterion or of two; a blank column between them, or none; an agenda instead of the second."""
    how = rng.choice(["blank", "none", "agenda"])
    codes = rng.choice([[one, one] for one in POINTS] + [rng.sample(POINTS, 2)])
    half = (len(said.units) + 1) // 2
    blocks = [said.units[:half], said.units[half:]]
    gap = [] if how == "none" else [None]
    heads = [["STT", "Đơn vị", head_of(rng, one)] for one in codes]
    if how == "agenda":
        heads[1] = ["Thời gian", "Nội dung", "Người nói"]
    truth: dict = {}
    body = []
    for place in range(half):
        row: list[Any] = []
        for number, (units, one) in enumerate(zip(blocks, codes)):
            row += gap if number else []
            if how == "agenda" and number:
                row += [f"{8 + place} giờ", "Thảo luận", "Lan"]
            elif place < len(units):
                value = points_of(rng, one)
                row += [place + 1, unit_name(rng, units[place]), value]
                truth[units[place], one, said.year, said.stage] = (value, None)
            else:
                row += [None, None, None]
        body.append(row)
    return Table([[*heads[0], *gap, *heads[1]]], body, truth, told={"beside"}, values=[2])


def by_year(rng: random.Random, said: Said) -> Table:
    """Years side by side, each over the same criteria."""
    codes, both = rng.sample(POINTS, 2), [said.year - 1, said.year]
    first: list[Any] = ["STT", "Đơn vị"]
    for year in both:
        first += [rng.choice([year, f"Năm {year}"]), None]
    second = [None, None, *[head_of(rng, one) for one in codes] * 2]
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        row: list[Any] = [place, unit_name(rng, unit)]
        for year in both:
            for one in codes:
                value = points_of(rng, one)
                row.append(value)
                truth[unit, one, year, said.stage] = (value, None)
        body.append(row)
    merged = [(0, 2, 0, 3), (0, 4, 0, 5)] if rng.random() < 0.6 else []
    return Table([first, second], body, truth, merged, {"year"}, values=[2, 3, 4, 5])


def with_maxima(rng: random.Random, said: Said) -> Table:
    """A row of maxima below the head: the plan's, or others, which is asked."""
    codes, others = rng.sample(POINTS, 3), rng.random() < 0.25
    most = [CRITERIA[one].max * (2 if others else 1) for one in codes]
    word = rng.choice(["Điểm tối đa", "Điểm chuẩn", "Thang điểm", None])
    shown = most if word and rng.random() < 0.6 else [f"{one:g} điểm" for one in most]
    body: list[list[Any]] = [[None, word, *shown]]
    truth = {}
    for place, unit in enumerate(said.units, 1):
        values = [points_of(rng, one) for one in codes]
        body.append([place, unit_name(rng, unit), *values])
        truth |= {
            (unit, one, said.year, said.stage): (value, None) for one, value in zip(codes, values)
        }
    head = ["STT", "Đơn vị", *(head_of(rng, one) for one in codes)]
    return Table([head], body, {} if others else truth, told={"maxima"}, must_ask=others)


def with_parts(rng: random.Random, said: Said) -> Table:
    """A criterion over a part of the year and the whole; over parts alone nothing may be stored."""
    codes = rng.sample(POINTS, 2)
    parts = rng.choice([["6 tháng"], ["Quý I", "Quý II", "Quý III", "Quý IV"], ["9 tháng"]])
    below = [*parts, *(["Cả năm"] if (whole := rng.random() < 0.7) else ["Quý IV"])]
    first: list[Any] = ["STT", "Đơn vị"]
    merged = []
    for one in codes:
        merged.append((0, len(first), 0, len(first) + len(below) - 1))
        first += [head_of(rng, one), *[None] * (len(below) - 1)]
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        row: list[Any] = [place, unit_name(rng, unit)]
        for one in codes:
            value = points_of(rng, one)
            row += [*(round(value / 4, 2) for _ in parts), value]
            truth[unit, one, said.year, said.stage] = (value, None)
        body.append(row)
    head = [first, [None, None, *below * len(codes)]]
    return Table(head, body, truth if whole else {}, merged, values=[], must_ask=not whole)


def with_shares(rng: random.Random, said: Said) -> Table:
    """Counts with their percentage in brackets; some percentages are of something else, which is asked."""
    one, wrong = rng.choice(PEOPLE), rng.random() < 0.25
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        total = rng.randint(40, 95)
        value = rng.randint(total // 2, total)
        share = 100 * value / total + (7 if wrong else 0)
        text = f"{value} ({share:.1f}%)".replace(".", ",") if rng.random() < 0.5 else None
        body.append([place, unit_name(rng, unit), total, text or f"{value} ({share:.0f}%)"])
        truth[unit, one, said.year, said.stage] = (value, total)
    head = ["STT", "Đơn vị", "Tổng số", head_of(rng, one)]
    return Table([head], body, {} if wrong else truth, told={"shares"}, must_ask=wrong)


def explained(rng: random.Random, said: Said) -> Table:
    """Heads of no known words, which a person has explained."""
    codes = rng.sample(POINTS, 2)
    words = ["Thứ tự", "Cơ quan nào", "Mục A", "Mục B", "Linh tinh"]
    columns = [(1, "name", None), (2, "value", codes[0]), (3, "value", codes[1])]
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        values = [points_of(rng, one) for one in codes]
        body.append([place, unit_name(rng, unit), *values, rng.randint(1, 9)])
        truth |= {
            (unit, one, said.year, said.stage): (value, None) for one, value in zip(codes, values)
        }
    table = Table([words], body, truth, told={"explained"}, values=[2, 3])
    table.columns = columns
    return table
