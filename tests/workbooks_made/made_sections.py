"""Tables that are parted by lines of text: stages, units; and one with a scale of its own."""

from __future__ import annotations

import random

from workbooks_made.province import CRITERIA, POINTS
from workbooks_made.tables import Said, Table, head_of, points_of, unit_name


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
            values = [points_of(rng, one) for one in codes]
            body.append([place, unit_name(rng, unit), *values])
            truth |= {
                (unit, one, said.year, stage): (value, None) for one, value in zip(codes, values)
            }
    return Table(
        [["STT", "Đơn vị", *(head_of(rng, one) for one in codes)]],
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
        name = unit_name(rng, unit)
        body.append(
            [rng.choice([f"Đơn vị: {name}", name, f"{place + 1}. {name}"]), None, None, None]
        )
        if again and place:
            body.append(list(head))
        for number, one in enumerate(codes, 1):
            value = points_of(rng, one) if rng.random() < 0.7 else None
            body.append([number, head_of(rng, one), CRITERIA[one].max, value])
            if value is not None:
                truth[unit, one, said.year, said.stage] = (value, None)
    return Table([head], body, truth, told={"stage"}, values=[])


def own_scale(rng: random.Random, said: Said) -> Table:
    """Points of another maximum than the plan's."""
    unit, codes = said.units[0], rng.sample(POINTS, 2)
    body = [
        [place, head_of(rng, one), 2 * CRITERIA[one].max, points_of(rng, one)]
        for place, one in enumerate(codes, 1)
    ]
    return Table(
        [["STT", "Tiêu chí", "Điểm tối đa", "Điểm"]],
        body,
        {},
        lines=[f"Đơn vị: {unit_name(rng, unit)}"],
        values=[3],
        must_ask=True,
    )
