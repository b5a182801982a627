"""An edition as open data: what was published, as far as somebody may see it, and no naming that is a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

import pandas as pd

from dashboard.access import edition
from dashboard.access.edition import Edition
from dashboard.access.publication import published, with_published
from dashboard.access.visible import Sight, seen, shown
from dashboard.exports.open_data.data_package import Read
from dashboard.meeting import seals
from dashboard.wording import open_data_words as words


class Kept(Protocol):
    """Where editions are kept."""

    def load_seal(self, number: int, /) -> Any: ...

    def entered(self, table: str, /) -> pd.DataFrame: ...


class NoEditionError(Exception):
    """There is no such edition to read; the text says what there is."""


def of_readers(editions: Sequence[Edition], told: int) -> Sight:
    """What everybody who reads published figures sees. In: the number of the last step of publishing a flag."""
    numbers = tuple(one.number for one in editions if one.state == edition.PUBLISHED)
    return Sight(edition.published_years(editions), None, told, numbers)


def edition_asked(
    editions: Sequence[Edition], sight: Sight, year: int | None, number: int | None
) -> Edition:
    """The edition by its number, else the newest published one of the year, else the newest published of all. Errors: `NoEditionError`.

    Who sees published figures only gets published editions only; the others may ask for a sealed one by its number.
    """
    if number is not None:
        mine = [one for one in editions if sight.all or one.number in sight.editions]
        found = next((one for one in mine if one.number == number), None)
        said = words.NO_EDITION.format(number=number)
    else:
        last = year or max(edition.published_years(editions), default=None)
        found = edition.for_readers(editions, last) if last else None
        said = words.NOTHING_OF_YEAR.format(year=year) if year else words.NOTHING_PUBLISHED
    if found is None or (year and found.year != year):
        raise NoEditionError(said)
    return found


def read(kept: Kept, own: Edition, sight: Sight) -> Read:
    """The edition cut to what somebody may see; flags name only who was published by name."""
    content, steps = kept.load_seal(own.number).content, kept.entered("publications")
    whole = seals.edition_kept(content, own.fingerprint, own.number)
    if not sight.all:
        return Read(shown(whole, seen("publications", steps, sight), sight), own)
    flags = with_published(whole.flags, published(steps), own.year)
    return Read(replace(whole, flags=flags, published_only=True), own)
