"""Chance that never changes: every figure has its own seed, so a new unit or criterion moves no other figure."""

from __future__ import annotations

import math
import random

SEED = "tinh-minh-hoa-2019-2025"


def draw(*key: object) -> random.Random:
    """The random source of one figure, told by its key (unit, year, what)."""
    return random.Random("|".join([SEED, *map(str, key)]))


def bell(spread: float, *key: object) -> float:
    """One normal deviation with standard deviation `spread`."""
    return draw(*key).gauss(0, spread)


def successes(trials: int, share: float, overdispersion: float, *key: object) -> int:
    """How many of `trials` say yes, with mean `share` and beta-binomial extra noise `overdispersion` (0 = binomial)."""
    source = draw(*key)
    if overdispersion:
        size = (1 - overdispersion) / overdispersion
        share = source.betavariate(share * size, (1 - share) * size)
    return sum(source.random() < share for _ in range(trials))


def count_of(total: int, share: float, *key: object) -> int:
    """A count near `share` of a large `total`: the normal approximation, kept inside 0–total."""
    spread = math.sqrt(total * share * (1 - share))
    return min(total, max(0, round(total * share + draw(*key).gauss(0, spread))))


def kept(value: float, low: float, high: float) -> float:
    """`value` kept inside low–high."""
    return min(high, max(low, value))


def shifted(share: float, by: float) -> float:
    """A share moved by `by` on the logit scale, so that it never leaves 0–1."""
    return 1 / (1 + math.exp(-(math.log(share / (1 - share)) + by)))
