"""One picture to set into another page: how many units reach the milestone, as SVG without a script, with its alternative text, edition and day."""

from __future__ import annotations

import textwrap
from html import escape

from dashboard.access.edition import in_words
from dashboard.assessment.tally import Tally, tally
from dashboard.exports.open_data import package_words as words
from dashboard.exports.open_data.data_package import Read
from dashboard.views import at_a_glance
from dashboard.writing import formats, theme
from dashboard.writing.nouns import speaking

WIDTH, MARGIN, LINE = 720, 24, 26  # px of the drawing; it takes any size
SIZE, SMALL = 18, 14  # px of letters
LETTERS, SMALL_LETTERS = 70, 92  # that fit a line of either size
BAR, SWATCH = 34, 14


def picture(read: Read) -> bytes:
    """The SVG: the sentence of Tổng quan, a bar of all assessed units by status, each part named, and which edition it is; in the nouns of its movement."""
    with speaking(read.standing.plan.nouns.spoken):
        return _drawn(read)


def _drawn(read: Read) -> bytes:
    standing = read.standing
    counts = tally(standing.table, standing.flags)
    sentence = at_a_glance.sentence(standing, standing.table)
    source = in_words(read.edition)
    mark = [words.ILLUSTRATIVE.strip()] if read.edition.illustrative else []
    said = _lines(sentence, LETTERS)
    small = [line for one in (*mark, source) for line in _lines(one, SMALL_LETTERS)]
    legend = _legend(counts)
    top = MARGIN + LINE * (1 + len(said)) + 20
    rows = top + BAR + LINE
    foot = rows + LINE * len(legend) + 12
    height = foot + (SMALL + 6) * len(small) + MARGIN - 6
    parts = [
        _text(MARGIN, MARGIN + SMALL, standing.plan.short_name, SMALL, theme.MUTED, bold=True),
        *(_text(MARGIN, MARGIN + LINE * (1 + at) + 18, one, SIZE) for at, one in enumerate(said)),
        *_bar(counts, top),
        *_swatches(counts, rows),
        *(
            _text(MARGIN + SWATCH + 8, rows + LINE * at, one, SMALL + 1)
            for at, one in enumerate(legend)
        ),
        *(
            _text(MARGIN, foot + (SMALL + 6) * at, one, SMALL, theme.MUTED)
            for at, one in enumerate(small)
        ),
    ]
    alternative = escape(" ".join([sentence, "; ".join(legend) + ".", *mark, source]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" lang="vi" font-family="{theme.FONTS}">'
        f"<title>{escape(standing.plan.short_name)}</title><desc>{alternative}</desc>"
        f'<rect width="{WIDTH}" height="{height}" fill="{theme.GROUND}"/>{"".join(parts)}</svg>'
    ).encode()


def _lines(text: str, letters: int) -> list[str]:
    return textwrap.wrap(text, letters, break_long_words=False)


def _text(
    x: float, y: float, text: str, size: int, colour: str = theme.INK, bold: bool = False
) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{weight}>{escape(text)}</text>'


def _parts(counts: Tally) -> list[tuple[str, int]]:
    """Statuses that some assessed unit has, in the order of the product, with the units of each."""
    return [(one, counts.statuses[one]) for one in theme.STATUS if counts.statuses.get(one)]


def _bar(counts: Tally, top: float) -> list[str]:
    drawn, x, room = [], float(MARGIN), WIDTH - 2 * MARGIN
    for code, units in _parts(counts):
        wide, look = room * units / counts.assessed, theme.STATUS[code]
        drawn.append(
            f'<rect x="{x:.1f}" y="{top}" width="{wide:.1f}" height="{BAR}" fill="{look.fill}" stroke="{theme.GROUND}"/>'
        )
        x += wide
    return drawn


def _swatches(counts: Tally, top: float) -> list[str]:
    return [
        f'<rect x="{MARGIN}" y="{top + LINE * at - SWATCH + 2}" width="{SWATCH}" height="{SWATCH}" fill="{theme.STATUS[code].fill}"/>'
        for at, (code, _) in enumerate(_parts(counts))
    ]


def _legend(counts: Tally) -> list[str]:
    """“▲ vượt mốc: 30 đơn vị”, each status a line; what a colour says stands there as a sign and a word."""
    return [
        f"{theme.STATUS[code].label}: {formats.count(units, 'đơn vị')}"
        for code, units in _parts(counts)
    ]
