"""The lists that stand beside the points: documents, awards, inspections, good examples, limitations."""

from __future__ import annotations

import datetime as dt
from functools import cache

from .chance import draw
from .figures import quality
from .filings import initials, scored
from .units import Unit, all_units, read

Row = list[object]
AUDIENCES = {
    "xa": ("xa", "huyen"),
    "office": ("so_nganh", "trung_uong"),
    "party": ("dang", "mttq_doan_the"),
    "service": ("su_nghiep", "dnnn"),
    "any": ("xa", "so_nganh", "llvt", "trung_uong", "dang"),
}


@cache
def words() -> dict:
    """The wording of words.toml."""
    return read("words.toml")


def documents(unit: Unit, year: int) -> list[Row]:
    """Number, date, title of what the unit issued: its yearly plan (some have none) and now and then a rule."""
    source, rows = draw("documents", unit.code, year), []
    first = unit.valid_from if unit.valid_from and unit.valid_from.year == year else None
    start = (
        first + dt.timedelta(days=10)
        if first
        else dt.date(year, 9, 2)
        if year == 2019
        else dt.date(year, 1, 6)
    )
    if source.random() > 0.05:
        number = source.randrange(2, 60) + (60 if start.month > 6 else 0)
        rows.append(
            [
                f"{number:02}/KH-{initials(unit)}",
                start + dt.timedelta(days=source.randrange(0, 75)),
                _with_year(source.choice(words()["documents"]["plan"]), year),
            ]
        )
    if source.random() < 0.35:
        sign, title = source.choice(words()["documents"]["other"])
        rows.append(
            [
                f"{source.randrange(20, 900)}/{sign}-{initials(unit)}",
                start + dt.timedelta(days=source.randrange(20, 110)),
                _with_year(title, year),
            ]
        )
    return rows


def _with_year(text: str, year: int) -> str:
    return text.replace("{nam}", str(year))


def awards(unit: Unit, year: int) -> list[Row]:
    """Form, collectives, individuals: the unit's own yearly ones, and those of the province for good years. Titles of persons have no collectives and the other way."""
    source, rows, staff = draw("awards", unit.code, year), [], unit.staff_in(year)
    if source.random() < 0.8:
        rows.append(
            [
                source.choice(words()["awards"]["yearly"]),
                source.choice([None, 1, 2, 3]),
                max(2, round(staff * source.uniform(0.06, 0.2))),
            ]
        )
    if quality(unit, year) > 85 and source.random() < 0.5:
        rows.append([source.choice(words()["awards"]["high"]), 1, source.choice([None, 1, 2])])
    occasion = {2022: "review", 2025: "final"}.get(year)
    if occasion and quality(unit, year) > (83 if year == 2022 else 88):
        rows.append([words()["awards"][occasion], 1, source.choice([None, 1])])
    return [_lawful(*row) for row in rows]


def _lawful(form: str, collectives: int | None, individuals: int | None) -> Row:
    """The row with only those whom the law lets bear the form."""
    return [
        form,
        None if form in words()["awards"]["persons"] else collectives,
        None if form in words()["awards"]["collectives"] else individuals,
    ]


def inspections(unit: Unit, year: int) -> list[Row]:
    """Day, inspector, findings: about one unit in twenty a year, lagging units more often."""
    source = draw("inspections", unit.code, year)
    lagging = quality(unit, year) < 74
    if source.random() > (0.22 if lagging else 0.04):
        return []
    day = dt.date(year, 8 if year == 2025 else 5, 5) + dt.timedelta(days=source.randrange(0, 100))
    findings = words()["inspections"]["weak" if lagging or source.random() < 0.2 else "good"]
    return [[day, source.choice(words()["inspections"]["inspectors"]), source.choice(findings)]]


@cache
def _examples_of(year: int) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for template in words()["examples"]:
        source = draw("example", template["name"], year)
        kinds = AUDIENCES[template["audience"]]
        able = [
            one
            for one in all_units()
            if one.kind in kinds
            and one.reports_for(year)
            and scored(one, year)
            and quality(one, year) > 72 + year - 2019
        ]
        if source.random() < 0.4 and able:
            found.setdefault(source.choice(able).code, []).append(
                [template["name"], template["description"]]
            )
    return found


def examples(unit: Unit, year: int) -> list[Row]:
    """Name and description of the good examples found in the unit that year."""
    return _examples_of(year).get(unit.code, [])


def limitations(unit: Unit, year: int) -> list[Row]:
    """Category, quote, page: what the unit's report says of itself; lagging units have more to say, good ones are candid too."""
    source, lagging = draw("limitations", unit.code, year), unit.profile in ("low", "falling")
    if not scored(unit, year) or source.random() > (0.92 if lagging else 0.38):
        return []
    quotes, page = words()["limitations"], source.randrange(3, 9)
    categories = source.sample(sorted(quotes), source.choice([2, 3] if lagging else [1, 1, 2]))
    if lagging:
        habit = draw("habit", unit.code).choice(
            ["gio_giac_di_muon", "tinh_than_trach_nhiem", "chua_quan_tam", "giao_tiep_ung_xu"]
        )
        categories = [habit, *(one for one in categories if one != habit)][:3]
    names = words()["category_names"]
    return [
        [names[category], source.choice(quotes[category]), page + place // 2]
        for place, category in enumerate(categories)
    ]
