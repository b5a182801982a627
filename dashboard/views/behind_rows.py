"""One row a unit of those with flags: how far it is off, how sure that is, why in its own words, who answers, what it replied, until when, what would lift it."""

from __future__ import annotations

from collections.abc import Mapping
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
    standing: Standing, tables: Mapping[str, pd.DataFrame], flags: pd.DataFrame
) -> tuple[Row, ...]:
    """The units with these flags (`counted_flags.counted`, filtered), gravest first: by level, then by certainty, then by the gap. In: the tables `unit_heads`, `limitations`."""
    in_charge = unit_heads.heads_of(tables["unit_heads"], standing.year)
    causes = own_cause.causes(tables["limitations"], standing.year)
    names = short_names(standing.table)
    of_unit: dict[str, list[Any]] = {}
    for flag in flags.astype(object).itertuples():
        of_unit.setdefault(flag.unit, []).append(flag)
    made = []
    for card in flag_cards.cards(standing, flags):
        one = _row(standing.plan.scale, card, of_unit[card.unit])
        head, cause = in_charge.get(card.unit, ""), causes.get(card.unit, "")
        made.append(
            one._replace(
                name=names[card.unit],
                head=head,
                cause=cause,
                question=to_ask.question(standing, card, head, cause),
            )
        )
    order = {one.unit: _order(one, of_unit[one.unit]) for one in made}
    return tuple(sorted(made, key=lambda one: order[one.unit]))


def _row(scale_of: Scale, card: UnitCard, flags: list[Any]) -> Row:
    level = str(flags[0].gravest)
    lifts = next((line.lifts for line in card.lines if line.lifts), "")
    measured, sure = _measured(scale_of, flags), _sure(level, flags)
    return Row(
        card.unit, card.name, card.block, level, measured, sure, "", "", "", "", lifts, "", card
    )


def _order(row: Row, flags: list[Any]) -> tuple:
    surest = min((SURENESS.get(one.certainty, len(SURENESS)) for one in flags), default=0)
    gap = 0.0 if formats.is_missing(row.measured.gap) else -row.measured.gap
    return (LEVEL_ORDER[row.level], surest, gap)


def _sure(level: str, flags: list[Any]) -> str:
    """How sure the gravest of these flags is, in a word; a fact is one."""
    if level == "named":
        return CERTAINTIES["certain"]
    said = {one.certainty for one in flags}
    found = [CERTAINTIES[one] for one in SURENESS if one in said]
    return found[0] if found else words.A_FACT


def _measured(scale_of: Scale, flags: list[Any]) -> Measured:
    """Of the first flag that holds a value against a target, with the interval of its verdict; else the gravest rule's own name stands for the gap."""
    for one in flags:
        value, target = one.numbers.get("value"), one.numbers.get("target")
        if value is None or target is None:
            continue
        is_score = one.indicator == "score"
        found = [value, target, one.numbers.get("low"), one.numbers.get("high")]
        known = [NOTHING if part is None else part for part in found]
        gap = differences.apart(*(part * (1 if is_score else 100) for part in known[:2]))[2]
        drawn = [part * 100 / (scale_of.top if is_score else 1) for part in known]
        said = words.GAP[is_score].format(gap=gap)
        return Measured(*drawn, said=said, read=_read(scale_of, known, is_score))
    return Measured(said=RULES[flags[0].rule].name)


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
