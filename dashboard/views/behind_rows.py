"""One row a unit of those with flags: how far it is off, how sure that is, why in its own words, who answers, what it replied, until when, what would lift it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, islice
from typing import Any, NamedTuple

import pandas as pd

from dashboard.access.beside_flags import Beside
from dashboard.assessment.rules import LEVEL_ORDER, RULES
from dashboard.assessment.rules.rule import CERTAINTIES
from dashboard.assessment.standing import Standing
from dashboard.plan.scale import Scale
from dashboard.views import flag_cards, own_cause, to_ask, unit_heads
from dashboard.views import lagging_words as words
from dashboard.views.flag_cards import UnitCard
from dashboard.views.unit_names import short_names
from dashboard.writing import differences, formats

NOTHING = float("nan")
SURENESS = {certainty: place for place, certainty in enumerate(CERTAINTIES)}


class Measured(NamedTuple):
    """What the row's picture shows, in per cent of all that can be had: the year's value, its target, where the true level lies (low to high, NaN where nothing is inferred); the gap in words, and the picture in words."""

    value: float = NOTHING
    target: float = NOTHING
    low: float = NOTHING
    high: float = NOTHING
    said: str = ""
    read: str = ""

    @property
    def gap(self) -> float:
        """Per cent that are missing; NaN where it is no matter of a target."""
        return self.target - self.value


class Row(NamedTuple):
    """A unit as the page lists it; `card` is its evidence, everything else words."""

    unit: str
    name: str
    block: str
    level: str
    measured: Measured
    sure: str
    cause: str
    head: str
    reply: str
    deadline: str
    lifts: str
    question: str
    card: UnitCard

    @property
    def lifts_beyond_gap(self) -> bool:
        """Whether what would lift the unit says more than the gap turned round (“thiếu 2,0 điểm”, “Cần thêm 2,0 điểm …”)."""
        gap = self.measured.said.partition(" ")[2]
        return bool(self.lifts) and gap not in self.lifts


def rows(
    standing: Standing,
    tables: Mapping[str, pd.DataFrame],
    flags: pd.DataFrame,
    most: int | None = None,
) -> tuple[Row, ...]:
    """The units with these flags (`counted_flags.counted`, filtered), gravest first: by level, then by certainty, then by the gap. In: the tables `unit_heads`, `limitations`; of a level the first `most` units alone (None: all)."""
    in_charge = unit_heads.heads_of(tables["unit_heads"], standing.year)
    causes = own_cause.causes(tables["limitations"], standing.year)
    names = short_names(standing.table)
    of_unit: dict[str, list[Any]] = {}
    for flag in flags.astype(object).itertuples():
        of_unit.setdefault(flag.unit, []).append(flag)
    shown, made = _in_turn(standing.plan.scale, of_unit, most), {}
    for card in flag_cards.cards(standing, flags[flags["unit"].isin(shown)]):
        one = _row(standing.plan.scale, card, of_unit[card.unit])
        head, cause = in_charge.get(card.unit, ""), causes.get(card.unit, "")
        made[card.unit] = one._replace(
            name=names[card.unit],
            head=head,
            cause=cause,
            question=to_ask.question(standing, card, head, cause),
        )
    return tuple(made[unit] for unit in shown)


def _in_turn(scale_of: Scale, of_unit: Mapping[str, list[Any]], most: int | None) -> list[str]:
    """The units in their order, of each level the first ones."""
    units = sorted(of_unit, key=lambda unit: _order(scale_of, of_unit[unit]))
    levels = groupby(units, key=lambda unit: of_unit[unit][0].gravest)
    return [unit for _, own in levels for unit in islice(own, most)]


def _row(scale_of: Scale, card: UnitCard, flags: list[Any]) -> Row:
    level = str(flags[0].gravest)
    lifts = next((line.lifts for line in card.lines if line.lifts), "")
    measured, sure = _measured(scale_of, flags), _sure(level, flags)
    return Row(
        card.unit, card.name, card.block, level, measured, sure, "", "", "", "", lifts, "", card
    )


def _order(scale_of: Scale, flags: list[Any]) -> tuple:
    surest = min((SURENESS.get(one.certainty, len(SURENESS)) for one in flags), default=0)
    held = _held(flags)
    gap = 0.0 if held is None else Measured(*_drawn(scale_of, held)).gap
    return (LEVEL_ORDER[str(flags[0].gravest)], surest, 0.0 if formats.is_missing(gap) else -gap)


def _sure(level: str, flags: list[Any]) -> str:
    """How sure the gravest of these flags is, in a word; a fact is one."""
    if level == "named":
        return CERTAINTIES["certain"]
    said = {one.certainty for one in flags}
    found = [CERTAINTIES[one] for one in SURENESS if one in said]
    return found[0] if found else words.A_FACT


def _measured(scale_of: Scale, flags: list[Any]) -> Measured:
    """Of the first flag that holds a value against a target, with the interval of its verdict; else the gravest rule's own name stands for the gap."""
    one = _held(flags)
    if one is None:
        return Measured(said=RULES[flags[0].rule].name)
    is_score, known = one.indicator == "score", _known(one)
    gap = differences.apart(*(part * (1 if is_score else 100) for part in known[:2]))[2]
    said, read = words.GAP[is_score].format(gap=gap), _read(scale_of, known, is_score)
    return Measured(*_drawn(scale_of, one), said=said, read=read)


