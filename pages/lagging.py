"""Đơn vị chậm: named first, then watched, then facts; what units say of themselves stands apart."""

from dashboard.ui import cards, choices, filters, meeting_store, page_parts, plots, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import folded_table
from dashboard.views import flag_cards
from dashboard.views import lagging as view
from dashboard.views import lagging_words as words

chosen = choices.current()
standing = stored.standing(chosen.year)
lagging = kept(view.lagging)(standing, chosen)
if lagging.nobody:
    page_parts.nothing(lagging.nobody)
page_parts.answer(lagging.answer)
page_parts.small(lagging.notice)
if lagging.flags:
    level, rule, indicator = filters.row(
        {"muc": (words.LEVEL, lagging.levels), "quy_tac": (words.RULE, lagging.rules)}
        | {"chi_tieu": (words.INDICATOR, lagging.indicators)},
        key="lagging_filters",
    )
    levels = kept(view.levels)(standing, chosen, level, rule, indicator)
    if levels:
        plots.show(levels, key="lagging_levels", on_click=choices.open_unit)
    made = flag_cards.with_beside(
        kept(view.cards)(standing, chosen, rule, indicator), meeting_store.beside(standing)
    )
    sections = view.sections(standing, chosen, made, level)
    page_parts.small(words.FILTERED if sections and (rule or indicator) else "")
    for code, part in sections.items():
        opened = code == "named" or level == code
        key = f"lagging_{code}_{level}"
        cards.folded_cards(words.SECTIONS[code], part, key=key, expanded=opened)
        page_parts.small(words.METHOD_LINE if code == "named" else "")
    page_parts.small("" if sections else words.NO_MATCH)
    cards.copy_list(
        [card for part in sections.values() for card in part],
        words.COPIED_TITLE.format(movement=standing.plan.short_name, year=chosen.year),
        words.METHOD_LINE if "named" in sections else "",
        key="lagging_copy",
    )
    folded_table(lagging.flags, key="lagging_table")
page_parts.method(words.METHOD_TEXT, words.METHOD, "neu-ten")
page_parts.heading(words.OWN_WORDS)
page_parts.small(words.OWN_WORDS_NOTE)
own_words = kept(view.own_words)(standing, stored.tables(), chosen)
if own_words:
    plots.show(own_words, key="lagging_own_words")
else:
    page_parts.small(words.OWN_WORDS_NONE.format(year=chosen.year))
