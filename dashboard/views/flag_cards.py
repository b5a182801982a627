"""Flags grouped by unit, each with its sentence, how sure it is, what would lift it and where its figures stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.access.beside_flags import Beside
from dashboard.access.publication import KEY
from dashboard.assessment.rules import RULES
from dashboard.assessment.standing import Standing
from dashboard.wording.sources import source_words
from dashboard.writing import first_letter
from dashboard.writing.nouns import worded


class FlagLine(NamedTuple):
    """One flag as it is read; `level` is the code, everything else words. `key` tells the flag from others (`publication.KEY`), `naming` is how far the naming is (“dự thảo”), `reply` what the unit answered."""

    level: str
    rule: str
    sentence: str
    sure: str
    lifts: str
    source: str
    key: tuple = ()
    naming: str = ""
    reply: str = ""


class UnitCard(NamedTuple):
    """A unit with its flags, gravest first; `level` is the gravest."""

    unit: str
    name: str
    block: str
    level: str
    lines: list[FlagLine]


def cards(standing: Standing, flags: pd.DataFrame) -> list[UnitCard]:
    """One card a unit of these rows of `Standing.flags`, which stand gravest first. What would lift several flags of a unit is said once."""
    made: dict[str, UnitCard] = {}
    for flag in flags.itertuples():
        name, block = standing.by_unit[flag.unit]["name"], standing.by_unit[flag.unit]["block"]
        lines = made.setdefault(flag.unit, UnitCard(flag.unit, name, block, flag.level, [])).lines
        line = _line(standing, name, flag)
        lines.append(
            line._replace(lifts="") if line.lifts in [other.lifts for other in lines] else line
        )
    return list(made.values())


def with_beside(made: Sequence[UnitCard], beside: Mapping[tuple, Beside]) -> list[UnitCard]:
    """The cards with what stands beside their flags, by the flags' keys (`publication.beside`): how far the naming is, the unit's reply."""
    return [
        card._replace(
            lines=[
                line._replace(**beside[line.key]._asdict()) if line.key in beside else line
                for line in card.lines
            ]
        )
        for card in made
    ]


def _line(standing: Standing, name: str, flag: Any) -> FlagLine:
    rule = RULES[flag.rule]
    return FlagLine(
        flag.level,
        worded(rule.name),
        without_name(flag.reason, name),
        rule.sure(standing, flag),
        rule.lifts(standing, flag),
        source_words(flag.file, flag.sheet, flag.cell),
        tuple(getattr(flag, part) for part in KEY),
    )


def without_name(sentence: str, name: str) -> str:
    """A flag's sentence for where the unit's name stands above it already.

    >>> without_name("Sở A: điểm 2025 là 70.", "Sở A"), without_name("Sở A tự nêu trong báo cáo.", "Sở A")
    ('Điểm 2025 là 70.', 'Tự nêu trong báo cáo.')
    """
    return first_letter.large(sentence.removeprefix(name).lstrip(": "))


def as_text(made: list[UnitCard], title: str, foot: str = "") -> str:
    """The cards as plain text to paste into a letter or a message."""
    lines = [title]
    for number, card in enumerate(made, start=1):
        lines.append(f"\n{number}. {card.name} ({card.block})")
        lines += [
            f"   - {line.sentence}{f' ({line.naming})' if line.naming else ''} {line.lifts}".rstrip()
            for line in card.lines
        ]
    return "\n".join([*lines, *(["", foot] if foot else [])])
