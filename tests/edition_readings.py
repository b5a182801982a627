"""The figures in what was gathered of an edition, as a machine and as a person read them, and which of them the edition does not explain."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

import openpyxl
from edition_figures import EXACT, Figures
from edition_texts import plain

PARAGRAPHS = {".docx": rb"<w:p[ >].*?</w:p>", ".pptx": rb"<a:p>.*?</a:p>"}
SAID = re.compile(r".*[^\W\d_]{2}.*|[\d.,+–−%<>b/ ]+", re.DOTALL)
"""A text of a chart that people read: one with a word in it, or a figure alone."""
OF_THE_METHOD = {"0,1%"}
"""The chance below which only “dưới 0,1%” is said: a figure of no edition."""
INTERVAL = re.compile(r"(\d+,\d+)–(\d+,\d+)%")
READ = re.compile(r"(?<![\d.,/:])\d{1,3}(?:\.\d{3})*,\d+%?|(?<![\d.,/:])\d+%")


def cells_unexplained(content: bytes, figures: Figures) -> list[str]:
    """Cells of a workbook whose figure the edition neither holds nor gives; in a row of one unit only that unit's own and common ones count."""
    found = []
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            allowed = figures.allowed(
                {str(one.value) for one in row[:4]} & figures.units_named.keys()
            )
            found += [
                f"{sheet.title}!{cell.coordinate} = {cell.value}"
                for cell in row
                if isinstance(cell.value, int | float)
                and not isinstance(cell.value, bool)
                and round(float(cell.value), EXACT) not in allowed
            ]
    return found


def words_unexplained(name: str, content: bytes, figures: Figures) -> list[str]:
    """Sentences with a figure that is neither the edition's nor the difference of two others of the same sentence; one that names a single unit may have that unit's own and common ones."""
    found = []
    for said in sorted(set(sentences(name, content))):
        tokens = READ.findall(INTERVAL.sub(r"\1%–\2%", said))
        if not tokens:
            continue
        named = figures.named_in(said)
        named = {one for one in named if not any(one != other and one in other for other in named)}
        places = figures.read(named), OF_THE_METHOD, _differences(tokens)
        found += [
            f"{token}: {said}" for token in tokens if not any(token in known for known in places)
        ]
    return found


def sentences(name: str, content: bytes) -> Iterator[str]:
    """What stands together: a paragraph or cell of a document or slide, an element of a page or deck, a text of a chart."""
    pattern = PARAGRAPHS.get(name[-5:])
    if pattern:
        for part, xml in plain(content).items():
            found = re.findall(pattern, xml, re.DOTALL) if ".xml" in part else []
            yield from (_bare(one.decode()) for one in found)
    elif name.endswith(".html"):
        body = content.decode().partition("<body>")[2]
        body = re.sub(r"<script.*?</script>", "", body, flags=re.DOTALL)
        yield from map(html.unescape, re.findall(r">([^<>]+)<", body))
    else:
        yield from _lines(content.decode())


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("{"):
            yield from (_bare(one) for one in _texts(json.loads(line)) if SAID.fullmatch(one))
        elif line.isprintable():
            yield _bare(line)


def _texts(value: Any) -> Iterator[str]:
    """Every text in what JSON holds, names left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _bare(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def _differences(tokens: list[str]) -> set[str]:
    numbers = [Decimal(one.rstrip("%").replace(".", "").replace(",", ".")) for one in tokens]
    return {f"{abs(one - other)}".replace(".", ",") for one, other in combinations(numbers, 2)}
