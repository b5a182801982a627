"""Xếp hạng: units of one block in order, how sure each place is, and why some have none."""

from functools import partial

from dashboard.ui import choices, linked_choice, page_parts, plots, stored
from dashboard.ui.memo import kept
from dashboard.ui.shown_tables import show_table
from dashboard.views import ranking as view
from dashboard.views import ranking_words as words
from dashboard.views import unit_map

chosen = choices.current()
standing = stored.standing(chosen.year)
blocks = kept(view.blocks)(standing, chosen)
if blocks.nobody:
    page_parts.nothing(blocks.nobody)
with page_parts.in_words("ranking"):
    block = chosen.block or linked_choice.linked_name(
        "xem_khoi_hang", blocks.names, label=words.BLOCK, help=blocks.sizes
    )
ranking = kept(view.ranking)(standing, chosen, block)
page_parts.answer(ranking.answer)
plots.show(ranking.picture, key="ranking_bars", on_click=choices.open_unit)
page_parts.small(words.CLOSE)
if ranking.has_map:
    units = partial(kept(unit_map.entry), standing, stored.tables(), chosen)
    plots.show_folded(units, key="ranking_map", label=words.MAP_FOLD, on_click=choices.open_unit)
show_table(ranking.ranks, key="ranking_table", on_click=choices.open_unit)
page_parts.small(ranking.period)
if ranking.unranked:
    page_parts.heading(words.UNRANKED)
    page_parts.small(words.NOT_A_BAD_MARK)
    show_table(ranking.unranked, key="ranking_unranked", on_click=choices.open_unit)
page_parts.method(words.BASIS, words.METHOD, "hang")
