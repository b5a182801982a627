"""What readers have of a year, and what they would have after an edition is published or withdrawn: told before the press, on screen and on the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.access.edition import PUBLISHED, Edition, for_readers
from dashboard.access.visible import Sight, seen, shown
from dashboard.assessment.consequences import YearConsequences, consequences
from dashboard.assessment.standing import Standing
from dashboard.meeting import read_by_words as words
from dashboard.plan import clock
from dashboard.wording import meeting_words
from dashboard.writing import formats


class Reading(NamedTuple):
    """The editions of a year that readers have and would have; None: none. `new`: what they would have is no edition yet, the figures as they are."""

    year: int
    before: Edition | None
    after: Edition | None
    new: bool = False


def reading_after(
    editions: Sequence[Edition], year: int, own: Edition | None, step: str
) -> Reading:
    """After a step of an edition; `own` None: of the figures as they are, sealed to be published."""
    before = for_readers(editions, year)
    if own is None:
        return Reading(year, before, None, new=True)
    on = (own.published_on or clock.today()) if step == PUBLISHED else None
    stepped = [
        one._replace(published_on=on) if one.number == own.number else one for one in editions
    ]
    return Reading(year, before, for_readers(stepped, year))


def differences(
    before: Standing | None, after: Standing | None, publications: pd.DataFrame
) -> tuple[YearConsequences, ...]:
    """What differs for readers, unit by unit, in the year of both; nothing where one of them is not there. In: the rows of the store's `publications`."""
    if before is None or after is None:
        return ()
    old, new = ({one.year: _as_read(one, publications)} for one in (before, after))
    return consequences(old, new)


def _as_read(standing: Standing, publications: pd.DataFrame) -> Standing:
    sight = Sight((standing.year,))
    return shown(standing, seen("publications", publications, sight), sight)


def lines(reading: Reading, own: Edition | None, step: str, units: int) -> list[str]:
    """What the step does and what readers have then, in sentences. In: how many units are assessed in the figures that would be read."""
    before, after = reading.before, reading.after
    said = {"year": reading.year}
    if own is None:
        deed = words.SEAL_FIRST.format(**said, units=formats.count(units, "đơn vị"))
    else:
        deed = words.DEEDS[step].format(
            number=own.number, name=own.name, as_of=formats.date(own.as_of), **said
        )
    if before and after and after.number == before.number and step != PUBLISHED:
        return [deed, words.STILL.format(number=before.number)]
    return [deed, _readers(said, before, after, reading.new, units)]


def _readers(
    said: dict[str, int], before: Edition | None, after: Edition | None, new: bool, units: int
) -> str:
    if after is None and not new:
        return words.NOTHING_LEFT.format(**said)
    if before is None:
        return words.FIRST_READ.format(**said, units=formats.count(units, "đơn vị"))
    if after and after.number == before.number:
        return meeting_words.READ_INSTEAD.format(
            number=before.number, day=formats.date(before.published_on)
        )
    then = words.THE_NEW if after is None else words.NUMBERED.format(number=after.number)
    return words.INSTEAD.format(number=before.number, name=before.name, then=then)
