"""The letters of naming on screen: one a unit whose time to reply is not over, all in one zip, made when it is asked for."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.access.publication import DRAFT, WAITING
from dashboard.assessment.standing import Standing
from dashboard.exports import letter_words, naming_letters
from dashboard.exports import naming_letter_words as words
from dashboard.exports.letter_occasion import usual_sender
from dashboard.exports.media_types import ZIP
from dashboard.exports.naming_letters import Naming
from dashboard.plan import clock
from dashboard.ui import desk_parts, page_parts, stored
from dashboard.writing import formats
from dashboard.writing.quotation import inner_quotes


def letters_of(standing: Standing, stated: pd.DataFrame) -> None:
    """The button, with what it gives said before. In: `publication.with_states`."""
    left = stated[stated["state"].isin([DRAFT, WAITING])]
    if left.empty:
        return
    today = clock.today()
    units = naming_letters.told_units(standing, left, today)
    count = formats.count(len(units), "đơn vị")
    until = formats.date(today + pd.Timedelta(days=standing.plan.reply_days))
    page_parts.heading(words.TITLE)
    page_parts.small(words.SAID.format(units=count, until=until))
    naming = Naming(
        standing.plan,
        standing.year,
        standing.as_of,
        _figures(standing),
        letter_words.SAMPLE if stored.is_illustrative() else "",
    )
    name = f"{words.FILE}-{standing.year}.zip"
    st.download_button(
        words.BUTTON.format(units=count),
        desk_parts.printed(
            name, lambda: naming_letters.letters(naming, usual_sender(standing.plan), units)
        ),
        name,
        ZIP,
        key="naming_letters",
        on_click="ignore",
    )


def _figures(standing: Standing) -> str:
    if standing.edition is None:
        return words.OF_LIVE
    edition = stored.edition_numbered(standing.edition)
    return words.OF_EDITION.format(number=edition.number, name=inner_quotes(edition.name))
