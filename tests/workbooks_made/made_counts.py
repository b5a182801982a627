"""Head counts, files and forms, laid out with the totals that they are of."""

from __future__ import annotations

import random

from workbooks_made.province import FILES, PEOPLE
from workbooks_made.tables import Percent, Said, Table, head_of, rate_of, unit_name


def counted(rng: random.Random, said: Said) -> Table:
    """People or files: a criterion over Số lượng | Tỷ lệ beside a total; or two groups, each with a total of its own."""
    grouped = rng.random() < 0.5
    body, truth = [], {}
    for place, unit in enumerate(said.units, 1):
        (online, received), (late, settled) = rate_of(rng), rate_of(rng)
        if grouped:
            body.append([place, unit_name(rng, unit), received, online, settled, late])
            truth[unit, "DVC", said.year, said.stage] = (online, received)
        else:
            body.append(
                [place, unit_name(rng, unit), settled, late, round(100 * late / settled, 1)]
            )
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
            [
                place,
                unit_name(rng, unit),
                *((*shown, sum(counts)) if how == "sum" else (total, *shown)),
            ]
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
        body.append([place, unit_name(rng, unit), *cells])
        truth[unit, "HL", said.year, said.stage] = (very + good, total)
    table = Table(
        [["STT", "Đơn vị", *heads[how]]], body, truth, values=list(range(2, 2 + len(heads[how])))
    )
    table.told |= {"survey"} if how in ("within", "levels") else set()
    return table


def measured(rng: random.Random, said: Said) -> Table:
    """One unit, each row with its unit of measure: percent and thousands are no counts."""
    unit = said.units[0]
    counts = {one: rate_of(rng) for one in FILES}
    how = rng.choice(["hồ sơ", "%", "nghìn hồ sơ"])
    body = [
        [place, head_of(rng, one), how, value, total]
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
        lines=[f"Đơn vị: {unit_name(rng, unit)}"],
        values=[3],
        must_ask=asked,
    )
