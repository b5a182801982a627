"""Each page says which of the shared choices change it; a choice that a page reads is in sight there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.ui import choices_used
from dashboard.ui.frame import MENU

PAGES = Path(__file__).resolve().parents[1] / "pages"
NAMES = [name for pages in MENU.values() for name, _, _ in pages]


def test_every_page_of_the_menu_says_what_it_uses():
    assert set(choices_used.USES) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_who_shows_the_units_in_view_lets_the_reader_choose_them(name):
    source = (PAGES / f"{name}.py").read_text(encoding="utf-8")
    views = "(standing, chosen" in source or "chosen.of(" in source
    assert not views or set(choices_used.OF_UNITS) <= set(choices_used.USES[name])


def test_pages_whose_figures_no_choice_changes_show_none():
    for name in ("meeting", "deck", "intake", "plan", "reports", "journal", "accounts", "indices"):
        assert choices_used.used(name) == ()