def _held(flags: list[Any]) -> Any:
    """The first flag that holds a value against a target; None where none does."""
    return next((one for one in flags if not any(map(formats.is_missing, _known(one)[:2]))), None)


def _known(one: Any) -> list[float]:
    """Value, target, and where the true level lies; NaN for what is not known."""
    found = map(one.numbers.get, ("value", "target", "low", "high"))
    return [NOTHING if part is None else part for part in found]


def _drawn(scale_of: Scale, one: Any) -> list[float]:
    """The same in per cent of all that can be had."""
    whole = scale_of.top if one.indicator == "score" else 1
    return [part * 100 / whole for part in _known(one)]


def _read(scale_of: Scale, known: list[float], is_score: bool) -> str:
    """The picture in words: “38,8/80 so với mốc 45; mức thật 36,1–40,2”, rates in per cent."""
    value, target, low, high = known
    between = formats.interval(low, high, share=not is_score)
    told = "" if formats.is_missing(low) else words.TRUE_LEVEL.format(between=between)
    if not is_score:
        return words.AGAINST.format(
            value=formats.percent(value), target=formats.percent(target, None), level=told
        )
    read = scale_of.of_top(formats.number(value))
    return words.AGAINST.format(value=read, target=formats.number(target, None), level=told)


def with_beside(
    made: tuple[Row, ...], beside: Mapping[tuple, Beside], dues: Mapping[str, str]
) -> list[Row]:
    """The rows with what people entered: the unit's reply, and until when something is due (of the naming, of a meeting's conclusion). In: as `flag_cards.with_beside`; unit → the next open due in words."""
    cards = flag_cards.with_beside([one.card for one in made], beside)
    return [_told(row, card, dues.get(row.unit, "")) for row, card in zip(made, cards, strict=True)]


def _told(row: Row, card: UnitCard, due: str) -> Row:
    reply = next((line.reply for line in card.lines if line.reply), "")
    state = next((line.naming for line in card.lines if line.naming), "")
    naming = words.NAMING.format(state=state) if state else ""
    return row._replace(
        card=card, reply=reply, deadline="; ".join(one for one in (naming, due) if one)
    )


def scale(made: list[Row]) -> tuple[float, float]:
    """The range that all pictures of the rows share, fitted to what they show: whole fives around the values, never beyond 0–100; (0, 100) without any."""
    shown = pd.Series(
        [number for row in made for number in row.measured[:4] if not formats.is_missing(number)],
        dtype=float,
    )
    if shown.empty:
        return 0.0, 100.0
    return max(0.0, shown.min() // 5 * 5), min(100.0, -(-shown.max() // 5) * 5)


def by_level(made: list[Row]) -> dict[str, list[Row]]:
    """The rows under their level, gravest first; empty ones left out."""
    found = {level: [row for row in made if row.level == level] for level in LEVEL_ORDER}
    return {level: part for level, part in found.items() if part}
