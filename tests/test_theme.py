"""Colours can be read, told apart without colour, and are the same on every surface."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.writing import theme

CONFIG = tomllib.loads(
    (Path(__file__).parent.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)
STATUSES = ["ahead", "met", "near", "on_track", "slow", "very_slow", "no_data", "not_assessed"]
READABLE = 4.5  # WCAG 2.2, 1.4.3 (AA)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_norm():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_status_and_level_has_a_look():
    assert list(theme.STATUS) == STATUSES
    assert list(theme.FLAG) == ["named", "watch", "fact", "info"]


@pytest.mark.parametrize(
    "meaning", [*theme.STATUS.values(), *theme.FLAG.values()], ids=lambda meaning: meaning.word
)
def test_signs_words_and_labels_are_readable_on_both_grounds(meaning):
    dark = theme.DARK
    for ground in (theme.GROUND, theme.PANEL):
        assert contrast(meaning.colour, ground) >= READABLE
        assert contrast(dark[meaning.colour], dark[ground]) >= READABLE
    assert contrast(meaning.on_fill, meaning.fill) >= READABLE
    assert contrast(dark[meaning.on_fill], dark[meaning.fill]) >= READABLE


@pytest.mark.parametrize(
    "colour", [theme.INK, theme.MUTED, theme.ACCENT, theme.WARM, *theme.NAMED_LINES]
)
def test_text_colours_are_readable_on_both_grounds(colour):
    for ground in (theme.GROUND, theme.PANEL):
        assert (
            min(contrast(colour, ground), contrast(theme.DARK[colour], theme.DARK[ground]))
            >= READABLE
        )


@pytest.mark.parametrize("step", range(5))
def test_figures_in_the_heat_map_are_readable_on_every_step(step):
    ink, fill = theme.HEAT_INK[step], theme.HEAT[step]
    assert min(contrast(ink, fill), contrast(theme.DARK[ink], theme.DARK[fill])) >= READABLE


def test_heat_steps_differ_in_lightness_so_that_grey_print_keeps_them():
    light = [luminance(colour) for colour in theme.HEAT]
    dark = [luminance(theme.DARK[colour]) for colour in theme.HEAT]
    assert all(first / second >= 1.3 for first, second in pairwise(light))
    assert all(second / first >= 1.3 for first, second in pairwise(dark))


def test_no_two_meanings_that_differ_share_sign_and_word():
    looks = [(one.sign, one.word) for one in [*theme.STATUS.values(), *theme.FLAG.values()]]
    assert len(set(looks)) == len(looks)


def test_every_colour_has_one_twin_on_the_dark_ground():
    assert len(set(theme.DARK.values())) == len(theme.DARK)
    used = {
        part
        for one in [*theme.STATUS.values(), *theme.FLAG.values()]
        for part in (one.colour, one.fill, one.on_fill)
    }
    assert used | set(theme.HEAT) <= set(theme.DARK)


@pytest.mark.parametrize(
    ("ground", "colour_of"), [("light", lambda colour: colour), ("dark", theme.DARK.get)]
)
def test_the_screen_has_the_colours_of_the_theme(ground, colour_of):
    screen = CONFIG["theme"][ground]
    asked = {
        "primaryColor": theme.ACCENT,
        "backgroundColor": theme.GROUND,
        "secondaryBackgroundColor": theme.PANEL,
        "textColor": theme.INK,
        "linkColor": theme.ACCENT,
        "borderColor": theme.LINES,
    }
    assert screen == {name: colour_of(colour) for name, colour in asked.items()}


def test_the_screen_uses_the_fonts_of_the_theme_and_nothing_is_fetched_or_sent():
    assert CONFIG["theme"]["font"] == CONFIG["theme"]["headingFont"] == theme.FONTS
    assert "http" not in str(CONFIG)
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["address"] == "127.0.0.1"
