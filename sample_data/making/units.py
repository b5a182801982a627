"""The units of “Tỉnh Minh Họa” 2019–2025 and how they became one another, from bodies.toml and places.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from .chance import draw

HERE = Path(__file__).parent
YEARS = range(2019, 2026)
NEW_PLACES = dt.date(2025, 7, 1)
PROTOCOL = (
    "Khối cơ quan Đảng",
    "Khối các sở, ban, ngành",
    "Khối MTTQ và đoàn thể",
    "Khối nội chính",
    "Khối kinh tế Trung ương và doanh nghiệp nhà nước",
    "Khối đơn vị sự nghiệp công lập",
)


@dataclass(frozen=True)
class Unit:
    """One unit and what its invented figures are drawn from (forms and files: a year's number, 0 = no one-stop office)."""

    code: str
    name: str
    short_name: str
    kind: str
    block: str
    position: int
    staff: int
    parent: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    aliases: tuple[str, ...] = ()
    forms: int = 0
    files: int = 0
    profile: str = "steady"
    effect: float = 0.0
    block_2025: str = ""

    def lives_in(self, year: int) -> bool:
        """Whether the unit lived on at least one day of the year."""
        return not (self.valid_from and self.valid_from.year > year) and not (
            self.valid_to and self.valid_to.year < year
        )

    def reports_for(self, year: int) -> bool:
        """Whether it still lives at the end of the year, when the reports are due."""
        return self.lives_in(year) and not (self.valid_to and self.valid_to < dt.date(year, 12, 31))

    def block_in(self, year: int) -> str:
        """Its block of that year: communes were grouped anew after the mergers of 2025."""
        return self.block_2025 if self.block_2025 and year >= NEW_PLACES.year else self.block

    def staff_in(self, year: int) -> int:
        """Head count: about 1.2 % fewer each year, a few people up or down."""
        return max(
            6,
            round(
                self.staff * (1 - 0.012 * (year - 2019))
                + draw("staff", self.code, year).uniform(-0.02, 0.02) * self.staff
            ),
        )


@dataclass(frozen=True)
class Change:
    """From the day `on`, `before` goes on in `after` ('' = in nobody)."""

    before: str
    after: str
    on: dt.date
    kind: str
    document: str


def read(name: str) -> dict:
    """One of the TOML files beside this module."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


@cache
def all_units() -> tuple[Unit, ...]:
    """Every unit that lived between 2019 and 2025, in protocol order."""
    return (*_bodies(), *_districts(), *_communes())


@cache
def all_changes() -> tuple[Change, ...]:
    """Every merger, split, renaming and abolition of 2025."""
    bodies = [
        Change(before, after, change["on"], change["kind"], change["document"])
        for change in read("bodies.toml")["changes"]
        for before, after in change["pairs"]
    ]
    return (*bodies, *_place_changes())


def _bodies() -> list[Unit]:
    blocks = sorted(read("bodies.toml")["blocks"], key=lambda block: PROTOCOL.index(block["name"]))
    return [
        _body(block, one, 100 * (row + 1) + place)
        for row, block in enumerate(blocks)
        for place, one in enumerate(block["bodies"], start=1)
    ]


def _body(block: dict, one: dict, position: int) -> Unit:
    return Unit(
        code=one["code"],
        name=one["name"],
        short_name=one["short"],
        kind=one.get("kind", block["kind"]),
        block=block["name"],
        position=position,
        staff=one["staff"],
        valid_from=one.get("from"),
        valid_to=one.get("to"),
        forms=one.get("forms", 0),
        files=one.get("files", 0),
        aliases=tuple(one.get("aliases", ())),
        profile=one.get("profile", "steady"),
        effect=block["effect"],
    )


def _profile(name: str) -> str:
    return next(
        (profile for profile, names in read("places.toml")["profiles"].items() if name in names),
        "steady",
    )


def _districts() -> list[Unit]:
    places = read("places.toml")
    return [
        Unit(
            code=f"H{district['code']}",
            name=f"Ủy ban nhân dân {district['name']}, tỉnh Minh Họa",
            short_name=f"UBND {district['name']}",
            kind="huyen",
            block=places["district_block"],
            position=800 + place,
            staff=district["staff"],
            valid_to=places["until"],
            forms=draw("forms", district["code"]).randrange(250, 1900),
            files=draw("files", district["code"]).randrange(4500, 26000),
            profile=_profile(district["name"]),
            effect=0.5,
        )
        for place, district in enumerate(places["districts"], start=1)
    ]


def _communes() -> list[Unit]:
    units = []
    for place, district in enumerate(read("places.toml")["districts"], start=1):
        before = _old_communes(district, 1000 + 100 * place)
        after = _new_communes(district, 1050 + 100 * place)
        staying = {unit.short_name for unit in after} & {
            _kept_name(names) for names in district["after"]
        }
        lasting = {unit.short_name: unit for unit in after if unit.short_name in staying}
        units += [
            _unchanged(unit, lasting[unit.short_name]) if unit.short_name in lasting else unit
            for unit in before
        ]
        units += [_named_apart(unit, before) for unit in after if unit.short_name not in staying]
    return units


def _kept_name(names: list[str]) -> str:
    """The new name where it comes from one commune alone, of the same name: that commune goes on."""
    return names[0] if len(names) == 2 and names[0].endswith(names[1]) else ""


def _unchanged(old: Unit, new: Unit) -> Unit:
    return replace(old, name=new.name, valid_to=None, block_2025=new.block)


def _named_apart(new: Unit, before: list[Unit]) -> Unit:
    same = new.short_name in {unit.short_name for unit in before}
    return replace(new, short_name=f"{new.short_name} (từ 7/2025)") if same else new


def _old_communes(district: dict, position: int) -> list[Unit]:
    names = [f"{district['town']} {name}" for name in district["towns"]] + [
        f"xã {name}" for name in district["communes"]
    ]
    return [
        Unit(
            code=f"{district['code']}{place:02}",
            name=f"Ủy ban nhân dân {name}, {district['name']}, tỉnh Minh Họa",
            short_name=name,
            kind="xa",
            block=f"Cụm xã số {district['cluster']}",
            position=position + place,
            staff=draw("staff", name).randrange(18, 27),
            parent=f"H{district['code']}",
            valid_to=read("places.toml")["until"],
            forms=_commune_forms(name),
            files=draw("files", name).randrange(700, 5200),
            profile=_profile(name.split(" ", 2 if name.startswith("thị") else 1)[-1]),
            effect=-1.0,
        )
        for place, name in enumerate(names, start=1)
    ]


def _commune_forms(name: str) -> int:
    """Forms a year: most communes hand out 90–700, some only a handful."""
    source = draw("forms", name)
    return (
        source.choice([7, 12, 16, 21, 25]) if source.random() < 0.12 else source.randrange(90, 720)
    )


def _new_communes(district: dict, position: int) -> list[Unit]:
    return [
        Unit(
            code=f"{district['code']}{50 + place}",
            name=f"Ủy ban nhân dân {names[0]}, tỉnh Minh Họa",
            short_name=names[0],
            kind="xa",
            block=f"Cụm xã, phường số {district['cluster']}",
            position=position + place,
            staff=draw("staff new", names[0]).randrange(46, 72),
            valid_from=NEW_PLACES,
            forms=draw("forms new", names[0]).randrange(60, 1100),
            files=draw("files new", names[0]).randrange(2600, 9800),
            profile=_profile(names[0]),
            effect=-1.0,
        )
        for place, names in enumerate(district["after"], start=1)
    ]


def _place_changes() -> list[Change]:
    places, codes, changes = read("places.toml"), {unit.name: unit.code for unit in all_units()}, []
    for district in places["districts"]:
        changes.append(
            Change(f"H{district['code']}", "", NEW_PLACES, "dissolve", places["district_document"])
        )
        parts = [
            (old, names[0])
            for names in district["after"]
            for old in names[1:]
            if not _kept_name(names)
        ]
        for old, new in parts:
            split = [part for part, _ in parts].count(old) > 1
            changes.append(
                Change(
                    _old_code(district, old),
                    codes[f"Ủy ban nhân dân {new}, tỉnh Minh Họa"],
                    NEW_PLACES,
                    "split" if split else "merge",
                    places["document"],
                )
            )
    return changes


def _old_code(district: dict, name: str) -> str:
    return f"{district['code']}{(district['towns'] + district['communes']).index(name) + 1:02}"
